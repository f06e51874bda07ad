// Silent writing: what may be held, who gets it back, and what comes out with the reveal.
import { describe, expect, test } from 'vitest';
import { BOUNDS, DEFAULT_BOARD_LIMITS } from '../../../shared/bounds.ts';
import { published } from '../../../shared/board/held-notes.ts';
import { isId } from '../../../shared/ids.ts';
import { Table, command } from '../../support/boards.ts';

const BOARD = { kind: 'board' } as const;
const open = (fields: object = {}) =>
  command('round.open', { round: 'r1', method: 'score', secrecy: 'named', silentNotes: 'unsigned', ...fields });
const hold = (note: string, text = `text of ${note}`, target: object = BOARD) =>
  command('note.hold', { round: 'r1', note, target: target as typeof BOARD, kind: 'con', text });
const close = command('round.close', { round: 'r1' });
const reveal = command('round.reveal', { round: 'r1' });

function opened(fields: object = {}): Table {
  const table = new Table();
  expect(table.do('ada', open(fields))).toMatchObject({ ok: true });
  return table;
}

/** The notes that came out with the reveal, as they stand in the log. */
function revealed(table: Table) {
  table.do('ada', close);
  expect(table.do('ada', reveal)).toMatchObject({ ok: true });
  return table.events.flatMap((event) => (event.type === 'note.added' ? [event] : []));
}

test('a round says at its opening whether notes are held, and keeps saying so', () => {
  expect(opened().board.rounds[0]?.silentNotes).toBe('unsigned');
  expect(opened({ silentNotes: undefined }).board.rounds[0]).not.toHaveProperty('silentNotes');
});

test('holding and discarding leave no trace in the log', () => {
  const table = opened();
  const before = table.events.length;
  table.do('bo', hold('h1'));
  table.do('bo', hold('h1', 'better'));
  table.do('cy', hold('h2'));
  table.do('cy', command('note.discard', { note: 'h2' }));
  expect(table.events).toHaveLength(before);
  expect(table.boxes.notes.map(({ note, text, member }) => [note, text, member])).toEqual([['h1', 'better', 'bo']]);
});

describe('the reveal publishes what was held', () => {
  test('unsigned: by nobody, in the order of ids, all at the same time', () => {
    const table = opened();
    for (const [by, note] of [
      ['cy', 'z'],
      ['ada', 'm'],
      ['bo', 'a'],
    ] as const) {
      table.now += 1000;
      table.do(by, hold(note));
    }
    const notes = revealed(table);
    expect(notes.map(({ note }) => note)).toEqual(['a', 'm', 'z']);
    expect(notes.every((note) => !('by' in note))).toBe(true);
    expect(new Set(notes.map(({ at }) => at)).size).toBe(1);
    const at = table.events.findIndex(({ type }) => type === 'round.revealed');
    expect(table.events.findIndex(({ type }) => type === 'note.added')).toBeGreaterThan(at);
  });

  test('signed: with the author, not with who revealed', () => {
    const table = opened({ silentNotes: 'signed' });
    table.do('cy', hold('h1'));
    table.do('bo', hold('h2'));
    expect(revealed(table).map(({ note, by }) => [note, by])).toEqual([
      ['h1', 'cy'],
      ['h2', 'bo'],
    ]);
  });

  test('also about an option that was taken away meanwhile, whose text may still be put better', () => {
    const table = opened();
    const flask = { kind: 'option', option: 'flask' };
    table.do('bo', hold('h1', 'first', flask));
    table.do('ada', command('option.remove', { option: 'flask' }));
    expect(table.do('cy', hold('h2', 'late', flask))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(table.do('bo', hold('h1', 'second', flask))).toMatchObject({ ok: true });
    expect(revealed(table).map(({ text }) => text)).toEqual(['second']);
  });

  test('an id that two chose, or that was taken meanwhile, costs nobody their note', () => {
    const table = opened();
    table.do('bo', hold('same', 'of bo'));
    table.do('cy', hold('same', 'of cy'));
    table.do('ada', command('note.add', { note: 'same', target: BOARD, kind: 'pro', text: 'of ada' }));
    const notes = revealed(table);
    expect(notes.map(({ text }) => text).toSorted()).toEqual(['of ada', 'of bo', 'of cy']);
    expect(new Set(notes.map(({ note }) => note)).size).toBe(3);
    expect(notes.every(({ note }) => isId(note))).toBe(true);
    const long = { note: 'x'.repeat(64), target: BOARD, kind: 'pro', text: 'long' } as const;
    const [first, second] = published([long, long], false, new Map());
    expect([first, second].every((event) => event?.type === 'note.added' && isId(event.note))).toBe(true);
  });
});

describe('refused is', () => {
  const code = (table: Table, by: string, what: ReturnType<typeof command>) => {
    const outcome = table.do(by, what);
    return outcome.ok ? 'accepted' : [outcome.error.code, outcome.error.field];
  };

  test('a name in an anonymous round', () => {
    expect(code(new Table(), 'ada', open({ secrecy: 'anonymous', silentNotes: 'signed' }))).toEqual([
      'invalid',
      'silentNotes',
    ]);
    expect(code(new Table(), 'ada', open({ secrecy: 'anonymous' }))).toBe('accepted');
  });

  test('a note in a round that holds none, that is not there, or that is over', () => {
    expect(code(opened({ silentNotes: undefined }), 'bo', hold('h1'))).toEqual(['invalid', 'round']);
    expect(code(new Table(), 'bo', hold('h1'))).toEqual(['not-found', 'round']);
    const table = opened({ seconds: 10 });
    table.do('bo', hold('h1'));
    table.now += 10_000;
    expect(code(table, 'bo', hold('h1', 'late'))).toEqual(['round-not-open', 'round']);
    expect(code(table, 'bo', command('note.discard', { note: 'h1' }))).toEqual(['round-not-open', 'note']);
    table.do('ada', close);
    expect(code(table, 'bo', hold('h2'))).toEqual(['round-not-open', 'round']);
  });

  test('an id of the board, somebody else’s note, and a target that is not there', () => {
    const table = opened();
    table.do('ada', command('note.add', { note: 'n1', target: BOARD, kind: 'pro', text: 'Yes' }));
    table.do('bo', hold('h1'));
    expect(code(table, 'bo', hold('n1'))).toEqual(['exists', 'note']);
    expect(code(table, 'cy', command('note.discard', { note: 'h1' }))).toEqual(['not-found', 'note']);
    expect(code(table, 'cy', hold('h2', 'x', { kind: 'option', option: 'rails' }))).toEqual([
      'not-found',
      'target.option',
    ]);
  });

  test('more than there is room for, of one member and of the board; a change needs no room', () => {
    const table = opened();
    for (let n = 0; n < BOUNDS.heldNotes; n += 1) expect(code(table, 'bo', hold(`h${n}`))).toBe('accepted');
    expect(code(table, 'bo', hold('more'))).toEqual(['too-many', 'notes']);
    expect(code(table, 'bo', hold('h0', 'better'))).toBe('accepted');
    const tight = { ...DEFAULT_BOARD_LIMITS, notes: BOUNDS.heldNotes };
    expect(table.do('cy', hold('c'), tight)).toMatchObject({ ok: false, error: { code: 'too-many' } });
  });
});

test('who is removed takes along what they wrote silently', () => {
  const table = opened({ silentNotes: 'signed' });
  table.do('bo', hold('h1'));
  table.do('cy', hold('h2'));
  table.do('ada', command('member.remove', { member: 'bo' }));
  expect(revealed(table).map(({ note }) => note)).toEqual(['h2']);
});
