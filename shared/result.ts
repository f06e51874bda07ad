// Owns the shape of an answer that may be a refusal. Exceptions are for bugs.
import type { Rejection } from './rejections.ts';

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Rejected {
  readonly ok: false;
  readonly error: Rejection;
}
export type Result<T> = Ok<T> | Rejected;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** A refusal from the closed list; `field` names what was wrong, as a path in the payload (`cells.flask.speed`). */
export const reject = (code: Rejection['code'], field?: string, retryAfter?: number): Rejected => ({
  ok: false,
  error: { code, ...(field !== undefined && { field }), ...(retryAfter !== undefined && { retryAfter }) },
});

/** For the branch that the types say cannot be reached. */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
