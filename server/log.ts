// The server's own log: one JSON line an event. Never keys, tokens, ballots or bodies; nobody passes those in.
import { type Logger as PinoLogger, pino } from 'pino';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the parts of the server may do with the log. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error'>;

/** A second line of defence: these names are blotted out wherever they turn up one or two levels deep. */
const SECRETS = ['key', 'keys', 'token', 'authorization', 'ballot', 'ballots', 'receipt', 'receipts', 'tieSeed'];

export function createLog(level: LogLevel): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: '…' } });
}

/** For tests and for programs that only count. */
export const quietLog: Logger = pino({ level: 'silent' });
