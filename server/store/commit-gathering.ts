// Keeps commits a few milliseconds apart: after quiet one leaves at once, and what comes right behind it shares the next
// transaction. A busy board then syncs the disk some two hundred times a second, not once for each vote.
import type { Commit, CommitOutcome } from './store.ts';

const APART_MS = 4;

/** Milliseconds, and an alarm that calls back once; its answer cancels it. */
export interface Clock {
  now(): number;
  after(ms: number, callback: () => void): () => void;
}

type Send = (commits: readonly Commit[]) => Promise<readonly CommitOutcome[]>;

interface Waiting {
  readonly commits: readonly Commit[];
  readonly sent: (outcomes: Promise<readonly CommitOutcome[]>) => void;
}

export class CommitGathering {
  readonly #send: Send;
  readonly #clock: Clock;
  #waiting: Waiting[] = [];
  #last = -Infinity;
  #cancel: (() => void) | undefined;

  constructor(send: Send, clock: Clock) {
    this.#send = send;
    this.#clock = clock;
  }

  commit(commits: readonly Commit[]): Promise<readonly CommitOutcome[]> {
    return new Promise((sent) => {
      this.#waiting.push({ commits, sent });
      if (this.#cancel !== undefined) return;
      const now = this.#clock.now();
      // Never longer than that, however far the clock was set back meanwhile.
      const wait = Math.min(this.#last, now) + APART_MS - now;
      if (wait <= 0) this.leave();
      else this.#cancel = this.#clock.after(wait, () => this.leave());
    });
  }

  /** What waits leaves now. */
  leave(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    this.#last = this.#clock.now();
    const outcomes = this.#send(waiting.flatMap(({ commits }) => commits));
    let from = 0;
    for (const { commits, sent } of waiting) {
      const [start, end] = [from, (from += commits.length)];
      sent(outcomes.then((all) => all.slice(start, end)));
    }
  }
}
