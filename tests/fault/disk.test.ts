// What the server does about a disk that fails it: full, read-only, damaged, or shared with another server.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { BusyClient, type Sent } from './busy-client.ts';
import { diceOf } from './dice.ts';
import { type Meeting, eventsOf, newMeeting } from './meeting.ts';
import { RecordWriter, wordsIn } from './record-writer.ts';
import { ServerProcess, type Start, portOf } from './server-process.ts';

// Processes start slowly where much else runs.
vi.setConfig({ testTimeout: 60_000 });
const root = mkdtempSync(join(tmpdir(), 'palabre-disk-'));
afterAll(() => rmSync(root, { recursive: true, maxRetries: 5 }));
const servers: ServerProcess[] = [];
const clients: BusyClient[] = [];
const writers: RecordWriter[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const writer of writers.splice(0)) writer.close();
  for (const server of servers.splice(0)) await server.kill();
});

const newData = (): string => mkdtempSync(join(root, 'data-'));
function start(how: Start): ServerProcess {
  const server = new ServerProcess(how);
  servers.push(server);
  return server;
}

const note = (number: number): Sent => ({
  id: `n${number}`,
  type: 'note.add',
  note: `n${number}`,
  target: { kind: 'board' },
  kind: 'note',
  text: `${number} `.repeat(500),
});

async function begin(how: Start) {
  const server = start(how);
  const url = await server.ready();
  const meeting = await newMeeting(url);
  const client = new BusyClient(url, meeting, 'facilitator', 'ada');
  clients.push(client);
  await client.joined();
  return { server, url, meeting, client };
}

const notesIn = async (url: string, meeting: Meeting) =>
  (await eventsOf(url, meeting)).flatMap((event) => (event.type === 'note.added' ? [event.note] : []));

/** The server may write files of at most so many blocks of 1024 bytes, as on a disk that is full. */
const smallDisk = (kilobytes: number): readonly string[] => ['bash', '-c', `ulimit -S -f ${kilobytes}; exec "$0" "$@"`];

test('on a full disk clients are asked to try again, nothing acknowledged is lost, and service resumes with room', async () => {
  const { server, url, meeting, client } = await begin({ data: newData(), through: smallDisk(600) });
  const writer = new RecordWriter(url, meeting, 'bo', 10);
  writers.push(writer);
  let sent = 0;
  client.work(() => note((sent += 1)));
  writer.work();
  await server.untilSaid(/Boards cannot be saved/);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  await expect.poll(() => writer.refused.length).toBeGreaterThan(0);
  const words = [...writer.acknowledged];
  expect(await wordsIn(url, meeting)).toEqual(expect.arrayContaining(words));
  const made = await fetch(`${url}/api/boards`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ title: 'T', question: 'x'.repeat(400), template: 'python-web-frameworks' }),
  });
  expect([made.status, await made.json()]).toMatchObject([503, { error: { code: 'try-again' } }]);
  const acknowledged = [...client.told.keys()];
  expect(acknowledged.length).toBeGreaterThan(10);
  // What is there can still be read.
  expect(await notesIn(url, meeting)).toEqual(expect.arrayContaining(acknowledged));
  expect(spawnSync('prlimit', ['--pid', String(server.child.pid), '--fsize=unlimited']).status).toBe(0);
  await server.untilSaid(/Boards are saved again/);
  await Promise.all([client.rest(), writer.rest()]);
  expect((await wordsIn(url, meeting)).toSorted()).toEqual([...writer.written].toSorted());
  expect(new Set(writer.refused)).toEqual(new Set(['try-again']));
  expect(client.refused.length).toBeGreaterThan(0);
  expect(new Set(client.refused.map(({ error }) => error?.code))).toEqual(new Set(['try-again']));
  expect(client.refused[0]?.error?.message).not.toBe('');
  const notes = await notesIn(url, meeting);
  expect(notes).toHaveLength(client.commands.size);
  expect(new Set(notes)).toEqual(new Set(client.commands.keys()));
  // One sentence when it begins and one when it is over, not one for each command.
  expect(server.said.match(/cannot be saved/g)?.length).toBeLessThan(20);
  expect(await server.stop()).toBe(0);
});

test('a directory that takes no files stops the start with one sentence', async () => {
  const refused = start({ data: '/proc' });
  expect(await refused.ended).toBe(1);
  expect(refused.said).toMatch(/^The data directory \/proc cannot be written to: [^\n]+\.\n$/);
});

test('a second server on the same data refuses with one sentence, and the first goes on', async () => {
  const data = newData();
  const { url, meeting, client } = await begin({ data });
  const second = start({ data });
  expect(await second.ended).toBe(1);
  expect(second.said).toBe(
    `Another Palabre is running with the data directory ${data}: stop it, or choose another directory.\n`,
  );
  expect(await client.do(note(1))).toMatchObject({ ok: true });
  expect(await notesIn(url, meeting)).toEqual(['n1']);
});

/** A board with notes, killed, so that the last of them are in the journal only. */
async function killed(notes: number) {
  const data = newData();
  const { server, meeting, client, url } = await begin({ data });
  for (let number = 1; number <= notes; number += 1) await client.do(note(number));
  client.close();
  await server.kill();
  return {
    data,
    meeting,
    port: portOf(url),
    journal: join(data, 'palabre.db-wal'),
    database: join(data, 'palabre.db'),
  };
}

test('a journal whose last page is torn opens with everything before the tear, in order and without a gap', async () => {
  const dice = diceOf(7);
  const { data, meeting, port, journal, database } = await killed(60);
  copyFileSync(journal, `${data}/whole-wal`);
  copyFileSync(database, `${data}/whole-db`);
  for (const torn of ['cut', 'overwritten'] as const) {
    copyFileSync(`${data}/whole-wal`, journal);
    copyFileSync(`${data}/whole-db`, database);
    rmSync(`${database}-shm`, { force: true });
    const { size } = statSync(journal);
    if (torn === 'cut') truncateSync(journal, size - 1 - dice(4000));
    else writeSync(openSync(journal, 'r+'), Buffer.alloc(2000, 0xa5), 0, 2000, size - 2500);
    const server = start({ data, port });
    const url = await server.ready();
    const notes = await notesIn(url, meeting);
    expect(notes).toEqual(Array.from({ length: notes.length }, (_, index) => `n${index + 1}`));
    expect(notes.length).toBeGreaterThanOrEqual(58);
    const client = new BusyClient(url, meeting, 'facilitator', 'ada');
    clients.push(client);
    // The command that the tear took is done when its client sends it once more, and only then.
    for (let number = notes.length; number <= 61; number += 1) {
      expect(await client.do(note(number))).toMatchObject({ ok: true });
    }
    expect((await notesIn(url, meeting)).length).toBe(61);
    client.close();
    await server.kill();
  }
});

test('a database that is damaged is not served: the start says so, and changes nothing in it', async () => {
  const { data, database, journal } = await killed(5);
  const stopped = start({ data });
  await stopped.ready();
  expect(await stopped.stop()).toBe(0);
  writeSync(openSync(database, 'r+'), Buffer.alloc(1000, 0x5a), 0, 1000, 0);
  rmSync(journal, { force: true });
  const before = readFileSync(database);
  const refused = start({ data });
  expect(await refused.ended).toBe(1);
  expect(refused.said).toMatch(/^The database \S+palabre\.db cannot be opened: [^\n]+\.\n$/);
  expect(readFileSync(database).equals(before)).toBe(true);
});
