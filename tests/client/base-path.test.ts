import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { BASE, at, baseOf } from '../../client/base-path.ts';
import { matchRoute } from '../../client/route.ts';

test.each([
  ['https://example.org/assets/index-abc.js', '/'],
  ['https://example.org/palabre/assets/index-abc.js', '/palabre/'],
  ['https://example.org/a/assets/b/assets/index-abc.js', '/a/assets/b/'],
  ['http://127.0.0.1:5173/base-path.ts', '/'],
  ['file:///home/somebody/client/assets/base-path.ts', '/'],
])('code at %s belongs to a page under %s', (code, base) => {
  expect(baseOf(code)).toBe(base);
});

test('from source the page is at the root', () => {
  expect([BASE, at('recount')]).toEqual(['/', '/recount']);
});

test('under a path only what lies below it is ours', () => {
  const under = (path: string) => matchRoute(path, '/palabre/');
  expect(under('/palabre')).toEqual({ page: 'home' });
  expect(under('/palabre/')).toEqual({ page: 'home' });
  expect(under('/palabre/recount')).toEqual({ page: 'recount' });
  expect(under('/palabre/b/b1/screen')).toEqual({ page: 'board', board: 'b1', screen: true });
  expect(under('/b/b1')).toEqual({ page: 'not-found' });
  expect(under('/palabres/b/b1')).toEqual({ page: 'not-found' });
  expect(under('/')).toEqual({ page: 'not-found' });
});

test('no address in the page is written as if it were at the root', () => {
  const client = fileURLToPath(new URL('../../client/', import.meta.url));
  const written = readdirSync(client, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      readFileSync(join(client, file), 'utf8')
        .split('\n')
        .filter((line) => /(href|src)="\/|fetch\(['`]\/|['`]\/(b|join|api|recount|socket\.io)\/(?!')/.test(line))
        .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(written).toEqual([]);
});
