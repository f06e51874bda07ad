// Compares a fingerprint that somebody noted with the ones an exported board carries.
import * as z from 'zod/mini';
import type { Event } from '../board/events.ts';
import { CHAIN_START, chainNext } from './chain.ts';

/** What a noted fingerprint was found to be. */
export type FingerprintMatch =
  /** Of the ballots of a revealed round. */
  | { readonly of: 'ballots'; readonly round: string }
  /** Of the log as it stood at a revision. */
  | { readonly of: 'log'; readonly revision: number };

/** Shorter ones fit too much: eight digits are what a reveal shows. */
const FEWEST_DIGITS = 8;

/** `4F2A 9C01` as small digits without spaces; undefined for what is no fingerprint. */
export function readFingerprint(text: string): string | undefined {
  const digits = text.replace(/[\s:·-]/g, '').toLowerCase();
  return new RegExp(`^[0-9a-f]{${FEWEST_DIGITS},64}$`).test(digits) ? digits : undefined;
}

const fileSchema = z.object({
  events: z.array(
    z.looseObject({ type: z.string(), round: z.optional(z.unknown()), ballotsHash: z.optional(z.unknown()) }),
  ),
});

/**
 * Everything in an exported board that begins with these digits. Only of worth in a file that `recount` finds consistent:
 * the fingerprints are those that the file states.
 */
export function fingerprintMatches(file: unknown, digits: string): readonly FingerprintMatch[] {
  const parsed = z.safeParse(fileSchema, file);
  if (!parsed.success) return [];
  const { events } = parsed.data;
  const found: FingerprintMatch[] = events.flatMap(({ type, round, ballotsHash }) =>
    type === 'round.revealed' &&
    typeof round === 'string' &&
    typeof ballotsHash === 'string' &&
    ballotsHash.startsWith(digits)
      ? [{ of: 'ballots' as const, round }]
      : [],
  );
  let head = CHAIN_START;
  for (const [at, event] of events.entries()) {
    head = chainNext(head, event as unknown as Event);
    if (head.startsWith(digits)) found.push({ of: 'log', revision: at + 1 });
  }
  return found;
}
