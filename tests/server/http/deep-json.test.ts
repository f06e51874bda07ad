// Bodies that are made to break whoever reads them: nested without end, or small on the wire and huge once unpacked.
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestServer, refusal, startServer } from './serve.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

const DEEP = 400_000;
const nested = '['.repeat(DEEP) + ']'.repeat(DEEP);

test.each([
  ['a body', nested],
  ['a body of objects', '{"title":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
  ['an imported board', JSON.stringify({ title: 'x', import: { format: 'json', text: nested } })],
  [
    'an exported board',
    JSON.stringify({
      import: { format: 'json', text: `{"format":"palabre/1","snapshot":${nested},"events":${nested}}` },
    }),
  ],
])('%s that is nested without end is refused, and the server goes on', async (_what, body) => {
  const answer = await server.call('/api/boards', { body });
  expect([answer.status, refusal(answer)]).toEqual([400, 'invalid']);
  expect((await server.call('/healthz')).status).toBe(200);
});

test('what unpacks to more than the limit is too large', async () => {
  const packed = gzipSync(JSON.stringify({ title: 'x'.repeat(50_000_000) }));
  expect(packed.length).toBeLessThan(65_536);
  const response = await fetch(`${server.url}/api/boards`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' },
    body: packed,
  });
  expect(response.status).toBe(413);
});
