// What a score round counts from: how many gave what in each cell, and with ballots each voter's own values.
import type { Ballot } from './ballots.ts';
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
  cellOf: (option: string, criterion: string, place: number) => CellCounts | undefined,
): ScoreSheet => {
  const asked = cellsOf(round);
  const options = countedOptions(round).toSorted();
  const criteria = round.criteria.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const cell = (option: string, row: number, { id }: CountedCriterion, column: number): CellCounts | undefined =>
    asked.get(option)?.has(id) === true
      ? (cellOf(option, id, row * criteria.length + column) ?? EMPTY_CELL)
      : undefined;
  return {
    options,
    criteria,
    weights: wholeProportions(criteria.map(({ weight }) => weight)),
    cells: options.map((option, row) => criteria.map((criterion, column) => cell(option, row, criterion, column))),
  };
};

export const sheetOfTally = (round: CountedRound, tally: ScoreTally): ScoreSheet =>
  sheetWith(round, (option, criterion) => tally.cells[option]?.[criterion]);

const NO_SCORE = 7;

/** Every score of every ballot: ballot × option × criterion, options and criteria in id order. */
function scoresOf(options: readonly string[], criteria: readonly string[], ballots: readonly Ballot[]): Uint8Array {
  const width = options.length * criteria.length;
  const scores = new Uint8Array(ballots.length * width).fill(NO_SCORE);
  for (const [row, ballot] of ballots.entries()) {
    if (!('cells' in ballot)) continue;
    let place = row * width;
    for (const option of options) {
      const given = ballot.cells[option];
      for (const criterion of criteria) {
        const score = given?.[criterion];
        if (score !== undefined) scores[place] = score === 'unknown' ? UNKNOWN : score;
        place += 1;
      }
    }
  }
  return scores;
}

/** What the ballots of a round say, read once: the counts of its cells and each voter's own values. */
export function readBallots(round: CountedRound, ballots: readonly Ballot[]): { sheet: ScoreSheet; ratings: Ratings } {
  const { options, criteria, weights, cells } = sheetWith(round, () => undefined);
  const scores = scoresOf(
    options,
    criteria.map(({ id }) => id),
    ballots,
  );
  const width = options.length * criteria.length;
  const counts = new Float64Array(width * 8);
  for (let index = 0, cell = 0; index < scores.length; index += 1) {
    const place = cell * 8 + (scores[index] ?? NO_SCORE);
    counts[place] = (counts[place] ?? 0) + 1;
    cell = cell + 1 === width ? 0 : cell + 1;
  }
  const sheet = sheetWith(round, (_option, _criterion, cell) =>
    Array.from(counts.subarray(cell * 8, cell * 8 + NO_SCORE)),
  );
  const asked = cells.flatMap((row) => row.map((cell, column) => (cell === undefined ? 0n : (weights[column] ?? 0n))));
  return { sheet, ratings: ownValues(scores, ballots.length, options.length, asked) };
}

/** Distinct values as they are met. Plain numbers do while they are exact; weights with many digits need big ones. */
class Values {
  readonly list: Rational[] = [];
  readonly #places = new Map<number | string, number>();

  placeOf(key: number | string, n: number | bigint, d: number | bigint): number {
    const before = this.#places.get(key);
    if (before !== undefined) return before;
    this.#places.set(key, this.list.length);
    return this.list.push(fraction(n, d)) - 1;
  }
}

const SMALL = 1 << 23;

/** Each voter's own weighted mean of each option over the cells they scored; `weights` are option × criterion. */
function ownValues(scores: Uint8Array, ballots: number, options: number, weights: readonly bigint[]): Ratings {
  const values = new Values();
  const near = Float64Array.from(weights, Number);
  const criteria = weights.length / Math.max(1, options);
  const small = near.reduce((sum, weight) => sum + weight, 0) < SMALL;
  const places = new Int32Array(ballots * options).fill(-1);
  for (let place = 0, start = 0; place < places.length; place += 1, start += criteria) {
    const base = (place % options) * criteria;
    let [n, d] = [0, 0];
    for (let column = 0; column < criteria; column += 1) {
      const score = scores[start + column] ?? NO_SCORE;
      if (score >= UNKNOWN) continue;
      n += (near[base + column] ?? 0) * score;
      d += near[base + column] ?? 0;
    }
    if (d === 0) continue;
    places[place] = small
      ? values.placeOf(n * SMALL + d, n, d)
      : largeValue(scores.subarray(start, start + criteria), weights.slice(base, base + criteria), values);
  }
  return ratingsOf(
    Array.from({ length: ballots }, () => 1),
    options,
    values.list,
    places,
  );
}

function largeValue(scores: Uint8Array, weights: readonly bigint[], values: Values): number {
  let [n, d] = [0n, 0n];
  for (const [column, score] of scores.entries()) {
    if (score >= UNKNOWN) continue;
    n += (weights[column] ?? 0n) * BigInt(score);
    d += weights[column] ?? 0n;
  }
  return values.placeOf(`${n}/${d}`, n, d);
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
