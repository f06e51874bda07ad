// A server whose clock jumps: votes are taken, shown and kept all the same, and come back from disk as they were.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BusyClient } from './busy-client.ts';
import { call, newMeeting } from './meeting.ts';
import { ServerProcess, portOf } from './server-process.ts';

// Processes start slowly where much else runs.
vi.setConfig({ testTimeout: 60_000 });
const JUMPING = `--import=${new URL('jumping-clock.mjs', import.meta.url).href}`;
let data: string;
let server: ServerProcess;
let clients: BusyClient[] = [];

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'palabre-clock-'));
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.kill();
  rmSync(data, { recursive: true, maxRetries: 5 });
});

test('however the clock jumps, votes are acknowledged, seen by others and kept, and each counts once', async () => {
  server = new ServerProcess({ data, environment: { NODE_OPTIONS: JUMPING } });
  const url = await server.ready();
  const meeting = await newMeeting(url);
  const roles = ['facilitator', 'voter', 'voter'] as const;
  clients = roles.map((role, index) => new BusyClient(url, meeting, role, `person-${index}`));
  await Promise.all(clients.map((client) => client.joined()));
  const [facilitator, ...voters] = clients;
  const open = { id: 'o', type: 'round.open', round: 'r', method: 'approval', secrecy: 'live' };
  expect(await facilitator?.do(open)).toMatchObject({ ok: true });

  type Shown = { rounds: { r: { version: number; progress: { cast: number } } } };
  const version = async (at: string): Promise<number> =>
    (await call<Shown>(`${at}/api/boards/${meeting.id}`, `Bearer ${meeting.keys.watcher}`)).rounds.r.version;
  let cast = 0;
  const vote = async (): Promise<void> => {
    for (const client of voters) {
      cast += 1;
      const approved = [cast % 2 === 0 ? 'flask' : 'django'];
      const command = { id: `c${cast}`, type: 'ballot.cast', round: 'r', ballot: { approved } };
      expect(await client.do(command)).toMatchObject({ ok: true, version: cast });
    }
    // What others see follows within moments, not when the clock is back where it was.
    await expect.poll(() => version(url), { timeout: 5000 }).toBe(cast);
  };
  await vote();
  for (const ahead of ['2', '-1']) {
    server.child.kill('SIGUSR2');
    await server.untilSaid(new RegExp(`the clock is ${ahead} hours ahead`));
    await vote();
    await vote();
  }
  await server.kill();
  server = new ServerProcess({ data, port: portOf(url) });
  const again = await server.ready();
  expect(await version(again)).toBe(cast);
  await Promise.all(clients.map((client) => client.rest()));
  await vote();
});
