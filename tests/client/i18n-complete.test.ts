// Every text of the page is in French too, with the same placeholders, and no French text is left over.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { templates as first } from '../../client/i18n/fr.ts';
import { templates as later } from '../../client/i18n/fr-later.ts';
import { textsIn, type Text } from './i18n-texts.ts';

const CLIENT = fileURLToPath(new URL('../../client', import.meta.url));

const texts: readonly Text[] = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith(join('i18n', 'fr')))
  .flatMap((file) => textsIn(readFileSync(join(CLIENT, file), 'utf8'), file));

const areas = import.meta.glob<Record<string, Record<string, unknown>>>('../../client/i18n/{fr,fr-later}/*.ts', {
  eager: true,
});
const templates = { ...first, ...later };
const french = Object.entries(areas).flatMap(([file, area]) =>
  Object.values(area).flatMap((entries) => Object.keys(entries).map((id) => ({ file, id }))),
);

/** A French text as written, with `{n}` where the n-th expression goes. */
function written(id: string): string | undefined {
  const text = templates[id];
  if (text === undefined || typeof text === 'string') return text;
  return text.strings.map((piece, at) => (at === 0 ? piece : `{${String(text.values[at - 1])}}${piece}`)).join('');
}

const holesOf = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort();

describe('the English texts', () => {
  test('are found', () => {
    expect(texts.length).toBeGreaterThan(50);
  });

  test('have an id and a text that can be looked up', () => {
    expect(texts.filter(({ id, holes }) => id === undefined || holes === undefined)).toEqual([]);
  });

  test('say one thing under one id', () => {
    const first = new Map<string | undefined, string>();
    const twice = texts.filter(({ id, text }) => {
      const known = first.get(id);
      if (known === undefined) first.set(id, text);
      return known !== undefined && known !== text;
    });
    expect(twice).toEqual([]);
  });
});

describe('the French texts', () => {
  test('are there for every English one', () => {
    expect(texts.filter(({ id }) => id !== undefined && templates[id] === undefined)).toEqual([]);
  });

  test('put every value of the English one in its place', () => {
    const wrong = texts.flatMap(({ id, text, where }) => {
      const there = id === undefined ? undefined : written(id);
      if (there === undefined || holesOf(there).join() === holesOf(text).join()) return [];
      return [{ where, english: text, french: there }];
    });
    expect(wrong).toEqual([]);
  });

  test('are all used', () => {
    const used = new Set(texts.map(({ id }) => id));
    expect(french.filter(({ id }) => !used.has(id))).toEqual([]);
  });

  test('stand in one area each', () => {
    const ids = french.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('are set in French: no-break spaces, guillemets and curly apostrophes', () => {
    const wrong = Object.keys(templates).flatMap((id) => {
      const text = written(id) ?? '';
      return / [;:!?»%]|« |[^\s\u00A0\u202F(]»|«[^\u00A0\u202F]|\w'\w|"/.test(text) ? [{ id, text }] : [];
    });
    expect(wrong).toEqual([]);
  });
});

/** The files that a page begins with: what it imports, and what that imports, but for what is fetched later. */
function firstFiles(roots: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const waiting = [...roots];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file) || !existsSync(file)) continue;
    files.add(file);
    const code = readFileSync(file, 'utf8');
    for (const [, from, bare] of code.matchAll(
      /^(?:import|export)\s(?!type\b)[^;]*?from '(\.[^']+)'|^import '(\.[^']+)'/gm,
    )) {
      waiting.push(join(dirname(file), from ?? bare ?? ''));
    }
  }
  return files;
}

test('no text that a first visit draws is left for later', () => {
  const roots = [
    'main.ts',
    'pages/home-page.ts',
    'pages/board-page.ts',
    'elements/ballot/round-ballot.ts',
    'elements/door/arrival-card.ts',
    'elements/matrix/matrix.ts',
  ];
  const files = firstFiles(roots.map((root) => join(CLIENT, root)));
  expect(files.size).toBeGreaterThan(60);
  const drawn = [...files].flatMap((file) => textsIn(readFileSync(file, 'utf8'), file).map(({ id }) => id ?? ''));
  expect(drawn.filter((id) => id in later)).toEqual([]);
});
