// kill -9 while links are replaced: the old key holds or the new one does, and the log says which.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { diceOf, numberSetting } from './dice.ts';
import { eventsOf, newMeeting } from './meeting.ts';
import { ServerProcess, portOf } from './server-process.ts';

const ROUNDS = numberSetting('FAULT_ROUNDS', 6);
const root = mkdtempSync(join(tmpdir(), 'palabre-keys-'));
afterAll(() => rmSync(root, { recursive: true, maxRetries: 5 }));
let server: ServerProcess | undefined;
afterEach(() => server?.kill());

test(
  'killed while a key is replaced, one of the two opens the board, and asking again ends it',
  { timeout: 60_000 + ROUNDS * 4000 },
  async () => {
    const dice = diceOf(numberSetting('FAULT_SEED', 20_261_128));
    server = new ServerProcess({ data: root });
    const url = await server.ready();
    const meeting = await newMeeting(url);
    const ask = (proof: string, key: string) =>
      fetch(`${url}/api/boards/${meeting.id}/keys`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${proof}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ role: 'facilitator', key }),
      });
    const status = async (key: string) =>
      (await fetch(`${url}/api/boards/${meeting.id}`, { headers: { Authorization: `Bearer ${key}` } })).status;
    let current = meeting.keys.facilitator;
    const seen = { old: 0, fresh: 0 };
    for (let round = 1; round <= ROUNDS; round += 1) {
      const fresh = `key-number-${round}`.padEnd(32, 'x');
      const asked = ask(current, fresh).then(
        (response) => response.ok,
        () => false,
      );
      await new Promise((resolve) => setTimeout(resolve, dice(30)));
      server.child.kill('SIGKILL');
      const acknowledged = await asked;
      await server.ended;
      server = new ServerProcess({ data: root, port: portOf(url) });
      await server.ready();
      const opened = [await status(current), await status(fresh)];
      expect([
        [200, 401],
        [401, 200],
      ]).toContainEqual(opened);
      if (acknowledged) expect(opened).toEqual([401, 200]);
      seen[opened[0] === 200 ? 'old' : 'fresh'] += 1;
      const again = await ask(current, fresh);
      expect(again.status).toBe(200);
      const { keys } = (await again.json()) as { keys: typeof meeting.keys };
      expect([await status(current), await status(fresh), await status(keys.watcher)]).toEqual([401, 200, 200]);
      const turns = (await eventsOf(url, { ...meeting, keys })).filter(({ type }) => type === 'key.rotated');
      expect(turns).toHaveLength(round);
      current = fresh;
    }
    process.stdout.write(`${ROUNDS} kills: ${JSON.stringify(seen)}\n`);
  },
);
