// The settings there are: name, default, what is allowed, and how the text becomes a value.
import * as z from 'zod/mini';
import { RATES, type Rate, SIZES } from './limits.ts';
import { LOG_LEVELS } from './log.ts';
import { isUsablePrefix, prefixOf } from './path-prefix.ts';

export interface Setting<T> {
  readonly name: string;
  /** What holds when it is not set, as it would be written. */
  readonly default: string;
  readonly allowed: string;
  readonly about: string;
  readonly schema: z.ZodMiniType<T, string>;
}

const setting = <T>(row: Setting<T>): Setting<T> => row;

const wholeBetween = (min: number, max: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d{1,15}$/)),
    z.pipe(z.transform(Number), z.number().check(z.minimum(min), z.maximum(max))),
  );

const rateSchema = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,8}\/[1-9]\d{0,4}$/)),
  z.transform((text): Rate => {
    const [count = 0, seconds = 0] = text.split('/').map(Number);
    return { count, seconds };
  }),
);

const listOf = (isRight: (item: string) => boolean) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text): readonly string[] =>
        text
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      ),
    ),
    z.array(z.string().check(z.refine(isRight))).check(z.maxLength(100)),
  );

/** `https://boards.example.org`, without a path: what browsers send as Origin. */
function isOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}

const isPublicUrl = (text: string): boolean =>
  text === '' ||
  (text.length <= 2000 &&
    /^https?:\/\//.test(text) &&
    URL.canParse(text) &&
    !/[?#\s@]/.test(text) &&
    isUsablePrefix(prefixOf(text)));

const originsAllowed = 'origins such as https://boards.example.org, separated by commas';

export const SETTINGS = {
  port: setting({
    name: 'PORT',
    default: '3000',
    allowed: 'a whole number from 0 to 65535 (0: any free port)',
    about: 'where to listen; also --port',
    schema: wholeBetween(0, 65_535),
  }),
  host: setting({
    name: 'HOST',
    default: '127.0.0.1',
    allowed: 'an address or name of this machine',
    about: 'the address to listen on; 0.0.0.0 for all',
    schema: z.string().check(z.regex(/^[A-Za-z0-9.:_%-]{1,255}$/)),
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    default: './data',
    allowed: 'a directory',
    about: 'where boards are kept; also --data',
    schema: z.string().check(z.regex(/^[^\0]{1,4000}$/)),
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    default: '',
    allowed: 'an http or https address without a query; a path may not begin like ours (/b, /api, /join and so on)',
    about: 'the address people use, for links; empty: the one that was asked',
    schema: z.pipe(
      z.string().check(z.refine(isPublicUrl)),
      z.transform((text) => text.replace(/\/+$/, '')),
    ),
  }),
  corsOrigins: setting({
    name: 'CORS_ORIGINS',
    default: '',
    allowed: `${originsAllowed}, or *`,
    about: 'pages of other origins that may use everything, realtime included',
    schema: listOf((item) => item === '*' || isOrigin(item)),
  }),
  readOrigins: setting({
    name: 'CORS_READ_ORIGINS',
    default: '*',
    allowed: `${originsAllowed}, or *`,
    about: 'pages of other origins that may read over HTTP, never with credentials',
    schema: listOf((item) => item === '*' || isOrigin(item)),
  }),
  embedOrigins: setting({
    name: 'EMBED_ORIGINS',
    default: '',
    allowed: originsAllowed,
    about: 'pages of other origins that may frame a board and join it as a watcher',
    schema: listOf(isOrigin),
  }),
  allowedHosts: setting({
    name: 'ALLOWED_HOSTS',
    default: '',
    allowed: 'host names, separated by commas, or *',
    about:
      'the only names this server answers to; empty: on a HOST of this machine alone, without TRUST_PROXY, ' +
      'addresses, localhost and the name in PUBLIC_URL, elsewhere any',
    schema: listOf((item) => item === '*' || /^[A-Za-z0-9._-]+(:\d{1,5})?$|^\[[0-9a-fA-F:]+\](:\d{1,5})?$/.test(item)),
  }),
  trustProxy: setting({
    name: 'TRUST_PROXY',
    default: '0',
    allowed: 'a whole number from 0 to 10, or off',
    about: 'how many proxies stand in front and write X-Forwarded-For',
    schema: z.pipe(
      z.pipe(
        z.string(),
        z.transform((text) => (text === 'off' ? '0' : text)),
      ),
      wholeBetween(0, 10),
    ),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    default: 'info',
    allowed: LOG_LEVELS.join(', '),
    about: 'how much the log says',
    schema: z.enum(LOG_LEVELS),
  }),
  metricsToken: setting({
    name: 'METRICS_TOKEN',
    default: '',
    allowed: 'at least 16 letters, digits and any of ._~+/=-',
    about: 'who may read /metrics from elsewhere than this machine: Authorization: Bearer TOKEN',
    schema: z.string().check(z.regex(/^$|^[A-Za-z0-9._~+/=-]{16,200}$/)),
  }),
  retentionDays: setting({
    name: 'RETENTION_DAYS',
    default: '0',
    allowed: 'a whole number from 0 to 36500 (0: boards are kept for ever)',
    about: 'boards that nobody changed for so many days are erased',
    schema: wholeBetween(0, 36_500),
  }),
  limits: setting({
    name: 'LIMITS',
    default: 'on',
    allowed: 'on or off',
    about: 'off lifts the rate limits, for a load test',
    schema: z.pipe(
      z.enum(['on', 'off']),
      z.transform((text) => text === 'on'),
    ),
  }),
};

type Row = (typeof RATES)[keyof typeof RATES] | (typeof SIZES)[keyof typeof SIZES];
const showDefault = (row: Row): string =>
  typeof row.default === 'number' ? String(row.default) : `${row.default.count}/${row.default.seconds}`;

export const RATE_SETTINGS: readonly Setting<Rate>[] = Object.values(RATES).map((row) => ({
  name: row.setting,
  default: showDefault(row),
  allowed: 'a count and a number of seconds, such as 300/10',
  about: row.about,
  schema: rateSchema,
}));

export const SIZE_SETTINGS: readonly Setting<number>[] = Object.values(SIZES).map((row) => ({
  name: row.setting,
  default: showDefault(row),
  allowed: `a whole number from ${row.min} to ${row.max}`,
  about: row.about,
  schema: wholeBetween(row.min, row.max),
}));

export const ALL_SETTINGS: readonly Setting<unknown>[] = [
  ...Object.values(SETTINGS),
  ...RATE_SETTINGS,
  ...SIZE_SETTINGS,
];
