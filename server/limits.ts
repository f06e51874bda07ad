// Every limit in one table: what it bounds, its default, the setting that changes it and what a refusal is called.
import { BOUNDS, type BoardLimits } from '../shared/bounds.ts';
import type { RejectionCode } from '../shared/rejections.ts';

/** At most `count` in any window of `seconds`. */
export interface Rate {
  readonly count: number;
  readonly seconds: number;
}

interface LimitRow {
  /** The environment variable; a rate is written `count/seconds`. */
  readonly setting: string;
  readonly code: RejectionCode;
  readonly about: string;
}
interface RateRow extends LimitRow {
  readonly default: Rate;
}
interface SizeRow extends LimitRow {
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

/** Per address unless said otherwise. The defaults admit a room of 2,000 people behind one address. */
export const RATES = {
  command: {
    setting: 'LIMIT_COMMANDS',
    default: { count: 600, seconds: 10 },
    code: 'too-fast',
    about: 'commands of one member',
  },
  'address-command': {
    setting: 'LIMIT_COMMANDS_PER_ADDRESS',
    default: { count: 60_000, seconds: 10 },
    code: 'too-fast',
    about: 'commands from one address',
  },
  'join-code': {
    setting: 'LIMIT_UNKNOWN_CODES',
    default: { count: 300, seconds: 600 },
    code: 'too-fast',
    about: 'unknown codes from one address; joins by key or token go on',
  },
  'join-code-range': {
    setting: 'LIMIT_UNKNOWN_CODES_PER_RANGE',
    default: { count: 600, seconds: 600 },
    code: 'too-fast',
    about: 'unknown codes from one range of addresses (IPv4 /24, IPv6 /48)',
  },
  'join-code-all': {
    setting: 'LIMIT_UNKNOWN_CODES_IN_ALL',
    default: { count: 2000, seconds: 3600 },
    code: 'too-fast',
    about: 'unknown codes from everywhere together; then only links and tokens open boards',
  },
  'new-member': {
    setting: 'LIMIT_NEW_MEMBERS',
    default: { count: 3000, seconds: 3600 },
    code: 'too-fast',
    about: 'new members of one board from one address; members who come back are not counted',
  },
  create: {
    setting: 'LIMIT_NEW_BOARDS',
    default: { count: 600, seconds: 600 },
    code: 'too-fast',
    about: 'new boards from one address',
  },
  export: {
    setting: 'LIMIT_EXPORTS',
    default: { count: 600, seconds: 60 },
    code: 'too-fast',
    about: 'files and histories asked for from one address',
  },
  redaction: {
    setting: 'LIMIT_REDACTIONS',
    default: { count: 20, seconds: 60 },
    code: 'too-fast',
    about: 'notes redacted from one address; each rewrites the database file',
  },
  connection: {
    setting: 'LIMIT_CONNECTIONS',
    default: { count: 20_000, seconds: 60 },
    code: 'too-fast',
    about: 'new realtime connections from one address',
  },
} as const satisfies Record<string, RateRow>;
export type RateKind = keyof typeof RATES;

export const SIZES = {
  body: {
    setting: 'LIMIT_BODY_BYTES',
    default: 65_536,
    min: 1024,
    max: 1_048_576,
    code: 'too-large',
    about: 'bytes of an HTTP body',
  },
  import: {
    setting: 'LIMIT_IMPORT_BYTES',
    default: 2_097_152,
    min: 1024,
    max: 67_108_864,
    code: 'too-large',
    about: 'bytes of the body that makes a board, with what it imports',
  },
  connections: {
    setting: 'LIMIT_OPEN_CONNECTIONS',
    default: 10_000,
    min: 1,
    max: 1_000_000,
    code: 'too-many',
    about: 'realtime connections that one address may have open at the same time',
  },
  sockets: {
    setting: 'LIMIT_OPEN_SOCKETS',
    default: 20_000,
    min: 1,
    max: 1_000_000,
    code: 'too-many',
    about: 'connections of any kind that one address may have open at the same time, where no proxy stands in front',
  },
  awake: {
    setting: 'LIMIT_AWAKE_BOARDS',
    default: 5000,
    min: 1,
    max: 1_000_000,
    code: 'try-again',
    about: 'boards in memory; those that nobody uses make room first',
  },
  members: {
    setting: 'LIMIT_MEMBERS',
    default: BOUNDS.members,
    min: 1,
    max: 100_000,
    code: 'too-many',
    about: 'members of a board',
  },
  options: {
    setting: 'LIMIT_OPTIONS',
    default: BOUNDS.options,
    min: 1,
    max: BOUNDS.options,
    code: 'too-many',
    about: 'options of a board',
  },
  criteria: {
    setting: 'LIMIT_CRITERIA',
    default: BOUNDS.criteria,
    min: 1,
    max: BOUNDS.criteria,
    code: 'too-many',
    about: 'criteria of a board',
  },
  notes: {
    setting: 'LIMIT_NOTES',
    default: BOUNDS.notes,
    min: 0,
    max: 100_000,
    code: 'too-many',
    about: 'notes of a board',
  },
  rounds: {
    setting: 'LIMIT_ROUNDS',
    default: BOUNDS.rounds,
    min: 1,
    max: 10_000,
    code: 'too-many',
    about: 'rounds of a board',
  },
} as const satisfies Record<string, SizeRow>;
export type SizeKind = keyof typeof SIZES;

/** All limits as they are set. `rates` absent: rate limits are off. */
export interface Limits {
  readonly rates: Readonly<Record<RateKind, Rate>> | undefined;
  readonly sizes: Readonly<Record<SizeKind, number>>;
}

export const defaultRates = (): Record<RateKind, Rate> =>
  Object.fromEntries(Object.entries(RATES).map(([kind, row]) => [kind, row.default])) as Record<RateKind, Rate>;

export const defaultSizes = (): Record<SizeKind, number> =>
  Object.fromEntries(Object.entries(SIZES).map(([kind, row]) => [kind, row.default])) as Record<SizeKind, number>;

export const boardLimits = ({ sizes }: Limits): BoardLimits => {
  const { members, options, criteria, notes, rounds } = sizes;
  return { members, options, criteria, notes, rounds };
};

export type Allowance = { readonly ok: true } | { readonly ok: false; readonly retryAfter: number };

export interface RateLimits {
  /** Counts one, unless the window is full; `retryAfter` in ms. */
  allow(kind: RateKind, who: string): Allowance;
  /** The same answer without counting: for what counts only when it fails, such as unknown codes. */
  peek(kind: RateKind, who: string): Allowance;
}

interface Window {
  count: number;
  endsAt: number;
}

/** Windows that ended are swept when this many were begun, so that memory follows who is here now. */
const SWEEP_EVERY = 10_000;

const WITHOUT_LIMITS: RateLimits = { allow: () => ({ ok: true }), peek: () => ({ ok: true }) };

/** Fixed windows in memory, answered at once, so that messages of one sender keep their order. */
export function createRateLimits(rates: Limits['rates'], now: () => number): RateLimits {
  if (rates === undefined) return WITHOUT_LIMITS;
  const windows = new Map<string, Window>();
  let begun = 0;

  const sweep = (time: number): void => {
    for (const [name, window] of windows) if (window.endsAt <= time) windows.delete(name);
  };
  /** A window that ends later than one begun now is of a clock that was set back. */
  const current = (kind: RateKind, name: string, time: number): Window | undefined => {
    const window = windows.get(name);
    const isCurrent =
      window !== undefined && window.endsAt > time && window.endsAt <= time + rates[kind].seconds * 1000;
    return isCurrent ? window : undefined;
  };
  const answer = (kind: RateKind, window: Window | undefined, time: number): Allowance =>
    window !== undefined && window.count >= rates[kind].count
      ? { ok: false, retryAfter: Math.max(1, Math.ceil(window.endsAt - time)) }
      : { ok: true };

  return {
    peek(kind, who) {
      const time = now();
      return answer(kind, current(kind, `${kind} ${who}`, time), time);
    },
    allow(kind, who) {
      const time = now();
      const name = `${kind} ${who}`;
      const window = current(kind, name, time);
      if (window === undefined) {
        begun += 1;
        if (begun % SWEEP_EVERY === 0) sweep(time);
        windows.set(name, { count: 1, endsAt: time + rates[kind].seconds * 1000 });
        return { ok: true };
      }
      const allowed = answer(kind, window, time);
      if (allowed.ok) window.count += 1;
      return allowed;
    },
  };
}
