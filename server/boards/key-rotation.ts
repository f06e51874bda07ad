// Replacing a key: the new ones are derived or brought along, the old ones open nothing from the commit on, and the log
// says that it happened.
import type { Role } from '../../shared/board/board.ts';
import { placeEvents } from '../../shared/board/events.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { isoTime } from '../../shared/time.ts';
import { type Keys, accessOf, hashOf, keysUnder, nextGeneration, roleOfKey, sameHash } from '../access/keys.ts';
import type { AccessRecord } from '../store/store.ts';
import type { Task } from './task.ts';

/** What is to be replaced. The highest key is made by whoever replaces it, so that a lost answer loses no key. */
export type KeyChange = { readonly role: 'facilitator'; readonly key: string } | { readonly role: 'voter' | 'watcher' };

export interface RotatedKeys {
  readonly revision: number;
  readonly keys: Keys;
}

/** The facilitator's key before and after the change. */
interface Turn {
  readonly keys: Keys;
  readonly access: AccessRecord;
}

function turned(access: AccessRecord, proof: string, change: KeyChange): Turn {
  const generations = change.role === 'facilitator' ? access : nextGeneration(change.role, access);
  const keys = keysUnder(change.role === 'facilitator' ? change.key : proof, generations);
  return { keys, access: accessOf(keys, generations) };
}

/** A key that opens the board already would make those who have it facilitators. */
const mayBecomeHighest = (access: AccessRecord, key: string): boolean => roleOfKey(access, key) === undefined;

/**
 * `proof` is the facilitator's key. A new facilitator's key that is in force already is its own proof: whoever sends it
 * once more, because the answer was lost, gets the same answer.
 */
export function rotationTask(proof: string, change: KeyChange, now: () => number): Task<RotatedKeys> {
  return {
    decide(head) {
      const { access, revision } = head;
      if (change.role === 'facilitator' && sameHash(hashOf(change.key), access.facilitatorKeyHash)) {
        const keys = keysUnder(change.key, access);
        return { answer: (committed) => ok({ revision: committed.revision, keys }) };
      }
      const role = roleOfKey(access, proof);
      const refused: Result<never> | undefined =
        role === undefined ? reject('bad-key', 'key') : role === 'facilitator' ? undefined : reject('not-allowed');
      if (refused !== undefined) return { answer: () => refused };
      if (change.role === 'facilitator' && !mayBecomeHighest(access, change.key)) {
        return { answer: () => reject('invalid', 'key') };
      }
      const next = turned(access, proof, change);
      return {
        commit: {
          board: head.board.id,
          expected: revision,
          events: placeEvents([{ type: 'key.rotated', role: change.role }], revision, isoTime(now())),
          access: next.access,
        },
        answer: () => ok({ revision: revision + 1, keys: next.keys }),
      };
    },
  };
}

/** The roles whose keys are no more when one is replaced: each is derived from the one above. */
export const retiredWith: Readonly<Record<Role, ReadonlySet<Role>>> = {
  facilitator: new Set(['facilitator', 'voter', 'watcher']),
  voter: new Set(['voter', 'watcher']),
  watcher: new Set(['watcher']),
};
