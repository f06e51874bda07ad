// The hash that is left of a redacted text, by which it can be proven later what stood there. Apart from what folds and
// empties events, so that a page does not fetch a hash function for them.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * SHA-256, in hex, over the UTF-8 bytes of `salt | "|" | text`. Who keeps salt and text can show that this was the
 * text; without the salt nobody can try out texts that might have been it.
 */
export const redactionHash = (salt: string, text: string): string => bytesToHex(sha256(utf8ToBytes(`${salt}|${text}`)));
