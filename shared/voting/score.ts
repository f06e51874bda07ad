// The score method: 0–5 or "don't know" in each cell, merged into what the voter gave before.
import { ok, reject } from '../result.ts';
import type { Score } from './ballots.ts';
import { cellsOf, isOffered } from './cells.ts';
import type { Method } from './method.ts';

/** Index of "don't know" in a cell of the tally, after the counts of 0 to 5. */
export const UNKNOWN = 6;

type Cells = Record<string, Record<string, Score>>;

function put(cells: Cells, option: string, criterion: string, score: Score | null): void {
  if (score !== null) {
    (cells[option] ??= {})[criterion] = score;
    return;
  }
  const row = cells[option];
  if (row === undefined) return;
  delete row[criterion];
  if (Object.keys(row).length === 0) delete cells[option];
}

export const score: Method = {
  name: 'score',
  rules: ['mean', 'median', 'star', 'approval', 'schulze', 'ranked-pairs', 'irv', 'borda', 'copeland'],
  defaultRule: 'mean',

  cast(round, previous, given) {
    if (!('cells' in given)) return reject('invalid', 'ballot.cells');
    const asked = cellsOf(round);
    // Rows that are not given stay the very same objects, by which others see what did not change.
    const cells: Cells = previous !== undefined && 'cells' in previous ? { ...previous.cells } : {};
    for (const option of Object.keys(given.cells)) {
      if (!isOffered(round, option)) return reject('invalid', `ballot.cells.${option}`);
      const row = given.cells[option] ?? {};
      if (cells[option] !== undefined) cells[option] = { ...cells[option] };
      for (const criterion of Object.keys(row)) {
        if (asked.get(option)?.has(criterion) !== true) return reject('invalid', `ballot.cells.${option}.${criterion}`);
        put(cells, option, criterion, row[criterion] ?? null);
      }
    }
    return ok({ cells });
  },

  isEmpty: (ballot) =>
    !('cells' in ballot) || Object.values(ballot.cells).every((row) => Object.keys(row).length === 0),

  emptyTally: (round) => ({
    cells: Object.fromEntries(
      Array.from(cellsOf(round), ([option, criteria]) => [
        option,
        Object.fromEntries(Array.from(criteria, (criterion) => [criterion, [0, 0, 0, 0, 0, 0, 0]])),
      ]),
    ),
  }),

  count(tally, _round, ballot, sign) {
    if (!('cells' in ballot) || !('cells' in tally)) return;
    const counts: Record<string, Record<string, readonly number[]>> = tally.cells;
    for (const option of Object.keys(ballot.cells)) {
      const row = ballot.cells[option] ?? {};
      for (const criterion of Object.keys(row)) {
        const value = row[criterion];
        const cells = counts[option];
        const cell = cells?.[criterion];
        if (value === undefined || cells === undefined || cell === undefined) continue;
        const index = value === 'unknown' ? UNKNOWN : value;
        cells[criterion] = cell.with(index, (cell[index] ?? 0) + sign);
      }
    }
  },
};
