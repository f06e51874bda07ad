// Pages of other origins, by groups of routes: who may read, who may write, and what browsers are told ahead of it.
import { afterEach, describe, expect, test } from 'vitest';
import { type TestServer, refusal, startServer } from './serve.ts';

const FRIEND = 'https://friend.example';
const READER = 'https://reader.example';
const EMBEDDER = 'https://embedder.example';
const STRANGER = 'https://stranger.example';
const LISTED = { CORS_ORIGINS: FRIEND, CORS_READ_ORIGINS: READER, EMBED_ORIGINS: EMBEDDER };

const READS = [
  '/api/templates',
  '/api/limits',
  '/api/boards/x',
  '/api/boards/x/history',
  '/api/boards/x/export.csv',
  '/api/boards/x/rounds/r/result',
  '/openapi.json',
  '/asyncapi.json',
  '/healthz',
  '/readyz',
  '/metrics',
];
const WRITES = [
  ['POST', '/api/boards'],
  ['POST', '/api/boards/x/members'],
  ['POST', '/api/boards/x/commands'],
  ['POST', '/api/boards/x/keys'],
  ['DELETE', '/api/boards/x'],
] as const;
const POLL = '/socket.io/?EIO=4&transport=polling';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
});
async function start(environment: Record<string, string> = LISTED): Promise<TestServer> {
  server = await startServer({ environment });
  return server;
}

/** What a browser reads off an answer: the origin it is for, whether with credentials, and what it must not keep. */
async function granted(from: string, method: string, path: string, headers: Record<string, string> = {}) {
  const sent = { Origin: from, ...(method === 'POST' && { 'Content-Type': 'application/json' }), ...headers };
  const answer = await (server as TestServer).call(path, {
    method,
    headers: sent,
    ...(method === 'POST' && { body: '{}' }),
  });
  const read = (name: string): string | null => answer.headers.get(`access-control-${name}`);
  return {
    status: answer.status,
    code: refusal(answer),
    origin: read('allow-origin'),
    credentials: read('allow-credentials'),
    exposed: read('expose-headers'),
    methods: read('allow-methods'),
    sent: read('allow-headers'),
    age: read('max-age'),
    varies: (answer.headers.get('vary') ?? '').toLowerCase().split(/, */),
  };
}
const ahead = (from: string, method: string, path: string) =>
  granted(from, 'OPTIONS', path, {
    'Access-Control-Request-Method': method,
    'Access-Control-Request-Headers': 'authorization,content-type',
  });

describe.each(READS)('reading %s', (path) => {
  test('is for listed origins, with what they may look at; others are answered and their browser keeps it back', async () => {
    await start();
    const friend = await granted(FRIEND, 'GET', path);
    expect(friend).toMatchObject({ origin: FRIEND, credentials: 'true' });
    const reader = await granted(READER, 'GET', path);
    expect(reader).toMatchObject({ origin: READER, credentials: null });
    for (const one of [friend, reader]) {
      for (const name of ['ETag', 'Retry-After', 'Content-Disposition']) expect(one.exposed).toContain(name);
    }
    for (const origin of [STRANGER, EMBEDDER, 'null']) {
      expect(await granted(origin, 'GET', path)).toMatchObject({ origin: null, credentials: null, exposed: null });
    }
    for (const origin of [FRIEND, READER, STRANGER]) {
      expect((await granted(origin, 'GET', path)).varies).toContain('origin');
    }
  });

  test('is allowed ahead for a while, Authorization included', async () => {
    await start();
    for (const origin of [FRIEND, READER]) {
      const told = await ahead(origin, 'GET', path);
      expect(told).toMatchObject({ status: 204, origin, age: '600' });
      expect(told.sent).toContain('Authorization');
      expect(told.varies).toEqual(expect.arrayContaining(['origin', 'access-control-request-method']));
    }
    expect(await ahead(STRANGER, 'GET', path)).toMatchObject({ status: 403, origin: null, methods: null, age: null });
  });
});

describe.each(WRITES)('%s %s', (method, path) => {
  test('is for listed origins only, and refused to all others before it is looked at', async () => {
    await start();
    const friend = await granted(FRIEND, method, path);
    expect(friend).toMatchObject({ origin: FRIEND, credentials: 'true' });
    expect(friend.code).not.toBe('not-allowed');
    for (const origin of [READER, EMBEDDER, STRANGER, 'null']) {
      const refused = await granted(origin, method, path);
      expect(refused).toMatchObject({ status: 403, code: 'not-allowed', origin: null });
      expect(refused.varies).toContain('origin');
    }
  });

  test('is allowed ahead for listed origins only', async () => {
    await start();
    const told = await ahead(FRIEND, method, path);
    expect(told).toMatchObject({ status: 204, origin: FRIEND, credentials: 'true', age: '600' });
    expect(told.methods).toContain(method);
    for (const origin of [READER, STRANGER]) {
      expect(await ahead(origin, method, path)).toMatchObject({ status: 403, origin: null, methods: null });
    }
  });
});

test('with * for everything, any page may write, and none with credentials', async () => {
  await start({ CORS_ORIGINS: '*' });
  expect(await granted(STRANGER, 'POST', '/api/boards')).toMatchObject({ origin: '*', credentials: null });
  expect(await ahead(STRANGER, 'DELETE', '/api/boards/x')).toMatchObject({ status: 204, origin: '*' });
});

test('by default any page may read, without credentials, and none may write', async () => {
  await start({});
  expect(await granted(STRANGER, 'GET', '/api/templates')).toMatchObject({ origin: '*', credentials: null });
  expect(await granted(STRANGER, 'POST', '/api/boards')).toMatchObject({ status: 403, origin: null });
});

describe('the realtime handshake', () => {
  /** Opens a session by polling and asks to be let in, as the client library does. */
  async function enter(origin: string): Promise<string> {
    const { url } = server as TestServer;
    const headers = { Origin: origin };
    const opened = await (await fetch(url + POLL, { headers })).text();
    const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
    await fetch(`${url}${POLL}&sid=${sid}`, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'text/plain' },
      body: '40{"version":1}',
    });
    return (await fetch(`${url}${POLL}&sid=${sid}`, { headers })).text();
  }

  test('lets listed origins in by polling, and tells their browser so, with credentials', async () => {
    await start();
    for (const origin of [FRIEND, EMBEDDER]) {
      const told = await granted(origin, 'GET', POLL);
      expect(told).toMatchObject({ status: 200, origin, credentials: 'true' });
      expect(told.varies).toContain('origin');
      expect(await enter(origin)).toMatch(/^40\{"sid"/);
    }
  });

  test('keeps answers from the pages of any other origin, and lets none of them in', async () => {
    await start();
    for (const origin of [READER, STRANGER, 'null']) {
      expect(await granted(origin, 'GET', POLL)).toMatchObject({ origin: null });
      expect(await enter(origin)).toMatch(/^44\{.*"code":"not-allowed".*"field":"origin"/);
    }
  });

  test('by default lets nobody in from elsewhere', async () => {
    await start({});
    expect(await granted(STRANGER, 'GET', POLL)).toMatchObject({ origin: null, credentials: null });
    expect(await enter(STRANGER)).toMatch(/^44\{.*"code":"not-allowed"/);
    expect(await enter((server as TestServer).url)).toMatch(/^40\{"sid"/);
  });

  test('answers what browsers ask ahead of a poll', async () => {
    await start();
    expect(await ahead(FRIEND, 'POST', POLL)).toMatchObject({ status: 204, origin: FRIEND, credentials: 'true' });
    expect(await ahead(STRANGER, 'POST', POLL)).toMatchObject({ origin: null });
  });
});
