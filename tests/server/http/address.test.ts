// Whose requests count together, and whom a proxy may speak for.
import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { askedAddress, clientAddress } from '../../../server/http/address.ts';

const request = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

test.each([
  ['203.0.113.7', undefined, 0, '203.0.113.7'],
  ['::ffff:203.0.113.7', undefined, 0, '203.0.113.7'],
  ['203.0.113.7', '198.51.100.1', 0, '203.0.113.7'],
  ['10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
  ['10.0.0.1', '6.6.6.6, 198.51.100.1', 1, '198.51.100.1'],
  ['10.0.0.1', '6.6.6.6, 198.51.100.1, 10.0.0.2', 2, '198.51.100.1'],
  ['10.0.0.1', undefined, 1, '10.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', undefined, 0, '2001:db8:1:2::/64'],
  ['2001:db8::1', undefined, 0, '2001:db8:0:0::/64'],
  ['::1', undefined, 0, '0:0:0:0::/64'],
])('from %s, forwarded for %s, behind %i proxies: %s', (remote, forwarded, proxies, expected) => {
  expect(clientAddress(request(remote, forwarded), proxies)).toBe(expected);
});

const asked = (headers: Record<string, string>): IncomingMessage => ({ headers }) as unknown as IncomingMessage;

test.each([
  [{ host: '192.168.1.5:3000' }, 0, 'http://192.168.1.5:3000'],
  [{ host: '[::1]:3000' }, 0, 'http://[::1]:3000'],
  [{ host: 'boards.example', 'x-forwarded-proto': 'https' }, 0, 'http://boards.example'],
  [{ host: 'boards.example', 'x-forwarded-proto': 'https' }, 1, 'https://boards.example'],
  [{ host: 'a"><script>' }, 0, undefined],
  [{}, 0, undefined],
])('asked as %j behind %i proxies, links begin with %s', (headers, proxies, expected) => {
  expect(askedAddress(asked(headers), proxies)).toBe(expected);
});
