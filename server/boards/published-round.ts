// What the public knows of one open round: the numbers that every outlet shows, until the next update.
import type { Board, Progress, Round } from '../../shared/board/board.ts';
import type { RoundState } from '../../shared/protocol.ts';
import type { Ballot } from '../../shared/voting/ballots.ts';
import { methodOf } from '../../shared/voting/methods.ts';
import { tallyOf } from '../../shared/voting/round-count.ts';
import { type Tally, mergeTally, tallyChanges } from '../../shared/voting/tally.ts';
import type { BallotBox } from './ballot-box.ts';

/** How often at most the progress of an anonymous round goes out. */
const ANONYMOUS_EVERY_MS = 5000;

const NOBODY: readonly string[] = [];

function sameProgress(a: Progress, b: Progress): boolean {
  if (a.cast !== b.cast || a.done !== b.done || a.eligible !== b.eligible) return false;
  const [left = NOBODY, right = NOBODY] = [a.voted, b.voted];
  return left === right || (left.length === right.length && left.every((member, index) => member === right[index]));
}

export class PublishedRound {
  readonly #secrecy: Round['secrecy'];
  /** Kept up to date with every commit; only live rounds have one before the reveal. */
  #running: Tally | undefined;
  #version: number;
  #progress: Progress;
  #tally: Tally | undefined;
  #at: number;
  #state: RoundState | undefined;
  /** Nothing was sent of this round yet. */
  #isNew: boolean;

  constructor(round: Round, box: BallotBox, board: Board, now: number, isNew: boolean) {
    this.#secrecy = round.secrecy;
    this.#running = round.secrecy === 'live' ? tallyOf(round, box.ballots()) : undefined;
    this.#tally = this.#running && mergeTally(undefined, this.#running);
    this.#version = box.version;
    this.#progress = box.progress(board, round);
    this.#at = now;
    this.#isNew = isNew;
  }

  get version(): number {
    return this.#version;
  }

  /** When a change that is held back may go out; undefined: at the next update. */
  dueAt(now: number): number | undefined {
    const due = this.#at + ANONYMOUS_EVERY_MS;
    // Before it was sent: the clock was set back.
    const isHeld = now >= this.#at && now < due;
    return this.#secrecy === 'anonymous' && !this.#isNew && isHeld ? due : undefined;
  }

  /** All that is on disk, counted; undefined in rounds that are not live. */
  get running(): Tally | undefined {
    return this.#running;
  }

  /** Counts one ballot in the place of another. */
  replace(round: Round, before: Ballot | undefined, after: Ballot | undefined): void {
    if (this.#running === undefined) return;
    const { count, replace } = methodOf(round.method);
    if (replace !== undefined && before !== undefined && after !== undefined) {
      replace(this.#running, round, before, after);
      return;
    }
    if (before !== undefined) count(this.#running, round, before, -1);
    if (after !== undefined) count(this.#running, round, after, 1);
  }

  /** Counts again from the ballots, after the board was read again. What was published stays what it was. */
  recount(round: Round, box: BallotBox): void {
    if (this.#running !== undefined) this.#running = tallyOf(round, box.ballots());
  }

  /** The whole published state; the same value until the next update. */
  get state(): RoundState {
    const { version, progress, tally } = { version: this.#version, progress: this.#progress, tally: this.#tally };
    return (this.#state ??= { since: 0, version, progress, ...(tally !== undefined && { tally }) });
  }

  /** Whether an update would say something new. */
  isBehind(round: Round, box: BallotBox, board: Board): boolean {
    return this.#isNew || box.version !== this.#version || !sameProgress(box.progress(board, round), this.#progress);
  }

  /** Publishes what is on disk now, and answers what changed by it. */
  next(round: Round, box: BallotBox, board: Board, now: number): RoundState {
    const since = this.#isNew ? 0 : this.#version;
    // Since version 0 means all of it.
    const changes = this.#running && tallyChanges(since === 0 ? undefined : this.#tally, this.#running);
    this.#tally = changes && mergeTally(this.#tally, changes);
    this.#version = box.version;
    this.#progress = box.progress(board, round);
    this.#at = now;
    this.#isNew = false;
    this.#state = undefined;
    const { version, progress } = this.state;
    return { since, version, progress, ...(changes !== undefined && { tally: changes }) };
  }
}
