// What holds for both doors on the one port: headers on the handshake, hosts, and a raw line that is no HTTP.
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { type Socket, io } from 'socket.io-client';
import { afterEach, expect, test } from 'vitest';
import { type TestServer, startServer } from './http/serve.ts';

const servers: TestServer[] = [];
async function start(environment: Record<string, string> = {}): Promise<TestServer> {
  const server = await startServer({ environment });
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const POLL = '/socket.io/?EIO=4&transport=polling';

/** The status of a request, or of an upgrade that was refused. */
const statusOf = (server: TestServer, path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = httpRequest({ hostname, port, path, headers, setHost: headers['host'] === undefined }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve(answer.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

test('the handshake carries the headers of every answer, refused or not', async () => {
  const server = await start();
  for (const path of [POLL, '/socket.io/nothing']) {
    const { headers } = await server.call(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  }
});

test('lines are opened under listed hosts only', async () => {
  const server = await start({ ALLOWED_HOSTS: 'boards.example' });
  const socket = '/socket.io/?EIO=4&transport=websocket';
  expect(await statusOf(server, POLL, { host: 'boards.example' })).toBe(200);
  expect(await statusOf(server, POLL, { host: 'evil.example' })).toBe(403);
  expect(await statusOf(server, socket, { ...upgrade, host: 'boards.example' })).toBe(101);
  expect(await statusOf(server, socket, { ...upgrade, host: 'evil.example' })).toBe(403);
});

test('a line that is refused below Socket.IO is told so, and not cut without a word', async () => {
  const server = await start();
  const socket = '/socket.io/?EIO=4&transport=websocket';
  expect(await statusOf(server, `${socket}&sid=gone`, upgrade)).toBe(400);
  expect(await statusOf(server, '/socket.io/?EIO=4&transport=pigeon', upgrade)).toBe(400);
});

test('an address may have so many lines open at the same time, and one that is closed makes room', async () => {
  const server = await start({ LIMIT_OPEN_CONNECTIONS: '2' });
  const line = () => io(server.url, { transports: ['websocket'], forceNew: true, reconnection: false });
  const settled = (socket: Socket) =>
    new Promise<unknown>((resolve) => {
      socket.once('connect', () => resolve('open'));
      socket.once('connect_error', (error: Error & { data?: { code?: string } }) => resolve(error.data?.code));
    });
  const [first, second, third] = [line(), line(), line()];
  const outcomes = await Promise.all([first, second, third].map(settled));
  expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(2);
  expect(outcomes).toContain('too-many');
  for (const socket of [first, second, third]) socket.disconnect();
  const again = async (): Promise<unknown> => {
    const socket = line();
    const outcome = await settled(socket);
    socket.disconnect();
    return outcome;
  };
  await expect.poll(again).toBe('open');
});

test('what is no HTTP is answered with the headers of every answer, and cut', async () => {
  const server = await start();
  const { port } = new URL(server.url);
  const text = await new Promise<string>((resolve, reject) => {
    let said = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write('HELLO\r\n\r\n'));
    socket.on('data', (data: Buffer) => (said += data.toString()));
    socket.on('end', () => resolve(said));
    socket.on('error', reject);
  });
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(text).toContain('X-Content-Type-Options: nosniff\r\n');
  expect(text).toContain("Content-Security-Policy: default-src 'none'");
});

test('closing resolves although a browser keeps its connection open', async () => {
  const server = await startServer();
  await server.call('/healthz');
  await server.close();
  await expect(server.call('/healthz')).rejects.toThrow('fetch failed');
});

test('an address that has as many connections as it may is told so on the next, and heard again when one is closed', async () => {
  const server = await start({ LIMIT_OPEN_SOCKETS: '1' });
  const { hostname, port } = new URL(server.url);
  const first = connect({ host: hostname, port: Number(port) });
  await once(first, 'connect');
  expect(await statusOf(server, '/healthz', {})).toBe(409);
  expect(await statusOf(server, '/socket.io/?EIO=4&transport=websocket', upgrade)).toBe(409);
  first.destroy();
  await expect.poll(() => statusOf(server, '/healthz', {})).toBe(200);
});

test('a request that never ends is given up', async () => {
  const server = await startServer({
    patience: { headersTimeout: 100, requestTimeout: 200, connectionsCheckingInterval: 50 },
  });
  servers.push(server);
  const { hostname, port } = new URL(server.url);
  const slow = connect({ host: hostname, port: Number(port) });
  let heard = '';
  slow.on('data', (piece: Buffer) => (heard += piece.toString()));
  slow.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
  await once(slow, 'close');
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
});
