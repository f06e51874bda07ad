// Which page an address asks for, and what its fragment carries.
import { expect, test } from 'vitest';
import { boardPath, matchRoute, readFragment } from '../../client/route.ts';

const board = (id: string, screen = false) => ({ page: 'board', board: id, screen });

test.each([
  ['/', { page: 'home' }],
  ['', { page: 'home' }],
  ['/b/web-frameworks', board('web-frameworks')],
  ['/b/web-frameworks/', board('web-frameworks')],
  ['/b/7kq2-mx4p', board('7KQ2MX4P')],
  ['/b/web-frameworks/screen', board('web-frameworks', true)],
  ['/join/7kq2-mx4p', board('7KQ2MX4P')],
  ['/join/7KQ2%20MX4P', board('7KQ2MX4P')],
  ['/recount', { page: 'recount' }],
  ['/recount/', { page: 'recount' }],
  ['/join/zz', { page: 'home', badCode: 'zz' }],
])('%s is a page', (path, route) => {
  expect(matchRoute(path)).toEqual(route);
});

test.each([
  '/b',
  '/b/',
  '/b/../x/y',
  '/b/-x',
  '/b/constructor',
  '/b/%E0%A4%A',
  '/b/a b',
  '/b/x/other',
  '/b/x/screen/y',
  '/boards',
  '/recount/x',
  '/join',
  '/join/a/b',
])('%s is no page', (path) => {
  expect(matchRoute(path)).toEqual({ page: 'not-found' });
});

test('a path leads back to the board it was made for', () => {
  expect(matchRoute(boardPath('b1', true))).toEqual(board('b1', true));
});

test('a fragment carries a key', () => {
  expect(readFragment('#k9J2mX_c4Ls0aQ8vWbZr')).toEqual({ key: 'k9J2mX_c4Ls0aQ8vWbZr' });
});

test('a fragment carries a member, with the key where there is one', () => {
  const member = { id: 'm1', token: 'abcdefghijklmnopqrstuvwx' };
  expect(readFragment('#me=m1.abcdefghijklmnopqrstuvwx')).toEqual({ me: member });
  expect(readFragment('#me=m1.abcdefghijklmnopqrstuvwx.k9J2mX')).toEqual({ me: member, key: 'k9J2mX' });
});

test.each(['', '#', '#x', '#%E0%A4%A', '#me=', '#me=m1.short', '#a key with spaces'])(
  'the fragment %j carries nothing',
  (hash) => {
    expect(readFragment(hash)).toEqual({});
  },
);
