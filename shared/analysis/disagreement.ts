// Where voters are divided: spread, agreement in van der Eijk's sense, and what to talk about first.
import type { Division } from '../voting/method.ts';
import {
  compare,
  dividedBy,
  fraction,
  minus,
  plus,
  type Rational,
  rounded,
  squareRoot,
  times,
  ZERO,
} from '../voting/rational.ts';
import { UNKNOWN } from '../voting/score.ts';
import type { CellCounts, ScoreSheet } from '../voting/score-sheet.ts';

const MOST_DIVISIONS = 20;

/** Population variance of values given as [value, how many]. Undefined without any. */
export function variance(values: readonly (readonly [number, number])[]): Rational | undefined {
  const n = values.reduce((sum, [, count]) => sum + count, 0);
  if (n === 0) return undefined;
  const sum = values.reduce((all, [value, count]) => all + value * count, 0);
  const squares = values.reduce((all, [value, count]) => all + value * value * count, 0);
  return minus(fraction(squares, n), fraction(sum * sum, n * n));
}

/** Agreement of a pattern of empty and non-empty categories: 1 for one category, −1 for the two ends, 0 for all. */
function patternAgreement(filled: readonly boolean[]): Rational {
  const k = filled.length;
  let [conform, deviate] = [0, 0];
  for (let a = 0; a < k; a += 1) {
    for (let b = a + 1; b < k; b += 1) {
      for (let c = b + 1; c < k; c += 1) {
        if (filled[a] === true && filled[b] !== true && filled[c] === true) deviate += 1;
        else if (filled[b] === true && filled[a] !== filled[c]) conform += 1;
      }
    }
  }
  const size = filled.filter((isFilled) => isFilled).length;
  const peak =
    conform + deviate === 0
      ? fraction(1)
      : fraction((k - 2) * conform - (k - 1) * deviate, (k - 2) * (conform + deviate));
  return times(peak, fraction(k - size, k - 1));
}

/**
 * van der Eijk's A (2001): +1 everybody in one category, 0 flat, −1 two camps at the ends. It takes the distribution off
 * in layers and averages their agreement. Undefined without answers.
 */
export function agreement(frequencies: readonly number[]): Rational | undefined {
  const n = frequencies.reduce((sum, count) => sum + count, 0);
  if (n === 0) return undefined;
  let left = [...frequencies];
  let sum = ZERO;
  while (left.some((count) => count > 0)) {
    const layer = Math.min(...left.filter((count) => count > 0));
    const filled = left.map((count) => count > 0);
    const size = filled.filter((isFilled) => isFilled).length;
    sum = plus(sum, times(fraction(layer * size, n), patternAgreement(filled)));
    left = left.map((count) => (count > 0 ? count - layer : 0));
  }
  return sum;
}

export interface Disagreement {
  /** Population standard deviation of the 0–5 scores. */
  readonly spread: number;
  readonly agreement: number;
  readonly n: number;
}

/** What the scores of one cell say; undefined when nobody scored it. */
export function disagreementIn(cell: CellCounts): Disagreement | undefined {
  const scores = cell.slice(0, UNKNOWN);
  const squared = variance(scores.map((count, score) => [score, count]));
  const agreed = agreement(scores);
  if (squared === undefined || agreed === undefined) return undefined;
  return {
    spread: rounded(squareRoot(squared)),
    agreement: rounded(agreed),
    n: scores.reduce((sum, count) => sum + count, 0),
  };
}

/** The cells to talk about first: largest spread × weight first, those without either left out, at most 20. */
export function divided(sheet: ScoreSheet): Division[] {
  const cells = sheet.cells.flatMap((row, option) =>
    row.flatMap((cell, criterion) => {
      const squared = cell && variance(cell.slice(0, UNKNOWN).map((count, score) => [score, count]));
      const weight = { n: sheet.weights[criterion] ?? 0n, d: 1n };
      const pull = squared && times(squared, times(weight, weight));
      return cell === undefined || pull === undefined || pull.n === 0n ? [] : [{ option, criterion, cell, pull }];
    }),
  );
  return cells
    .toSorted((a, b) => compare(b.pull, a.pull) || a.option - b.option || a.criterion - b.criterion)
    .slice(0, MOST_DIVISIONS)
    .flatMap(({ option, criterion, cell }) => {
      const found = disagreementIn(cell);
      return found === undefined
        ? []
        : [{ option: sheet.options[option] ?? '', criterion: sheet.criteria[criterion]?.id ?? '', ...found }];
    });
}

/**
 * Kendall's W with tie correction: how alike complete ratings rank the same things, 0–1. Rows are raters. Undefined
 * when it is 0/0: every rater ties everything.
 */
export function kendallW(ratings: readonly (readonly number[])[]): number | undefined {
  const raters = ratings.length;
  const n = ratings[0]?.length ?? 0;
  const sums = Array.from({ length: n }, () => 0);
  let ties = 0;
  for (const row of ratings) {
    for (const [index, value] of row.entries()) {
      const below = row.filter((other) => other < value).length;
      const equal = row.filter((other) => other === value).length;
      sums[index] = (sums[index] ?? 0) + 2 * below + equal + 1;
      // Each member of a group of t adds (t³ − t) / t, so the group adds t³ − t.
      ties += equal * equal - 1;
    }
  }
  // Rank sums are kept doubled, so squares are four times as large.
  const mean = raters * (n + 1);
  const squares = sums.reduce((all, sum) => all + (sum - mean) ** 2, 0);
  const most = raters * raters * (n ** 3 - n) - raters * ties;
  return most === 0 ? undefined : rounded(dividedBy(fraction(3 * squares), fraction(most)), 10);
}

/**
 * Krippendorff's alpha: agreement beyond chance, missing ratings allowed. Rows are raters, columns the things rated.
 * Undefined when all values are equal or no column has two.
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | null)[])[],
  metric: 'nominal' | 'ordinal' | 'interval' = 'ordinal',
): number | undefined {
  const units = Array.from({ length: Math.max(0, ...ratings.map((row) => row.length)) }, (_, unit) =>
    ratings.flatMap((row) => row[unit] ?? []),
  ).filter((values) => values.length > 1);
  const every = units.flat().toSorted((a, b) => a - b);
  const count = (value: number): number => every.filter((other) => other === value).length;
  const gap = (a: number, b: number): number => {
    if (a === b) return 0;
    if (metric === 'nominal') return 1;
    if (metric === 'interval') return (a - b) ** 2;
    const between = every.filter((value) => value >= Math.min(a, b) && value <= Math.max(a, b)).length;
    return (between - (count(a) + count(b)) / 2) ** 2;
  };
  const within = (values: readonly number[]): number =>
    values.reduce((sum, a) => sum + values.reduce((all, b) => all + gap(a, b), 0), 0);
  const observed = units.reduce((sum, values) => sum + within(values) / (values.length - 1), 0);
  const expected = within(every) / (every.length - 1);
  return expected > 0 ? 1 - observed / expected : undefined;
}
