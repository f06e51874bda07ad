// What a score round counts from: how many gave what in each cell, and with ballots each voter's own values.
import type { Ballot, ScoreBallot } from './ballots.ts';
import { cellsOf, countedOptions } from './cells.ts';
import type { Grades } from './rated-rules.ts';
import { type Ratings, ratingsOf } from './ratings.ts';
import { dividedBy, fraction, type Rational, wholeProportions } from './rational.ts';
import type { CountedCriterion, CountedRound } from './method.ts';
import { UNKNOWN } from './score.ts';
import type { ScoreTally } from './tally.ts';

/** How many gave 0 to 5, and "don't know". */
export type CellCounts = readonly number[];

export interface ScoreSheet {
  /** In id order, without withdrawn ones. */
  readonly options: readonly string[];
  /** In id order. */
  readonly criteria: readonly CountedCriterion[];
  /** One a criterion, whole and without a common divisor. */
  readonly weights: readonly bigint[];
  /** Option × criterion; undefined where the round does not ask. */
  readonly cells: readonly (readonly (CellCounts | undefined)[])[];
}

const EMPTY_CELL: CellCounts = [0, 0, 0, 0, 0, 0, 0];

const sheetWith = (
  round: CountedRound,
  cellOf: (option: string, criterion: string) => CellCounts | undefined,
): ScoreSheet => {
  const asked = cellsOf(round);
  const options = countedOptions(round).toSorted();
  const criteria = round.criteria.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    options,
    criteria,
    weights: wholeProportions(criteria.map(({ weight }) => weight)),
    cells: options.map((option) =>
      criteria.map(({ id }) => (asked.get(option)?.has(id) === true ? (cellOf(option, id) ?? EMPTY_CELL) : undefined)),
    ),
  };
};

export const sheetOfTally = (round: CountedRound, tally: ScoreTally): ScoreSheet =>
  sheetWith(round, (option, criterion) => tally.cells[option]?.[criterion]);

const isScores = (ballot: Ballot): ballot is ScoreBallot => 'cells' in ballot;

/** Counts all cells at once, in place, which the tally's one-ballot-at-a-time way is too slow for. */
export function sheetOfBallots(round: CountedRound, ballots: readonly Ballot[]): ScoreSheet {
  const counts = new Map<string, Map<string, number[]>>();
  const sheet = sheetWith(round, (option, criterion) => {
    const cell = [...EMPTY_CELL];
    const row = counts.get(option) ?? new Map<string, number[]>();
    counts.set(option, row.set(criterion, cell));
    return cell;
  });
  for (const ballot of ballots) {
    if (!isScores(ballot)) continue;
    for (const [option, row] of counts) {
      const given = ballot.cells[option];
      if (given === undefined) continue;
      for (const [criterion, cell] of row) {
        const score = given[criterion];
        if (score === undefined) continue;
        const place = score === 'unknown' ? UNKNOWN : score;
        cell[place] = (cell[place] ?? 0) + 1;
      }
    }
  }
  return sheet;
}

/** Distinct values as they are met. Numbers stand in for big ones while they are exact; a weight with many digits is not. */
class Values {
  readonly list: Rational[] = [];
  readonly #places = new Map<number | string, number>();
  readonly #bound: bigint;

  constructor(weights: readonly bigint[]) {
    this.#bound = weights.reduce((sum, weight) => sum + weight, 1n);
  }

  get small(): boolean {
    return this.#bound < 1n << 23n;
  }

  placeOf(n: number | bigint, d: number | bigint): number {
    const key = typeof n === 'number' && typeof d === 'number' ? n * Number(this.#bound) + d : `${n}/${d}`;
    const before = this.#places.get(key);
    if (before !== undefined) return before;
    this.#places.set(key, this.list.length);
    return this.list.push(fraction(n, d)) - 1;
  }
}

interface Column {
  readonly criterion: string;
  readonly weight: bigint;
  readonly near: number;
}

function smallValue(row: ScoreBallot['cells'][string], columns: readonly Column[], values: Values): number {
  let [n, d] = [0, 0];
  for (const { criterion, near } of columns) {
    const score = row[criterion];
    if (typeof score !== 'number') continue;
    n += near * score;
    d += near;
  }
  return d === 0 ? -1 : values.placeOf(n, d);
}

function largeValue(row: ScoreBallot['cells'][string], columns: readonly Column[], values: Values): number {
  let [n, d] = [0n, 0n];
  for (const { criterion, weight } of columns) {
    const score = row[criterion];
    if (typeof score !== 'number') continue;
    n += weight * BigInt(score);
    d += weight;
  }
  return d === 0n ? -1 : values.placeOf(n, d);
}

/** Each voter's own weighted mean of each option over the cells they scored. */
export function ownValues(round: CountedRound, sheet: ScoreSheet, ballots: readonly Ballot[]): Ratings {
  const asked = cellsOf(round);
  const columns = sheet.criteria.flatMap(({ id }, index): Column[] => {
    const weight = sheet.weights[index] ?? 0n;
    return weight === 0n ? [] : [{ criterion: id, weight, near: Number(weight) }];
  });
  const columnsOf = sheet.options.map((option) =>
    columns.filter(({ criterion }) => asked.get(option)?.has(criterion) === true),
  );
  const values = new Values(sheet.weights);
  const valueOf = values.small ? smallValue : largeValue;
  const n = sheet.options.length;
  const places = new Int32Array(ballots.length * n).fill(-1);
  for (const [row, ballot] of ballots.entries()) {
    if (!isScores(ballot)) continue;
    for (let option = 0; option < n; option += 1) {
      const given = ballot.cells[sheet.options[option] ?? ''];
      if (given !== undefined) places[row * n + option] = valueOf(given, columnsOf[option] ?? [], values);
    }
  }
  return ratingsOf(
    ballots.map(() => 1),
    n,
    values.list,
    places,
  );
}

/** The grades of a cell, "don't know" left out. */
export const gradesOf = (cell: CellCounts | undefined): Grades[] =>
  (cell ?? []).slice(0, UNKNOWN).flatMap((count, grade) => (count > 0 ? [{ grade: fraction(grade), count }] : []));

export function cellMean(cell: CellCounts | undefined): Rational | null {
  const scores = (cell ?? []).slice(0, UNKNOWN);
  const raters = scores.reduce((sum, count) => sum + count, 0);
  return raters === 0
    ? null
    : dividedBy(fraction(scores.reduce((sum, count, grade) => sum + count * grade, 0)), fraction(raters));
}
