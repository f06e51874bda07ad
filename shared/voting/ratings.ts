// Each ballot's own value of each option as an exact number, and the rankings that these imply.
import { indices, type Order } from './contest.ts';
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
  /** The scale taken apart, for adding many values of few denominators. */
  readonly parts: ScaleParts;
}

interface ScaleParts {
  readonly denominators: readonly bigint[];
  /** Which denominator each value on the scale has. */
  readonly of: Int32Array;
  /** Numerators as plain numbers, where sums of them stay exact. */
  readonly numerators?: Float64Array;
}

const EXACT_NUMERATOR = 1n << 30n;

function partsOf(scale: readonly Rational[]): ScaleParts {
  const denominators: bigint[] = [];
  const known = new Map<bigint, number>();
  const of = Int32Array.from(scale, ({ d }) => {
    const place = known.get(d) ?? denominators.push(d) - 1;
    known.set(d, place);
    return place;
  });
  const small = scale.every(({ n }) => n < EXACT_NUMERATOR && n > -EXACT_NUMERATOR);
  return { denominators, of, ...(small && { numerators: Float64Array.from(scale, ({ n }) => Number(n)) }) };
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
  return { counts, options, scale, places, parts: partsOf(scale) };
}

/** Puts a key into its place among the first `length` ones; rows are short and many, so this beats a general sort. */
function insert(keys: Float64Array, length: number, key: number): void {
  let at = length;
  for (; at > 0 && (keys[at - 1] ?? 0) > key; at -= 1) keys[at] = keys[at - 1] ?? 0;
  keys[at] = key;
}

/** Groups one row's options by value, best first; `keys` is room to work in. */
function rankedRow({ options, places, scale }: Ratings, row: number, keys: Float64Array): number[][] {
  let given = 0;
  for (let option = 0; option < options; option += 1) {
    const place = places[row * options + option] ?? NONE;
    if (place === NONE) continue;
    insert(keys, given, (scale.length - place) * options + option);
    given += 1;
  }
  const groups: number[][] = [];
  let group: number[] = [];
  let before = NONE;
  for (let index = 0; index < given; index += 1) {
    const key = keys[index] ?? 0;
    const rank = Math.floor(key / options);
    if (rank !== before) groups.push((group = []));
    group.push(key % options);
    before = rank;
  }
  return groups;
}

/** The rankings that the values imply, ties included; what a ballot has no value for is left unranked. */
export function ordersOf(ratings: Ratings): Order[] {
  const keys = new Float64Array(ratings.options);
  const orders = ratings.counts.map((count, row) => ({ count, groups: rankedRow(ratings, row, keys) }));
  return mergedOrders(orders.filter(({ groups }) => groups.length > 0));
}

/** One character an option and one a group: joining numbers as text would take longer than the count. */
function keyOf(groups: Order['groups']): string {
  let key = '';
  for (const group of groups) {
    for (const option of group) key += String.fromCharCode(option + 1);
    key += '\0';
  }
  return key;
}

/** Ballots that say the same become one order with their sum. Options inside a group must be in option order. */
export function mergedOrders(orders: readonly Order[]): Order[] {
  const byKey = new Map<string, Order>();
  for (const { count, groups } of orders) {
    const key = keyOf(groups);
    byKey.set(key, { count: count + (byKey.get(key)?.count ?? 0), groups });
  }
  return [...byKey.values()];
}

/** How many ballots gave an option each value of the scale. */
function countsOf({ counts, options, scale, places }: Ratings, option: number): Float64Array {
  const given = new Float64Array(scale.length);
  for (let row = 0; row < counts.length; row += 1) {
    const place = places[row * options + option] ?? NONE;
    if (place !== NONE) given[place] = (given[place] ?? 0) + (counts[row] ?? 0);
  }
  return given;
}

/** One option's values from the smallest up, with how many ballots gave each. */
export function histogramOf(ratings: Ratings, option: number): { value: Rational; count: number }[] {
  const given = countsOf(ratings, option);
  return ratings.scale.flatMap((value, place) => {
    const count = given[place] ?? 0;
    return count > 0 ? [{ value, count }] : [];
  });
}

/** Sum of an option's values; terms of one denominator are added before unlike ones. */
export function totalOf(ratings: Ratings, option: number): Rational {
  const { of, denominators, numerators } = ratings.parts;
  const sums = denominators.map(() => 0n);
  const near = new Float64Array(denominators.length);
  for (const [place, count] of countsOf(ratings, option).entries()) {
    if (count === 0) continue;
    const index = of[place] ?? 0;
    if (numerators !== undefined) near[index] = (near[index] ?? 0) + (numerators[place] ?? 0) * count;
    else sums[index] = (sums[index] ?? 0n) + (ratings.scale[place] ?? ZERO).n * BigInt(count);
  }
  return sumOf(denominators.map((d, index) => ({ n: (sums[index] ?? 0n) + BigInt(near[index] ?? 0), d })));
}

/** Place of the first value on the scale that is not below `value`. */
function placeFrom(scale: readonly Rational[], value: Rational): number {
  let [low, high] = [0, scale.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(scale[middle] ?? ZERO, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many ballots gave each option at least `least`. */
export function atLeast({ counts, options, scale, places }: Ratings, least: Rational): number[] {
  const from = placeFrom(scale, least);
  return indices(options).map((option) =>
    counts.reduce((sum, count, row) => sum + ((places[row * options + option] ?? NONE) >= from ? count : 0), 0),
  );
}

/** How many ballots gave each option exactly `value`. */
export function exactly({ counts, options, scale, places }: Ratings, value: Rational): number[] {
  const place = placeFrom(scale, value);
  const met = compare(scale[place] ?? ZERO, value) === 0;
  return indices(options).map((option) =>
    counts.reduce((sum, count, row) => sum + (met && places[row * options + option] === place ? count : 0), 0),
  );
}

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
