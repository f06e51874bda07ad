// The server's own log: one JSON line an event. Never keys, tokens, ballots or bodies; nobody passes those in.
import { type Logger as PinoLogger, pino } from 'pino';

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the parts of the server may do with the log. */
export type Logger = Pick<PinoLogger, 'debug' | 'info' | 'warn' | 'error'>;

/** A second line of defence: these names are blotted out wherever they turn up one or two levels deep. */
const SECRETS = ['key', 'keys', 'token', 'authorization', 'ballot', 'ballots', 'receipt', 'receipts', 'tieSeed'];

/** To standard error: standard output is for the one line that says where the server is. */
export function createLog(level: LogLevel): Logger {
  const paths = SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const settings = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths, censor: '…' } };
  return pino(settings, pino.destination({ dest: 2, sync: true }));
}

/** For tests and for programs that only count. */
export const quietLog: Logger = pino({ level: 'silent' });
