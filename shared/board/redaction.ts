// Taking a note's text away for good: what is left of it in the log, and the hash that can prove later what stood there.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Event } from './events.ts';

/**
 * SHA-256, in hex, over the UTF-8 bytes of `salt | "|" | text`. Who keeps salt and text can show that this was the
 * text; without the salt nobody can try out texts that might have been it.
 */
export const redactionHash = (salt: string, text: string): string => bytesToHex(sha256(utf8ToBytes(`${salt}|${text}`)));

const emptied = <T extends { readonly text: string }>(said: T): T => ({ ...said, text: '' });

/** The same event without any text of a note; the event itself where it has none. */
export function withoutText(event: Event, note: string): Event {
  if (event.type === 'note.added' || event.type === 'note.edited') {
    return event.note === note && event.text !== '' ? emptied(event) : event;
  }
  if (event.type !== 'board.created' || !event.notes.some(({ id, text }) => id === note && text !== '')) return event;
  return { ...event, notes: event.notes.map((one) => (one.id === note ? emptied(one) : one)) };
}
