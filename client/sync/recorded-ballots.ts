// Owns the ballots that this page recorded for guests without a device. In memory alone, and only while their round is
// open: nothing of them stays in this browser.
import { type Board, roundOf } from '../../shared/board/board.ts';
import type { Command, CommandOf } from '../../shared/board/commands.ts';
import type { DoAnswer } from '../../shared/protocol.ts';
import { methodOf } from '../../shared/voting/methods.ts';
import type { KeptBallot } from './outbox.ts';
import { recordKey } from './pending.ts';

/** A ballot recorded for a guest, or taken back from the box. */
export type GuestCommand = CommandOf<'ballot.record'> | (CommandOf<'ballot.withdraw'> & { readonly member: string });

export const isForGuest = (command: Command): command is GuestCommand =>
  command.type === 'ballot.record' || (command.type === 'ballot.withdraw' && command.member !== undefined);

export class RecordedBallots {
  private ballots = new Map<string, KeptBallot>();

  /** By round and guest, as `recordKey` names them. */
  get all(): ReadonlyMap<string, KeptBallot> {
    return this.ballots;
  }

  /** The server has taken what was recorded, or taken it out again. */
  taken(board: Board, command: GuestCommand, answer: DoAnswer): void {
    const round = roundOf(board, command.round);
    if (round === undefined) return;
    const key = recordKey(round.id, command.member);
    if (command.type === 'ballot.withdraw') {
      this.ballots.delete(key);
      return;
    }
    const before = this.ballots.get(key);
    const cast = methodOf(round.method).cast(round, before?.ballot, command.ballot);
    if (!cast.ok) return;
    const receipt = answer.receipt ?? before?.receipt;
    const done = command.done ?? before?.done ?? false;
    this.ballots.set(key, { ballot: cast.value, done, ...(receipt !== undefined && { receipt }) });
  }

  /** What belongs to rounds that are over goes. */
  tidy(board: Board): void {
    for (const key of this.ballots.keys()) {
      if (roundOf(board, key.split('/')[0] ?? '')?.state !== 'open') this.ballots.delete(key);
    }
  }

  /** Somebody else sits here now, or another story begins. */
  forget(): void {
    this.ballots = new Map();
  }
}
