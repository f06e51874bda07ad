// Settings: their defaults, what is allowed, and the one sentence about a wrong one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WrongSetting, readConfig, settingsHelp } from '../../server/config.ts';
import { ALL_SETTINGS } from '../../server/settings.ts';

/** The sentence that a wrong setting is refused with. */
function sentence(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof WrongSetting) return error.message;
    throw error;
  }
  throw new Error('it was accepted');
}

test('without settings everything has its default', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    publicUrl: undefined,
    corsOrigins: [],
    readOrigins: ['*'],
    embedOrigins: [],
    allowedHosts: 'plain',
    trustProxy: 0,
    logLevel: 'info',
    metricsToken: undefined,
    limits: { rates: { command: { count: 600, seconds: 10 } }, sizes: { members: 10_000, body: 65_536 } },
  });
});

test('a setting that is empty has its default', () => {
  expect(readConfig({ PORT: '', CORS_ORIGINS: '', PUBLIC_URL: '' })).toEqual(readConfig({}));
});

test('settings are read', () => {
  const config = readConfig({
    PORT: '0',
    PUBLIC_URL: 'https://boards.example.org/palabre/',
    CORS_ORIGINS: 'https://a.example, http://b.example:8080',
    TRUST_PROXY: 'off',
    LIMITS: 'off',
    LIMIT_COMMANDS: '5/60',
    LIMIT_OPTIONS: '20',
  });
  expect(config).toMatchObject({
    port: 0,
    publicUrl: 'https://boards.example.org/palabre',
    corsOrigins: ['https://a.example', 'http://b.example:8080'],
    trustProxy: 0,
    limits: { rates: undefined, sizes: { options: 20 } },
  });
  expect(readConfig({ LIMIT_COMMANDS: '5/60' }).limits.rates?.command).toEqual({ count: 5, seconds: 60 });
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '3000.5'],
  ['HOST', 'a host'],
  ['PUBLIC_URL', 'ftp://files.example'],
  ['PUBLIC_URL', 'https://boards.example?x=1'],
  ['CORS_ORIGINS', 'https://a.example/path'],
  ['CORS_ORIGINS', 'a.example'],
  ['EMBED_ORIGINS', '*'],
  ['ALLOWED_HOSTS', 'https://a.example'],
  ['TRUST_PROXY', 'yes'],
  ['LOG_LEVEL', 'loud'],
  ['LIMITS', 'none'],
  ['LIMIT_COMMANDS', '100'],
  ['LIMIT_COMMANDS', '0/10'],
  ['LIMIT_OPTIONS', '1000'],
  ['LIMIT_MEMBERS', '0'],
])('%s as %j is refused in one sentence with its name, its value and what is allowed', (name, value) => {
  const allowed = ALL_SETTINGS.find((setting) => setting.name === name)?.allowed ?? '?';
  expect(sentence({ [name]: value })).toBe(`The setting ${name} is "${value}"; it must be ${allowed}.`);
});

describe('the names it answers to are', () => {
  test.each([
    [{}, 'plain'],
    [{ HOST: 'localhost' }, 'plain'],
    [{ HOST: '127.0.0.2' }, 'plain'],
    [{ HOST: '::1' }, 'plain'],
    [{ PUBLIC_URL: 'https://boards.example' }, 'plain'],
    [{ TRUST_PROXY: '1' }, 'any'],
    [{ HOST: '0.0.0.0' }, 'any'],
    [{ HOST: '192.168.1.5' }, 'any'],
    [{ HOST: '127.0.0.1.example.org' }, 'any'],
    [{ ALLOWED_HOSTS: '*' }, 'any'],
    [{ ALLOWED_HOSTS: 'a.example, b.example:8080' }, ['a.example', 'b.example:8080']],
    [{ HOST: '0.0.0.0', ALLOWED_HOSTS: 'a.example' }, ['a.example']],
  ] as const)('for %j: %j', (environment, names) => {
    expect(readConfig(environment).allowedHosts).toEqual(names);
  });
});

test('whatever stands in a setting is read at once, or refused in one line that a terminal can show', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('\u001b[2J\n{"level":50}', '__proto__', '/'.repeat(100_000), `http://x${'/'.repeat(100_000)}a`),
    fc.constantFrom('1/1', '1e3', '0x10', '+5', '٣', ' 3000 ', '*', '*,*', 'null', 'http://[', 'https://a@b.example'),
    fc.constantFrom(...['a,', ' ', '[::1]:', '1.', '-'].map((part) => part.repeat(50_000))),
  );
  fc.assert(
    fc.property(fc.constantFrom(...ALL_SETTINGS.map(({ name }) => name)), hostile, (name, text) => {
      const start = performance.now();
      let said = '';
      try {
        readConfig({ [name]: text });
      } catch (error) {
        if (!(error instanceof WrongSetting)) throw error;
        said = error.message;
        expect(said).toMatch(new RegExp(`^The setting ${name} .*must be .*\\.$`));
      }
      expect(said).not.toMatch(/\p{Cc}/u);
      expect(said.length).toBeLessThan(600);
      expect(performance.now() - start).toBeLessThan(1000);
    }),
    { numRuns: 1000 },
  );
});

test('a wrong token is not repeated', () => {
  expect(sentence({ METRICS_TOKEN: 'my secret' })).not.toContain('my secret');
});

test.each(['DATABASE_URL', 'REDIS_URL'])('%s is refused until a release supports it', (name) => {
  expect(sentence({ [name]: 'postgres://user:secret@db' })).toMatch(new RegExp(`^${name} is set, .*unset it\\.$`));
  expect(sentence({ [name]: 'postgres://user:secret@db' })).not.toContain('secret');
});

describe('the help', () => {
  test('names every setting, its default and what is allowed', () => {
    const help = settingsHelp();
    for (const { name, allowed, about, default: value } of ALL_SETTINGS) {
      expect(help).toContain(`${name} `);
      expect(help).toContain(`${about} (${value === '' ? 'empty' : value})`);
      expect(help).toContain(allowed);
    }
  });

  test('tells defaults that are allowed', () => {
    const defaults = Object.fromEntries(ALL_SETTINGS.map(({ name, default: value }) => [name, value]));
    expect(readConfig(defaults)).toEqual(readConfig({}));
  });
});
