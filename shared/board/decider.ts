// What a decider is given and what it answers.
import type { BoardLimits } from '../bounds.ts';
import type { Result } from '../result.ts';
import type { StoredBallot } from '../voting/ballots.ts';
import type { RoundCount } from '../voting/round-count.ts';
import type { Board, Progress } from './board.ts';
import type { CommandOf, CommandType } from './commands.ts';
import type { DecidedEvent } from './events.ts';
import type { HeldChange, HeldNote, WrittenNote } from './held-notes.ts';

/** What a decision may need to know of the ballot boxes. */
export interface BoxView {
  /** The sender's ballot in a round's box. */
  mine(round: string): StoredBallot | undefined;
  /** The ballot of somebody without a device, where the sender records for them. */
  recorded(round: string, guest: string): StoredBallot | undefined;
  /** SHA-256, in hex, of the tie seed drawn for a round about to open. */
  tieHash(round: string): string;
  /** The final numbers of a round about to close. */
  closing(round: string): { readonly tieSeed: string; readonly version: number; readonly progress: Progress };
  /** Tally, result and fingerprint of a closed round. */
  counted(round: string): RoundCount;
  /** The sender's notes that a round holds back, as far as they are still tied to the sender. */
  heldMine(round: string): readonly HeldNote[];
  /** How many notes a round holds back. */
  heldCount(round: string): number;
  /** All notes that a closed round held back. */
  held(round: string): readonly WrittenNote[];
  /** The hash of a text that goes, with a salt drawn for it. */
  seal(text: string): string;
}

export interface Context {
  /** The server's time, in ms. */
  readonly now: number;
  /** The sending member; absent: the server itself, which may do anything. */
  readonly by?: string;
  readonly limits: BoardLimits;
  readonly box: BoxView;
}

export interface Outcome {
  readonly events: readonly DecidedEvent[];
  /** A change to a ballot box; `next` absent takes the ballot out. */
  readonly ballot?: { readonly round: string; readonly member: string; readonly next?: StoredBallot };
  readonly held?: HeldChange;
}

export type Decider<T extends CommandType> = (board: Board, command: CommandOf<T>, context: Context) => Result<Outcome>;
export type Deciders<T extends CommandType> = { readonly [K in T]: Decider<K> };

/** A command's fields without its id and type, and without those that were not given. */
export function fieldsOf<T extends { readonly id: string; readonly type: string }>(
  command: T,
): { [K in Exclude<keyof T, 'id' | 'type'>]: Exclude<T[K], undefined> } {
  const entries = Object.entries(command).filter(
    ([key, value]) => key !== 'id' && key !== 'type' && value !== undefined,
  );
  return Object.fromEntries(entries) as { [K in Exclude<keyof T, 'id' | 'type'>]: Exclude<T[K], undefined> };
}
