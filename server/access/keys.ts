// Access keys: the facilitator's is drawn, each lower one is derived from the one above, and only hashes are kept.
// A key is replaced by deriving the next generation of it, or, at the top, by drawing another; then all below it are new.
import { hash as digest, timingSafeEqual } from 'node:crypto';
import type { Role } from '../../shared/board/board.ts';
import type { LowerKeys } from '../../shared/protocol.ts';
import type { AccessRecord } from '../store/store.ts';

/** Random bytes of a facilitator's key: 192 bits. */
export const KEY_BYTES = 24;
/** Characters of a derived key in base64url: 192 bits too. */
const KEY_LENGTH = 32;

export type Keys = Readonly<Record<Role, string>>;

/** SHA-256 in hex: how keys and tokens are kept and compared. They are random, so nothing slower is needed. */
export const hashOf = (secret: string): string => digest('sha256', secret);

type Generations = Pick<AccessRecord, 'voterGeneration' | 'watcherGeneration'>;

function derived(role: 'voter' | 'watcher', above: string, generations: Generations): string {
  const generation = generations[`${role}Generation`] ?? 0;
  const name = generation === 0 ? `${role} key` : `${role} key ${generation}`;
  return digest('sha256', `palabre ${name}|${above}`, 'base64url').slice(0, KEY_LENGTH);
}

/** The keys that whoever holds `key` may hand on. */
export function keysBelow(role: Role, key: string, generations: Generations): LowerKeys {
  if (role === 'watcher') return {};
  if (role === 'voter') return { watcher: derived('watcher', key, generations) };
  const voter = derived('voter', key, generations);
  return { voter, watcher: derived('watcher', voter, generations) };
}

/** All keys of a board from the highest. */
export function keysUnder(facilitator: string, generations: Generations): Keys {
  const voter = derived('voter', facilitator, generations);
  return { facilitator, voter, watcher: derived('watcher', voter, generations) };
}

/** All keys of a new board from the random bytes of the highest. */
export const keysFrom = (bytes: Uint8Array): Keys => keysUnder(Buffer.from(bytes).toString('base64url'), {});

export const accessOf = (keys: Keys, { voterGeneration, watcherGeneration }: Generations = {}): AccessRecord => ({
  facilitatorKeyHash: hashOf(keys.facilitator),
  voterKeyHash: hashOf(keys.voter),
  watcherKeyHash: hashOf(keys.watcher),
  ...(voterGeneration !== undefined && { voterGeneration }),
  ...(watcherGeneration !== undefined && { watcherGeneration }),
});

/** The generations after a key of this role was replaced. */
export const nextGeneration = (role: 'voter' | 'watcher', generations: Generations): Generations => ({
  ...(generations.voterGeneration !== undefined && { voterGeneration: generations.voterGeneration }),
  ...(generations.watcherGeneration !== undefined && { watcherGeneration: generations.watcherGeneration }),
  [`${role}Generation`]: (generations[`${role}Generation`] ?? 0) + 1,
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
