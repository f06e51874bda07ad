// The server as a process: where it says it is, what stops its start, and how it ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, afterEach, expect, test } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'palabre-process-'));
afterAll(() => rmSync(root, { recursive: true }));

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** Standard output and error so far. */
  said(): string;
  ended: Promise<number | null>;
}

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(environment: Record<string, string>, ...args: string[]) {
  const { PATH, HOME, TMPDIR } = process.env;
  const env = { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }), ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], { env });
  children.push(child);
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  child.stderr.on('data', (data: Buffer) => (text += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => text, ended };
}

async function serve(environment: Record<string, string> = {}, ...args: string[]): Promise<Running> {
  const started = start({ PORT: '0', DATA_DIR: mkdtempSync(join(root, 'data-')), ...environment }, ...args);
  const url = await new Promise<string>((resolve, reject) => {
    const look = (): void => {
      const found = /^Palabre is ready on (http:\/\/\S+)/m.exec(started.said())?.[1];
      if (found !== undefined) resolve(found);
    };
    started.child.stdout.on('data', look);
    void started.ended.then((code) => reject(new Error(`ended with ${code}: ${started.said()}`)));
  });
  return { ...started, url };
}

const post = async (url: string, body: object, as?: string) => {
  const headers = { 'Content-Type': 'application/json', ...(as !== undefined && { Authorization: as }) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, json: (await response.json()) as unknown };
};

test('it says where it is, serves, and keeps its boards from one start to the next', async () => {
  const data = mkdtempSync(join(root, 'kept-'));
  const first = await serve({ DATA_DIR: data });
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  const made = await post(`${first.url}/api/boards`, { title: 'Kept' });
  expect(made.status).toBe(201);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  const second = await serve({ DATA_DIR: join(root, 'elsewhere') }, '--data', data);
  const { id, keys } = made.json as { id: string; keys: Record<string, string> };
  const read = await fetch(`${second.url}/api/boards/${id}`, { headers: { Authorization: `Bearer ${keys['voter']}` } });
  expect(await read.json()).toMatchObject({ snapshot: { title: 'Kept' } });
  second.child.kill('SIGINT');
  expect(await second.ended).toBe(0);
});

test('told to stop, it acknowledges what is under way and cuts lines so that clients return by themselves', async () => {
  const server = await serve();
  const made = await post(`${server.url}/api/boards`, { title: 'T' });
  const { id, keys } = made.json as { id: string; keys: Record<string, string> };
  const socket = io(server.url, { transports: ['websocket'], reconnection: false });
  const member = { id: 'ada', token: 'a-token-of-more-than-128-bits', name: 'Ada' };
  const ask = (event: string, payload: object) => socket.emitWithAck(event, payload) as Promise<{ ok: boolean }>;
  expect(await ask('board:join', { board: id, key: keys['facilitator'], member })).toMatchObject({ ok: true });
  const cut = new Promise<string>((resolve) => socket.once('disconnect', resolve));
  const last = ask('board:do', { id: 'c1', type: 'option.add', option: 'flask', name: 'Flask' });
  const idle = await fetch(`${server.url}/healthz`);
  expect(idle.status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await last).toMatchObject({ ok: true });
  expect(await cut).toBe('transport close');
  expect(await server.ended).toBe(0);
  expect(server.said()).not.toMatch(/a-token-of|"level":(40|50)/);
});

test('a port that is taken stops the start with one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const refused = start({ PORT: String(port), DATA_DIR: join(root, 'taken') });
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toBe(
    `Palabre cannot listen on 127.0.0.1:${port}: another program listens there already; choose another PORT.\n`,
  );
  other.close();
});

test('a data directory that is in use stops the start with one sentence', async () => {
  const data = mkdtempSync(join(root, 'shared-'));
  await serve({ DATA_DIR: data });
  const refused = start({ PORT: '0', DATA_DIR: data });
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toMatch(/^Another Palabre is running [^\n]*\.\n$/);
});

test.each([
  [{ PORT: 'abc' }, [], 1, 'The setting PORT is "abc"; it must be a whole number from 0 to 65535'],
  [{}, ['--port', '99999'], 1, 'The setting PORT is "99999"'],
  [{ DATABASE_URL: 'postgres://db' }, [], 1, 'DATABASE_URL is set'],
  [{}, ['--colour'], 2, "Unknown option '--colour'"],
  [{}, ['dance'], 2, '"dance" is not known'],
] as const)('%j %j stops the start with code %i and one sentence', async (environment, args, code, sentence) => {
  const refused = start({ PORT: '0', DATA_DIR: join(root, 'never'), ...environment }, ...args);
  expect(await refused.ended).toBe(code);
  expect(refused.said().startsWith(sentence)).toBe(true);
  expect(refused.said().trim().split('\n')).toHaveLength(1);
});

test('its help lists every setting and serves nothing', async () => {
  const help = start({}, '--help');
  expect(await help.ended).toBe(0);
  expect(help.said()).toMatch(/PORT +where to listen; also --port \(3000\)/);
});
