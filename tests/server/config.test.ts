// Settings: their defaults, what is allowed, and the one sentence about a wrong one.
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
    allowedHosts: [],
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
