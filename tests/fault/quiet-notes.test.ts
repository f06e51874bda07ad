// kill -9 around a redaction and around notes that are held: what was acknowledged holds, and what was begun is finished.
// FAULT_REDACTIONS says how often it is killed, FAULT_SEED plays a run again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { occurrences } from '../server/store/store-directory.ts';
import { BusyClient } from './busy-client.ts';
import { diceOf, numberSetting } from './dice.ts';
import { eventsOf, newMeeting } from './meeting.ts';
import { ServerProcess, portOf } from './server-process.ts';

const KILLS = numberSetting('FAULT_REDACTIONS', 4);
const dice = diceOf(numberSetting('FAULT_SEED', 20_261_123));

const data = mkdtempSync(join(tmpdir(), 'palabre-quiet-'));
let server: ServerProcess | undefined;
const clients: BusyClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server?.kill();
});
afterAll(() => rmSync(data, { recursive: true, maxRetries: 5 }));

test(
  `killed ${KILLS} times while a text is redacted and notes are held, no byte of the text and no author comes back`,
  { timeout: 30_000 + KILLS * 8000 },
  async () => {
    server = new ServerProcess({ data });
    const url = await server.ready();
    const meeting = await newMeeting(url);
    const ada = new BusyClient(url, meeting, 'facilitator', 'ada');
    const bo = new BusyClient(url, meeting, 'voter', 'the-author-bo');
    clients.push(ada, bo);
    await Promise.all(clients.map((client) => client.joined()));
    const target = { kind: 'board' };

    for (let kill = 0; kill < KILLS; kill += 1) {
      const [note, round, secret] = [`n${kill}`, `r${kill}`, `unspeakable-${kill}-`];
      const text = secret.repeat(1 + dice(200));
      await bo.do({ id: `add-${note}`, type: 'note.add', note, target, kind: 'risk', text });
      await bo.do({ id: `edit-${note}`, type: 'note.edit', note, text: `${text}!` });
      await ada.do({
        id: `open-${round}`,
        type: 'round.open',
        round,
        method: 'approval',
        secrecy: 'named',
        silentNotes: 'unsigned',
      });
      const held = { round, note: `h${kill}`, target, kind: 'con', text: `silently ${kill}` };
      expect(await bo.do({ id: `hold-${note}`, type: 'note.hold', ...held })).toMatchObject({ ok: true });
      expect(occurrences(data, secret)).toBeGreaterThan(0);

      const redacted = bo.do({ id: `redact-${note}`, type: 'note.redact', note });
      const closed = ada.do({ id: `close-${round}`, type: 'round.close', round });
      await new Promise((resolve) => setTimeout(resolve, dice(40)));
      server.child.kill('SIGKILL');
      await server.ended;
      server = new ServerProcess({ data, port: portOf(url) });
      await server.ready();
      // Both are sent once more by themselves until they are acknowledged.
      expect(await redacted).toMatchObject({ ok: true });
      expect(await closed).toMatchObject({ ok: true });
      expect(occurrences(data, secret)).toBe(0);
      expect(occurrences(data, `the-author-boh${kill}`)).toBe(0);

      expect(await ada.do({ id: `reveal-${round}`, type: 'round.reveal', round })).toMatchObject({ ok: true });
      const events = await eventsOf(url, meeting);
      expect(events.filter((event) => event.note === note).map(({ type }) => type)).toEqual([
        'note.added',
        'note.edited',
        'note.redacted',
      ]);
      const published = events.filter((event) => event.note === held.note);
      expect(published.map(({ type, by }) => [type, by])).toEqual([['note.added', undefined]]);
    }
    expect([...ada.refused, ...bo.refused].filter(({ error }) => error?.code !== 'try-again')).toEqual([]);
    for (const client of clients) client.close();
    expect(await server.stop()).toBe(0);
  },
);
