// Held notes on the wire and on the disk, and a redacted text: over real sockets and a real file.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite.ts';
import { newDirectory, occurrences, removeDirectory } from '../store/store-directory.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

/** A text that cannot stand in any other by chance. */
const SECRET = 'said-to-the-giraffe-alone';
const BOARD = { kind: 'board' };

let directory: string;
let door: OpenDoor;
beforeEach(async () => {
  directory = newDirectory();
  door = await openDoor({ store: await openSqliteStore({ directory, log: () => undefined }) });
});
afterEach(async () => {
  await door.close();
  removeDirectory(directory);
});

async function seated(...members: readonly string[]) {
  const board = await door.newBoard();
  const people: Client[] = [];
  for (const [at, member] of members.entries()) {
    const client = door.client();
    const key = at === 0 ? board.keys.facilitator : board.keys.voter;
    expect(await client.join({ board: board.id, key, member: claim(member) })).toMatchObject({ ok: true });
    people.push(client);
  }
  const wall = door.client();
  await wall.join({ board: board.id, key: board.keys.watcher });
  return { board, people, wall };
}

const hold = (note: string) => ({
  id: `hold-${note}`,
  type: 'note.hold',
  round: 'r1',
  note,
  target: BOARD,
  kind: 'con',
  text: `${SECRET} in ${note}`,
});

test.each([
  ['live', 'unsigned'],
  ['named', 'signed'],
  ['anonymous', 'unsigned'],
])(
  'a %s round with %s notes: before the reveal nobody but the author hears that there are any',
  async (secrecy, notes) => {
    const { board, people, wall } = await seated('ada', 'bo', 'cy', 'dee');
    const [ada, bo, cy] = people;
    const phone = door.client();
    await phone.join({ board: board.id, member: claim('bo') });
    await ada?.ask('board:do', {
      id: 'o',
      type: 'round.open',
      round: 'r1',
      method: 'approval',
      secrecy,
      silentNotes: notes,
    });
    for (const one of people) {
      await one.ask('board:do', { id: 'v', type: 'ballot.cast', round: 'r1', ballot: { approved: ['flask'] } });
    }
    const before = await wall.ask<{ revision: number }>('board:sync', {});
    expect(await bo?.ask('board:do', hold('h1'))).toMatchObject({ ok: true });
    expect(await bo?.ask('board:do', hold('h2'))).toMatchObject({ ok: true });
    expect(await bo?.ask('board:do', { id: 'd', type: 'note.discard', note: 'h2' })).toMatchObject({ ok: true });
    await phone.until((heard) => JSON.stringify(heard).includes('"held":null'));
    expect(JSON.stringify(phone.heard)).toContain(`${SECRET} in h1`);
    expect(await bo?.join({ board: board.id, member: claim('bo') })).toMatchObject({
      held: [{ round: 'r1', note: 'h1' }],
    });

    const said = [
      await wall.ask('board:sync', {}),
      await ada?.join({ board: board.id, member: claim('ada') }),
      await cy?.join({ board: board.id, member: claim('cy'), since: 1 }),
      await door.boards.events(board.id),
      await door.boards.ballots(board.id, 'r1'),
    ];
    expect(await wall.ask('board:sync', {})).toMatchObject({ revision: before.ok ? before.revision : -1 });
    await ada?.ask('board:do', { id: 'c', type: 'round.close', round: 'r1' });
    await wall.until((heard) => JSON.stringify(heard).includes('round.closed'));
    const others = [ada, cy, wall].map((client) => client?.heard);
    for (const text of [JSON.stringify(said), JSON.stringify(others)]) {
      expect(text).not.toContain(SECRET);
      expect(text).not.toMatch(/"h1"|"h2"|note:mine/);
    }

    await ada?.ask('board:do', { id: 'r', type: 'round.reveal', round: 'r1' });
    await wall.until((heard) => JSON.stringify(heard).includes(SECRET));
    const [published] = (await door.boards.events(board.id).then((events) => (events.ok ? events.value : []))).filter(
      ({ type }) => type === 'note.added',
    );
    expect(published?.by).toBe(notes === 'signed' ? 'bo' : undefined);
  },
);

test('after the close of a round that publishes unsigned, no file ties an author to a note', async () => {
  const { people } = await seated('ada', 'author-bo', 'author-cy');
  const [ada, bo, cy] = people;
  const open = {
    id: 'o',
    type: 'round.open',
    round: 'r1',
    method: 'approval',
    secrecy: 'named',
    silentNotes: 'unsigned',
  };
  await ada?.ask('board:do', open);
  await bo?.ask('board:do', hold('h1'));
  await cy?.ask('board:do', hold('h2'));
  // The row says whose note it is while the round is open: the test would see one that stays.
  expect(occurrences(directory, 'author-boh1')).toBeGreaterThan(0);
  expect(await ada?.ask('board:do', { id: 'c', type: 'round.close', round: 'r1' })).toMatchObject({ ok: true });
  expect(occurrences(directory, 'author-boh1')).toBe(0);
  expect(occurrences(directory, 'author-cyh2')).toBe(0);
  expect(occurrences(directory, SECRET)).toBe(2);
});

test('once a redaction is acknowledged, the text is in no file, and salt and text give the hash that is left', async () => {
  const { board, people, wall } = await seated('ada', 'bo');
  const [, bo] = people;
  const add = { id: 'a', type: 'note.add', note: 'n1', target: BOARD, kind: 'risk', text: SECRET };
  await bo?.ask('board:do', add);
  await bo?.ask('board:do', { id: 'e', type: 'note.edit', note: 'n1', text: `${SECRET}, once more` });
  expect(occurrences(directory, SECRET)).toBeGreaterThan(1);
  const redacted = await bo?.ask<{ receipt: string }>('board:do', { id: 'x', type: 'note.redact', note: 'n1' });
  expect(occurrences(directory, SECRET)).toBe(0);
  if (redacted?.ok !== true) throw new Error('refused');
  await wall.until((heard) => JSON.stringify(heard).includes('note.redacted'));
  const hash = createHash('sha256').update(`${redacted.receipt}|${SECRET}, once more`).digest('hex');
  expect(JSON.stringify(await wall.ask('board:sync', {}))).toContain(hash);
  expect(occurrences(directory, redacted.receipt)).toBe(0);
  expect(JSON.stringify(await door.boards.events(board.id))).not.toContain(SECRET);
});
