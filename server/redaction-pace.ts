// Bounds how often somebody may have the database file rewritten: a redaction costs everybody what the file weighs.
import type { Command } from '../shared/board/commands.ts';
import { type Result, ok, reject } from '../shared/result.ts';
import type { RateLimits } from './limits.ts';

export function paceOf({ type }: Command, address: string, limits: RateLimits): Result<null> {
  if (type !== 'note.redact') return ok(null);
  const allowed = limits.allow('redaction', address);
  return allowed.ok ? ok(null) : reject('too-fast', undefined, allowed.retryAfter);
}
