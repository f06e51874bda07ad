// Rate limits: windows of a count, per kind and per whoever it is.
import { expect, test } from 'vitest';
import { createRateLimits, defaultRates } from '../../server/limits.ts';

function limitsOf(count: number) {
  const clock = { now: 1_000_000 };
  const rates = { ...defaultRates(), command: { count, seconds: 10 } };
  return { clock, limits: createRateLimits(rates, () => clock.now) };
}

test('a count is allowed in its window, then refused with the time to wait', () => {
  const { clock, limits } = limitsOf(2);
  expect(limits.allow('command', 'ada')).toEqual({ ok: true });
  clock.now += 3000;
  expect(limits.allow('command', 'ada')).toEqual({ ok: true });
  expect(limits.allow('command', 'ada')).toEqual({ ok: false, retryAfter: 7000 });
  clock.now += 7000;
  expect(limits.allow('command', 'ada')).toEqual({ ok: true });
});

test('one does not use up what another may do, nor one kind what another kind may', () => {
  const { limits } = limitsOf(1);
  limits.allow('command', 'ada');
  expect(limits.allow('command', 'ada').ok).toBe(false);
  expect(limits.allow('command', 'bo').ok).toBe(true);
  expect(limits.allow('create', 'ada').ok).toBe(true);
});

test('looking does not count', () => {
  const { limits } = limitsOf(1);
  for (let time = 0; time < 5; time += 1) expect(limits.peek('command', 'ada').ok).toBe(true);
  limits.allow('command', 'ada');
  expect(limits.peek('command', 'ada')).toEqual({ ok: false, retryAfter: 10_000 });
});

test('thousands of addresses that came once are forgotten', () => {
  const { clock, limits } = limitsOf(1);
  for (let at = 0; at < 10_000; at += 1) limits.allow('command', `someone ${at}`);
  clock.now += 10_000;
  for (let at = 0; at < 10_000; at += 1) limits.allow('command', `other ${at}`);
  expect(limits.peek('command', 'someone 0').ok).toBe(true);
  expect(limits.peek('command', 'other 9999').ok).toBe(false);
});

test('a clock that is set back shuts nobody out, and one that is set forward begins a new window', () => {
  const { clock, limits } = limitsOf(1);
  limits.allow('command', 'ada');
  clock.now -= 3_600_000;
  expect(limits.allow('command', 'ada').ok).toBe(true);
  expect(limits.allow('command', 'ada')).toEqual({ ok: false, retryAfter: 10_000 });
  clock.now += 7_200_000;
  expect(limits.allow('command', 'ada').ok).toBe(true);
});

test('lifted limits allow everything', () => {
  const limits = createRateLimits(undefined, () => 0);
  for (let time = 0; time < 100_000; time += 1) expect(limits.allow('command', 'ada').ok).toBe(true);
});

test('the defaults admit a room of 2,000 people behind one address', () => {
  const { connection, 'address-command': commands } = defaultRates();
  expect(connection.count).toBeGreaterThanOrEqual(2000 * 2);
  expect(commands.count / commands.seconds).toBeGreaterThanOrEqual(2000);
});
