// CSV, Markdown and the record: nobody's text becomes a formula, markup or another cell.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../shared/exchange/csv.ts';
import { exportCsv, safeCell } from '../../../shared/exchange/export-csv.ts';
import { exportMarkdown } from '../../../shared/exchange/export-markdown.ts';
import { readMarkdownTable } from '../../../shared/exchange/markdown-table.ts';
import { markdownLines, markdownLink, markdownTable, markdownText } from '../../../shared/exchange/markdown-text.ts';
import { recordMarkdown } from '../../../shared/exchange/record-markdown.ts';
import { command } from '../../support/boards.ts';
import { boardOf, meeting } from './export-sources.ts';

const hostile = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...Array.from('|\\`*_[]<>&~$#!=+-@:.)("\',;\t\r\n 1a')),
    minLength: 1,
    maxLength: 30,
  }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '=HYPERLINK("http://evil.example","x")',
    '@SUM(1+1)|cmd',
    '+1',
    '-1+1',
    '\t=1',
    '＝1',
    '<script>alert(1)</script>',
    '![x](http://evil.example/pixel)',
    '[x](javascript:alert(1))',
    '| a | b |\n| --- | --- |',
    '# heading',
    '- item\n    code',
    '```\ncode',
    '1. one',
    '&lt;b&gt;',
  ),
);

const records = (csv: string): readonly (readonly string[])[] => {
  const read = readCsv(csv);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.records.map(({ cells }) => cells);
};

describe('in the CSV file', () => {
  test('no text is a formula, whatever it begins with', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const cell of records(exportCsv(boardOf(text))).flat()) {
          expect(cell).not.toMatch(/^[\s\uFEFF]*[=+\-@＝＋－＠]/);
          expect(cell).not.toMatch(/^[\t\r\n]/);
        }
      }),
    );
  });

  test('no text leaves its cell: every row is as wide as the header, and the text is read back', () => {
    const plain = records(exportCsv(boardOf('plain')));
    fc.assert(
      fc.property(hostile, (text) => {
        const rows = records(exportCsv(boardOf(text)));
        expect(rows.map((cells) => cells.length)).toEqual(plain.map((cells) => cells.length));
        const expected = plain.map((cells) => cells.map((cell) => (cell === 'plain' ? safeCell(text) : cell)));
        expect(rows).toEqual(expected);
      }),
    );
  });

  test('a plain text is left as it is', () => {
    for (const text of ['Flask', '5 - 3', 'a=b', "d'accord", '0.5']) expect(safeCell(text)).toBe(text);
  });

  test.each([
    ['en', 'Agenda (min)'],
    ['fr', 'Ordre du jour (min)'],
  ] as const)('each item of the agenda has a row, in order and in %s', (language, kind) => {
    const source = boardOf('plain', language);
    const agenda = [...(source.board.agenda ?? []), { id: 'i2', title: 'Lunch' }];
    const rows = records(exportCsv({ ...source, board: { ...source.board, agenda } }));
    const begun = '2026-11-23T09:00:00.000Z';
    expect(rows.filter(([first]) => first === kind)).toEqual([
      [kind, '', 'plain', 'plain', 'plain', '5', '', begun, '', '', '', ''],
      [kind, '', '', '', 'Lunch', '', '', '', '', '', '', ''],
    ]);
  });

  test('a byte order mark leads, and the header is in the language of the board', () => {
    expect(exportCsv(boardOf('x')).startsWith('\uFEFFKind,Round,Option,')).toBe(true);
    expect(exportCsv(boardOf('x', 'fr')).startsWith('\uFEFFNature,Tour,Option,')).toBe(true);
  });
});

describe('in Markdown', () => {
  test('a text in a cell stays in its cell and is read back', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 2, maxLength: 4 }), (texts) => {
        const read = readMarkdownTable(
          markdownTable(
            texts.map((_, at) => `h${at}`),
            [texts],
          ),
        );
        const line = (text: string) => text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim();
        expect(read.ok && read.rows.map(({ cells }) => cells)).toEqual([texts.map(line)]);
      }),
    );
  });

  test('a text is one line, begins nothing, and has no live markup', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const written = markdownText(text);
        expect(written).not.toMatch(/[\r\n]/);
        expect(written).not.toMatch(/^(#|>|[-+*] |\d+[.)] |={1,}|```|~~~)/);
        expect(written.replace(/\\[\s\S]/g, '')).not.toMatch(/[`*_[\]<>&|~$]/);
      }),
    );
  });

  test('a number is written plainly where it begins no list', () => {
    expect(['53.3333', '1.', '2) two', '3. three'].map(markdownText)).toEqual([
      '53.3333',
      '1\\.',
      '2\\) two',
      '3\\. three',
    ]);
  });

  test('lines of a text stay lines under their item', () => {
    expect(markdownLines('one\n\n# two\r\n    three', '  ')).toBe('one  \n  \\# two  \n  three');
  });

  test('only http and https addresses that cannot end their link are linked', () => {
    expect(markdownLink('https://a.example/b?c=d')).toBe('<https://a.example/b?c=d>');
    for (const url of ['javascript:alert(1)', 'https://a.example/<b>', 'https://a b']) {
      expect(markdownLink(url)).toBe(markdownText(url));
    }
  });

  test.each([
    ['the export', exportMarkdown],
    ['the record', recordMarkdown],
  ])('%s of a hostile board has the lines of a plain one', (_, write) => {
    const shape = (markdown: string) => markdown.split('\n').map((line) => /^\s*(#+ |- |\| |---)?/.exec(line)?.[0]);
    fc.assert(
      fc.property(hostile, (text) => {
        const one = `x${text.replace(/[\s\u0085\u2028\u2029]+/g, ' ')}x`;
        expect(shape(write(boardOf(one)))).toEqual(shape(write(boardOf('plain'))));
      }),
    );
  });
});

describe('a meeting', () => {
  const cells = (flask: 0 | 4 | 5, django: 1 | 3) => ({
    cells: { flask: { speed: flask, docs: 3 as const }, django: { speed: django, docs: 4 as const } },
  });
  const source = () =>
    meeting(
      { round: 'r1', method: 'score', secrecy: 'named', prompt: 'How good?' },
      [cells(5, 1), cells(4, 3), cells(0, 3)],
      [
        command('note.add', {
          note: 'n1',
          target: { kind: 'option', option: 'flask' },
          kind: 'pro',
          text: 'Small core',
        }),
        command('note.add', {
          note: 'n2',
          target: { kind: 'option', option: 'flask' },
          kind: 'question',
          text: 'For how long?',
          parent: 'n1',
        }),
        command('note.add', { note: 'n3', target: { kind: 'board' }, kind: 'risk', text: 'Nobody knows it' }),
        command('decision.set', {
          options: ['flask'],
          status: 'accepted',
          summary: 'It is small.',
          round: 'r1',
          deciders: ['ada'],
        }),
      ],
    );

  test('has its numbers in the CSV file', () => {
    const rows = records(exportCsv(source()));
    const found = (...cellsOfRow: string[]) =>
      rows.some((row) => cellsOfRow.every((cell, at) => cell === '' || row[at] === cell));
    expect(found('Tally', '1', 'Flask', 'Speed', '5', '1')).toBe(true);
    expect(found('Result', '1', 'Flask', '', 'Rank', '1')).toBe(true);
    expect(found('Ballot', '1', 'Flask', 'Speed', '', '5', 'Ada')).toBe(true);
    expect(found('Decision', '', '', '', 'Status', 'accepted')).toBe(true);
  });

  test('has its means and its ranking in the Markdown file', () => {
    const markdown = exportMarkdown(source());
    expect(markdown).toContain('| Flask | 3 | 3 |');
    expect(markdown).toContain('| Rank | Option | Value |');
    expect(markdown).toContain('  - **Question**: For how long? (Ada)');
  });

  test('has its decision, its vote and what would have changed it in the record', () => {
    const record = recordMarkdown(source());
    for (const line of [
      '# Which framework?',
      '- Status: accepted',
      '- Decided by: Ada',
      'Chosen: **Flask**',
      'It is small.',
      '### How the vote went',
      '### What would have changed it',
      '### Where opinions differed most',
      '- **Pro**: Small core (Ada)',
      '- **Risk**: Nobody knows it (Ada)',
    ]) {
      expect(record.split('\n')).toContain(line);
    }
    expect(record).toMatch(/Fingerprint of the log \(revision \d+\): `[0-9a-f]{64}`/);
  });

  test.each([
    [
      'consent',
      { proposal: 'Take Flask' },
      [{ fingers: 5 }, { fingers: 1, reason: 'Too small' }],
      'The proposal stands.',
    ],
    ['ranking', {}, [{ ranking: [['flask'], ['django', 'bottle']] }], '| Flask |   | 1 | 1 |'],
    ['dots', { dots: 3, stacking: true }, [{ dots: { flask: 2, django: 1 } }], '| 1 | Flask | 2 |   |'],
    ['approval', {}, [{ approved: ['django'] }], '| 1 | Django | 1 |   |'],
    ['weights', {}, [{ points: { speed: 70, docs: 30 } }], '| 1 | Speed | 70 |   |'],
  ] as const)('by %s is told in all files', (method, settings, ballots, line) => {
    const voted = meeting({ round: 'r1', method, secrecy: 'live', publish: 'ballots', ...settings }, ballots);
    expect(exportMarkdown(voted)).toContain(line);
    expect(records(exportCsv(voted)).filter(([kind]) => kind === 'Tally' || kind === 'Ballot').length).toBeGreaterThan(
      1,
    );
    expect(recordMarkdown(voted)).toContain('## Outcome');
  });
});

test('names that repeat are told apart', () => {
  const source = boardOf('Same');
  const [option] = source.board.options;
  if (option === undefined) throw new Error('no option');
  const board = { ...source.board, options: [option, { ...option, id: 'b' }] };
  expect(exportMarkdown({ ...source, board })).toMatch(/\| Same \(a\) \|[\s\S]*\| Same \(b\) \|/);
});

describe('ties in the record', () => {
  const even = [{ approved: ['flask', 'django'] }, { approved: ['django', 'flask'] }];
  const tied = (...after: Parameters<typeof meeting>[2] & object) =>
    recordMarkdown(meeting({ round: 'r1', method: 'approval', secrecy: 'named' }, even, after));

  test('a tie is named, with whom the published rule puts first and by which step', () => {
    expect(tied()).toMatch(
      /### Ties\n\n- Round 1, tie for first place: (Flask, Django|Django, Flask)\. Not settled yet\. The published rule puts first: (Flask|Django) \(the published draw\)/,
    );
  });

  test('what the decision took of the tied options is said', () => {
    const decided = command('decision.set', {
      options: ['flask'],
      status: 'accepted',
      summary: 'We talked.',
      round: 'r1',
    });
    expect(tied(decided)).toContain('Chosen in the decision: Flask.');
  });

  test('a run-off of the tied options is said with its winner', () => {
    const ballot = { ranking: [['django'], ['flask']] };
    const runOff = [
      command('round.open', { round: 'r2', method: 'ranking', secrecy: 'named', options: ['flask', 'django'] }),
      command('ballot.cast', { round: 'r2', ballot }),
      command('round.close', { round: 'r2' }),
      command('round.reveal', { round: 'r2' }),
    ];
    expect(tied(...runOff)).toContain('Run-off: Round 2 (Django).');
  });
});

describe('a redacted note', () => {
  const source = meeting(
    { round: 'r1', method: 'dots', secrecy: 'live' },
    [],
    [
      command('note.add', { note: 'n1', target: { kind: 'board' }, kind: 'risk', text: 'Unspeakable' }),
      command('note.add', { note: 'n2', target: { kind: 'board' }, kind: 'note', text: 'An answer', parent: 'n1' }),
      command('note.redact', { note: 'n1' }),
    ],
  );
  const hash = source.board.notes.get('n1')?.redacted?.hash ?? 'none';

  test.each([
    ['Markdown', () => exportMarkdown(source)],
    ['CSV', () => exportCsv(source)],
    ['the record', () => recordMarkdown(source)],
  ])('stands in %s with the day and the fingerprint, and its answer below', (_what, write) => {
    const text = write();
    expect(text).not.toContain('Unspeakable');
    expect(text).toContain('redacted on 2026-11-23');
    expect(text).toContain(hash);
    expect(text).toContain('An answer');
  });
});
