// The boards that are awake: read on demand, forgotten when nobody is there and nothing waits. Correct when empty.
import type { StoredBoard } from '../store/store.ts';
import type { Surroundings } from './boards.ts';
import { LiveBoard } from './live-board.ts';

const LOOK_EVERY_MS = 60_000;
/** How long nobody must have asked for a board before it is forgotten. */
const QUIET_FOR_MS = 5 * 60_000;
/** Who was handed a board so recently may still be about to use it. */
const JUST_USED_MS = 1000;

export interface CacheParts {
  readonly surroundings: Surroundings;
  load(board: string): Promise<StoredBoard | undefined>;
  wake(stored: StoredBoard): LiveBoard;
  isOccupied(board: string): boolean;
  /** Boards that may be awake at the same time. */
  readonly most: number;
}

/** There is no room for another board, and none that is awake can be forgotten. */
export class TooManyAwake extends Error {}

interface Place {
  readonly found: Promise<LiveBoard | undefined>;
  board: LiveBoard | undefined;
  usedAt: number;
}

export class BoardCache {
  readonly #parts: CacheParts;
  readonly #places = new Map<string, Place>();
  #cancel: (() => void) | undefined;

  constructor(parts: CacheParts) {
    this.#parts = parts;
  }

  /** How many boards are awake. */
  get size(): number {
    return this.#places.size;
  }

  /** The board if it is awake, to be used at once. */
  awake(id: string): LiveBoard | undefined {
    const place = this.#places.get(id);
    if (place?.board !== undefined) place.usedAt = this.#parts.surroundings.now();
    return place?.board;
  }

  /**
   * The board, read if need be; undefined when there is none. To be used in the step in which it is answered:
   * it may be forgotten in the next turn of the event loop.
   * @throws TooManyAwake when there is no room for it
   */
  async get(id: string): Promise<LiveBoard | undefined> {
    const known = this.#places.get(id);
    if (known !== undefined) {
      known.usedAt = this.#parts.surroundings.now();
      return known.board ?? known.found;
    }
    this.#makeRoom();
    const place: Place = { found: this.#wake(id), board: undefined, usedAt: this.#parts.surroundings.now() };
    this.#places.set(id, place);
    this.#lookLater();
    try {
      place.board = await place.found;
    } finally {
      if (place.board === undefined) this.forget(id);
    }
    return place.board;
  }

  forget(id: string): void {
    this.#places.delete(id);
  }

  async close(): Promise<void> {
    this.#cancel?.();
    this.#cancel = undefined;
    const closed = Array.from(this.#places.values(), async ({ found }) => (await found)?.close());
    // A board that could not be read has nothing to finish.
    await Promise.allSettled(closed);
    this.#places.clear();
  }

  async #wake(id: string): Promise<LiveBoard | undefined> {
    const stored = await this.#parts.load(id);
    return stored && this.#parts.wake(stored);
  }

  #lookLater(): void {
    this.#cancel ??= this.#parts.surroundings.after(LOOK_EVERY_MS, () => {
      this.#cancel = undefined;
      this.#forgetQuiet();
      if (this.#places.size > 0) this.#lookLater();
    });
  }

  /** @throws TooManyAwake */
  #makeRoom(): void {
    const { most, surroundings } = this.#parts;
    if (this.#places.size < most) return;
    this.#forgetQuiet(surroundings.now() - JUST_USED_MS);
    if (this.#places.size >= most) throw new TooManyAwake(`${most} boards are awake and in use`);
  }

  #forgetQuiet(before = this.#parts.surroundings.now() - QUIET_FOR_MS): void {
    for (const [id, { board, usedAt }] of this.#places) {
      if (board !== undefined && usedAt < before && board.isQuiet && !this.#parts.isOccupied(id)) this.forget(id);
    }
  }
}
