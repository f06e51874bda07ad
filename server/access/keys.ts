// Access keys: the facilitator's is drawn, each lower one is derived from the one above, and only hashes are kept.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Role } from '../../shared/board/board.ts';
import type { LowerKeys } from '../../shared/protocol.ts';
import type { AccessRecord } from '../store/store.ts';

/** Random bytes of a facilitator's key: 192 bits. */
export const KEY_BYTES = 24;
/** Characters of a derived key in base64url: 192 bits too. */
const KEY_LENGTH = 32;

export type Keys = Readonly<Record<Role, string>>;

/** SHA-256 in hex: how keys and tokens are kept and compared. They are random, so nothing slower is needed. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const derived = (role: Role, above: string): string =>
  createHash('sha256').update(`palabre ${role} key|${above}`).digest('base64url').slice(0, KEY_LENGTH);

/** The keys that whoever holds `key` may hand on. */
export function keysBelow(role: Role, key: string): LowerKeys {
  if (role === 'watcher') return {};
  if (role === 'voter') return { watcher: derived('watcher', key) };
  const voter = derived('voter', key);
  return { voter, watcher: derived('watcher', voter) };
}

/** All keys of a board from the random bytes of the highest. */
export function keysFrom(bytes: Uint8Array): Keys {
  const facilitator = Buffer.from(bytes).toString('base64url');
  const voter = derived('voter', facilitator);
  return { facilitator, voter, watcher: derived('watcher', voter) };
}

export const accessOf = (keys: Keys): AccessRecord => ({
  facilitatorKeyHash: hashOf(keys.facilitator),
  voterKeyHash: hashOf(keys.voter),
  watcherKeyHash: hashOf(keys.watcher),
});

/** Compares two hashes in a time that does not depend on where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The role that a key opens, or undefined. Always looks at all three. */
export function roleOfKey(access: AccessRecord, key: string): Role | undefined {
  const hash = hashOf(key);
  const watcher = sameHash(hash, access.watcherKeyHash);
  const voter = sameHash(hash, access.voterKeyHash);
  const facilitator = sameHash(hash, access.facilitatorKeyHash);
  if (facilitator) return 'facilitator';
  if (voter) return 'voter';
  return watcher ? 'watcher' : undefined;
}
