import type { Socket as TcpSocket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BoardState, BoardUpdate } from '../../../shared/protocol.ts';
import { type Client, type OpenDoor, claim, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

/** The connection under a client, so that a test can stop reading from it. */
const wireOf = ({ socket }: Client): TcpSocket =>
  (socket.io.engine.transport as unknown as { ws: { _socket: TcpSocket } }).ws._socket;

describe('somebody who does not read', () => {
  test('is passed by while the others go on, and gets the whole board when they read again', async () => {
    const board = await door.newBoard();
    const [ada, stalled] = [door.client(), door.client()];
    await ada.join({ board: board.id, key: board.keys.facilitator, member: claim('ada') });
    await stalled.join({ board: board.id, key: board.keys.watcher });
    await stalled.untilHeard('presence:update');
    wireOf(stalled).pause();

    const count = 400;
    const text = 'x'.repeat(60_000);
    for (let sent = 1; sent <= count; sent += 1) {
      door.realtime.announcer.update({
        board: board.id,
        from: 2,
        events: [{ type: 'board.edited', title: `${sent} ${text}`, revision: 3, at: '' }],
      });
      await ada.until(() => ada.all<BoardUpdate>('board:update').filter(({ from }) => from === 2).length >= sent);
    }
    await ada.ask('board:do', { id: 'c1', type: 'board.edit', title: 'What it is now' });

    wireOf(stalled).resume();
    await stalled.untilHeard('board:state');
    const [state] = stalled.all<BoardState>('board:state');
    expect(state).toMatchObject({ board: board.id, revision: 3, snapshot: { title: 'What it is now' } });
    expect(stalled.all<BoardUpdate>('board:update').length).toBeLessThan(count);

    await ada.ask('board:do', { id: 'c2', type: 'board.edit', title: 'And then' });
    await stalled.until(() => stalled.all<BoardUpdate>('board:update').some(({ from }) => from === 3));
    expect(stalled.all('board:state')).toHaveLength(1);
  });

  test('who keeps sending without ever reading is cut off', async () => {
    const board = await door.newBoard();
    const flood = door.client();
    await flood.join({ board: board.id, key: board.keys.facilitator, member: claim('ada') });
    wireOf(flood).pause();
    for (let batch = 0; batch < 400 && door.realtime.stats().connections > 0; batch += 1) {
      for (let sent = 0; sent < 50; sent += 1) flood.socket.emit('board:sync', {}, () => undefined);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(door.realtime.stats().joined).toBe(0);
  });
});

describe('rooms of many', () => {
  test('a message reaches everybody once and in order, slice by slice', async () => {
    const board = await door.newBoard();
    const ada = door.client();
    await ada.join({ board: board.id, key: board.keys.facilitator, member: claim('ada') });
    const wall = Array.from({ length: 30 }, () => door.client());
    await Promise.all(wall.map((client) => client.join({ board: board.id, key: board.keys.watcher })));
    for (const option of ['a', 'b', 'c']) {
      await ada.ask('board:do', { id: option, type: 'option.add', option, name: option });
    }
    const revisions = (client: Client) =>
      client.all<BoardUpdate>('board:update').flatMap(({ events }) => events.map(({ revision }) => revision));
    for (const client of wall) {
      await client.until(() => revisions(client).includes(5));
      expect(revisions(client).filter((revision) => revision > 2)).toEqual([3, 4, 5]);
    }
  });
});
