// When an update leaves: at once after quiet, then never sooner than the interval after the one before.
import type { Surroundings } from './boards.ts';

/** Milliseconds between the start of a board's last update and the next; may grow while that one is on its way. */
export type Interval = (board: string) => number;

export const DEFAULT_INTERVAL: Interval = () => 50;

export class Ticker {
  readonly #surroundings: Surroundings;
  readonly #interval: () => number;
  readonly #publish: () => boolean;
  #last = -Infinity;
  #cancel: (() => void) | undefined;
  #waiting: (() => void)[] = [];

  /** `publish` answers whether there was anything to send. */
  constructor(surroundings: Surroundings, interval: () => number, publish: () => boolean) {
    this.#surroundings = surroundings;
    this.#interval = interval;
    this.#publish = publish;
  }

  get isSet(): boolean {
    return this.#cancel !== undefined;
  }

  /** Something may be new. */
  touch(): void {
    if (this.#cancel !== undefined) return;
    const now = this.#surroundings.now();
    // Never longer than the interval, however far the clock was set back meanwhile.
    this.#last = Math.min(this.#last, now);
    const wait = this.#last + this.#interval() - now;
    if (wait <= 0) this.flush();
    else {
      this.#cancel = this.#surroundings.after(wait, () => {
        this.#cancel = undefined;
        this.touch();
      });
    }
  }

  /** What is new leaves now. */
  flush(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    const now = this.#surroundings.now();
    if (this.#publish()) this.#last = now;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves after the next update. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.touch();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
