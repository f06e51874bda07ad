// When a round is to be closed by the server itself: its time is up, or everybody is done.
import { eligibleCount, openRound } from '../../shared/board/board.ts';
import { msOf } from '../../shared/time.ts';
import type { BoardContents } from './board-contents.ts';
import type { Surroundings } from './boards.ts';

/** The clock is looked at again after this long, in case it was set forward meanwhile. */
const LONGEST_WAIT_MS = 60_000;

const isTimeUp = (closesAt: string | undefined, now: number): boolean =>
  closesAt !== undefined && now >= msOf(closesAt);

/** Whether the open round should close now. */
export function isDueToClose(contents: BoardContents, now: number): boolean {
  const round = openRound(contents.board);
  if (round === undefined) return false;
  if (isTimeUp(round.closesAt, now)) return true;
  if (round.closeWhenAll !== true) return false;
  const done = contents.box(round.id)?.done ?? 0;
  return done > 0 && done >= eligibleCount(contents.board);
}

/** The alarm of one board's open round. */
export class RoundClock {
  readonly #surroundings: Surroundings;
  readonly #ring: () => void;
  #closesAt: string | undefined;
  #cancel: (() => void) | undefined;

  constructor(surroundings: Surroundings, ring: () => void) {
    this.#surroundings = surroundings;
    this.#ring = ring;
  }

  /** Whether an open round waits for its time. */
  get isSet(): boolean {
    return this.#cancel !== undefined;
  }

  /** Sets the alarm by what is on disk, and rings at once when the round should be closed already. */
  look(contents: BoardContents): void {
    if (isDueToClose(contents, this.#surroundings.now())) {
      this.stop();
      this.#ring();
      return;
    }
    const closesAt = openRound(contents.board)?.closesAt;
    if (closesAt === this.#closesAt) return;
    this.stop();
    this.#closesAt = closesAt;
    if (closesAt !== undefined) this.#set(closesAt);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#closesAt = undefined;
  }

  #set(closesAt: string): void {
    const wait = msOf(closesAt) - this.#surroundings.now();
    this.#cancel = this.#surroundings.after(Math.min(Math.max(wait, 0), LONGEST_WAIT_MS), () => {
      this.#cancel = undefined;
      if (isTimeUp(closesAt, this.#surroundings.now())) {
        this.#closesAt = undefined;
        this.#ring();
      } else this.#set(closesAt);
    });
  }
}
