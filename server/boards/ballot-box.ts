// The ballot box of one round in memory: who cast what, how many changes were counted, and what becomes of it at close.
import type { Board, Progress, Round } from '../../shared/board/board.ts';
import { eligibleCount } from '../../shared/board/board.ts';
import type { Ballot } from '../../shared/voting/ballots.ts';
import type { PublishedBallot } from '../../shared/voting/round-count.ts';
import type { BallotChange, LinkedBallot, LooseBallot, StoredBox } from '../store/store.ts';

const byReceipt = (a: LooseBallot, b: LooseBallot): number => (a.receipt < b.receipt ? -1 : 1);

export class BallotBox {
  readonly round: string;
  readonly tieSeed: string;
  #open: boolean;
  #version: number;
  #done = 0;
  #linked: Map<string, LinkedBallot>;
  #receipts: Set<string | undefined>;
  #loose: readonly LooseBallot[];
  /** Who is done, as last listed; found anew when somebody else is done or the members are others. */
  #listed:
    { readonly members: Board['members']; readonly eligible: number; readonly voted: readonly string[] } | undefined;

  constructor({ round, tieSeed, open, version, linked, loose }: StoredBox) {
    this.round = round;
    this.tieSeed = tieSeed;
    this.#open = open;
    this.#version = version;
    this.#linked = new Map(linked.map((ballot) => [ballot.member, ballot]));
    this.#receipts = new Set(linked.map((ballot) => ballot.receipt));
    this.#loose = loose;
    for (const ballot of linked) if (ballot.done) this.#done += 1;
  }

  get open(): boolean {
    return this.#open;
  }

  /** How many accepted changes the box holds. */
  get version(): number {
    return this.#version;
  }

  /** How many voters declared their ballot done. */
  get done(): number {
    return this.#done;
  }

  /** The ballot of one member, while it is tied to them. */
  of(member: string): LinkedBallot | undefined {
    return this.#linked.get(member);
  }

  /** Whether the receipt was ever given in this box. */
  hasReceipt(receipt: string): boolean {
    return this.#receipts.has(receipt);
  }

  /** Puts, replaces or takes out one ballot; answers what was there before. */
  change({ member, next, receipt, version }: BallotChange): LinkedBallot | undefined {
    const before = this.#linked.get(member);
    const kept = receipt ?? before?.receipt;
    if (next === undefined) this.#linked.delete(member);
    else {
      const { ballot, done } = next;
      this.#linked.set(member, kept === undefined ? { member, ballot, done } : { member, ballot, done, receipt: kept });
    }
    this.#receipts.add(kept);
    if ((next?.done === true) !== (before?.done === true)) {
      this.#done += next?.done === true ? 1 : -1;
      this.#listed = undefined;
    }
    this.#version = version;
    return before;
  }

  /** Nothing more goes in. With `unlink` the ballots forget their voters, and their order with them. */
  close(unlink: boolean): void {
    this.#open = false;
    if (!unlink) return;
    this.#loose = Array.from(this.#linked.values(), ({ receipt = '', ballot }) => ({ receipt, ballot })).sort(
      byReceipt,
    );
    this.#linked = new Map();
    this.#receipts = new Set();
    this.#done = 0;
    this.#listed = undefined;
  }

  /** A box of its own for the other state of the board. Closed boxes never change, so they are shared. */
  copy(): BallotBox {
    if (!this.#open) return this;
    const { round, tieSeed, open, version } = this;
    return new BallotBox({ round, tieSeed, open, version, linked: [...this.#linked.values()], loose: this.#loose });
  }

  /** All ballots without anything else. */
  ballots(): Ballot[] {
    return [...this.#loose, ...this.#linked.values()].map(({ ballot }) => ballot);
  }

  /** The ballots of a closed round as they may be published: named ones with their voter, others with their receipt. */
  published(): PublishedBallot[] {
    const named = Array.from(this.#linked.values(), ({ member, ballot }) => ({ member, ballot }));
    return [...this.#loose, ...named];
  }

  /** How far an open round is. Names who is done, in the order of joining, except in anonymous rounds. */
  progress(board: Board, { secrecy }: Pick<Round, 'secrecy'>): Progress {
    const { eligible, voted } = this.#listOf(board);
    const counts = { cast: this.#linked.size, done: this.#done, eligible };
    return secrecy === 'anonymous' ? counts : { ...counts, voted };
  }

  /** The same list as before while it says the same, so that it is told and compared for nothing. */
  #listOf(board: Board) {
    const { members } = board;
    if (this.#listed?.members === members) return this.#listed;
    const voted: string[] = [];
    if (this.#done > 0) for (const id of members.keys()) if (this.#linked.get(id)?.done === true) voted.push(id);
    return (this.#listed = { members, eligible: eligibleCount(board), voted });
  }

  /** The same for a round about to close, with how many ballots the facilitation recorded. */
  finalProgress(board: Board, round: Pick<Round, 'secrecy'>): Progress {
    let recorded = 0;
    for (const id of this.#linked.keys()) if (board.members.get(id)?.guest === true) recorded += 1;
    return { ...this.progress(board, round), ...(recorded > 0 && { recorded }) };
  }
}
