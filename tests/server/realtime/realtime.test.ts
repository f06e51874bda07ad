import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BoardUpdate } from '../../../shared/protocol.ts';
import { type OpenDoor, claim, openDoor } from './open-door.ts';

let door: OpenDoor;
beforeEach(async () => {
  door = await openDoor();
});
afterEach(() => door.close());

describe('from a click to another screen', () => {
  test('a command is acknowledged with its revision and reaches everybody else in the room', async () => {
    const { id, keys } = await door.newBoard();
    const [ada, wall] = [door.client(), door.client()];
    const joined = await ada.join({ board: id, key: keys.facilitator, member: claim('ada') });
    expect(joined).toMatchObject({ ok: true, revision: 2, you: { id: 'ada', role: 'facilitator', name: 'ada' } });
    expect(await wall.join({ board: id, key: keys.watcher })).toMatchObject({ ok: true, you: { role: 'watcher' } });
    const done = await ada.ask('board:do', { id: 'c1', type: 'option.add', option: 'bottle', name: 'Bottle' });
    expect(done).toEqual({ ok: true, revision: 3 });
    await wall.untilHeard('board:update');
    const [update] = wall.all<BoardUpdate>('board:update').filter(({ from }) => from === 2);
    expect(update?.events).toMatchObject([{ revision: 3, type: 'option.added', option: 'bottle', by: 'ada' }]);
  });
});
