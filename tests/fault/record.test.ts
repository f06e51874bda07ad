// kill -9 while people write in the record: a word that was acknowledged is there, once, and so is every other in the end.
// FAULT_RECORDS says how often it is killed, FAULT_SEED plays a run again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { diceOf, numberSetting } from './dice.ts';
import { newMeeting } from './meeting.ts';
import { RecordWriter, wordsIn } from './record-writer.ts';
import { ServerProcess, portOf } from './server-process.ts';

const KILLS = numberSetting('FAULT_RECORDS', 5);
const dice = diceOf(numberSetting('FAULT_SEED', 20_261_129));
/** Enough that what was written is put together in between, which a kill may hit too. */
const WORDS_A_LIFE = 130;

const data = mkdtempSync(join(tmpdir(), 'palabre-record-'));
let server: ServerProcess | undefined;
const writers: RecordWriter[] = [];
afterEach(async () => {
  for (const writer of writers.splice(0)) writer.close();
  await server?.kill();
});
afterAll(() => rmSync(data, { recursive: true, maxRetries: 5 }));

test(
  `killed ${KILLS} times while three people write, every word stands in the record once`,
  { timeout: 30_000 + KILLS * 10_000 },
  async () => {
    server = new ServerProcess({ data });
    const url = await server.ready();
    const meeting = await newMeeting(url);
    writers.push(...['ada', 'bo', 'cy'].map((name, index) => new RecordWriter(url, meeting, name, index + 10)));
    const acknowledged = (): string[] => writers.flatMap((writer) => [...writer.acknowledged]);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      for (const writer of writers) writer.work();
      const wanted = acknowledged().length + WORDS_A_LIFE + dice(100);
      await expect.poll(() => acknowledged().length, { interval: 1, timeout: 10_000 }).toBeGreaterThan(wanted);
      server.child.kill('SIGKILL');
      await server.ended;
      // What was acknowledged by then, and nothing that was acknowledged later.
      const known = acknowledged();
      server = new ServerProcess({ data, port: portOf(url) });
      await server.ready();
      const found = new Set(await wordsIn(url, meeting));
      expect(known.filter((word) => !found.has(word))).toEqual([]);
      await Promise.all(writers.map((writer) => writer.rest()));
      const words = await wordsIn(url, meeting);
      expect(words.toSorted()).toEqual(writers.flatMap(({ written }) => [...written]).toSorted());
    }
    expect(writers.flatMap(({ refused }) => refused.filter((code) => code !== 'try-again'))).toEqual([]);
    process.stdout.write(`${KILLS} kills: ${acknowledged().length} words, 0 lost, 0 doubled\n`);
    expect(await server.stop()).toBe(0);
  },
);
