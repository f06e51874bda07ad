// The record through the door: who may read and write, what the others hear, and what is refused.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CreatedBoard } from '../../../server/boards/boards.ts';
import type { Role } from '../../../shared/board/board.ts';
import type { Reply } from '../../../shared/protocol.ts';
import type { RecordOpened, RecordRelay } from '../../../shared/record/record.ts';
import { Writer } from '../record/writers.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

let door: OpenDoor;
let board: CreatedBoard;
beforeEach(async () => {
  door = await openDoor();
  board = await door.newBoard();
});
afterEach(() => door.close());

const joined = (name: string | undefined, role: Role): Promise<Client> => door.joined(board, name, role);

async function opened(client: Client, vector?: string): Promise<RecordOpened> {
  const reply = await client.ask<RecordOpened>('record:open', vector === undefined ? {} : { vector });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply;
}

const write = (client: Client, update: string): Promise<Reply<object>> => client.ask('record:update', { update });
const relays = (client: Client): RecordRelay[] => client.all<RecordRelay>('record:update');
/** What a client that heard all of it has before it. */
function seenBy(client: Client, first: RecordOpened): string {
  const reader = new Writer(99);
  reader.hear(first.update);
  for (const { update } of relays(client)) reader.hear(update);
  return reader.textOf('context');
}

test('what one writes the others who have the record open hear, and nobody else', async () => {
  const [ada, bo, wall, away] = await Promise.all([
    joined('ada', 'facilitator'),
    joined('bo', 'voter'),
    joined(undefined, 'watcher'),
    joined('cy', 'voter'),
  ]);
  const starts = await Promise.all([ada, bo, wall].map((client) => opened(client)));
  const writer = new Writer(7);
  expect(await write(ada, writer.type('context', 'Words'))).toEqual({ ok: true });
  await Promise.all([bo, wall].map((client) => client.untilHeard('record:update')));
  expect(relays(bo)[0]?.board).toBe(board.id);
  expect(seenBy(bo, starts[1] as RecordOpened)).toBe('Words');
  expect(seenBy(wall, starts[2] as RecordOpened)).toBe('Words');
  await bo.ask('record:close', {});
  await write(ada, writer.type('context', ' more'));
  await wall.until(() => relays(wall).length === 2);
  expect(relays(bo)).toHaveLength(1);
  expect(relays(ada)).toEqual([]);
  expect(relays(away)).toEqual([]);
});

test('who opens it later, or again, gets what they lack and no more', async () => {
  const ada = await joined('ada', 'facilitator');
  const writer = new Writer(7);
  await opened(ada);
  await write(ada, writer.type('context', 'x'.repeat(2000)));
  const bo = await joined('bo', 'voter');
  const first = await opened(bo);
  expect(seenBy(bo, first)).toBe('x'.repeat(2000));
  expect(first.update.length).toBeGreaterThan(2000);
  expect((await opened(bo, first.vector)).update.length).toBeLessThan(100);
});

describe('who may do what', () => {
  test('watchers read and do not write', async () => {
    const wall = await joined(undefined, 'watcher');
    await opened(wall);
    const refused = await write(wall, new Writer(7).type('context', 'Graffiti'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await door.records.texts(board.id)).toEqual({ ok: true, value: {} });
  });

  test('nobody reads or writes without having joined, or after having left', async () => {
    const stranger = door.client();
    await stranger.connected();
    const update = new Writer(7).type('context', 'Words');
    expect(await stranger.ask('record:open', {})).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await write(stranger, update)).toMatchObject({ error: { code: 'not-allowed' } });
    const bo = await joined('bo', 'voter');
    await opened(bo);
    await bo.ask('board:leave', {});
    expect(await write(bo, update)).toMatchObject({ error: { code: 'not-allowed' } });
    const ada = await joined('ada', 'facilitator');
    await opened(ada);
    expect(await write(ada, update)).toEqual({ ok: true });
    await bo.ask('record:close', {});
    expect(relays(bo)).toEqual([]);
  });

  test('on another board one hears nothing of the one before', async () => {
    const bo = await joined('bo', 'voter');
    await opened(bo);
    const other = await door.newBoard();
    await bo.join({ board: other.id, key: other.keys.voter, member: claim('bo') });
    const ada = await joined('ada', 'facilitator');
    await opened(ada);
    await write(ada, new Writer(7).type('context', 'Words'));
    await bo.ask('board:sync', {});
    expect(relays(bo)).toEqual([]);
  });

  test('who was removed can write no more', async () => {
    const [ada, bo] = [await joined('ada', 'facilitator'), await joined('bo', 'voter')];
    await opened(bo);
    await ada.ask('board:do', { id: 'c1', type: 'member.remove', member: 'bo' });
    await bo.untilHeard('disconnect');
    expect(door.records.open).toBe(0);
  });
});

describe('what is no update', () => {
  test.each<[string, unknown, string]>([
    ['no object', 'text', 'invalid'],
    ['no text', { update: 7 }, 'invalid'],
    ['no base64', { update: 'é' }, 'invalid'],
    ['half a base64', { update: 'AAA' }, 'invalid'],
    ['nothing', { update: '' }, 'invalid'],
    ['junk', { update: Buffer.alloc(60, 255).toString('base64') }, 'invalid'],
    ['a field more', { update: 'AAA=', member: 'ada' }, 'invalid'],
    ['too much', { update: 'A'.repeat(48_000) }, 'invalid'],
  ])('is refused: %s', async (_name, payload, code) => {
    const bo = await joined('bo', 'voter');
    await opened(bo);
    expect(await bo.ask('record:update', payload)).toMatchObject({ ok: false, error: { code } });
    expect(await bo.ask('record:open', payload)).toMatchObject({ ok: false });
    expect(await door.records.texts(board.id)).toEqual({ ok: true, value: {} });
  });
});

test('a burst of updates reaches the readers as a few messages that say the same', async () => {
  const [ada, bo] = [await joined('ada', 'facilitator'), await joined('bo', 'voter')];
  const writer = new Writer(7);
  const [, start] = [await opened(ada), await opened(bo)];
  const words = Array.from({ length: 60 }, (_, index) => `${index} `);
  await Promise.all(words.map((word) => write(ada, writer.type('context', word))));
  await bo.until(() => seenBy(bo, start) === words.join(''));
  expect(relays(bo).length).toBeLessThan(30);
});

test('a record lives in memory while a line has it open', async () => {
  const bo = await joined('bo', 'voter');
  await opened(bo);
  await opened(bo);
  expect(door.records.open).toBe(1);
  bo.close();
  const ada = await joined('ada', 'facilitator');
  await expect.poll(() => door.records.open).toBe(0);
  await opened(ada);
  await ada.ask('board:leave', {});
  expect(door.records.open).toBe(0);
});
