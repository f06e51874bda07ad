// What waits in a board's queue: decided on head, kept by one commit, answered from what is on disk.
import type { Result } from '../../shared/result.ts';
import type { CommandAnswer, Commit } from '../store/store.ts';
import type { BoardContents } from './board-contents.ts';

/** What a task comes to on head. Nothing of it leaves before everything that it was decided on is on disk. */
export interface Decision<T> {
  /** Absent: refused, or nothing to keep. */
  readonly commit?: Commit;
  /** Called once, in the same step in which the commit became part of `committed`. */
  answer(committed: BoardContents): Result<T>;
}

export interface Task<T> {
  /** Of member and command id: a repeat gets the first answer. Absent: not to be remembered. */
  readonly hash?: string;
  /** Decided only when everything before it is on disk, and nothing is decided beside it. */
  readonly alone?: boolean;
  decide(head: BoardContents): Decision<T>;
  /** The answer of a command that was accepted before, whatever this copy of it says. */
  repeat?(first: CommandAnswer, committed: BoardContents): Result<T>;
}
