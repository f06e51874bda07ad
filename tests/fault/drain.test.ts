// Stopping and coming back: no acknowledgement is lost, clients find the new process by themselves, and what fell due
// while no server ran is made up for. Nothing secret is in the log of all that.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { BusyClient, type Sent } from './busy-client.ts';
import { call, eventsOf, newMeeting } from './meeting.ts';
import { RecordWriter } from './record-writer.ts';
import { ServerProcess, portOf } from './server-process.ts';

// Processes start slowly where much else runs.
vi.setConfig({ testTimeout: 60_000 });
const root = mkdtempSync(join(tmpdir(), 'palabre-drain-'));
afterAll(() => rmSync(root, { recursive: true, maxRetries: 5 }));
const servers: ServerProcess[] = [];
const clients: BusyClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const server of servers.splice(0)) await server.kill();
});

function start(data: string, port?: number): ServerProcess {
  const server = new ServerProcess({ data, ...(port !== undefined && { port }), environment: { LOG_LEVEL: 'debug' } });
  servers.push(server);
  return server;
}

async function begin(people: number) {
  const data = mkdtempSync(join(root, 'data-'));
  const server = start(data);
  const url = await server.ready();
  const meeting = await newMeeting(url);
  const all = Array.from({ length: people }, (_, index) => {
    const client = new BusyClient(url, meeting, index === 0 ? 'facilitator' : 'voter', `person-${index}`);
    clients.push(client);
    return client;
  });
  await Promise.all(all.map((client) => client.joined()));
  return { data, server, url, meeting, people: all };
}

const writer = (client: BusyClient) => {
  let count = 0;
  return (): Sent => {
    const id = `${client.member}-${(count += 1)}`;
    return { id, type: 'note.add', note: id, target: { kind: 'board' }, kind: 'note', text: id };
  };
};

test('stopped under load, it acknowledges all that it took, and everybody is back on the next one by themselves', async () => {
  const { data, server, url, meeting, people } = await begin(5);
  for (const client of people) client.work(writer(client));
  await new Promise<void>((resolve) => {
    let heard = 0;
    for (const client of people) client.heard = () => (heard += 1) === 200 && resolve();
  });
  expect(await server.stop()).toBe(0);
  const acknowledged = people.flatMap(({ told }) => [...told.keys()]);
  const next = start(data, portOf(url));
  await next.ready();
  // Exactly what was acknowledged had been done: whatever else was sent had been refused or never taken.
  await Promise.all(people.map((client) => client.rest()));
  const notes = (await eventsOf(url, meeting)).flatMap(({ type, note }) => (type === 'note.added' ? [note] : []));
  expect(new Set(notes.slice(0, acknowledged.length))).toEqual(new Set(acknowledged));
  expect(notes).toHaveLength(new Set(notes).size);
  expect(new Set(notes)).toEqual(new Set(people.flatMap(({ commands }) => [...commands.keys()])));
  expect(people.map(({ returns }) => returns)).toEqual(people.map(() => 1));
  expect(server.said + next.said).not.toMatch(/"level":50/);
});

test('a round whose time ran out while no server ran is closed by the next one, once, without its voters', async () => {
  const { data, server, url, meeting, people } = await begin(4);
  const [facilitator, ...voters] = people;
  const open = { id: 'o', type: 'round.open', round: 'r', method: 'approval', secrecy: 'anonymous', seconds: 600 };
  expect(await facilitator?.do(open)).toMatchObject({ ok: true });
  for (const client of voters) {
    const cast = { id: `${client.member}-c`, type: 'ballot.cast', round: 'r', ballot: { approved: ['flask'] } };
    expect(await client.do(cast)).toMatchObject({ ok: true });
  }
  expect(await facilitator?.do({ id: 'n', type: 'round.close', round: 'r', after: 1 })).toMatchObject({ ok: true });
  await server.kill();
  const next = start(data, portOf(url));
  await next.ready();
  const closed = async (): Promise<number> => {
    const events = await eventsOf(url, meeting);
    return events.filter(({ type, by }) => type === 'round.closed' && by === undefined).length;
  };
  await expect.poll(closed, { timeout: 5000 }).toBe(1);
  expect(await facilitator?.do({ id: 'r', type: 'round.reveal', round: 'r' })).toMatchObject({ ok: true });
  const shown = await call<{ receipts: string[] }>(
    `${url}/api/boards/${meeting.id}/rounds/r/ballots`,
    `Bearer ${meeting.keys.watcher}`,
  );
  expect(shown.receipts).toHaveLength(3);
});

test('the log of a meeting, told at its most talkative, holds no key, no token, no ballot, no receipt, no name and no word', async () => {
  const { server, url, meeting, people } = await begin(4);
  const [facilitator, ...voters] = people;
  await facilitator?.do({
    id: 'o',
    type: 'round.open',
    round: 'r',
    method: 'consent',
    secrecy: 'anonymous',
    proposal: 'The proposal of the day',
    silentNotes: 'unsigned',
  });
  const receipts = [];
  for (const client of voters) {
    const ballot = { fingers: 1, reason: 'a reason of mine' };
    receipts.push((await client.do({ id: `${client.member}-c`, type: 'ballot.cast', round: 'r', ballot })).receipt);
  }
  const note = { note: 'n1', target: { kind: 'board' }, kind: 'con', text: 'a note of mine' };
  const [author] = voters;
  await author?.do({ id: 'n', type: 'note.add', ...note });
  await author?.do({ id: 'x', type: 'note.redact', note: 'n1' });
  await author?.do({ id: 'h', type: 'note.hold', round: 'r', ...note, note: 'n2', text: 'a note held back' });
  const writer = new RecordWriter(url, meeting, 'the-writer', 10);
  writer.work();
  await expect.poll(() => writer.acknowledged.size).toBeGreaterThan(3);
  await writer.rest();
  writer.close();
  const fresh = 'a-key-that-a-browser-made-itself';
  const rotated = await call<{ keys: Record<string, string> }>(
    `${url}/api/boards/${meeting.id}/keys`,
    `Bearer ${meeting.keys.facilitator}`,
    { role: 'facilitator', key: fresh },
  );
  await call(`${url}/api/boards`, `Bearer ${fresh}`, { title: 'A copy of it', copy: { board: meeting.id } });
  for (const file of ['export.json', 'export.csv', 'record.md', 'history']) {
    await fetch(`${url}/api/boards/${meeting.id}/${file}`, { headers: { Authorization: `Bearer ${fresh}` } });
  }
  const wrong = { Authorization: `Bearer ${meeting.keys.voter}x` };
  await fetch(`${url}/api/boards/${meeting.id}`, { headers: wrong });
  await fetch(`${url}/api/boards/${meeting.id}/commands`, { method: 'POST', headers: wrong, body: '{"token":"x"' });
  await facilitator?.do({ id: 'c', type: 'round.close', round: 'r' });
  expect(await server.stop()).toBe(0);
  const { keys, code } = meeting;
  const secrets = [
    ...Object.values(keys),
    code,
    code.replace('-', ''),
    ...receipts,
    'person-1',
    'a reason of mine',
    '-t-t',
    'a note of mine',
    'a note held back',
    'the-writer',
    'The proposal of the day',
    'Kept whatever happens',
    'A copy of it',
    'fingers',
    ...Object.values(rotated.keys),
    fresh,
  ];
  expect(receipts.every((receipt) => typeof receipt === 'string')).toBe(true);
  for (const secret of secrets) expect(server.said).not.toContain(secret);
});
