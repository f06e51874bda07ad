import { expect, test } from 'vitest';
import { isUsablePrefix, prefixOf, withoutPrefix } from '../../server/path-prefix.ts';

test('the prefix is the path of the public address', () => {
  expect(prefixOf(undefined)).toBe('');
  expect(prefixOf('https://example.org')).toBe('');
  expect(prefixOf('https://example.org/palabre')).toBe('/palabre');
  expect(prefixOf('https://example.org/teams/palabre/')).toBe('/teams/palabre');
});

test.each([
  ['/palabre/b/x?view=notes', '/b/x?view=notes'],
  ['/palabre/', '/'],
  ['/palabre/socket.io/?EIO=4', '/socket.io/?EIO=4'],
  // Taken away by the proxy already, or somebody else's.
  ['/b/x', '/b/x'],
  ['/', '/'],
  ['/palabres/b/x', '/palabres/b/x'],
  ['/palabre', undefined],
  ['/palabre?view=notes', undefined],
])('%s asks for %s', (url, inside) => {
  expect(withoutPrefix(url, '/palabre')).toBe(inside);
  expect(withoutPrefix(url, '')).toBe(url);
});

test('a prefix that begins like an address of ours cannot be told from it', () => {
  expect(['', '/palabre', '/teams/b'].map(isUsablePrefix)).toEqual([true, true, true]);
  expect(['/b', '/api/x', '/assets', '/socket.io'].map(isUsablePrefix)).toEqual([false, false, false, false]);
});
