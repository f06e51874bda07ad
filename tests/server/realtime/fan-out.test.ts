import { expect, test } from 'vitest';
import { FanOut } from '../../../server/realtime/fan-out.ts';
import type { Line } from '../../../server/realtime/line.ts';
import { Room } from '../../../server/realtime/room.ts';

const LINES = 1000;
const WRITE_MS = 0.02;

/** Rooms full of lines that take everything; each write takes its time on the clock that is handed out. */
function fullRooms(count: number) {
  let now = 0;
  const written: Room[] = [];
  const rooms = Array.from({ length: count }, (_, index) => new Room(`board ${index}`, false));
  for (const room of rooms) {
    const write = (): void => {
      written.push(room);
      now += WRITE_MS;
    };
    for (let index = 0; index < LINES; index += 1) {
      // What a sweep looks at of a line.
      const conn = { readyState: 'open', writeBuffer: [], transport: { name: 'polling' }, write, once: write };
      room.enter({ data: {}, conn } as unknown as Line, { board: room.board, role: 'watcher' });
    }
  }
  return { rooms, written, clock: { now: () => now } };
}

/** How many writes in a row one room had at most. */
function longestTurn(written: readonly Room[]): number {
  let [longest, inARow] = [0, 0];
  for (const [index, room] of written.entries()) {
    inARow = room === written[index - 1] ? inARow + 1 : 1;
    longest = Math.max(longest, inARow);
  }
  return longest;
}

test('sweeps of many rooms take turns of 3 ms, however long each waits for the others', async () => {
  const { rooms, written, clock } = fullRooms(10);
  const fanOut = new FanOut(clock, () => undefined);
  for (const room of rooms) fanOut.send(room, 'board:update', { board: room.board, from: 1, events: [] });
  await expect.poll(() => written.length).toBe(rooms.length * LINES);
  expect(longestTurn(written) * WRITE_MS).toBeLessThanOrEqual(4);
});
