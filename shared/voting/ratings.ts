// Each ballot's own value of each option as an exact number, and the rankings that these imply.
import { grouped, indices, type Order } from './contest.ts';
import { compare, dividedBy, fraction, type Rational, sumOf, times, ZERO } from './rational.ts';

const NONE = -1;

export interface Ratings {
  /** How many ballots each row stands for. */
  readonly counts: readonly number[];
  readonly options: number;
  /** The distinct values that occur, smallest first. */
  readonly scale: readonly Rational[];
  /** Row × option: place of the value on the scale, −1 where the ballot has none. */
  readonly places: Int32Array;
}

/** Sorts the distinct values; a floating-point look comes first because most are far apart. */
function sorted(values: readonly Rational[]): number[] {
  const near = values.map(({ n, d }) => Number(n) / Number(d));
  const exact = (a: number, b: number): number => compare(values[a] ?? ZERO, values[b] ?? ZERO);
  return indices(values.length).sort((a, b) => {
    const gap = (near[a] ?? 0) - (near[b] ?? 0);
    return Math.abs(gap) > 1e-6 ? gap : exact(a, b);
  });
}

/**
 * `places` points into `values`, in any order and with equal values under several numbers, −1 for none.
 * It is overwritten and becomes part of the answer.
 */
export function ratingsOf(
  counts: readonly number[],
  options: number,
  values: readonly Rational[],
  places: Int32Array,
): Ratings {
  const scale: Rational[] = [];
  const moved = new Int32Array(values.length);
  for (const index of sorted(values)) {
    const value = values[index] ?? ZERO;
    const last = scale.at(-1);
    if (last === undefined || compare(last, value) !== 0) scale.push(value);
    moved[index] = scale.length - 1;
  }
  for (const [cell, place] of places.entries()) if (place !== NONE) places[cell] = moved[place] ?? NONE;
  return { counts, options, scale, places };
}

function rankedRow(ratings: Ratings, row: number): number[][] {
  const { options, places } = ratings;
  const start = row * options;
  const given = indices(options).filter((option) => places[start + option] !== NONE);
  return grouped(given, (a, b) => (places[start + b] ?? 0) - (places[start + a] ?? 0));
}

/** The rankings that the values imply, ties included; what a ballot has no value for is left unranked. */
export function ordersOf(ratings: Ratings): Order[] {
  const orders = ratings.counts.map((count, row) => ({ count, groups: rankedRow(ratings, row) }));
  return mergedOrders(orders.filter(({ groups }) => groups.length > 0));
}

/** Ballots that say the same become one order with their sum; options inside a group are put in id order. */
export function mergedOrders(orders: readonly Order[]): Order[] {
  const byKey = new Map<string, Order>();
  for (const { count, groups } of orders) {
    const sortedGroups = groups.map((group) => group.toSorted((a, b) => a - b));
    const key = sortedGroups.map((group) => group.join()).join('|');
    byKey.set(key, { count: count + (byKey.get(key)?.count ?? 0), groups: sortedGroups });
  }
  return [...byKey.values()];
}

/** One option's values from the smallest up, with how many ballots gave each. */
export function histogramOf(ratings: Ratings, option: number): { value: Rational; count: number }[] {
  const counts = new Float64Array(ratings.scale.length);
  for (const [row, count] of ratings.counts.entries()) {
    const place = ratings.places[row * ratings.options + option] ?? NONE;
    if (place !== NONE) counts[place] = (counts[place] ?? 0) + count;
  }
  return ratings.scale.flatMap((value, place) => {
    const count = counts[place] ?? 0;
    return count > 0 ? [{ value, count }] : [];
  });
}

/** Sum of an option's values; terms of one denominator are added before unlike ones. */
export function totalOf(ratings: Ratings, option: number): Rational {
  const byDenominator = new Map<bigint, bigint>();
  for (const { value, count } of histogramOf(ratings, option)) {
    byDenominator.set(value.d, (byDenominator.get(value.d) ?? 0n) + value.n * BigInt(count));
  }
  return sumOf(Array.from(byDenominator, ([d, n]) => ({ n, d })));
}

/** How many ballots gave the option at least `least`. */
export const atLeast = (ratings: Ratings, option: number, least: Rational): number =>
  histogramOf(ratings, option).reduce((sum, { value, count }) => sum + (compare(value, least) < 0 ? 0 : count), 0);

/** How many ballots gave the option exactly `value`. */
export const exactly = (ratings: Ratings, option: number, value: Rational): number =>
  histogramOf(ratings, option).reduce((sum, entry) => sum + (compare(entry.value, value) === 0 ? entry.count : 0), 0);

/** Mean over the ballots that have a value for the option; null when none has. */
export function meanOf(ratings: Ratings, option: number): Rational | null {
  const raters = histogramOf(ratings, option).reduce((sum, { count }) => sum + count, 0);
  return raters === 0 ? null : dividedBy(totalOf(ratings, option), fraction(raters));
}

export const scaled = (value: Rational, by: number): Rational => times(value, fraction(by));

/** The same ratings with only some options, in the given order. */
export function ratingsFor(ratings: Ratings, keep: readonly number[]): Ratings {
  const places = new Int32Array(ratings.counts.length * keep.length);
  for (const row of ratings.counts.keys()) {
    for (const [index, option] of keep.entries()) {
      places[row * keep.length + index] = ratings.places[row * ratings.options + option] ?? NONE;
    }
  }
  return { ...ratings, options: keep.length, places };
}
