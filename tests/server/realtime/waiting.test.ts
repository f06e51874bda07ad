// A board whose door is watched: who comes anew watches until they are let in, on the line they have.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CreatedBoard } from '../../../server/boards/boards.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

let door: OpenDoor;
let board: CreatedBoard;
let ada: Client;
beforeEach(async () => {
  door = await openDoor();
  board = await door.newBoard();
  ada = door.client();
  await ada.join({ board: board.id, key: board.keys.facilitator, member: claim('ada') });
  await ada.ask('board:do', { id: 'watch', type: 'board.edit', approval: true });
  await ada.ask('board:do', { id: 'open', type: 'round.open', round: 'r1', method: 'score', secrecy: 'live' });
});
afterEach(() => door.close());

const ballot = { cells: { flask: { speed: 4 } } };
const vote = { id: 'vote', type: 'ballot.cast', round: 'r1', ballot };
const here = (client: Client) => client.all<{ here: object }>('presence:update').at(-1)?.here;
const come = async (member: string): Promise<Client> => {
  const client = door.client();
  const joined = await client.join({ board: board.code, member: claim(member) });
  expect(joined).toMatchObject({ ok: true, you: { id: member, role: 'voter', waiting: true } });
  return client;
};
const eligible = async () => {
  const read = await door.boards.read(board.id);
  return read.ok ? read.value.rounds['r1']?.progress.eligible : undefined;
};

test('who waits gets the updates, may change their name, and may do nothing else', async () => {
  const bo = await come('bo');
  expect(await bo.ask('board:do', vote)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  const rename = { id: 'name', type: 'member.rename', name: 'Bodil' };
  expect(await bo.ask('board:do', rename)).toMatchObject({ ok: true });
  await bo.until((heard) => JSON.stringify(heard).includes('Bodil'));
  expect(await eligible()).toBe(1);
});

test('who is let in votes on the same line, and is from then on one of those here', async () => {
  const bo = await come('bo');
  await ada.until(() => JSON.stringify(here(ada)) === '{"facilitators":1,"voters":0,"watchers":1}');
  await ada.ask('board:do', { id: 'in', type: 'member.admit', member: 'bo' });
  await bo.until((heard) => JSON.stringify(heard).includes('member.admitted'));
  expect(await bo.ask('board:do', vote)).toMatchObject({ ok: true, version: 1 });
  expect(await eligible()).toBe(2);
  await ada.until(() => JSON.stringify(here(ada)) === '{"facilitators":1,"voters":1,"watchers":0}');
  const again = door.client();
  const joined = await again.join({ board: board.code, member: claim('bo') });
  expect(joined.ok && joined.you).not.toHaveProperty('waiting');
});

test('who is turned away is told so and stays out', async () => {
  const bo = await come('bo');
  await ada.ask('board:do', { id: 'out', type: 'member.remove', member: 'bo' });
  await bo.until((heard) => heard.some(([name]) => name === 'board:ended'));
  expect(bo.all('board:ended')).toEqual([{ board: board.id, reason: 'removed' }]);
  const again = await door.client().join({ board: board.code, member: claim('bo') });
  expect(again).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});

test('nobody sees what somebody who waits looks at or writes', async () => {
  const bo = await come('bo');
  bo.socket.emit('presence:set', { focus: { kind: 'option', option: 'flask' }, hand: true });
  await bo.ask('board:sync', {});
  await come('cy');
  await ada.until(() => JSON.stringify(here(ada)) === '{"facilitators":1,"voters":0,"watchers":2}');
  expect(JSON.stringify(ada.all('presence:update'))).not.toContain('"bo"');
});
