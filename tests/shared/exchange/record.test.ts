// The record as a file: what people wrote stands in its place, cannot break out of it, and comes back with an import.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reviewCalendar } from '../../../shared/exchange/calendar.ts';
import { exportBoard } from '../../../shared/exchange/export-json.ts';
import { exportMarkdown } from '../../../shared/exchange/export-markdown.ts';
import { wordsOf } from '../../../shared/exchange/export-words.ts';
import { readExport } from '../../../shared/exchange/import-json.ts';
import { recordMarkdown } from '../../../shared/exchange/record-markdown.ts';
import { recordSections } from '../../../shared/exchange/record-sections.ts';
import { writtenMarkdown } from '../../../shared/exchange/written-markdown.ts';
import { RECORD_BOUNDS, RECORD_PARTS, type RecordTexts } from '../../../shared/record/record.ts';
import { boardOf } from './export-sources.ts';

const WRITTEN: RecordTexts = {
  context: 'We **need** a framework.',
  outcome: 'It is small.\n\n- and known',
  consequences: 'We write more ourselves.',
  confirmation: 'After the first release.',
  dissent: '- Ada: too small',
  more: 'See https://example.org',
};

describe('the record', () => {
  const headings = (markdown: string): string[] => markdown.split('\n').filter((line) => line.startsWith('#'));

  test('has what was written under its heading, in the place of the board’s own words', () => {
    const source = { ...boardOf('plain'), record: WRITTEN };
    const record = recordMarkdown(source);
    for (const text of Object.values(WRITTEN)) expect(record).toContain(text);
    expect(record).toContain('## Context and question\n\nWe **need** a framework.\n\n## What mattered');
    expect(record).toContain('Chosen: **plain**\n\nIt is small.\n\n- and known\n\n### Consequences\n\nWe write');
    expect(record).toContain('### Dissent\n\n- Ada: too small\n');
    expect(record).toMatch(/## More\n\n- Fingerprint of the log .*\n\nSee https:\/\/example.org\n$/);
    const board = exportMarkdown(source);
    for (const text of Object.values(WRITTEN)) expect(board).toContain(text);
  });

  test('says in the board’s own words what nobody wrote', () => {
    const record = recordMarkdown(boardOf('plain'));
    expect(record).toContain('## Context and question\n\nplain\n');
    expect(record).toContain('Chosen: **plain**\n\nplain\n\n### Consequences\n\n- Good: plain\n');
    expect(record).not.toContain('### Dissent');
  });

  test.each([
    ['en', 'weight 1, 100%, must-have ≥ 3', '(revision'],
    ['fr', 'poids 1, 100\u202F%, seuil exigé ≥ 3', '(révision'],
  ] as const)(
    'is set as %s is: a word inside a line is small, a percentage as on the page',
    (language, drivers, log) => {
      const source = boardOf('plain', language);
      const criteria = source.board.criteria.map((one) => ({ ...one, mustHave: 3 }));
      const record = recordMarkdown({ ...source, board: { ...source.board, criteria } });
      expect(record).toContain(`- plain (${drivers})`);
      expect(record).toContain(log);
    },
  );

  test('has the same parts in both languages', () => {
    const ids = (['en', 'fr'] as const).map((language) =>
      recordSections(boardOf('plain', language), wordsOf(language)).map(({ id }) => id),
    );
    expect(ids[0]).toEqual(ids[1]);
    expect(ids[0]).toEqual(expect.arrayContaining([...RECORD_PARTS]));
  });

  test('keeps its headings whatever is written in it', () => {
    const plain = headings(recordMarkdown({ ...boardOf('plain'), record: { outcome: 'x', more: 'x' } }));
    const piece = fc.constantFrom(
      '# ',
      '## ',
      '```',
      '~~~',
      '---',
      '===',
      'x',
      '\n',
      '\n\n',
      '<b>',
      '    ',
      '`',
      '- ',
      '> ',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = `x${pieces.join('')}x`;
        const found = headings(recordMarkdown({ ...boardOf('plain'), record: { outcome: text, more: 'x' } }));
        // In code a line may look like one.
        const own = found.filter((line) => !/^#{4,}/.test(line));
        if (!/```|~~~/.test(text)) expect(own).toEqual(plain);
        expect(own.at(-1)).toBe(plain.at(-1));
      }),
    );
  });
});

describe('written Markdown', () => {
  test.each([
    ['# One', '#### One'],
    ['###### Six', '###### Six'],
    ['One\n---', 'One\n\\---'],
    ['One\n===', 'One\n\\==='],
    ['a <script>alert(1)</script>', 'a \\<script>alert(1)\\</script>'],
    ['a < b', 'a < b'],
    ['<https://example.org>', '<https://example.org>'],
    ['<javascript:alert(1)>', '\\<javascript:alert(1)>'],
    ['![a](https://example.org/a.png)', '\\![a](https://example.org/a.png)'],
    ['[a](https://example.org)', '[a](https://example.org)'],
    ['[a](javascript:alert(1))', '[a]\\(javascript:alert(1))'],
    ['[a]: javascript:alert(1)', '\\[a]: javascript:alert(1)'],
    ['`<b>` and <b>', '`<b>` and \\<b>'],
    ['```\n<b>\n# no\n```\n# yes', '```\n<b>\n# no\n```\n#### yes'],
    ['```\nnever closed', '```\nnever closed\n```'],
    ['- a list\n  - of **two**', '- a list\n  - of **two**'],
  ])('%j', (text, expected) => {
    expect(writtenMarkdown(text)).toBe(expected);
  });

  test('is the same when it is written out again', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab `~<>![](): \n'), maxLength: 40 }), (text) => {
        const once = writtenMarkdown(text);
        expect(writtenMarkdown(once).replaceAll('\\', '')).toBe(once.replaceAll('\\', ''));
      }),
    );
  });
});

describe('a file that is imported', () => {
  const file = (record: unknown) => JSON.stringify({ ...exportBoard(boardOf('plain')), record });

  test('brings what was written along', () => {
    const exported = exportBoard({ ...boardOf('plain'), record: WRITTEN });
    expect(exported.record).toEqual(WRITTEN);
    expect(readExport(JSON.stringify(exported))).toMatchObject({ ok: true, value: { record: WRITTEN } });
    expect(exportBoard(boardOf('plain'))).not.toHaveProperty('record');
  });

  test('is refused where its record is none', () => {
    expect(readExport(file({ outcome: 7 }))).toMatchObject({ error: { code: 'invalid', field: 'record.outcome' } });
    const long = 'x'.repeat(RECORD_BOUNDS.text + 1);
    expect(readExport(file({ more: long }))).toMatchObject({ error: { field: 'record.more' } });
    expect(readExport(file({ other: 'x' }))).toMatchObject({ ok: true, value: { record: {} } });
  });
});

describe('the day of the review', () => {
  const on = (reviewOn: string | undefined, text = 'plain') => {
    const { board } = boardOf(text);
    if (board.decision === undefined) throw new Error('no decision');
    const { reviewOn: _, ...decision } = board.decision;
    return { ...board, decision: { ...decision, ...(reviewOn !== undefined && { reviewOn }) } };
  };
  /** The file as a calendar reads it: long lines put together again. */
  const linesOf = (calendar = ''): string[] => calendar.replaceAll('\r\n ', '').split('\r\n');

  test('is a whole day with a name, what was chosen, and a link', () => {
    const lines = linesOf(reviewCalendar(on('2027-03-01'), 'https://palabre.example/b/hostile'));
    expect(lines).toContain('DTSTART;VALUE=DATE:20270301');
    expect(lines).toContain('SUMMARY:Look at the decision again: plain');
    expect(lines).toContain('DESCRIPTION:Chosen: plain\\n\\nplain\\n\\nhttps://palabre.example/b/hostile');
    expect(lines).toContain('UID:review-hostile@palabre');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  test('is the first one of a month or a year that is given alone', () => {
    expect(reviewCalendar(on('2027-03'))).toContain('DATE:20270301');
    expect(reviewCalendar(on('2027'))).toContain('DATE:20270101');
    expect(reviewCalendar(on(undefined))).toBeUndefined();
  });

  test('has lines of 75 octets at most, whole characters, and no way out of a value', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.constantFrom(...'\r\n\\;,:"é\u{1F333}x '), fc.string({ unit: 'grapheme', maxLength: 1 })),
          maxLength: 120,
        }),
        (text) => {
          const calendar = reviewCalendar(on('2027-03-01', `x${text}`)) ?? '';
          for (const line of calendar.split('\r\n')) {
            expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
            expect(line).not.toMatch(/[\r\n]/);
            expect(line).not.toMatch(/\p{Surrogate}/u);
          }
          const names = linesOf(calendar).map((line) => line.split(/[:;]/)[0]);
          expect(names).toEqual(linesOf(reviewCalendar(on('2027-03-01'))).map((line) => line.split(/[:;]/)[0]));
        },
      ),
    );
  });
});
