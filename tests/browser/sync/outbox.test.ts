// What a browser keeps of unsent commands and of one's own ballots, in real IndexedDB.
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { Command } from '../../../shared/board/commands.ts';
import { BrowserOutbox, type Kept } from '../../../client/sync/outbox.ts';

let pages = 0;
/** A page that begins a second after the one before it. */
const page = (): BrowserOutbox => new BrowserOutbox((pages += 1) * 1000);

const note = (id: string, text = 'Yes'): Command => ({
  id,
  type: 'note.add',
  note: `note-${id}`,
  target: { kind: 'board' },
  kind: 'pro',
  text,
});
const ids = ({ commands }: Kept) => commands.map(({ id }) => id);

/** Opening waits for the writes before it, so what it finds is what stayed. */
const reopened = async (outbox: BrowserOutbox, shelf: string): Promise<Kept> => {
  await outbox.open(shelf);
  return page().open(shelf);
};

let shelves = 0;
const newShelf = () => `board-${(shelves += 1)}/bo`;

const putRaw = async (store: 'commands' | 'ballots', row: object) => {
  const database = await openDB('palabre', 1);
  await database.put(store, row);
  database.close();
};

test('what was kept survives the page, in its order', async () => {
  const shelf = newShelf();
  const first = page();
  expect(await first.open(shelf)).toEqual({ commands: [], ballots: new Map() });
  first.keepCommands([note('z'), note('a'), note('m')]);
  const ballot = { ballot: { cells: { flask: { speed: 3, docs: 'unknown' } } }, done: true, receipt: 'abc' } as const;
  first.keepBallot('r1', ballot);
  const kept = await reopened(first, shelf);
  expect(kept.commands).toEqual([note('z'), note('a'), note('m')]);
  expect(kept.ballots).toEqual(new Map([['r1', ballot]]));
});

test('acknowledged commands are gone, later ones follow', async () => {
  const shelf = newShelf();
  const first = page();
  await first.open(shelf);
  first.keepCommands([note('c1'), note('c2')]);
  first.keepCommands([note('c2')]);
  first.keepCommands([note('c2'), note('c3')]);
  expect(ids(await reopened(first, shelf))).toEqual(['c2', 'c3']);
});

test('a changed command is kept as it is now', async () => {
  const shelf = newShelf();
  const first = page();
  await first.open(shelf);
  first.keepCommands([note('c1', 'Yes')]);
  first.keepCommands([note('c1', 'Yes, but')]);
  expect((await reopened(first, shelf)).commands).toEqual([note('c1', 'Yes, but')]);
});

test('what a later page adds comes after what it found, also with its clock set back', async () => {
  const shelf = newShelf();
  const first = page();
  await first.open(shelf);
  first.keepCommands([note('old')]);
  await first.open(shelf);
  const second = new BrowserOutbox(0);
  const { commands } = await second.open(shelf);
  second.keepCommands([...commands, note('new')]);
  expect(ids(await reopened(second, shelf))).toEqual(['old', 'new']);
});

test('a later page that carried out what it found leaves nothing of it', async () => {
  const shelf = newShelf();
  const first = page();
  await first.open(shelf);
  first.keepCommands([note('c1'), note('c2')]);
  await first.open(shelf);
  const second = page();
  await second.open(shelf);
  second.keepCommands([note('c2')]);
  expect(ids(await reopened(second, shelf))).toEqual(['c2']);
});

test('a page takes only its own commands away, not those of a page beside it', async () => {
  const shelf = newShelf();
  const [one, other] = [page(), page()];
  await one.open(shelf);
  await other.open(shelf);
  one.keepCommands([note('mine')]);
  other.keepCommands([note('theirs')]);
  other.keepCommands([]);
  await other.open(newShelf());
  expect(ids(await reopened(one, shelf))).toEqual(['mine']);
});

test('each board and member has a shelf of its own', async () => {
  const [mine, theirs] = [newShelf(), newShelf()];
  const outbox = page();
  await outbox.open(mine);
  outbox.keepCommands([note('c1')]);
  outbox.keepBallot('r1', { ballot: { approved: [] }, done: false });
  await outbox.open(theirs);
  expect(await page().open(theirs)).toEqual({ commands: [], ballots: new Map() });
  expect(ids(await page().open(mine))).toEqual(['c1']);
});

test('a dropped ballot is gone', async () => {
  const shelf = newShelf();
  const first = page();
  await first.open(shelf);
  first.keepBallot('r1', { ballot: { approved: ['flask'] }, done: false });
  first.dropBallot('r1');
  expect((await reopened(first, shelf)).ballots.size).toBe(0);
});

test('before a shelf is open nothing is kept', async () => {
  const shelf = newShelf();
  const first = page();
  first.keepCommands([note('c1')]);
  first.keepBallot('r1', { ballot: { approved: [] }, done: false });
  expect(await reopened(first, shelf)).toEqual({ commands: [], ballots: new Map() });
});

test('rows that nobody here wrote are left out, the others still read', async () => {
  const shelf = newShelf();
  const first = page();
  await first.open(shelf);
  first.keepCommands([note('good')]);
  first.keepBallot('r1', { ballot: { approved: ['flask'] }, done: false });
  await first.open(shelf);
  const row = { shelf, at: 1, order: 1 };
  await putRaw('commands', { ...row, id: 'x1', command: { id: 'x1', type: 'no.such' } });
  await putRaw('commands', { ...row, id: 'x2', command: 'text' });
  await putRaw('commands', { ...row, id: 'x3' });
  await putRaw('commands', { shelf, id: 'x4', at: 'never', order: {}, command: { ...note('x4'), extra: 1 } });
  await putRaw('commands', { shelf, id: 'x5', at: 'never', order: {}, command: note('x5', 'x'.repeat(5000)) });
  await putRaw('ballots', { shelf, round: 'r2', kept: { ballot: { cells: 'all' }, done: false } });
  await putRaw('ballots', { shelf, round: 'r3' });
  await putRaw('ballots', { shelf, round: '__proto__', kept: { ballot: { approved: [] }, done: false } });
  const kept = await page().open(shelf);
  expect(ids(kept)).toEqual(['good']);
  expect([...kept.ballots.keys()]).toEqual(['r1']);
});

test('without a database the page goes on and forgets', async () => {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = () => {
    throw new DOMException('storage is switched off', 'SecurityError');
  };
  try {
    const first = page();
    expect(await first.open('board/bo')).toEqual({ commands: [], ballots: new Map() });
    first.keepCommands([note('c1')]);
    first.keepBallot('r1', { ballot: { approved: [] }, done: false });
    expect(await first.open('board/bo')).toEqual({ commands: [], ballots: new Map() });
  } finally {
    IDBFactory.prototype.open = open;
  }
});
