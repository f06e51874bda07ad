// A board with everything that a board can hold, on a real file: what of it is in a backup, and that nothing of it is left
// when it was erased.
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { writeBackup } from '../../server/store/backup.ts';
import { restoreBackup } from '../../server/store/restore.ts';
import { Connection } from '../../server/store/sqlite-connection.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { type Meeting, startMeeting } from './http/meeting.ts';
import { type TestServer, startServer, textAt } from './http/serve.ts';
import { Writer } from './record/writers.ts';
import { bytesIn, newDirectory, removeDirectory } from './store/store-directory.ts';

let directory: string;
let store: Store;
let server: TestServer;

async function serve(where: string): Promise<void> {
  store = await openSqliteStore({ directory: where });
  server = await startServer({ store, environment: { LIMITS: 'off' } });
}
async function stop(): Promise<void> {
  await server.close();
  await store.close();
}
beforeEach(async () => {
  directory = newDirectory();
  await serve(directory);
});
afterEach(async () => {
  await stop();
  removeDirectory(directory);
});

/** Every text of every row that is about a board, and of the open boxes; all boxes are taken to be its. */
function textsOf(board: string): string[] {
  const reader = new Connection(join(directory, 'palabre.db'));
  const tables = reader.prepare<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
  const texts = tables.flatMap(({ name }) => {
    const columns = reader.prepare<{ name: string }>(`SELECT name FROM pragma_table_info('${name}')`).all();
    const about = columns.some((column) => column.name === 'board') ? 'board' : 'id';
    const isBox = name.startsWith('open_');
    if (!isBox && columns.every((column) => column.name !== about)) return [];
    const query = isBox ? `SELECT * FROM "${name}"` : `SELECT * FROM "${name}" WHERE ${about} = '${board}'`;
    const rows = reader.prepare<Record<string, unknown>>(query).all();
    return rows.flatMap((row) => Object.values(row).map((value) => [name, String(value)] as const));
  });
  reader.close();
  tablesSeen = new Set(texts.map(([name]) => name.replace(/\d+$/, '')));
  return texts.map(([, text]) => text);
}
let tablesSeen: ReadonlySet<string> = new Set();

/** Pieces of a text, as long as would tell it from any other, and not longer than what stands on one page of the file. */
const piecesOf = (text: string): string[] =>
  Array.from({ length: Math.floor(text.length / 40) }, (_, at) => text.slice(at * 40, at * 40 + 24));

const LONG = Array.from({ length: 120 }, (_, at) => `so much to say, part ${at}`).join(', ');
const TARGET = { kind: 'board' };

interface Whole {
  readonly meeting: Meeting;
  readonly secrets: readonly string[];
}

/** A board on which all has happened, in the middle of an anonymous round that holds notes back. */
async function everything(name: string): Promise<Whole> {
  const meeting = await startMeeting(server, { title: `Title of ${name}` });
  const ada = await meeting.member(`Ada of ${name}`, meeting.keys.facilitator);
  const voters = [await meeting.member(`Bo of ${name}`), await meeting.member(`Cy of ${name}`), ada];
  const done = async (who: string, type: string, fields: object): Promise<unknown> => {
    const answer = await meeting.do(who, type, fields);
    if (answer.status !== 200) throw new Error(`${type}: ${answer.text}`);
    return answer.json;
  };
  for (const option of ['flask', 'django']) await done(ada, 'option.add', { option, name: `${option} on ${name}` });
  await done(ada, 'member.add', { member: 'guest', name: `Guest of ${name}` });
  await done(ada, 'note.add', { note: 'n1', target: TARGET, kind: 'pro', text: `Said on ${name}, ${LONG}` });
  await done(ada, 'note.edit', { note: 'n1', text: `Said otherwise on ${name}, ${LONG}`.slice(0, 4000) });
  await done(ada, 'note.add', { note: 'n2', target: TARGET, kind: 'con', text: `Unspeakable on ${name}` });
  await done(ada, 'note.redact', { note: 'n2' });

  const socket = io(server.url, { transports: ['websocket'], forceNew: true, reconnection: false });
  const member = { id: 'writer', name: `Writer on ${name}`, token: 'token-of-the-writer-of-records' };
  await socket.emitWithAck('board:join', { board: meeting.id, key: meeting.keys.voter, member });
  const writer = new Writer(7);
  for (const text of [`Written on ${name} `, LONG]) {
    expect(await socket.emitWithAck('record:update', { update: writer.type('context', text) })).toEqual({ ok: true });
  }
  socket.disconnect();

  const round = { method: 'consent', proposal: `Proposed on ${name}` };
  const vote = (at: string, who: string, number: number) =>
    done(who, 'ballot.cast', {
      round: at,
      ballot: { fingers: 2, reason: `reason-${at}-${number} on ${name}` },
      done: true,
    });
  for (const secrecy of ['live', 'named', 'anonymous'] as const) {
    const silent = secrecy === 'named' && { silentNotes: 'signed' };
    await done(ada, 'round.open', { round: secrecy, secrecy, ...round, ...silent });
    const signed = { round: secrecy, note: 'h9', target: TARGET, kind: 'pro', text: `Signed on ${name}` };
    if (secrecy === 'named') await done(ada, 'note.hold', signed);
    for (const [number, voter] of voters.entries()) await vote(secrecy, voter, number);
    if (secrecy === 'live') {
      const points = async () => Object.keys((await store.points(meeting.id))['live'] ?? []).length;
      await expect.poll(points, { timeout: 5000 }).toBeGreaterThan(0);
    }
    await done(ada, 'round.close', { round: secrecy });
  }
  const rotated = await server.call(`${meeting.path}/keys`, {
    as: `Bearer ${meeting.keys.facilitator}`,
    body: { role: 'voter' },
  });
  const keys = { ...meeting.keys, voter: textAt(rotated.json, 'keys', 'voter') };

  await done(ada, 'round.open', { round: 'open', secrecy: 'anonymous', silentNotes: 'unsigned', ...round });
  const receipts = [];
  for (const [number, voter] of voters.entries()) {
    receipts.push(textAt(await vote('open', voter, number), 'receipt'));
    const held = { round: 'open', note: `h${number}`, target: TARGET, kind: 'risk', text: `Held on ${name} ${number}` };
    await done(voter, 'note.hold', held);
  }
  const secrets = [...receipts, `reason-open-0 on ${name}`, `reason-open-1 on ${name}`, `Held on ${name}`];
  return { meeting: { ...meeting, keys: { ...keys, watcher: textAt(rotated.json, 'keys', 'watcher') } }, secrets };
}

test('when a board was erased, no piece of anything that it held is left in any file, and the other board is whole', async () => {
  const { meeting } = await everything('the fir');
  const { revision } = (await meeting.read('', `Bearer ${meeting.keys.facilitator}`)).json as { revision: number };
  await store.keepSnapshot(meeting.id, revision, `{"what the fir was at this moment":"${'x'.repeat(100)}"}`);
  const other = await startMeeting(server, { title: 'The oak that stays' });
  const { events } = (await other.read('/history')).json as { events: object[] };
  // What every board has alike.
  const alike = events.map((event) => JSON.stringify(event)).join();
  const pieces = [...new Set([...textsOf(meeting.id).flatMap(piecesOf), meeting.id, meeting.code, 'the fir'])].filter(
    (piece) => !alike.includes(piece),
  );
  expect([...tablesSeen].toSorted((a, b) => a.localeCompare(b))).toEqual([
    'ballot',
    'board',
    'box',
    'command_run',
    'event',
    'held_note',
    'history_point',
    'loose_ballot',
    'member_token',
    'note_box',
    'open_box_',
    'open_notes_',
    'recent_command',
    'record_update',
    'snapshot',
  ]);
  const before = bytesIn(directory);
  expect(pieces.filter((piece) => before.includes(piece)).length).toBeGreaterThan(100);
  const erased = await server.call(meeting.path, { method: 'DELETE', as: `Bearer ${meeting.keys.facilitator}` });
  expect(erased.status).toBe(204);
  const after = bytesIn(directory);
  expect(pieces.filter((piece) => after.includes(piece))).toEqual([]);
  expect((await other.read()).json).toMatchObject({ snapshot: { title: 'The oak that stays' } });
});

test('a backup of a board with an open anonymous round has its record, and no ballot, receipt or held note of the round', async () => {
  const { meeting, secrets } = await everything('the elm');
  const file = join(directory, 'saved');
  writeBackup({ directory, file });
  const saved = readFileSync(file, 'latin1');
  expect(secrets.filter((secret) => saved.includes(secret))).toEqual([]);
  expect(secrets.every((secret) => bytesIn(directory).includes(secret))).toBe(true);
  for (const kept of ['Said otherwise on the elm', 'Proposed on the elm', 'reason-named-0 on the elm']) {
    expect(saved).toContain(kept);
  }
  for (const gone of ['Unspeakable on the elm', ...Object.values(meeting.keys)]) expect(saved).not.toContain(gone);

  const there = newDirectory();
  restoreBackup({ directory: there, file });
  await stop();
  await serve(there);
  const restored = await startServer({ store });
  try {
    const read = (rest: string) => restored.call(meeting.path + rest, { as: `Bearer ${meeting.keys.watcher}` });
    const { record } = (await read('/export.json')).json as { record: { context: string } };
    expect(record.context).toContain('Written on the elm so much to say, part 0');
    const { rounds } = (await read('')).json as { rounds: Record<string, { progress: { cast: number } }> };
    expect(rounds['open']?.progress.cast).toBe(0);
    expect(Object.keys((await store.points(meeting.id))['live'] ?? []).length).toBeGreaterThan(0);
    // Whoever voted before votes again, and has no held note any more.
    const again = await restored.call(`${meeting.path}/members`, {
      as: `Bearer ${meeting.keys.voter}`,
      body: { member: { id: 'writer', token: 'token-of-the-writer-of-records' } },
    });
    expect(again.json).toMatchObject({ ok: true, ballots: {}, held: [] });
  } finally {
    await restored.close();
    removeDirectory(there);
  }
});
