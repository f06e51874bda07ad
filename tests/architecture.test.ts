// The plan of the house, checked: who may import whom, what is pure, how long a file may get and what it may be called.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LONGEST = 400;

interface Source {
  /** From the root, with slashes: `shared/ids.ts`. */
  readonly path: string;
  readonly text: string;
  /** Own files as paths from the root, packages by their names; type-only imports included. */
  readonly imports: readonly string[];
}

const IMPORT = /(?:^|[\s;}])(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

/** The text without comments, so that a word in a sentence is not taken for code. Line numbers stay. */
const withoutComments = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`/])\/\/[^\n]*/g, '$1');

function importsOf(path: string, code: string): string[] {
  return [...code.matchAll(IMPORT)].map(([, named, lazy]) => {
    const target = named ?? lazy ?? '';
    return target.startsWith('.') ? join(dirname(path), target) : target;
  });
}

function sources(...rooms: string[]): Source[] {
  const names = rooms.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
  );
  return names
    .filter((name) => /\.(ts|mts|js|mjs)$/.test(name) && !name.includes('node_modules'))
    .map((name) => {
      const path = relative(ROOT, join(ROOT, name));
      const text = withoutComments(readFileSync(join(ROOT, name), 'utf8'));
      return { path, text, imports: importsOf(path, text) };
    });
}

const shared = sources('shared');
const server = sources('server');
const client = sources('client');
const tests = sources('tests');
const code = [...shared, ...server, ...client];

/** Lines as `path → what was found there`, so that a failure says where to look. */
const importsFrom = (from: readonly Source[], isForbidden: (target: string, path: string) => boolean): string[] =>
  from.flatMap(({ path, imports }) =>
    imports.filter((target) => isForbidden(target, path)).map((target) => `${path} → ${target}`),
  );
const matches = (from: readonly Source[], pattern: RegExp): string[] =>
  from.flatMap(({ path, text }) => (text.match(pattern) ?? []).map((found) => `${path} → ${found.trim()}`));

const isIn = (target: string, ...rooms: string[]): boolean => rooms.some((room) => target.startsWith(`${room}/`));
const isPackage = (target: string): boolean => !isIn(target, 'shared', 'server', 'client', 'tests');

test('this test sees the code: its files and their imports', () => {
  expect(shared.length).toBeGreaterThan(30);
  expect(server.length).toBeGreaterThan(20);
  expect(client.length).toBeGreaterThan(50);
  const decide = shared.find(({ path }) => path === 'shared/board/decide.ts');
  expect(decide?.imports).toEqual(expect.arrayContaining(['shared/result.ts', 'shared/board/board.ts']));
  expect(
    importsOf(
      'a/b.ts',
      "import './c.ts';\nexport { x } from '../d.ts';\nimport {\n  y,\n} from 'z';\nconst later = () => import('./lazy.ts');",
    ),
  ).toEqual(['a/c.ts', 'd.ts', 'z', 'a/lazy.ts']);
  expect(withoutComments("const a = 'http://x'; // new Date()\n/* fetch( */")).not.toMatch(/Date|fetch/);
});

describe('imports', () => {
  test('the rules import the schema library, the hash library and themselves', () => {
    const allowed = /^(zod\/mini|@noble\/hashes\/[a-z0-9]+\.js)$/;
    expect(importsFrom(shared, (target) => !isIn(target, 'shared') && !allowed.test(target))).toEqual([]);
  });

  test('server and client import neither each other nor tests', () => {
    expect(importsFrom(server, (target) => isIn(target, 'client', 'tests'))).toEqual([]);
    expect(importsFrom(client, (target) => isIn(target, 'server', 'tests') || target.startsWith('node:'))).toEqual([]);
  });

  test('elements know neither the connection, nor the store, nor pages, nor who one is', () => {
    const elements = client.filter(({ path }) => isIn(path, 'client/elements'));
    const own = ['client/app.ts', 'client/api.ts', 'client/identity.ts', 'client/main.ts'];
    const isForbidden = (target: string) =>
      isIn(target, 'client/sync', 'client/pages') || own.includes(target) || target.startsWith('socket.io');
    expect(importsFrom(elements, isForbidden)).toEqual([]);
    expect(matches(elements, /\b(localStorage|sessionStorage|indexedDB)\b/g)).toEqual([]);
  });

  test('only pages talk to what is synchronised, and that knows neither Lit nor pages', () => {
    const others = client.filter(({ path }) => !isIn(path, 'client/sync', 'client/pages'));
    expect(importsFrom(others, (target) => isIn(target, 'client/sync'))).toEqual([]);
    const sync = client.filter(({ path }) => isIn(path, 'client/sync'));
    const isFace = (target: string) => isIn(target, 'client/pages', 'client/elements') || /^(@?lit)(\/|$)/.test(target);
    expect(importsFrom(sync, isFace)).toEqual([]);
  });

  test('one file names Socket.IO’s client, and the store of a board does not reach it', () => {
    const named = importsFrom(client, (target) => target.startsWith('socket.io'));
    expect(named).toEqual(['client/sync/line.ts → socket.io-client']);
    const plain = client.filter(({ path }) =>
      /^client\/sync\/(board-store|own-ballots|pending|round-views)\.ts$/.test(path),
    );
    expect(plain).toHaveLength(4);
    expect(importsFrom(plain, (target) => /(line|connection)\.ts$/.test(target))).toEqual([]);
  });

  test('stores are named in the composition root and the command line only', () => {
    const isRoot = (path: string) => /^server\/(main|app)\.ts$/.test(path) || isIn(path, 'server/cli', 'server/store');
    const isConcrete = (target: string) => /^server\/store\/(sqlite|memory|postgres)/.test(target);
    const others = server.filter(({ path }) => !isRoot(path));
    expect(importsFrom(others, isConcrete)).toEqual([]);
    expect(importsFrom(others, (target) => /^(libsql|pg|postgres)$/.test(target))).toEqual([]);
  });

  test('stores know no doors and no boards, boards know no doors', () => {
    const doors = ['server/http', 'server/realtime'];
    const stores = server.filter(({ path }) => isIn(path, 'server/store'));
    expect(importsFrom(stores, (target) => isIn(target, 'server/boards', 'server/cli', ...doors))).toEqual([]);
    const boards = server.filter(({ path }) => isIn(path, 'server/boards'));
    expect(importsFrom(boards, (target) => isIn(target, ...doors) || /^(express|socket\.io)/.test(target))).toEqual([]);
  });

  test('the realtime door and the HTTP door do not know each other', () => {
    const realtime = server.filter(({ path }) => isIn(path, 'server/realtime'));
    const http = server.filter(({ path }) => isIn(path, 'server/http'));
    expect(importsFrom(http, (target) => isIn(target, 'server/realtime'))).toEqual([]);
    expect(importsFrom(realtime, (target) => target === 'express')).toEqual([]);
  });

  test('own files are imported by their whole names, and nothing reaches into a package’s insides', () => {
    expect(
      importsFrom(code, (target) => !isPackage(target) && !/\.(ts|css|json|svg|mjs)(\?\w+)?$/.test(target)),
    ).toEqual([]);
    expect(importsFrom(code, (target) => /\/(src|dist|node_modules)\//.test(target))).toEqual([]);
  });
});

describe('purity', () => {
  test('the rules have no clock, no chance, no process and no network', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bcrypto\b|\bperformance\.(?:now|timeOrigin)\b|\bprocess\b|\bset(Timeout|Interval|Immediate)\b|\bfetch\s*\(|\bqueueMicrotask\b|\bconsole\b|\bglobalThis\b/g;
    expect(matches(shared, impure)).toEqual([]);
  });

  test('the rules do not sort or speak by the machine’s locale', () => {
    expect(matches(shared, /\.localeCompare\(|\.toLocale\w*\(|\bIntl\b/g)).toEqual([]);
  });

  test('the environment is read in one place', () => {
    const readers = server.filter(({ text }) => /\bprocess\.env\b/.test(text)).map(({ path }) => path);
    expect(
      readers.filter((path) => !/^server\/(main|config|settings)\.ts$/.test(path) && !isIn(path, 'server/cli')),
    ).toEqual([]);
  });

  test('boards take time and chance from what surrounds them', () => {
    const boards = server.filter(({ path }) => isIn(path, 'server/boards'));
    expect(matches(boards, /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bsetTimeout\b|\bsetInterval\b/g)).toEqual(
      [],
    );
  });
});

describe('files', () => {
  test(`none is longer than ${LONGEST} lines`, () => {
    const long = code.filter(({ text }) => text.split('\n').length - 1 > LONGEST).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  test('are named for the noun they own, in kebab case, and none collects odds and ends', () => {
    const names = [...code, ...tests].map(({ path }) => path);
    const isKebab = (path: string) =>
      /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|mjs)$/.test(path.split('/').at(-1) ?? '');
    expect(names.filter((path) => !isKebab(path))).toEqual([]);
    expect(names.filter((path) => /(^|[/-])(utils?|helpers?|misc|types|common|stuff|index)\.\w+$/.test(path))).toEqual(
      [],
    );
  });

  test('none only hands on what others export', () => {
    const barrels = code.filter(({ text }) => {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      return (
        lines.length > 0 &&
        lines.every((line) => /^export\s+(\*|\{[^}]*\}|type\s+\{[^}]*\})\s*(as\s+\w+\s*)?from\s/.test(line))
      );
    });
    expect(barrels.map(({ path }) => path)).toEqual([]);
    expect(matches(code, /^export \* from .*$/gm)).toEqual([]);
  });

  test('each says in its first line what it owns', () => {
    const silent = code.filter(({ path }) => {
      const raw = readFileSync(join(ROOT, path), 'utf8');
      return !/^(#!.*\n)?(\/\/|\/\*)/.test(raw);
    });
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('habits', () => {
  test('no value is of type any, and no check is switched off', () => {
    const raw = [...code, ...tests]
      .filter(({ path }) => path !== 'tests/architecture.test.ts')
      .map((source) => ({ ...source, text: readFileSync(join(ROOT, source.path), 'utf8') }));
    expect(matches([...code, ...tests], /(:|<|\bas|\||,|=)\s*any\b(?=\s*[;,)>\]|=&[]|\s*$)/gm)).toEqual([]);
    expect(matches(raw, /@ts-(ignore|expect-error|nocheck)|(eslint|oxlint)-disable/g)).toEqual([]);
  });

  test('nothing is left for later', () => {
    expect(
      matches(
        code.map((source) => ({ ...source, text: readFileSync(join(ROOT, source.path), 'utf8') })),
        /\b(TODO|FIXME|XXX|HACK)\b/g,
      ),
    ).toEqual([]);
  });

  test('no test is skipped, alone or put off', () => {
    const others = tests.filter(({ path }) => path !== 'tests/architecture.test.ts');
    expect(matches(others, /\b(test|it|describe)\.(only|skip|todo|fails)\b/g)).toEqual([]);
  });

  test('the page asks no other host for anything', () => {
    const addresses = matches(client, /\b(https?|wss?):\/\/[a-z0-9][^\s'"`)]*/gi).filter(
      (line) => !/→ http:\/\/www\.w3\.org\//.test(line),
    );
    expect(addresses).toEqual([]);
    const styles = readdirSync(join(ROOT, 'client'), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(css|html|svg)$/.test(name))
      .map((name): Source => ({ path: name, text: readFileSync(join(ROOT, 'client', name), 'utf8'), imports: [] }));
    expect(matches(styles, /(?:url\(|@import|src=|href=)\s*["']?(?:https?:)?\/\/[^\s"')]*/gi)).toEqual([]);
  });

  test('one file makes HTML from what people write, and it cleans it', () => {
    const users = client.filter(({ text }) => /\bunsafeHTML\b|\.innerHTML\s*=|\binsertAdjacentHTML\b/.test(text));
    expect(users.length).toBeLessThanOrEqual(1);
    for (const { path, imports } of users) {
      const reached = client.filter((source) => imports.includes(source.path)).flatMap((source) => source.imports);
      expect([...imports, ...reached], path).toContain('dompurify');
    }
  });

  test('nothing is styled or scripted inline, for the content policy forbids it', () => {
    expect(matches(client, /<[a-z][^>]*\sstyle="[^"]*"/g)).toEqual([]);
    expect(matches(client, /\beval\(|\bnew Function\(|\sonclick=/g)).toEqual([]);
  });
});
