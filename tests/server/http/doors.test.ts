// What every answer carries, who may ask from where, and what the server says about itself.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as rawRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { quietLog } from '../../../server/log.ts';
import { startMeeting } from './meeting.ts';
import { type Setup, type TestServer, refusal, startServer } from './serve.ts';

const directory = mkdtempSync(join(tmpdir(), 'palabre-pages-'));
beforeAll(() => {
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<!doctype html><title>Palabre</title>');
  writeFileSync(join(directory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(
    join(directory, 'assets', 'main-abc123.js'),
    `export const text = ${JSON.stringify('x'.repeat(5000))};`,
  );
});
afterAll(() => rmSync(directory, { recursive: true }));

const servers: TestServer[] = [];
async function start(setup: Setup = {}): Promise<TestServer> {
  const server = await startServer({ clientDirectory: directory, ...setup });
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A request whose Host and path are sent exactly as they are. */
const raw = (server: TestServer, path: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const sent = rawRequest({ hostname, port, path, headers, setHost: headers['host'] === undefined }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    sent.on('error', reject);
    sent.end();
  });

const CALLS = ['/', '/b/some-board', '/nowhere', '/api/nowhere', '/api/boards/nowhere', '/api/templates', '/healthz'];

describe('every answer', () => {
  test.each(CALLS)(
    'of %s has a policy without inline or evaluated script, and tells nothing about us',
    async (path) => {
      const server = await start();
      const { headers } = await server.call(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  test('with data is for whoever asked, now', async () => {
    const server = await start();
    const { read } = await startMeeting(server);
    for (const path of ['', '/export.json', '/history']) {
      expect((await read(path)).headers.get('cache-control')).toBe('private, no-store');
    }
    expect((await server.call('/api/boards/nowhere')).headers.get('cache-control')).toBe('private, no-store');
  });

  test('about an unknown call is a refusal in JSON', async () => {
    const server = await start();
    for (const path of ['/api', '/api/nowhere', '/api/boards/b/nothing', '/api/boards/%E0%A4%A']) {
      const refused = await server.call(path);
      expect([refused.status, refusal(refused)]).toEqual([404, 'not-found']);
    }
    expect((await server.call('/api/boards', { method: 'DELETE' })).status).toBe(404);
  });
});

describe('the page', () => {
  test.each(['/', '/b/some-board', '/b/some-board/screen', '/join/7KQ2-MX4P'])('is what %s answers', async (path) => {
    const server = await start();
    const page = await server.call(path);
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(page.headers.get('content-type')).toContain('text/html');
    const policy = page.headers.get('content-security-policy') ?? '';
    for (const part of ["script-src 'self'", "style-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(part);
    }
  });

  test('asks for no device, and may not be framed', async () => {
    const server = await start();
    const { headers } = await server.call('/b/some-board');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  test('may be framed by listed origins, its big screen only', async () => {
    const server = await start({ environment: { EMBED_ORIGINS: 'https://intranet.example' } });
    const policy = async (path: string) => (await server.call(path)).headers.get('content-security-policy');
    expect(await policy('/b/x/screen')).toContain('frame-ancestors https://intranet.example');
    expect(await policy('/b/x')).toContain("frame-ancestors 'none'");
    expect((await server.call('/b/x/screen')).headers.get('x-frame-options')).toBeNull();
  });

  test('keeps hashed files for ever and everything else not at all', async () => {
    const server = await start();
    const asset = await server.call('/assets/main-abc123.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(asset.headers.get('content-encoding')).not.toBeNull();
    expect((await server.call('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  test('answers 404 for anything else, and never a file beside it', async () => {
    const server = await start();
    for (const path of ['/nowhere', '/b', '/b/x/y', '/assets/gone.js', '/assets']) {
      expect((await server.call(path)).status).toBe(404);
    }
    for (const path of ['/../../package.json', '/%2e%2e/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json']) {
      expect([400, 403, 404]).toContain(await raw(server, path, {}));
    }
  });
});

const GROUPS = [
  '/',
  '/assets/main-abc123.js',
  '/nowhere',
  '/api/boards/x',
  '/api/templates',
  '/openapi.json',
  '/healthz',
  '/metrics',
];

test.each(GROUPS)('%s sets no cookie, and lets a foreign page read it only where it is data', async (path) => {
  const server = await start();
  const { headers } = await server.call(path, { headers: { Origin: 'https://elsewhere.example', Cookie: 'a=b' } });
  expect(headers.get('set-cookie')).toBeNull();
  const isData = path.startsWith('/api') || ['/openapi.json', '/healthz', '/metrics'].includes(path);
  expect(headers.get('access-control-allow-origin')).toBe(isData ? '*' : null);
  expect(headers.get('access-control-allow-credentials')).toBeNull();
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
  'a body of type "%s", which a form of any page could send, is refused',
  async (type) => {
    const server = await start();
    const refused = await server.call('/api/boards', { body: '{"title":"T"}', headers: { 'Content-Type': type } });
    expect([refused.status, refusal(refused)]).toEqual([400, 'invalid']);
  },
);

describe('a page of another origin', () => {
  const foreign = { Origin: 'https://elsewhere.example' };
  const body = { title: 'T' };

  test('may not write', async () => {
    const server = await start();
    const refused = await server.call('/api/boards', { body, headers: foreign });
    expect([refused.status, refused.json]).toMatchObject([403, { error: { code: 'not-allowed', field: 'origin' } }]);
    const { path, keys } = await startMeeting(server);
    const erased = await server.call(path, { method: 'DELETE', as: `Bearer ${keys.facilitator}`, headers: foreign });
    expect(erased.status).toBe(403);
    expect((await server.call('/api/boards', { body, headers: { Origin: 'null' } })).status).toBe(403);
  });

  test('may read, without credentials', async () => {
    const server = await start();
    const { path, keys } = await startMeeting(server);
    const read = await server.call(path, { as: `Bearer ${keys.watcher}`, headers: foreign });
    expect([read.status, read.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(read.headers.get('access-control-allow-credentials')).toBeNull();
    expect(read.headers.get('access-control-expose-headers')).toContain('ETag');
    expect(read.headers.get('vary')).toContain('Origin');
  });

  test('may not read where reading is kept to listed origins', async () => {
    const server = await start({ environment: { CORS_READ_ORIGINS: 'https://friend.example' } });
    expect(
      (await server.call('/api/templates', { headers: foreign })).headers.get('access-control-allow-origin'),
    ).toBeNull();
    const friend = await server.call('/api/templates', { headers: { Origin: 'https://friend.example' } });
    expect(friend.headers.get('access-control-allow-origin')).toBe('https://friend.example');
  });

  test('may do everything where it is listed', async () => {
    const server = await start({ environment: { CORS_ORIGINS: 'https://elsewhere.example' } });
    const made = await server.call('/api/boards', { body, headers: foreign });
    expect([made.status, made.headers.get('access-control-allow-origin')]).toEqual([201, foreign.Origin]);
    expect(made.headers.get('access-control-allow-credentials')).toBe('true');
    const other = await server.call('/api/boards', { body, headers: { Origin: 'https://third.example' } });
    expect(other.status).toBe(403);
  });

  test('is told ahead what it may do', async () => {
    const server = await start({ environment: { CORS_ORIGINS: 'https://friend.example' } });
    const ahead = (origin: string, method: string) =>
      server.call('/api/boards/x', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': method },
      });
    const reading = await ahead('https://elsewhere.example', 'GET');
    expect([reading.status, reading.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(reading.headers.get('access-control-allow-headers')).toContain('Authorization');
    const writing = await ahead('https://elsewhere.example', 'DELETE');
    expect([writing.status, writing.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    const friend = await ahead('https://friend.example', 'POST');
    expect([friend.status, friend.headers.get('access-control-allow-origin')]).toEqual([204, 'https://friend.example']);
    expect(friend.headers.get('access-control-allow-methods')).toContain('POST');
  });

  test('is ours where its host is the one that was asked', async () => {
    const server = await start();
    expect((await server.call('/api/boards', { body, headers: { Origin: server.url } })).status).toBe(201);
  });

  test('is ours where it is the public address', async () => {
    const server = await start({ environment: { PUBLIC_URL: 'https://boards.example/' } });
    const made = await server.call('/api/boards', { body, headers: { Origin: 'https://boards.example' } });
    expect(made.status).toBe(201);
    expect(made.text).toContain('"https://boards.example/b/');
  });
});

test('a host that is not listed is refused, save by health checks', async () => {
  const server = await start({ environment: { ALLOWED_HOSTS: 'boards.example' } });
  const status = (path: string, host: string) => raw(server, path, { host });
  expect(await status('/', 'boards.example:8443')).toBe(200);
  expect(await status('/', 'evil.example')).toBe(403);
  expect(await status('/api/templates', 'evil.example')).toBe(403);
  expect(await status('/healthz', '10.0.0.7:3000')).toBe(200);
});

describe('a server that only this machine can reach', () => {
  const POLL = '/socket.io/?EIO=4&transport=polling';

  test('answers to addresses and to localhost, and to no name that a page elsewhere may have pointed at it', async () => {
    const server = await start();
    for (const path of ['/', '/api/templates', '/api/boards/x', POLL]) {
      for (const host of ['localhost:3000', 'board.localhost', '127.0.0.1:3000', '[::1]:3000', '192.168.1.5:3000']) {
        expect(await raw(server, path, { host })).not.toBe(403);
      }
      for (const host of ['rebound.example', 'rebound.example:3000', 'localhost.example', '127.0.0.1.example', '']) {
        expect(await raw(server, path, { host })).toBe(403);
      }
    }
    expect(await raw(server, '/healthz', { host: 'rebound.example' })).toBe(200);
  });

  test('answers to the name in PUBLIC_URL too', async () => {
    const server = await start({ environment: { PUBLIC_URL: 'https://boards.example' } });
    for (const path of ['/', POLL]) {
      expect(await raw(server, path, { host: 'boards.example' })).toBe(200);
      expect(await raw(server, path, { host: 'rebound.example' })).toBe(403);
    }
  });

  test.each([{ TRUST_PROXY: '1' }, { ALLOWED_HOSTS: '*' }])('answers to any name with %j', async (environment) => {
    const server = await start({ environment });
    for (const path of ['/', POLL]) expect(await raw(server, path, { host: 'tunnel.example' })).toBe(200);
  });

  test('says in its log which names it refused, each once, and not without end', async () => {
    const told: unknown[] = [];
    const log = Object.assign(Object.create(quietLog) as typeof quietLog, { warn: (what: unknown) => told.push(what) });
    const server = await start({ log });
    for (const host of ['phone.example', 'phone.example', ...Array.from({ length: 50 }, (_, at) => `h${at}.example`)]) {
      await raw(server, '/', { host });
    }
    expect(told).toHaveLength(20);
    expect(told.slice(0, 2)).toEqual([{ host: 'phone.example' }, { host: 'h0.example' }]);
  });
});

describe('the server says of itself', () => {
  test('its templates, limits and descriptions', async () => {
    const server = await start();
    expect((await server.call('/api/templates')).json).toMatchObject({
      templates: [{ id: 'blank' }, { id: 'python-web-frameworks', options: 9 }],
    });
    expect((await server.call('/api/limits')).json).toMatchObject({
      rates: { command: { setting: 'LIMIT_COMMANDS', code: 'too-fast', value: { count: 600, seconds: 10 } } },
      sizes: { body: { value: 65_536 }, options: { value: 100, code: 'too-many' } },
    });
    expect((await server.call('/healthz')).status).toBe(200);
    expect((await server.call('/readyz')).json).toEqual({ ok: true });
  });

  test('that rate limits are lifted where they are', async () => {
    const server = await start({ environment: { LIMITS: 'off' } });
    expect((await server.call('/api/limits')).json).toMatchObject({ rates: { command: { value: null } } });
  });

  test('its calls, every one of which is there', async () => {
    const server = await start();
    const { paths } = (await server.call('/openapi.json')).json as { paths: Record<string, Record<string, object>> };
    for (const [path, calls] of Object.entries(paths)) {
      for (const method of Object.keys(calls).filter((name) => name !== 'parameters')) {
        const asked = path.replace(/\{\w+\}/g, 'x');
        const { json } = await server.call(asked, {
          method: method.toUpperCase(),
          ...(method === 'post' && { body: {} }),
        });
        expect(JSON.stringify(json) ?? '').not.toContain('"field":"path"');
      }
    }
  });

  test('its shapes, every reference to which leads somewhere', async () => {
    const server = await start();
    for (const path of ['/openapi.json', '/asyncapi.json']) {
      const { text, json } = await server.call(path);
      const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
      const { components } = json as { components: { schemas: Record<string, object> } };
      expect(names.length).toBeGreaterThan(10);
      expect(names.filter((name) => components.schemas[name] === undefined)).toEqual([]);
    }
  });

  test('its counters, to this machine or with the token only', async () => {
    const server = await start({ environment: { METRICS_TOKEN: 'a-token-for-metrics' } });
    const meeting = await startMeeting(server);
    const ada = await meeting.member('Ada');
    await meeting.do(ada, 'member.rename', { name: 'A' });
    const { text, headers } = await server.call('/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).toContain('palabre_http_answers_total{status="201"} 1');
    const proxied = { headers: { 'X-Forwarded-For': '203.0.113.7' } };
    expect((await server.call('/metrics', proxied)).status).toBe(403);
    expect((await server.call('/metrics', { ...proxied, as: 'Bearer a-token-for-metrics' })).status).toBe(200);
  });
});

test('numbers are told to this machine only under a name that no page elsewhere can have', async () => {
  const server = await start();
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) {
    expect(await raw(server, '/metrics', { host })).toBe(200);
  }
  expect(await raw(server, '/metrics', { host: 'rebound.example' })).toBe(403);
});
