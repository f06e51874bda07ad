// Commands and the end of a board over HTTP.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startMeeting } from './meeting.ts';
import { type TestServer, refusal, startServer } from './serve.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.close());

describe('commands', () => {
  const option = { option: 'flask', name: 'Flask' };

  test('are answered with their revision, and the same again when sent twice', async () => {
    const meeting = await startMeeting(server);
    const ada = await meeting.member('Ada', meeting.keys.facilitator);
    const first = await meeting.do(ada, 'option.add', option, 'once');
    expect([first.status, first.json]).toEqual([200, { ok: true, revision: 3 }]);
    const again = await meeting.do(ada, 'option.add', option, 'once');
    expect(again.json).toEqual(first.json);
    expect((await meeting.read()).json).toMatchObject({ revision: 3 });
  });

  test('are refused with the status of their code, and change nothing', async () => {
    const meeting = await startMeeting(server);
    const ada = await meeting.member('Ada', meeting.keys.facilitator);
    const bo = await meeting.member('Bo');
    const before = (await meeting.read()).json;
    const cases = [
      [await meeting.do(bo, 'option.add', option), 403, 'not-allowed'],
      [await meeting.do(ada, 'option.edit', option), 404, 'not-found'],
      [await meeting.do(ada, 'round.close', { round: 'r1' }), 404, 'not-found'],
      [await meeting.do(ada, 'option.add', { ...option, colour: 1 }), 400, 'invalid'],
      [await meeting.do(ada, 'no.such'), 400, 'invalid'],
      [await meeting.do('Member nobody:xxxxxxxxxxxxxxxxxxxxxxxxxx', 'option.add', option), 401, 'bad-key'],
      [await meeting.do(`Bearer ${meeting.keys.facilitator}`, 'option.add', option), 403, 'not-allowed'],
    ] as const;
    expect(cases.map(([answer]) => [answer.status, refusal(answer)])).toEqual(cases.map(([, ...rest]) => rest));
    expect((await meeting.read()).json).toEqual(before);
  });

  test('of a member who floods are too fast, with the time to wait', async () => {
    const limited = await startServer({ environment: { LIMIT_COMMANDS: '2/10' } });
    try {
      const meeting = await startMeeting(limited);
      const ada = await meeting.member('Ada', meeting.keys.facilitator);
      const bo = await meeting.member('Bo');
      for (const name of ['A', 'B']) await meeting.do(ada, 'member.rename', { name });
      limited.pass(4000);
      const refused = await meeting.do(ada, 'member.rename', { name: 'C' });
      expect(refused.json).toMatchObject({ error: { code: 'too-fast', retryAfter: 6000 } });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '6']);
      expect((await meeting.do(bo, 'member.rename', { name: 'Bea' })).status).toBe(200);
      limited.pass(6000);
      expect((await meeting.do(ada, 'member.rename', { name: 'C' })).status).toBe(200);
    } finally {
      await limited.close();
    }
  });

  test('larger than the limit are too large', async () => {
    const meeting = await startMeeting(server);
    const refused = await meeting.do('Member a:b', 'board.edit', { title: 'x'.repeat(70_000) });
    expect([refused.status, refusal(refused)]).toEqual([413, 'too-large']);
  });
});

describe('erasing', () => {
  test('needs the key of the facilitator, and leaves nothing', async () => {
    const meeting = await startMeeting(server);
    const ada = await meeting.member('Ada', meeting.keys.facilitator);
    const erase = (as: string) => server.call(meeting.path, { method: 'DELETE', as });
    for (const as of [`Bearer ${meeting.keys.voter}`, `Bearer ${meeting.keys.watcher}`, ada]) {
      expect((await erase(as)).status).toBe(403);
    }
    expect((await erase('Bearer wrong')).status).toBe(401);
    const erased = await erase(`Bearer ${meeting.keys.facilitator}`);
    expect([erased.status, erased.text]).toEqual([204, '']);
    expect((await meeting.read()).status).toBe(404);
    expect((await meeting.do(ada, 'member.rename', { name: 'A' })).status).toBe(404);
  });
});
