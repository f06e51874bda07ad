// The page's document under every address that it answers for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type TestServer, startServer } from './serve.ts';

const directory = mkdtempSync(join(tmpdir(), 'palabre-document-'));
beforeAll(() => {
  const text = '<!doctype html><link href="./a.css"><script type="module" src="./assets/main.js"></script><p>./x</p>';
  writeFileSync(join(directory, 'index.html'), text);
});
afterAll(() => rmSync(directory, { recursive: true }));

let server: TestServer;
afterEach(() => server.close());

const start = async (environment: Record<string, string> = {}) => {
  server = await startServer({ clientDirectory: directory, environment });
};
/** Where a browser looks for the page's code. */
const codeOf = async (path: string, outside = path): Promise<string> => {
  const { text } = await server.call(path, { headers: { Accept: 'text/html' } });
  return new URL(/src="([^"]+)"/.exec(text)?.[1] ?? '', `http://example.org${outside}`).pathname;
};

test.each([
  '/',
  '/recount',
  '/b/x',
  '/b/x/',
  '/b/x/screen',
  '/join/7KQ2-MX4P',
  '/no/such/address/at/all/of/any/depth/x',
])('at %s it finds its code at the root', async (path) => {
  await start();
  expect(await codeOf(path)).toBe('/assets/main.js');
});

test('under a path that a proxy takes away it finds its code there, whether we know of it or not', async () => {
  await start();
  expect(await codeOf('/b/x', '/palabre/b/x')).toBe('/palabre/assets/main.js');
  expect(await codeOf('/', '/teams/palabre/')).toBe('/teams/palabre/assets/main.js');
});

test('under a path that a proxy leaves it is found by PUBLIC_URL', async () => {
  await start({ PUBLIC_URL: 'https://example.org/palabre' });
  expect(await codeOf('/palabre/b/x')).toBe('/palabre/assets/main.js');
  expect((await server.call('/palabre/healthz')).status).toBe(200);
  const made = await server.call('/palabre/api/boards', { body: { title: 'Under a path' } });
  expect(made.headers.get('location')).toMatch(/^\/palabre\/api\/boards\/[\w-]+$/);
  expect((await server.call('/palabre/assets/none.js')).status).toBe(404);
  expect((await server.call('/elsewhere/healthz')).status).toBe(404);
});

test('the path alone gets the slash that the page needs, with what was asked for, and the usual headers', async () => {
  await start({ PUBLIC_URL: 'https://example.org/palabre' });
  const { status, headers } = await server.call('/palabre?view=notes');
  expect([status, headers.get('location')]).toEqual([308, '/palabre/?view=notes']);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('a browser that has it is told so', async () => {
  await start();
  const first = await server.call('/b/x');
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^W\/"/);
  expect((await server.call('/b/y', { headers: { 'If-None-Match': tag } })).status).toBe(304);
  // One level up it is another text.
  expect((await server.call('/', { headers: { 'If-None-Match': tag } })).status).toBe(200);
});
