// The only reader of the environment: settings become a frozen, typed configuration or one sentence about the wrong one.
import * as z from 'zod/mini';
import { type Limits, RATES, type Rate, type RateKind, SIZES, type SizeKind } from './limits.ts';
import type { LogLevel } from './log.ts';
import { ALL_SETTINGS, RATE_SETTINGS, SETTINGS, SIZE_SETTINGS, type Setting } from './settings.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Without a slash at its end; undefined: the address it listens on. */
  readonly publicUrl: string | undefined;
  /** Origins, or `*` among them. */
  readonly corsOrigins: readonly string[];
  readonly readOrigins: readonly string[];
  readonly embedOrigins: readonly string[];
  /** The names this server answers to; `plain`: addresses and localhost, which nobody can point elsewhere. */
  readonly allowedHosts: readonly string[] | 'plain' | 'any';
  readonly trustProxy: number;
  readonly logLevel: LogLevel;
  readonly metricsToken: string | undefined;
  /** 0: boards are kept for ever. */
  readonly retentionDays: number;
  readonly limits: Limits;
}

/** A setting that cannot be. The message is one sentence for the person who starts the server. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

export type Environment = Readonly<Record<string, string | undefined>>;

const SEVERAL_PROCESSES = { DATABASE_URL: 'Postgres', REDIS_URL: 'Redis' } as const;

/** What is quoted back goes to a terminal and to a log of lines. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, '\uFFFD');

function read<T>(setting: Setting<T>, environment: Environment): T {
  const given = environment[setting.name];
  const text = given === undefined || given === '' ? setting.default : given.trim();
  const parsed = z.safeParse(setting.schema, text);
  if (parsed.success) return parsed.data;
  // A token is a secret even when it is wrong.
  const shown = setting === SETTINGS.metricsToken ? '' : ` is "${oneLine(text.slice(0, 200))}"; it`;
  throw new WrongSetting(`The setting ${setting.name}${shown} must be ${setting.allowed}.`);
}

function readAll<K extends string, T>(
  kinds: Readonly<Record<K, { readonly setting: string }>>,
  settings: readonly Setting<T>[],
  environment: Environment,
): Record<K, T> {
  const entries = Object.entries<{ readonly setting: string }>(kinds).map(([kind, { setting: name }]) => {
    const setting = settings.find((candidate) => candidate.name === name);
    if (setting === undefined) throw new Error(`no setting ${name}`);
    return [kind, read(setting, environment)] as const;
  });
  return Object.fromEntries(entries) as Record<K, T>;
}

function readLimits(environment: Environment): Limits {
  const rates = readAll<RateKind, Rate>(RATES, RATE_SETTINGS, environment);
  const sizes = readAll<SizeKind, number>(SIZES, SIZE_SETTINGS, environment);
  return Object.freeze({ rates: read(SETTINGS.limits, environment) ? rates : undefined, sizes });
}

/** Names of this machine that no other machine can reach. */
const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);

/** Behind a proxy that was told of, names come that were told nowhere. */
function hostsOf(environment: Environment): Config['allowedHosts'] {
  const listed = read(SETTINGS.allowedHosts, environment);
  if (listed.includes('*')) return 'any';
  if (listed.length > 0) return listed;
  const isReachable = !isLoopback(read(SETTINGS.host, environment)) || read(SETTINGS.trustProxy, environment) > 0;
  return isReachable ? 'any' : 'plain';
}

const orUndefined = (text: string): string | undefined => (text === '' ? undefined : text);

/** Throws `WrongSetting`. */
export function readConfig(environment: Environment): Config {
  for (const [name, what] of Object.entries(SEVERAL_PROCESSES)) {
    if ((environment[name] ?? '') === '') continue;
    throw new WrongSetting(
      `${name} is set, but this release keeps its boards in one process and does not use ${what} yet; unset it.`,
    );
  }
  return Object.freeze({
    port: read(SETTINGS.port, environment),
    host: read(SETTINGS.host, environment),
    dataDir: read(SETTINGS.dataDir, environment),
    publicUrl: orUndefined(read(SETTINGS.publicUrl, environment)),
    corsOrigins: read(SETTINGS.corsOrigins, environment),
    readOrigins: read(SETTINGS.readOrigins, environment),
    embedOrigins: read(SETTINGS.embedOrigins, environment),
    allowedHosts: hostsOf(environment),
    trustProxy: read(SETTINGS.trustProxy, environment),
    logLevel: read(SETTINGS.logLevel, environment),
    metricsToken: orUndefined(read(SETTINGS.metricsToken, environment)),
    retentionDays: read(SETTINGS.retentionDays, environment),
    limits: readLimits(environment),
  });
}

/** Every setting with its default, for `--help`. */
export function settingsHelp(): string {
  const width = Math.max(...ALL_SETTINGS.map(({ name }) => name.length));
  const lines = ALL_SETTINGS.map(({ name, default: value, about, allowed }) => {
    const shown = value === '' ? 'empty' : value;
    return `  ${name.padEnd(width)}  ${about} (${shown})\n  ${' '.repeat(width)}  ${allowed}`;
  });
  return ['Settings (environment variables), with their defaults in brackets:', ...lines].join('\n');
}
