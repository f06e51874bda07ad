// A note that is redacted: who may, what is left of it, and what the hash proves.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../shared/board/evolve.ts';
import type { Event } from '../../../shared/board/events.ts';
import { redactionHash } from '../../../shared/board/redaction-hash.ts';
import { withoutText } from '../../../shared/board/redaction.ts';
import { fromSnapshot, toSnapshot } from '../../../shared/board/snapshot.ts';
import { Table, command } from '../../support/boards.ts';

const note = (id: string, text: string, parent?: string) =>
  command('note.add', {
    note: id,
    target: { kind: 'board' },
    kind: 'risk',
    text,
    ...(parent !== undefined && { parent }),
  });
const redact = (id = 'n1') => command('note.redact', { note: id });

function written(): Table {
  const table = new Table();
  table.do('bo', note('n1', 'First words'));
  table.do('cy', note('n2', 'An answer', 'n1'));
  table.do('bo', command('note.edit', { note: 'n1', text: 'Second words' }));
  return table;
}

test('the hash is that of the salt, a bar and the text', () => {
  const hash = createHash('sha256').update('5a17|Où est l’été ?').digest('hex');
  expect(redactionHash('5a17', 'Où est l’été ?')).toBe(hash);
});

test('of a redacted note its place, kind and answers stay, the text goes, and the hash says what stood there last', () => {
  const table = written();
  expect(table.do('bo', redact())).toMatchObject({ ok: true });
  expect(table.board.notes.get('n1')).toMatchObject({
    kind: 'risk',
    text: '',
    by: 'bo',
    redacted: { hash: redactionHash('salt', 'Second words'), at: '2026-11-23T09:00:00.000Z', by: 'bo' },
  });
  expect(table.board.notes.get('n2')).toMatchObject({ parent: 'n1', text: 'An answer' });
  expect(fromSnapshot(toSnapshot(table.board), table.board.revision)).toEqual(table.board);
});

describe('a note is redacted', () => {
  test.each([
    ['bo', 'accepted'],
    ['ada', 'accepted'],
    ['cy', 'not-allowed'],
    ['zoe', 'not-allowed'],
  ])('by %s: %s', (by, expected) => {
    const outcome = written().do(by, redact());
    expect(outcome.ok ? 'accepted' : outcome.error.code).toBe(expected);
  });

  test('once: again nothing happens, and no new hash is made', () => {
    const table = written();
    table.do('bo', redact());
    expect(table.do('ada', redact())).toEqual({ ok: true, value: { events: [] } });
  });

  test('also after it was removed', () => {
    const table = written();
    table.do('bo', command('note.remove', { note: 'n1' }));
    expect(table.do('bo', redact())).toMatchObject({ ok: true });
  });
});

test('nothing is written or supported where a text was redacted; removing and resolving go on', () => {
  const table = written();
  table.do('bo', redact());
  const code = (by: string, what: ReturnType<typeof command>) => {
    const outcome = table.do(by, what);
    return outcome.ok ? 'accepted' : outcome.error.code;
  };
  expect(code('bo', command('note.edit', { note: 'n1', text: 'Third words' }))).toBe('not-found');
  expect(code('cy', command('note.support', { note: 'n1', on: true }))).toBe('not-found');
  expect(code('cy', note('n3', 'What was that?', 'n1'))).toBe('accepted');
  expect(code('bo', command('note.resolve', { note: 'n1', on: true }))).toBe('accepted');
  expect(code('bo', command('note.remove', { note: 'n1' }))).toBe('accepted');
});

test('emptied events fold to the same board as those with the text in them, and nothing else in them changes', () => {
  const table = written();
  table.do('bo', redact());
  const emptied = table.events.map((event) => withoutText(event, 'n1'));
  expect(JSON.stringify(emptied)).not.toContain('words');
  expect(fold(emptied)).toEqual(table.board);
  expect(emptied.filter((event, at) => event !== table.events[at])).toHaveLength(2);
  expect(emptied.map((event) => withoutText(event, 'n1')).every((event, at) => event === emptied[at])).toBe(true);
});

test('a note that came with the board is emptied in the event that made it', () => {
  const [first, ...rest] = new Table().events;
  if (first?.type !== 'board.created') throw new Error('no board');
  const came = {
    id: 'n0',
    target: { kind: 'board' },
    kind: 'pro',
    text: 'Came along',
    at: first.at,
    support: [],
  } as const;
  const log: Event[] = [{ ...first, notes: [came, { ...came, id: 'n9', text: 'Stays' }] }, ...rest];
  const emptied = log.map((event) => withoutText(event, 'n0'));
  expect([...fold(emptied).notes.values()].map(({ text }) => text)).toEqual(['', 'Stays']);
});
