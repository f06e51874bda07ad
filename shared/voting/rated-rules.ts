// Counting rules over values: mean, median with majority judgment, STAR, approval.
import { grouped, indices, type OrderedContest, type Standing } from './contest.ts';
import { votes } from './pairwise.ts';
import { atLeast, exactly, type Ratings, scaled, totalOf } from './ratings.ts';
import { compare, dividedBy, fraction, type Rational, rounded, ZERO } from './rational.ts';

/** Larger values first, options without one last. `refine` compares options whose values are equal. */
export function byValue(
  values: readonly (Rational | null)[],
  shown: (value: Rational) => number,
  refine: (a: number, b: number) => number = () => 0,
): Standing {
  const order = (a: number, b: number): number => {
    const [x, y] = [values[a] ?? null, values[b] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return compare(y, x) || refine(a, b);
  };
  return {
    groups: grouped(indices(values.length), order),
    values: values.map((value) => (value === null ? null : shown(value))),
  };
}

/** How many gave each grade, from the smallest grade up; counts above zero only. */
export interface Grades {
  readonly grade: Rational;
  readonly count: number;
}

export const gradersOf = (grades: readonly Grades[]): number => grades.reduce((sum, { count }) => sum + count, 0);

/** The grade at a place counted from 1. */
function gradeAt(grades: readonly Grades[], place: number): Rational {
  let passed = 0;
  for (const { grade, count } of grades) {
    passed += count;
    if (passed >= place) return grade;
  }
  return grades.at(-1)?.grade ?? ZERO;
}

/** Of an even number of grades the lower one of the two in the middle; null without grades. */
export const lowerMedian = (grades: readonly Grades[]): Rational | null =>
  grades.length === 0 ? null : gradeAt(grades, Math.ceil(gradersOf(grades) / 2));

/** How far from the middle the grade changes, counted in half graders. */
const stepsFromMiddle = (grades: readonly Grades[]): number[] => {
  const all = gradersOf(grades);
  let passed = 0;
  return grades.map(({ count }) => Math.abs(2 * (passed += count) - all));
};

/**
 * Majority judgment (Balinski and Laraki): takes away one median grade at a time and compares what becomes the median,
 * here for any numbers of graders by walking outwards from the middle of both distributions, the lower side first.
 */
export function majorityJudgment(a: readonly Grades[], b: readonly Grades[]): number {
  const [doubleA, doubleB] = [2 * gradersOf(a), 2 * gradersOf(b)];
  const edges = [
    ...stepsFromMiddle(a).map((step) => step * doubleB),
    ...stepsFromMiddle(b).map((step) => step * doubleA),
    0,
  ];
  const walk = [...new Set(edges)].sort((x, y) => x - y).slice(0, -1);
  const below = (grades: readonly Grades[], away: number): Rational =>
    gradeAt(grades, Math.ceil((gradersOf(grades) - away) / 2));
  const above = (grades: readonly Grades[], away: number): Rational =>
    gradeAt(grades, Math.floor((gradersOf(grades) + away) / 2) + 1);
  for (const edge of walk) {
    const [awayA, awayB] = [edge / doubleB, edge / doubleA];
    const difference = compare(below(a, awayA), below(b, awayB)) || compare(above(a, awayA), above(b, awayB));
    if (difference !== 0) return -difference;
  }
  return 0;
}

/** Approval: how many ballots value the option at `least` or more. */
export function approvalRule(ratings: Ratings, least: Rational): Standing {
  return byValue(
    atLeast(ratings, least).map((count) => fraction(count)),
    rounded,
  );
}

interface Stars {
  readonly contest: OrderedContest;
  readonly sums: readonly Rational[];
  readonly fives: readonly number[];
}

const sumOrder = ({ sums }: Stars, a: number, b: number): number => compare(sums[b] ?? ZERO, sums[a] ?? ZERO);
const fivesOrder = ({ fives }: Stars, a: number, b: number): number => (fives[b] ?? 0) - (fives[a] ?? 0);

/** Groups by sum; equal sums by votes in the pairs among them, then by fives. */
function finalistTiers(stars: Stars): number[][] {
  const { pairwise } = stars.contest;
  return grouped(indices(stars.sums.length), (a, b) => sumOrder(stars, a, b)).flatMap((tied) => {
    const duels = (option: number): number => tied.reduce((sum, other) => sum + votes(pairwise, option, other), 0);
    return grouped(tied, (a, b) => duels(b) - duels(a) || fivesOrder(stars, a, b));
  });
}

/** Every pair that may be in the runoff: one, unless the tie for it cannot be broken by the ballots. */
function possibleFinals(tiers: readonly (readonly number[])[]): [number, number][] {
  const [first = [], second = []] = tiers;
  if (first.length > 1) return first.flatMap((a) => first.filter((b) => a < b).map((b): [number, number] => [a, b]));
  return first.flatMap((a) => second.map((b): [number, number] => [a, b]));
}

function finalWinners(stars: Stars, [a, b]: [number, number]): number[] {
  const { pairwise } = stars.contest;
  const order = votes(pairwise, b, a) - votes(pairwise, a, b) || sumOrder(stars, a, b) || fivesOrder(stars, a, b);
  if (order === 0) return [a, b];
  return [order < 0 ? a : b];
}

/**
 * STAR (Equal Vote Coalition): the two largest sums, of them the one that more ballots prefer. A missing value is 0.
 * Ties for the runoff: more votes head-to-head among the tied, then more fives; in it: larger sum, then more fives.
 * `shown` turns a sum into the value shown.
 */
export function star(contest: OrderedContest, ratings: Ratings, shown: (sum: Rational) => number): Standing {
  const all = indices(ratings.options);
  const sums = all.map((option) => totalOf(ratings, option));
  const stars: Stars = { contest, sums, fives: exactly(ratings, fraction(5)) };
  const finals = possibleFinals(finalistTiers(stars));
  const finalists = new Set(finals.flat());
  const won = new Set(finals.length === 0 ? all : finals.flatMap((pair) => finalWinners(stars, pair)));
  const tier = (option: number): number => (won.has(option) ? 0 : finalists.has(option) ? 1 : 2);
  const byTier = grouped(all, (a, b) => tier(a) - tier(b));
  return {
    groups: byTier.flatMap((group) =>
      won.has(group[0] ?? -1) ? [group] : grouped(group, (a, b) => sumOrder(stars, a, b)),
    ),
    values: sums.map(shown),
  };
}

/** A sum of 0–5 values as a mean over all ballots on a scale of 0–100. */
export const asPercent = (voters: number) => (sum: Rational) =>
  voters === 0 ? 0 : rounded(scaled(dividedBy(sum, fraction(voters)), 20));
