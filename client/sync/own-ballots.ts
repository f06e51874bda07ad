// Owns one's own ballots as the server has confirmed them, pending changes not included.
// Of live and anonymous rounds the server forgets at the close who cast what; then only this browser remembers.
import { type Board, type Round, roundOf } from '../../shared/board/board.ts';
import type { CommandOf } from '../../shared/board/commands.ts';
import type { DoAnswer, JoinAnswer } from '../../shared/protocol.ts';
import type { Ballot } from '../../shared/voting/ballots.ts';
import { methodOf } from '../../shared/voting/methods.ts';
import type { KeptBallot, Outbox } from './outbox.ts';

export type BallotCommand = CommandOf<'ballot.cast'> | CommandOf<'ballot.withdraw'>;

/** Whether the server still knows whose ballot is whose, so that its word counts and not what is remembered here. */
const isKnownThere = (round: Round): boolean =>
  round.imported === undefined && (round.state === 'open' || round.secrecy === 'named');

/** Equal whatever the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

/** The round before anything was withdrawn from it: what the server took stays taken. */
function asOpened(round: Round): Round {
  const { withdrawn: _, ...rest } = round;
  return rest;
}

export class OwnBallots {
  private readonly outbox: Outbox;
  private ballots = new Map<string, KeptBallot>();

  constructor(outbox: Outbox) {
    this.outbox = outbox;
  }

  get all(): ReadonlyMap<string, KeptBallot> {
    return this.ballots;
  }

  /** Somebody else sits here now. What is on the shelf of the one before stays there. */
  forget(): void {
    this.ballots = new Map();
  }

  /** What a join says: the last word on rounds whose ballots the server can still tell apart. */
  joined(board: Board, { ballots, receipts, done }: JoinAnswer): void {
    for (const round of board.rounds) {
      const ballot = ballots[round.id];
      const receipt = receipts[round.id];
      if (ballot !== undefined) {
        this.keep(round.id, { ballot, done: done[round.id] ?? false, ...(receipt !== undefined && { receipt }) });
      } else if (isKnownThere(round)) this.drop(round.id);
    }
    // A restored store may not know a round at all.
    for (const id of this.ballots.keys()) if (roundOf(board, id) === undefined) this.drop(id);
  }

  /** Puts what an earlier page kept beside what is known by now, and all of it on the shelf that was opened. */
  restored(board: Board, kept: ReadonlyMap<string, KeptBallot>): void {
    for (const [id, ballot] of kept) {
      if (this.ballots.has(id)) continue;
      const round = roundOf(board, id);
      if (round === undefined || isKnownThere(round)) this.outbox.dropBallot(id);
      else this.ballots.set(id, ballot);
    }
    for (const [id, ballot] of this.ballots) this.outbox.keepBallot(id, ballot);
  }

  /**
   * The server has taken a change, whatever this browser's clock thinks of the round by now. Answers whether the
   * ballot is another than before in a round where the server's word counts.
   */
  taken(board: Board, command: BallotCommand, answer: DoAnswer): boolean {
    const round = roundOf(board, command.round);
    if (round === undefined) return false;
    const before = this.ballots.get(round.id);
    if (command.type === 'ballot.withdraw') {
      this.drop(round.id);
      return before !== undefined && isKnownThere(round);
    }
    const cast = methodOf(round.method).cast(asOpened(round), before?.ballot, command.ballot);
    if (!cast.ok) return isKnownThere(round);
    const receipt = answer.receipt ?? before?.receipt;
    const done = command.done ?? before?.done ?? false;
    this.keep(round.id, { ballot: cast.value, done, ...(receipt !== undefined && { receipt }) });
    return isKnownThere(round) && !(isSame(before?.ballot, cast.value) && before?.done === done);
  }

  /** The whole ballot as the server has it, after a change from any of one's devices. Answers whether that was news. */
  told(round: string, ballot: Ballot | null, done?: boolean): boolean {
    const before = this.ballots.get(round);
    if (ballot === null) {
      this.drop(round);
      return before !== undefined;
    }
    const next = { ...before, ballot, done: done ?? before?.done ?? false };
    this.keep(round, next);
    return !isSame(before, next);
  }

  private keep(round: string, ballot: KeptBallot): void {
    if (isSame(this.ballots.get(round), ballot)) return;
    this.ballots.set(round, ballot);
    this.outbox.keepBallot(round, ballot);
  }

  private drop(round: string): void {
    if (this.ballots.delete(round)) this.outbox.dropBallot(round);
  }
}
