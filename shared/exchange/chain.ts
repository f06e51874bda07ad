// The hash chain over a board's public log: one value that changes when any event in it changes.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Event } from '../board/events.ts';
import { canonicalJson } from '../voting/round-count.ts';

/** The head of an empty log. */
export const CHAIN_START = '';

/**
 * The head after one more event: SHA-256 over the UTF-8 bytes of `previous head | "|" | canonical JSON of the event`,
 * as 64 small hexadecimal digits. Canonical JSON has the keys of every object in code unit order and no spaces.
 */
export const chainNext = (head: string, event: Event): string =>
  bytesToHex(sha256(utf8ToBytes(`${head}|${canonicalJson(event)}`)));

/**
 * The head of a whole log, from its first event on: of the log as it is now. A text that is redacted changes the events
 * that had it, so a head noted before no longer matches.
 */
export const chainHead = (events: readonly Event[]): string => events.reduce(chainNext, CHAIN_START);
