// Who may open a line at all: the version, the origin and the rate, checked once before anything else.
import type { IncomingMessage } from 'node:http';
import { PROTOCOL_VERSION } from '../../shared/protocol.ts';
import { type Language, toWireError } from '../../shared/rejections.ts';
import { type Rejected, reject } from '../../shared/result.ts';
import type { Config } from '../config.ts';
import { clientAddress } from '../http/address.ts';
import { originRight } from '../http/origins.ts';
import type { RateLimits } from '../limits.ts';
import { preferredLanguage } from './language.ts';
import type { Line, LineState } from './line.ts';
import type { OpenLines } from './open-lines.ts';

export type HandshakeConfig = Pick<Config, 'publicUrl' | 'corsOrigins' | 'readOrigins' | 'embedOrigins' | 'trustProxy'>;

/** An error whose `data` Socket.IO hands to the client's `connect_error`. */
class Refusal extends Error {
  readonly data: unknown;

  constructor({ error }: Rejected, language: Language) {
    const data = toWireError(error, language);
    super(data.message);
    this.data = data;
  }
}

function versionOf(auth: Readonly<Record<string, unknown>>): unknown {
  const version = auth['version'];
  return version === undefined ? PROTOCOL_VERSION : version;
}

function check(
  line: Line,
  request: IncomingMessage,
  config: HandshakeConfig,
  limits: RateLimits,
  open: OpenLines,
): Rejected | undefined {
  if (versionOf(line.handshake.auth) !== PROTOCOL_VERSION) return reject('version');
  if (originRight(request, config) === 'none') return reject('not-allowed', 'origin');
  const address = clientAddress(request, config.trustProxy);
  if (!open.hasRoomFor(address)) return reject('too-many');
  const allowed = limits.allow('connection', address);
  return allowed.ok ? undefined : reject('too-fast', undefined, allowed.retryAfter);
}

/** Socket.IO middleware: refuses, or fills in what the line carries from now on. */
export const handshake =
  (config: HandshakeConfig, limits: RateLimits, open: OpenLines, isDraining: () => boolean) =>
  (line: Line, next: (error?: Error) => void): void => {
    const { request } = line;
    const language = preferredLanguage(request.headers['accept-language']);
    const refused = isDraining() ? reject('try-again') : check(line, request, config, limits, open);
    if (refused !== undefined) {
      next(new Refusal(refused, language));
      return;
    }
    const state: LineState = {
      where: { phase: 'greeting' },
      language,
      address: clientAddress(request, config.trustProxy),
      watcherOnly: originRight(request, config) === 'watch',
      joining: undefined,
      laggingSince: undefined,
      record: undefined,
    };
    Object.assign(line.data, state);
    next();
  };
