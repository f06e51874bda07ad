// The tasks of one board that wait or are on their way, in the order in which they came, each command id only once.
import type { Result } from '../../shared/result.ts';
import type { Task } from './task.ts';

const MOST_TOGETHER = 500;
const NONE: readonly never[] = [];

/** A task with those that want the same answer: copies of a command that came before it was settled. */
export interface Entry {
  readonly task: Task<unknown>;
  copies?: Entry[];
  /** Counts up in the order of arrival, which holds however often a task is decided again. */
  readonly place: number;
  resolve(result: Result<unknown>): void;
  tries: number;
}

export class WaitingLine {
  #waiting: Entry[] = [];
  #arrived = 0;
  /** Commands that are not settled yet, by their hash. */
  readonly #byHash = new Map<string, Entry>();

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Whether the next task must be decided when nothing else is on its way. */
  get isAloneNext(): boolean {
    return this.#waiting[0]?.task.alone === true;
  }

  arrive(task: Task<unknown>, resolve: (result: Result<unknown>) => void): void {
    this.#add({ task, place: (this.#arrived += 1), resolve, tries: 0 });
  }

  /** The next tasks that may be decided together. */
  take(): Entry[] {
    const alone = this.#waiting.findIndex(({ task }) => task.alone === true);
    const count = alone === 0 ? 1 : alone === -1 ? MOST_TOGETHER : Math.min(alone, MOST_TOGETHER);
    return this.#waiting.splice(0, count);
  }

  takeAll(): Entry[] {
    return this.#waiting.splice(0);
  }

  /** To be decided again, before everything that came later. */
  goBack(entries: readonly Entry[]): void {
    if (entries.length > 0) this.#waiting = [...this.#waiting, ...entries].sort((a, b) => a.place - b.place);
  }

  /** Copies of an accepted command get its answer; those of a refused one are decided anew, unless it `isOver`. */
  answer(entry: Entry, result: Result<unknown>, isOver = false): void {
    const { hash } = entry.task;
    if (hash !== undefined && this.#byHash.get(hash) === entry) this.#byHash.delete(hash);
    entry.resolve(result);
    for (const copy of entry.copies ?? NONE) {
      if (result.ok || isOver) copy.resolve(result);
      else this.#add(copy);
    }
  }

  #add(entry: Entry): void {
    const { hash } = entry.task;
    const first = hash === undefined ? undefined : this.#byHash.get(hash);
    if (first !== undefined) {
      (first.copies ??= []).push(entry);
      return;
    }
    if (hash !== undefined) this.#byHash.set(hash, entry);
    this.#waiting.push(entry);
  }
}
