// A board's JSON file read back: equal boards from our own files, refusals with a place from anybody's.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSnapshot } from '../../../shared/board/snapshot.ts';
import { fold } from '../../../shared/board/evolve.ts';
import { exportBoard } from '../../../shared/exchange/export-json.ts';
import { readExport } from '../../../shared/exchange/import-json.ts';
import { command } from '../../support/boards.ts';
import { IMPORTED_AT, boardOf, meeting, reimported } from './export-sources.ts';

describe('an export that is imported', () => {
  test('is an equal board, its rounds marked as imported', () => {
    const cells = { cells: { flask: { speed: 5 as const } } };
    const source = meeting(
      { round: 'r1', method: 'score', secrecy: 'live', quorum: 1 },
      [cells, cells],
      [
        command('note.add', {
          note: 'n1',
          target: { kind: 'cell', option: 'flask', criterion: 'speed' },
          kind: 'risk',
          text: 'Slow',
        }),
        command('note.support', { note: 'n1', on: true }),
        command('option.remove', { option: 'bottle' }),
        command('board.edit', { locked: true, entry: 'closed' }),
        command('decision.set', { options: ['flask'], status: 'accepted', summary: '', round: 'r1' }),
      ],
    );
    const snapshot = toSnapshot(source.board);
    expect(reimported(source)).toEqual({
      ...snapshot,
      createdAt: IMPORTED_AT,
      rounds: snapshot.rounds.map((round) => ({ ...round, imported: true })),
    });
  });

  test('keeps a redaction, and only a redacted note may have no text', () => {
    const source = meeting(
      { round: 'r1', method: 'dots', secrecy: 'live', silentNotes: 'unsigned' },
      [],
      [
        command('note.add', { note: 'n1', target: { kind: 'board' }, kind: 'risk', text: 'Unspeakable' }),
        command('note.redact', { note: 'n1' }),
      ],
    );
    const { notes, rounds } = toSnapshot(source.board);
    expect(reimported(source).notes).toEqual(notes);
    expect(rounds[0]?.silentNotes).toBe('unsigned');
    const file = JSON.stringify(exportBoard(source));
    const refused = (changed: string) => {
      const read = readExport(changed);
      return read.ok ? 'read' : read.error.field;
    };
    expect(refused(file.replaceAll('"redacted":', '"forgotten":'))).toBe('snapshot.notes.0.text');
    const [hash = ''] = /"redacted":\{[^}]*\}/.exec(file) ?? [];
    expect(refused(file.replace(`"text":"","at"`, `"text":"Smuggled","at"`).replace(hash, hash))).toBe(
      'snapshot.notes.0.text',
    );
  });

  test('closes a round that was open, whose ballots are elsewhere', () => {
    const source = meeting({ round: 'r1', method: 'dots', secrecy: 'live' }, []);
    const open = source.events.filter(({ type }) => type !== 'round.closed' && type !== 'round.revealed');
    const board = { ...fold(open.map((event, at) => ({ ...event, revision: at + 1 }))) };
    expect(reimported({ ...source, board }).rounds).toMatchObject([
      { state: 'closed', imported: true, closedAt: source.exportedAt },
    ]);
  });

  test('keeps every text, however odd', () => {
    const texts = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.trim().normalize('NFC'))
      .filter((text) => text !== '' && !/\0/.test(text));
    fc.assert(
      fc.property(texts, (text) => {
        const source = boardOf(text);
        expect(reimported(source)).toEqual({ ...toSnapshot(source.board), createdAt: IMPORTED_AT });
      }),
    );
  });
});

describe('a file that anybody wrote', () => {
  // Written and read, so that no two places share one object.
  const good = JSON.parse(JSON.stringify(exportBoard(boardOf('x')))) as ReturnType<typeof exportBoard>;
  const at = (path: string, value: unknown): unknown => {
    const copy = structuredClone(good) as unknown;
    const keys = path.split('.');
    const holder = keys.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], copy);
    (holder as Record<string, unknown>)[keys.at(-1) ?? ''] = value;
    return copy;
  };

  test.each([
    ['format', 'palabre/2'],
    ['snapshot.title', ''],
    ['snapshot.title', 'x'.repeat(200)],
    ['snapshot.language', 'de'],
    ['snapshot.options.0.id', '__proto__'],
    ['snapshot.options.0.url', 'javascript:alert(1)'],
    ['snapshot.options.0.facts.0.source', 'file:///etc/passwd'],
    ['snapshot.criteria.0.weight', -1],
    ['snapshot.members.0.role', 'owner'],
    ['snapshot.notes.0.text', 'x'.repeat(5000)],
    ['snapshot.notes.0.by', 'nobody'],
    ['snapshot.notes.0.support', ['nobody']],
    ['snapshot.notes.0.target.option', 'nothing'],
    ['snapshot.notes.1.target.criterion', 'nothing'],
    ['snapshot.notes.0.parent', 'n2'],
    ['snapshot.notes.1.id', 'n1'],
    ['snapshot.decision.options', ['nothing']],
    ['snapshot.decision.round', 'r9'],
    ['snapshot.decision.deciders', ['nobody']],
    ['snapshot.options', Array.from({ length: 300 }, (_, n) => ({ id: `o${n}`, name: 'O', facts: [] }))],
  ])('is refused with the place where %s is %j', (path, value) => {
    const read = readExport(JSON.stringify(at(path, value)));
    expect(read).toMatchObject({ ok: false, error: { code: 'invalid' } });
    const field = read.ok ? '' : (read.error.field ?? '');
    expect(path.startsWith(field) || field.startsWith(path)).toBe(true);
  });

  test.each(['', '{', '[]', 'null', '"palabre/1"', '{"format":"palabre/1","snapshot":{"__proto__":{}}}'])(
    'is refused where it is %j',
    (text) => expect(readExport(text)).toMatchObject({ ok: false, error: { code: 'invalid' } }),
  );

  test('never makes anything but a board or a refusal', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(good.snapshot)), fc.jsonValue(), (key, value) => {
        expect(typeof readExport(JSON.stringify(at(`snapshot.${key}`, value))).ok).toBe('boolean');
      }),
    );
  });
});
