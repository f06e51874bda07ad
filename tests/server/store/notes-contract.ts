// What every store must do with notes that are held back and with texts that are redacted: run with contract.ts.
import { expect, test } from 'vitest';
import { type Event, type EventBody, placeEvents } from '../../../shared/board/events.ts';
import type { HeldChange } from '../../../shared/board/held-notes.ts';
import type { Commit, CommitOutcome, Store, StoredNoteBox } from '../../../server/store/store.ts';
import { commitTo, hashOf, newBoard, titles } from './store-samples.ts';

const COMMITTED = { kind: 'committed' };
const CONFLICT = { kind: 'conflict' };
const AT = '2026-11-01T10:00:00.000Z';
const BOARD = { kind: 'board' } as const;

const written = (note: string, text = `text of ${note}`) => ({ note, target: BOARD, kind: 'con', text }) as const;
export const put = (member: string, note: string, text?: string, round = 'r'): HeldChange => ({
  kind: 'put',
  round,
  member,
  held: written(note, text),
});
const noteAdded = (note: string, text: string): EventBody => ({
  type: 'note.added',
  note,
  target: BOARD,
  kind: 'pro',
  text,
});
/** Events on a board, placed after `revision`. */
export const placed = (revision: number, ...bodies: readonly EventBody[]): Event[] => placeEvents(bodies, revision, AT);
export const said = (revision: number, note: string, text: string): Event[] => placed(revision, noteAdded(note, text));
export const redacted = (revision: number, note: string): Event[] =>
  placed(revision, { type: 'note.redacted', note, hash: 'hash' });

/** `current` gives the open store, on which there is a board `a` at revision 1. */
export function notesContract(current: () => Store): void {
  const one = async (commit: Commit): Promise<CommitOutcome | undefined> => (await current().commit([commit]))[0];
  const open = (round = 'r', board = 'a') =>
    one(commitTo(board, 1, { opens: { round, tieSeed: 'seed', holdsNotes: true } }));
  const boxOf = async (round = 'r', board = 'a'): Promise<StoredNoteBox | undefined> =>
    (await current().load(board))?.noteBoxes.find((box) => box.round === round);
  const held = (...changes: readonly HeldChange[]) =>
    current().commit(changes.map((change) => commitTo('a', 1, { held: change })));

  test('a note is held, put better and discarded, for its author alone', async () => {
    await open();
    expect(await boxOf()).toEqual({ round: 'r', open: true, notes: [] });
    const drop: HeldChange = { kind: 'drop', round: 'r', member: 'm', note: 'h3' };
    const outcomes = await held(
      put('n', 'h2'),
      put('m', 'h1'),
      put('m', 'h1', 'better'),
      put('n', 'h1', 'of another'),
      put('m', 'h3'),
      drop,
      { ...drop, note: 'h2' },
    );
    expect(outcomes).toEqual(outcomes.map(() => COMMITTED));
    expect((await boxOf())?.notes).toEqual([
      { ...written('h1', 'better'), member: 'm' },
      { ...written('h1', 'of another'), member: 'n' },
      { ...written('h2'), member: 'n' },
    ]);
  });

  test('nothing is held by a round that does not, that is closed, or that is not there', async () => {
    await one(commitTo('a', 1, { opens: { round: 'plain', tieSeed: 'seed' } }));
    await open();
    await one(commitTo('a', 1, { closes: { round: 'r', unlink: false } }));
    for (const round of ['plain', 'r', 'nowhere']) {
      const command = { hash: hashOf(round), answer: { revision: 1 } };
      expect(await one(commitTo('a', 1, { command, held: put('m', 'h1', 'x', round) }))).toEqual(CONFLICT);
    }
    expect(await current().answers('a', ['plain', 'r', 'nowhere'].map(hashOf))).toEqual(new Map());
    expect(await boxOf('plain')).toBeUndefined();
  });

  test('what is not published signed loses its author at the close, and its order', async () => {
    await open();
    await held(put('a', 'h3'), put('z', 'h1'), put('m', 'h2'), put('b', 'h1', 'again'));
    expect(await one(commitTo('a', 1, { closes: { round: 'r', unlink: false, unlinkNotes: true } }))).toEqual(
      COMMITTED,
    );
    const notes = [written('h1', 'again'), written('h1'), written('h2'), written('h3')];
    expect(await boxOf()).toEqual({ round: 'r', open: false, notes });
  });

  test('what is published signed keeps its author over the close, until they leave', async () => {
    await open();
    await held(put('n', 'h1'), put('m', 'h2'));
    await one(commitTo('a', 1, { closes: { round: 'r', unlink: true } }));
    expect((await boxOf())?.notes.map(({ note, member }) => [note, member])).toEqual([
      ['h1', 'n'],
      ['h2', 'm'],
    ]);
    await held({ kind: 'leave', member: 'n' });
    expect((await boxOf())?.notes.map(({ note }) => note)).toEqual(['h2']);
  });

  test('who leaves takes along what they wrote in every round, and nothing of anybody else', async () => {
    await current().create(newBoard('b'));
    await open('r');
    await open('s');
    await open('r', 'b');
    await held(put('m', 'h1'), put('n', 'h2'), put('m', 'h3', 'x', 's'));
    await one(commitTo('b', 1, { held: put('m', 'h4') }));
    await held({ kind: 'leave', member: 'm' });
    expect((await boxOf('r'))?.notes.map(({ note }) => note)).toEqual(['h2']);
    expect((await boxOf('s'))?.notes).toEqual([]);
    expect((await boxOf('r', 'b'))?.notes.map(({ note }) => note)).toEqual(['h4']);
  });

  test('publishing takes the note box away with the same commit, once, and not before the close', async () => {
    await open();
    await held(put('m', 'h1'));
    const commit = commitTo('a', 1, { events: said(1, 'h1', 'text of h1'), publishes: 'r' });
    expect(await one(commit)).toEqual(CONFLICT);
    await one(commitTo('a', 1, { closes: { round: 'r', unlink: true, unlinkNotes: true } }));
    expect(await one(commit)).toEqual(COMMITTED);
    expect(await boxOf()).toBeUndefined();
    expect(await current().eventsAfter('a', 1)).toHaveLength(1);
    expect(await one(commitTo('a', 2, { publishes: 'r' }))).toEqual(CONFLICT);
  });

  test('an erased board leaves no held notes to the next one of its name', async () => {
    await open('r');
    await open('s');
    await held(put('m', 'h1'), put('m', 'h2', 'x', 's'));
    await one(commitTo('a', 1, { closes: { round: 's', unlink: true } }));
    expect(await current().erase('a')).toBe(true);
    await current().create(newBoard('a'));
    expect((await current().load('a'))?.noteBoxes).toEqual([]);
    expect(await open('r')).toEqual(COMMITTED);
    expect((await boxOf())?.notes).toEqual([]);
  });

  test('a redaction empties every version of the text, of that note alone, and drops the snapshot', async () => {
    const log = [
      ...said(1, 'n1', 'first'),
      ...said(2, 'n2', 'other'),
      ...placed(3, { type: 'note.edited', note: 'n1', text: 'second' }),
    ];
    await one(commitTo('a', 1, { events: log }));
    await current().keepSnapshot('a', 4, '{"notes":"first and second"}');
    expect(await one(commitTo('a', 4, { events: redacted(4, 'n1'), redacts: 'n1' }))).toEqual(COMMITTED);
    const loaded = await current().load('a');
    expect(loaded?.snapshot).toBeUndefined();
    expect(loaded?.events.slice(1)).toEqual([
      ...said(1, 'n1', ''),
      ...said(2, 'n2', 'other'),
      ...placed(3, { type: 'note.edited', note: 'n1', text: '' }),
      ...redacted(4, 'n1'),
    ]);
    expect(await current().eventsAfter('a', 0)).toEqual(loaded?.events);
  });

  test('a snapshot from before a redaction is not kept, a later one is', async () => {
    await one(commitTo('a', 1, { events: said(1, 'n1', 'first') }));
    await one(commitTo('a', 2, { events: redacted(2, 'n1'), redacts: 'n1' }));
    await current().keepSnapshot('a', 2, '{"notes":"first"}');
    expect((await current().load('a'))?.snapshot).toBeUndefined();
    await current().keepSnapshot('a', 3, '{"notes":""}');
    expect((await current().load('a'))?.snapshot?.revision).toBe(3);
  });

  test('a note that came with the board is redacted in the event that made it', async () => {
    const { events, ...rest } = newBoard('b');
    const came = { id: 'n0', target: BOARD, kind: 'pro', text: 'came along', at: AT, support: [] } as const;
    const began = events.map((event) => (event.type === 'board.created' ? { ...event, notes: [came] } : event));
    await current().create({ ...rest, events: began });
    await one(commitTo('b', 1, { events: redacted(1, 'n0'), redacts: 'n0' }));
    expect((await current().eventsAfter('b', 0))[0]).toEqual({ ...began[0], notes: [{ ...came, text: '' }] });
  });

  test('a redaction in conflict changes nothing', async () => {
    await one(commitTo('a', 1, { events: said(1, 'n1', 'first') }));
    expect(await one(commitTo('a', 1, { events: redacted(1, 'n1'), redacts: 'n1' }))).toEqual(CONFLICT);
    expect(await current().eventsAfter('a', 1)).toEqual(said(1, 'n1', 'first'));
  });

  test('commits around it in the same transaction count as well', async () => {
    const outcomes = await current().commit([
      commitTo('a', 1, { events: said(1, 'n1', 'first') }),
      commitTo('a', 2, { events: redacted(2, 'n1'), redacts: 'n1' }),
      commitTo('a', 3, { events: titles(3, 'after') }),
    ]);
    expect(outcomes).toEqual([COMMITTED, COMMITTED, COMMITTED]);
    expect((await current().eventsAfter('a', 1))[0]).toEqual(said(1, 'n1', '')[0]);
  });
}
