// What every compared board does with a vote: one score a voter and cell, counted, and the changed cell's totals told.
interface Vote {
  readonly voter: string;
  readonly option: string;
  readonly criterion: string;
  readonly score: number;
}

export class Counting {
  version = 0;
  readonly #scores = new Map<string, number>();
  readonly #cells: Record<string, Record<string, number[]>> = {};
  #changed: Record<string, Record<string, number[]>> = {};

  cast({ voter, option, criterion, score }: Vote): void {
    const name = `${voter} ${option} ${criterion}`;
    const row = (this.#cells[option] ??= {});
    const totals = (row[criterion] ??= [0, 0, 0, 0, 0, 0, 0]);
    const before = this.#scores.get(name);
    if (before !== undefined) totals[before] = (totals[before] ?? 0) - 1;
    totals[score] = (totals[score] ?? 0) + 1;
    this.#scores.set(name, score);
    this.version += 1;
    (this.#changed[option] ??= {})[criterion] = totals;
  }

  /** What changed since the last time. */
  changes(): { version: number; cells: Record<string, Record<string, number[]>> } {
    const changed = this.#changed;
    this.#changed = {};
    return { version: this.version, cells: changed };
  }

  all(): ReturnType<Counting['changes']> {
    return { version: this.version, cells: this.#cells };
  }
}
