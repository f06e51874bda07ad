// Codes cannot be tried out: not through any call, not from many addresses, and links go on when codes do not.
import { afterEach, describe, expect, test } from 'vitest';
import { codeGuard } from '../../server/code-guard.ts';
import { RATES, createRateLimits, defaultRates } from '../../server/limits.ts';
import { rangeOf } from '../../server/http/address.ts';
import { startMeeting } from './http/meeting.ts';
import { type TestServer, refusal, startServer } from './http/serve.ts';

const servers: TestServer[] = [];
async function start(environment: Record<string, string>): Promise<TestServer> {
  const server = await startServer({ environment });
  servers.push(server);
  return server;
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const guardOf = (address: number, range: number, all: number) => {
  const rate = (count: number) => ({ count, seconds: 60 });
  const rates = { 'join-code': rate(address), 'join-code-range': rate(range), 'join-code-all': rate(all) };
  return codeGuard(createRateLimits({ ...defaultRates(), ...rates }, () => 1000));
};

describe('unknown codes', () => {
  test('are counted for an address', () => {
    const guard = guardOf(2, 100, 100);
    for (let n = 0; n < 2; n += 1) guard.failed('198.51.100.7');
    expect(guard.look('198.51.100.7')).toMatchObject({ ok: false, retryAfter: 60_000 });
    expect(guard.look('198.51.100.8').ok).toBe(true);
  });

  test('are counted for the range that an address is in', () => {
    const guard = guardOf(2, 4, 100);
    for (let n = 0; n < 4; n += 1) guard.failed(`198.51.100.${n}`);
    expect(guard.look('198.51.100.99').ok).toBe(false);
    expect(guard.look('198.51.101.99').ok).toBe(true);
  });

  test('are counted for everybody together', () => {
    const guard = guardOf(2, 4, 6);
    for (let n = 0; n < 6; n += 1) guard.failed(`198.51.${n}.1`);
    expect(guard.look('203.0.113.1').ok).toBe(false);
  });

  test('come from a /24 or a /48', () => {
    expect(rangeOf('198.51.100.7')).toBe('198.51.100.0/24');
    expect(rangeOf('2001:db8:1:2::/64')).toBe('2001:db8:1::/48');
  });

  test('at the default budget are hopeless: a board is found by chance once in thousands of years', () => {
    const { count, seconds } = RATES['join-code-all'].default;
    const guessesAYear = (count / seconds) * 365.25 * 24 * 3600;
    const yearsToFindOneBoard = 32 ** 8 / guessesAYear;
    expect(yearsToFindOneBoard).toBeGreaterThan(50_000);
    // On a server with a thousand boards any one of them.
    expect(yearsToFindOneBoard / 1000).toBeGreaterThan(50);
  });
});

const CALLS = ['', '/export.json', '/history', '/rounds/r/result', '/rounds/r/ballots', '/record.md'];

test.each(CALLS)('a code cannot be tried out through GET %s, with or without a key', async (call) => {
  const server = await start({ LIMIT_UNKNOWN_CODES: '3/60' });
  const { code, keys } = await startMeeting(server);
  const ask = (board: string, as?: string) =>
    server.call(`/api/boards/${board}${call}`, as === undefined ? {} : { as });
  for (let n = 0; n < 3; n += 1) expect(refusal(await ask(`0000000${n}`, 'Bearer guessed'))).toBe('not-found');
  // Neither a code that is there nor one that is not is told from the other any more.
  expect(refusal(await ask('00000009'))).toBe('too-fast');
  expect(refusal(await ask(code))).toBe('too-fast');
  expect(refusal(await ask(code, 'Bearer guessed'))).toBe('too-fast');
  expect(refusal(await ask(code, `Bearer ${keys.watcher}`))).not.toBe('too-fast');
});

test('the budget of a range and of all holds behind a proxy, and links keep working when it is spent', async () => {
  const server = await start({ TRUST_PROXY: '1', LIMIT_UNKNOWN_CODES_IN_ALL: '5/60' });
  const { id, code, keys } = await startMeeting(server);
  const join = (board: string, from: string, as?: string) =>
    server.call(`/api/boards/${board}/members`, {
      body: { member: { id: `m-${from.replaceAll('.', '-')}`, token: 'a-token-of-more-than-128-bits', name: 'M' } },
      headers: { 'X-Forwarded-For': from },
      ...(as !== undefined && { as }),
    });
  for (let n = 0; n < 5; n += 1) expect(refusal(await join(`0000000${n}`, `203.0.${n}.9`))).toBe('not-found');
  const refused = await join(code, '198.51.100.1');
  expect([refused.status, refusal(refused)]).toEqual([429, 'too-fast']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await join(id, '198.51.100.1', `Bearer ${keys.voter}`)).status).toBe(200);
  expect((await join(code, '198.51.100.2', `Bearer ${keys.voter}`)).status).toBe(200);
  server.pass(60_000);
  expect((await join(code, '198.51.100.3')).status).toBe(200);
});
