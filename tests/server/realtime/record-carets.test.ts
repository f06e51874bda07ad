// Where people write in the record: told to those who have it open, as long as it is so, and kept nowhere.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Socket as TcpSocket } from 'node:net';
import type { CreatedBoard } from '../../../server/boards/boards.ts';
import type { Role } from '../../../shared/board/board.ts';
import { CARET_BOUNDS, type Caret, type RecordCarets } from '../../../shared/record/carets.ts';
import { RECORD_PARTS } from '../../../shared/record/record.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

let door: OpenDoor;
let board: CreatedBoard;
beforeEach(async () => {
  door = await openDoor();
  board = await door.newBoard();
});
afterEach(() => door.close());

async function reader(name: string | undefined, role: Role): Promise<Client> {
  const client = await door.joined(board, name, role);
  expect(await client.ask('record:open', {})).toMatchObject({ ok: true });
  return client;
}

const AT: Caret = { part: 'context', anchor: 'AAAB', head: 'AAAC' };
const place = (client: Client, caret: unknown = AT) => client.ask('record:caret', { caret });
const told = (client: Client): RecordCarets[] => client.all<RecordCarets>('record:carets');
/** Who writes, as far as a client has been told last. */
const writing = (client: Client): readonly string[] =>
  told(client)
    .at(-1)
    ?.carets.map(({ member }) => member) ?? [];
const untilWriting = (client: Client, ...members: readonly string[]): Promise<void> =>
  client.until(() => told(client).length > 0 && writing(client).join() === members.join());

test('those who have the record open are told, and nobody else', async () => {
  const [ada, bo, wall] = [
    await reader('ada', 'facilitator'),
    await reader('bo', 'voter'),
    await reader(undefined, 'watcher'),
  ];
  const away = door.client();
  await away.join({ board: board.id, key: board.keys.voter, member: claim('cy') });
  expect(await place(ada)).toEqual({ ok: true });
  await Promise.all([bo, wall].map((client) => untilWriting(client, 'ada')));
  expect(told(bo).at(-1)).toEqual({ board: board.id, carets: [{ member: 'ada', ...AT }] });
  await place(bo, { ...AT, part: 'more' });
  await untilWriting(wall, 'ada', 'bo');
  expect(told(away)).toEqual([]);
});

test('who opens the record later is told how it stands', async () => {
  await place(await reader('ada', 'facilitator'));
  await untilWriting(await reader('bo', 'voter'), 'ada');
});

describe('a place is gone', () => {
  test.each<[string, (ada: Client) => unknown]>([
    ['when it is taken back', (ada) => place(ada, null)],
    ['when the record is closed', (ada) => ada.ask('record:close', {})],
    ['when the board is left', (ada) => ada.ask('board:leave', {})],
    ['when the line is cut', (ada) => ada.close()],
  ])('%s', async (_when, end) => {
    const [ada, bo] = [await reader('ada', 'facilitator'), await reader('bo', 'voter')];
    await place(ada);
    await untilWriting(bo, 'ada');
    await end(ada);
    await untilWriting(bo);
  });

  test('on the page that was left, not on the other one where the same member writes by now', async () => {
    const [old, bo] = [await reader('ada', 'facilitator'), await reader('bo', 'voter')];
    await place(old);
    const now = await reader('ada', 'facilitator');
    await place(now, { ...AT, part: 'more' });
    await bo.until(() => told(bo).at(-1)?.carets[0]?.part === 'more');
    await place(old, null);
    old.close();
    await place(bo);
    await untilWriting(bo, 'ada', 'bo');
  });
});

describe('nobody is told', () => {
  test('a place of watchers, of strangers, and of who has not opened the record', async () => {
    const wall = await reader(undefined, 'watcher');
    const bo = await reader('bo', 'voter');
    await bo.ask('record:close', {});
    const stranger = door.client();
    await stranger.connected();
    for (const client of [wall, bo, stranger]) {
      expect(await place(client)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    }
    expect(told(wall)).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['in dissent, which may be unsigned', { ...AT, part: 'dissent' }],
    ['in no text', { ...AT, part: 'title' }],
    ['that is no place', { ...AT, head: '' }],
    ['that is too long', { ...AT, head: 'A'.repeat(2 * CARET_BOUNDS.place) }],
    ['in somebody else’s name', { ...AT, member: 'ada' }],
    ['at all', 7],
  ])('a place %s', async (_what, caret) => {
    expect(RECORD_PARTS).toContain('dissent');
    expect(await place(await reader('bo', 'voter'), caret)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('where anybody writes while a hidden round is open', async () => {
    const [ada, bo] = [await reader('ada', 'facilitator'), await reader('bo', 'voter')];
    const opening = { id: 'c1', type: 'round.open', round: 'r1', method: 'score', secrecy: 'anonymous' };
    expect(await ada.ask('board:do', opening)).toMatchObject({ ok: true });
    await ada.untilHeard('board:update');
    await place(ada);
    await bo.untilHeard('record:carets');
    expect(writing(bo)).toEqual([]);
    await ada.ask('board:do', { id: 'c2', type: 'round.close', round: 'r1' });
    await bo.until(() => bo.all('board:update').length >= 2);
    await place(ada);
    await untilWriting(bo, 'ada');
  });
});

test('a burst of moves reaches the readers as few messages, of those who moved last', async () => {
  const bo = await reader('bo', 'voter');
  const names = Array.from({ length: CARET_BOUNDS.told + 5 }, (_, index) => `m${index}`);
  const writers = await Promise.all(names.map((name) => reader(name, 'voter')));
  for (let round = 0; round < 4; round += 1) for (const writer of writers) await place(writer);
  await untilWriting(bo, ...names.slice(-CARET_BOUNDS.told));
  expect(told(bo).length).toBeLessThan(writers.length);
});

test('who does not read is left out, goes on nowhere, and is told when they read again', async () => {
  const [ada, stalled] = [await reader('ada', 'facilitator'), await reader('bo', 'voter')];
  const wire = (stalled.socket.io.engine.transport as unknown as { ws: { _socket: TcpSocket } }).ws._socket;
  await place(ada);
  await untilWriting(stalled, 'ada');
  wire.pause();
  const text = 'x'.repeat(60_000);
  const isLagging = (): boolean => door.realtime.stats().lagging > 0;
  for (let sent = 0; sent < 400 && !isLagging(); sent += 1) {
    const events = [{ type: 'board.edited' as const, title: `${sent} ${text}`, revision: 3, at: '' }];
    door.realtime.announcer.update({ board: board.id, from: 2, events });
    await ada.until(() => ada.all('board:update').length > sent);
  }
  expect(isLagging()).toBe(true);
  await place(ada, null);
  await untilWriting(ada);
  wire.resume();
  await untilWriting(stalled);
});
