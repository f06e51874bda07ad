// The score method: 0–5 or "don't know" in each cell, merged into what the voter gave before.
import { ok, reject } from '../result.ts';
import type { Score, ScoreBallot } from './ballots.ts';
import { cellsOf, isOffered } from './cells.ts';
import type { Method } from './method.ts';
import type { ScoreTally } from './tally.ts';

/** Index of "don't know" in a cell of the tally, after the counts of 0 to 5. */
export const UNKNOWN = 6;

type Row = Readonly<Record<string, Score>>;
type Cells = Record<string, Record<string, Score>>;
/** How many gave each score, by criterion. */
type CountedRow = Record<string, readonly number[]>;

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

/** Counts the scores of one option as far as another row does not have them alike. */
function countRow(counts: CountedRow | undefined, row: Row | undefined, other: Row | undefined, sign: 1 | -1): void {
  if (counts === undefined || row === undefined) return;
  for (const criterion of Object.keys(row)) {
    const value = row[criterion];
    const cell = counts[criterion];
    if (value === undefined || cell === undefined || value === other?.[criterion]) continue;
    const index = value === 'unknown' ? UNKNOWN : value;
    counts[criterion] = cell.with(index, (cell[index] ?? 0) + sign);
  }
}

/** Counts the rows of one ballot that another does not have. */
function countOthers(
  tally: ScoreTally['cells'],
  cells: ScoreBallot['cells'],
  others: ScoreBallot['cells'],
  sign: 1 | -1,
) {
  for (const option of Object.keys(cells)) {
    const row = cells[option];
    if (row !== others[option]) countRow(tally[option], row, others[option], sign);
  }
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
    for (const option of Object.keys(ballot.cells))
      countRow(tally.cells[option], ballot.cells[option], undefined, sign);
  },

  /** A voter changes one cell of a hundred at a time, and rows that were not touched are the same objects. */
  replace(tally, _round, before, after) {
    if (!('cells' in before) || !('cells' in after) || !('cells' in tally)) return;
    countOthers(tally.cells, before.cells, after.cells, -1);
    countOthers(tally.cells, after.cells, before.cells, 1);
  },
};
