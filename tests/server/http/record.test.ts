// The record over HTTP: its file, the day of its review, and a board that is imported with it.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startMeeting } from './meeting.ts';
import { type TestServer, refusal, startServer } from './serve.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

const decided = { options: [], status: 'accepted', summary: 'Because.' };

test('the day of the review is a calendar file, and there is none before one is set', async () => {
  const meeting = await startMeeting(server);
  const ada = await meeting.member('Ada', meeting.keys.facilitator);
  await meeting.do(ada, 'decision.set', decided);
  const none = await meeting.read('/review.ics');
  expect([none.status, refusal(none)]).toEqual([404, 'not-found']);
  await meeting.do(ada, 'decision.set', { ...decided, reviewOn: '2027-03-01' });
  const answer = await meeting.read('/review.ics');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
  expect(answer.text).toContain('DTSTART;VALUE=DATE:20270301\r\n');
  expect(answer.text.replaceAll('\r\n ', '')).toContain(`/b/${meeting.id}?view=record`);
  expect((await server.call(`${meeting.path}/review.ics`)).status).toBe(401);
});

test('what was written in the record comes along with an import, and stands in every file', async () => {
  const written = { outcome: 'We take *none*.', dissent: '- Ada: too soon' };
  const first = await startMeeting(server);
  const { text } = await first.read('/export.json');
  const file = JSON.stringify({ ...(JSON.parse(text) as object), record: written });
  const second = await startMeeting(server, { import: { format: 'json', text: file } });
  expect((await second.read('/export.json')).json).toMatchObject({ record: written });
  for (const path of ['/record.md', '/export.md']) {
    const markdown = (await second.read(path)).text;
    for (const words of Object.values(written)) expect(markdown).toContain(words);
  }
  // It is no part of the log.
  expect((await second.read('/history')).text).not.toContain('too soon');
});

test('a board with too long a record is refused, and nothing of it is left', async () => {
  const first = await startMeeting(server);
  const { text } = await first.read('/export.json');
  const long = 'x'.repeat(59_000);
  const record = { context: long, outcome: long, consequences: long, confirmation: long, more: long };
  const answer = await server.call('/api/boards', {
    body: { import: { format: 'json', text: JSON.stringify({ ...(JSON.parse(text) as object), record }) } },
  });
  expect([answer.status, refusal(answer)]).toEqual([409, 'too-many']);
});
