// Replacing a link over HTTP.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Meeting, startMeeting } from './meeting.ts';
import { type TestServer, refusal, startServer, textAt } from './serve.ts';

let server: TestServer;
let meeting: Meeting;
beforeEach(async () => {
  server = await startServer({ environment: { PUBLIC_URL: 'https://boards.example.org' } });
  meeting = await startMeeting(server);
});
afterEach(() => server.close());

const NEW = 'a-key-that-a-browser-made-for-itself';
const rotate = (body: unknown, key = meeting.keys.facilitator, board = meeting.id) =>
  server.call(`/api/boards/${board}/keys`, { body, as: `Bearer ${key}` });

test('a replaced link is told with those below it, and the old one opens nothing', async () => {
  const answer = await rotate({ role: 'voter' });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  const voter = textAt(answer.json, 'keys', 'voter');
  expect(answer.json).toEqual({
    ok: true,
    revision: 2,
    keys: { facilitator: meeting.keys.facilitator, voter, watcher: textAt(answer.json, 'keys', 'watcher') },
    links: {
      facilitator: `https://boards.example.org/b/${meeting.id}#${meeting.keys.facilitator}`,
      voter: `https://boards.example.org/b/${meeting.id}#${voter}`,
      watcher: `https://boards.example.org/b/${meeting.id}#${textAt(answer.json, 'keys', 'watcher')}`,
    },
  });
  for (const old of [meeting.keys.voter, meeting.keys.watcher]) {
    expect(refusal(await meeting.read('', `Bearer ${old}`))).toBe('bad-key');
    expect(refusal(await meeting.read('/export.json', `Bearer ${old}`))).toBe('bad-key');
    const member = { id: 'late', token: 'a-token-of-more-than-128-bits', name: 'Late' };
    const joined = await server.call(`${meeting.path}/members`, { body: { member }, as: `Bearer ${old}` });
    expect(refusal(joined)).toBe('bad-key');
  }
  expect((await meeting.read('', `Bearer ${voter}`)).status).toBe(200);
});

test('a member goes on with their token, after every key was replaced', async () => {
  const bo = await meeting.member('Bo');
  expect((await rotate({ role: 'facilitator', key: NEW })).status).toBe(200);
  expect((await meeting.read('', bo)).status).toBe(200);
  expect(refusal(await server.call(meeting.path, { method: 'DELETE', as: `Bearer ${meeting.keys.facilitator}` }))).toBe(
    'bad-key',
  );
  expect((await server.call(meeting.path, { method: 'DELETE', as: `Bearer ${NEW}` })).status).toBe(204);
});

test('sent twice, because the answer was lost, it is answered the same', async () => {
  const first = await rotate({ role: 'facilitator', key: NEW });
  const again = await rotate({ role: 'facilitator', key: NEW });
  expect([again.status, again.json]).toEqual([200, first.json]);
});

test('the board may be named by its code', async () => {
  expect((await rotate({ role: 'watcher' }, meeting.keys.facilitator, meeting.code)).status).toBe(200);
});

test('whatever is no right request is refused with its code, and changes nothing', async () => {
  const ada = await meeting.member('Ada', meeting.keys.facilitator);
  const before = (await meeting.read()).json;
  const refused = [
    await rotate({ role: 'voter' }, meeting.keys.voter),
    await rotate({ role: 'voter' }, 'wrong'),
    await server.call(`${meeting.path}/keys`, { body: { role: 'voter' } }),
    await server.call(`${meeting.path}/keys`, { body: { role: 'voter' }, as: ada }),
    await rotate({ role: 'facilitator' }),
    await rotate({ role: 'facilitator', key: 'short' }),
    await rotate({ role: 'facilitator', key: 'with.a.dot.in.it.but.long.enough' }),
    await rotate({ role: 'facilitator', key: 'k'.repeat(129) }),
    await rotate({ role: 'voter', key: NEW }),
    await rotate({ role: 'owner' }),
    await rotate([]),
    await rotate({ role: 'voter' }, meeting.keys.facilitator, 'nowhere'),
  ];
  expect(refused.map((answer) => `${answer.status} ${refusal(answer)}`)).toEqual([
    '403 not-allowed',
    ...Array.from({ length: 3 }, () => '401 bad-key'),
    ...Array.from({ length: 7 }, () => '400 invalid'),
    '404 not-found',
  ]);
  expect((await meeting.read()).json).toEqual(before);
});

test('the history and the export say that it happened, and hold no key', async () => {
  const answer = await rotate({ role: 'voter' });
  const fresh = `Bearer ${textAt(answer.json, 'keys', 'watcher')}`;
  const { text } = await meeting.read('/export.json', fresh);
  expect((await meeting.read('/history', fresh)).json).toMatchObject({
    events: [{ type: 'board.created' }, { type: 'key.rotated', role: 'voter' }],
  });
  for (const key of [...Object.values(meeting.keys), fresh.slice(7)]) expect(text).not.toContain(key);
});
