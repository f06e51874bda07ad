// Boards that nobody changed for long are erased where the setting says so.
import { expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { Surroundings } from '../../server/boards/boards.ts';
import { readConfig } from '../../server/config.ts';
import { quietLog } from '../../server/log.ts';
import { startRetention } from '../../server/retention.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import { ok } from '../../shared/result.ts';

const DAY_MS = 24 * 3600 * 1000;

/** A clock and alarms that the test moves. */
function surroundingsOf() {
  let time = Date.UTC(2026, 10, 23);
  const alarms = new Set<{ at: number; ring: () => void }>();
  const surroundings: Pick<Surroundings, 'now' | 'after'> = {
    now: () => time,
    after: (ms, ring) => {
      const alarm = { at: time + ms, ring };
      alarms.add(alarm);
      return () => void alarms.delete(alarm);
    },
  };
  const pass = async (ms: number): Promise<void> => {
    time += ms;
    for (const alarm of [...alarms].filter(({ at }) => at <= time)) {
      alarms.delete(alarm);
      alarm.ring();
    }
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { surroundings, alarms, pass };
}

function retention(days: number, unused: readonly string[], occupied: readonly string[] = []) {
  const { surroundings, alarms, pass } = surroundingsOf();
  const erased: string[] = [];
  const asked: string[] = [];
  const stop = startRetention({
    days,
    store: { unusedSince: (at) => (asked.push(at), Promise.resolve(unused)) },
    boards: { erase: (board) => (erased.push(board), Promise.resolve(ok(null))) },
    isOccupied: (board) => occupied.includes(board),
    surroundings,
    log: quietLog,
  });
  return { alarms, pass, erased, asked, stop };
}

test('unless the setting says a number of days, nothing is ever looked for', async () => {
  const { alarms, asked } = retention(0, ['a']);
  expect([alarms.size, asked.length]).toEqual([0, 0]);
});

test('boards unused for so many days are erased soon after the start and every hour, those with people on them are not', async () => {
  const { pass, erased, asked, stop, alarms } = retention(30, ['a', 'b'], ['b']);
  await pass(60_000);
  expect(erased).toEqual(['a']);
  expect(asked).toEqual(['2026-10-24T00:01:00.000Z']);
  await pass(3600 * 1000);
  expect(asked).toHaveLength(2);
  stop();
  expect(alarms.size).toBe(0);
});

test('a served board goes after its days, and not a day sooner', async () => {
  const { surroundings, pass } = surroundingsOf();
  const store = createMemoryStore();
  const app = createApp({
    store,
    config: readConfig({ PORT: '0', RETENTION_DAYS: '10' }),
    surroundings: { ...surroundings, randomBytes: (count) => new Uint8Array(count).fill(7) },
    log: quietLog,
  });
  const url = await app.listen();
  const made = await fetch(`${url}/api/boards`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{"id":"a-board-of-old","title":"T"}',
  });
  expect(made.status).toBe(201);
  const status = async (): Promise<number> => (await fetch(`${url}/api/boards/a-board-of-old`)).status;
  await pass(9 * DAY_MS);
  expect(await status()).toBe(401);
  await pass(DAY_MS + 3600 * 1000);
  await expect.poll(status).toBe(404);
  await app.close();
});
