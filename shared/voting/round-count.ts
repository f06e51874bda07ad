// What a closed round comes to: its tally, its result and the fingerprint of its ballots.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Ballot } from './ballots.ts';
import type { CountedRound, Result } from './method.ts';
import { methodOf } from './methods.ts';
import { resultOf } from './result.ts';
import type { Tally } from './tally.ts';

export interface RoundCount {
  readonly tally: Tally;
  readonly result: Result;
  readonly ballotsHash: string;
}

/** A ballot as it may be published: with its voter in a named round, with its receipt in the others. */
export interface PublishedBallot {
  readonly member?: string;
  readonly receipt?: string;
  readonly ballot: Ballot;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** JSON with the keys of every object in code unit order and no spaces, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  const json = value as Json;
  if (Array.isArray(json)) return `[${json.map(canonicalJson).join(',')}]`;
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json).filter(([, entry]) => entry !== undefined);
    const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${sorted.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
  }
  return JSON.stringify(json);
}

const keyOf = ({ member, receipt }: PublishedBallot): string => member ?? receipt ?? '';

/** SHA-256, in hex, of the canonical JSON of the ballots in the order of their members or receipts. */
export function ballotsHash(ballots: readonly PublishedBallot[]): string {
  const sorted = ballots.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(sorted))));
}

/** The tally of some ballots, from scratch. */
export function tallyOf(round: CountedRound, ballots: readonly Ballot[]): Tally {
  const method = methodOf(round.method);
  const tally = method.emptyTally(round);
  for (const ballot of ballots) method.count(tally, round, ballot, 1);
  return tally;
}

export function countRound(round: CountedRound, ballots: readonly PublishedBallot[]): RoundCount {
  const cast = ballots.map(({ ballot }) => ballot);
  return { tally: tallyOf(round, cast), result: resultOf(round, cast), ballotsHash: ballotsHash(ballots) };
}
