// What a note links to as evidence.
import { describe, expect, test } from 'vitest';
import { isBareLink, sourcesOf } from '../../../client/elements/notes/sources.ts';

describe('the sources of a note', () => {
  test.each([
    ['See https://flask.example.org/en/3.0.x/async-await/.', 'flask.example.org', 'async await'],
    ['[The survey](https://www.example.org/x?y=1) says so', 'example.org', 'The survey'],
    ['(https://example.org/)', 'example.org', ''],
    ['https://example.org/docs/Deploy%20it.html#top', 'example.org', 'Deploy it'],
    // What stands before an @ is no host.
    ['https://good.example@evil.example/login', 'evil.example', 'login'],
  ])('in %j are named by host and title', (text, host, title) => {
    expect(sourcesOf(text).map((source) => [source.host, source.title])).toEqual([[host, title]]);
  });

  test('are http and https addresses, and nothing else', () => {
    for (const text of [
      'javascript:alert(1)',
      '[x](javascript:alert(1))',
      'ftp://example.org/x',
      'data:text/html,x',
      'none',
    ])
      expect(sourcesOf(text)).toEqual([]);
  });

  test('are each named once, and four at most', () => {
    expect(sourcesOf('https://a.example/ https://a.example/ https://b.example/')).toHaveLength(2);
    expect(sourcesOf('12345678'.replaceAll(/\d/g, (n) => `https://a.example/${n}xyz `))).toHaveLength(4);
  });

  test('an address alone is told from a sentence with one', () => {
    expect(isBareLink(' https://a.example/x ')).toBe(true);
    expect(isBareLink('see https://a.example/x')).toBe(false);
  });
});
