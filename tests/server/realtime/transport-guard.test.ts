// What can be done to the transport below Socket.IO, by somebody who is no client of ours.
import { afterEach, expect, test } from 'vitest';
import { type TestServer, startServer } from '../http/serve.ts';

let server: TestServer;
afterEach(() => server.close());

const PATH = '/socket.io/?EIO=4&transport=polling';
const begin = async (): Promise<string | number> => {
  const { status, text } = await server.call(PATH);
  return status === 200 ? String(/"sid":"([^"]+)"/.exec(text)?.[1]) : status;
};
const post = (sid: string | number, body: string) =>
  server.call(`${PATH}&sid=${sid}`, { method: 'POST', body, headers: { 'Content-Type': 'text/plain' } });

test('sessions that never say who they are, are bounded for each address, and room is made when they go', async () => {
  server = await startServer({ environment: { LIMIT_OPEN_CONNECTIONS: '10' } });
  const most = 10 + 1 + 100;
  const begun = await Promise.all(Array.from({ length: most }, begin));
  expect(begun.filter((sid) => typeof sid === 'number')).toEqual([]);
  expect(await begin()).toBe(403);
  // One of them takes leave.
  expect((await post(begun[0] ?? '', '1')).status).toBe(200);
  await expect.poll(begin).toBeTypeOf('string');
});

test('who asks and asks and never fetches an answer is cut off', async () => {
  server = await startServer();
  const sid = await begin();
  expect((await post(sid, '40')).status).toBe(200);
  await post(sid, Array.from({ length: 5000 }, (_, n) => `40/x${n},`).join('\u001e'));
  await expect.poll(async () => (await post(sid, '40/y,')).status).toBe(400);
});
