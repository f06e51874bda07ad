// Who is asking about a board over HTTP, and whether they ask too fast.
import type { Request } from 'express';
import { readCode } from '../../shared/ids.ts';
import { type Result, reject } from '../../shared/result.ts';
import type { Session } from '../boards/boards.ts';
import { codeGuard } from '../code-guard.ts';
import { clientAddress } from './address.ts';
import { readCredential } from './credential.ts';
import type { HttpParts } from './parts.ts';

export const addressOf = (request: Request, { config }: Pick<HttpParts, 'config'>): string =>
  clientAddress(request, config.trustProxy);

/** The board's id or code in the address of the request. */
export const boardOf = (request: Request): string => String(request.params['board'] ?? '');

/** Refusals that tell which codes there are. */
const TELLING: ReadonlySet<string> = new Set(['not-found', 'bad-key', 'not-allowed']);

/**
 * Keeps codes from being tried out. Who asked for too many unknown ones is not told any more which codes there are;
 * a right key or token still opens a board that is asked for by its code.
 */
export async function guardCodes<T>(
  request: Request,
  parts: Pick<HttpParts, 'config' | 'rates'>,
  board: string,
  ask: (codeOpensNothing: boolean) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (readCode(board) === undefined) return ask(false);
  const address = addressOf(request, parts);
  const guard = codeGuard(parts.rates);
  const peeked = guard.look(address);
  const result = await ask(!peeked.ok);
  if (result.ok) return result;
  if (!peeked.ok && TELLING.has(result.error.code)) return reject('too-fast', undefined, peeked.retryAfter);
  if (result.error.code === 'not-found') guard.failed(address);
  return result;
}

/** The session of a request: `not-found` for an unknown board, `bad-key` for no or a wrong proof. Codes open nothing. */
export function sessionOf(
  request: Request,
  parts: Pick<HttpParts, 'boards' | 'config' | 'rates'>,
): Promise<Result<Session>> {
  return sessionOn(request, parts, boardOf(request));
}

/** The same for a board that is not the one in the address. */
export function sessionOn(
  request: Request,
  parts: Pick<HttpParts, 'boards' | 'config' | 'rates'>,
  board: string,
): Promise<Result<Session>> {
  return guardCodes(request, parts, board, () => proven(request, parts.boards, board));
}

async function proven(request: Request, boards: HttpParts['boards'], board: string): Promise<Result<Session>> {
  const credential = readCredential(request.headers.authorization);
  if (credential !== undefined) return boards.authorize(board, credential);
  const found = await boards.read(board);
  return found.ok ? reject('bad-key') : found;
}
