// Who is preferred to whom by how many: the table that Condorcet methods count from.
import { byOption, indices, type Matrix, type Order, peeled } from './contest.ts';

const UNRANKED = 0xffff;

function ranksOf(n: number, order: Order): Uint16Array {
  const ranks = new Uint16Array(n).fill(UNRANKED);
  for (const [rank, group] of order.groups.entries()) for (const option of group) ranks[option] = rank;
  return ranks;
}

/** Counts strict preferences; options that a ballot leaves out stand below all that it ranks. */
export function pairwiseOf(n: number, orders: readonly Order[]): Matrix {
  const flat = new Float64Array(n * n);
  for (const order of orders) {
    const ranks = ranksOf(n, order);
    for (let a = 0; a < n; a += 1) {
      const rank = ranks[a] ?? UNRANKED;
      for (let b = a + 1; b < n; b += 1) {
        const other = ranks[b] ?? UNRANKED;
        if (rank === other) continue;
        const pair = rank < other ? a * n + b : b * n + a;
        flat[pair] = (flat[pair] ?? 0) + order.count;
      }
    }
  }
  return indices(n).map((option) => Array.from(flat.subarray(option * n, option * n + n)));
}

/** How many ballots put each option into their first group. */
export function firstsOf(n: number, orders: readonly Order[]): number[] {
  const firsts = Array.from({ length: n }, () => 0);
  for (const order of orders) {
    for (const option of order.groups[0] ?? []) firsts[option] = (firsts[option] ?? 0) + order.count;
  }
  return firsts;
}

export const votes = (matrix: Matrix, a: number, b: number): number => matrix[a]?.[b] ?? 0;
export const beats = (matrix: Matrix, a: number, b: number): boolean => votes(matrix, a, b) > votes(matrix, b, a);

/** The table keyed by option ids. */
export const pairTable = (options: readonly string[], matrix: Matrix): Record<string, Record<string, number>> =>
  byOption(options, (a) =>
    Object.fromEntries(options.flatMap((id, b) => (a === b ? [] : [[id, votes(matrix, a, b)] as const]))),
  );

/** Sum of an option's margins over all others. */
export const margins = (matrix: Matrix, option: number): number =>
  indices(matrix.length).reduce((sum, other) => sum + votes(matrix, option, other) - votes(matrix, other, option), 0);

/** The option that beats every other one, if there is one. */
export const condorcetWinner = (matrix: Matrix): number | undefined =>
  indices(matrix.length).find((a) => indices(matrix.length).every((b) => a === b || beats(matrix, a, b)));

/** The option that every other one beats, if there is one. */
export const condorcetLoser = (matrix: Matrix): number | undefined =>
  matrix.length < 2
    ? undefined
    : indices(matrix.length).find((a) => indices(matrix.length).every((b) => a === b || beats(matrix, b, a)));

function closure(n: number, linked: (a: number, b: number) => boolean): boolean[][] {
  const reach = indices(n).map((a) => indices(n).map((b) => linked(a, b)));
  for (const middle of indices(n)) {
    for (const row of reach) {
      if (row[middle] !== true) continue;
      for (const end of indices(n)) if (reach[middle]?.[end] === true) row[end] = true;
    }
  }
  return reach;
}

/** Smallest non-empty set whose members beat everyone outside it. */
export function smithSet(matrix: Matrix): number[] {
  const all = indices(matrix.length);
  const reach = closure(matrix.length, (a, b) => a !== b && !beats(matrix, b, a));
  return all.filter((a) => all.every((b) => a === b || reach[a]?.[b] === true));
}

/** Union of the smallest sets that nobody outside beats. */
export function schwartzSet(matrix: Matrix): number[] {
  const all = indices(matrix.length);
  const reach = closure(matrix.length, (a, b) => a !== b && beats(matrix, a, b));
  return all.filter((a) => all.every((b) => reach[b]?.[a] !== true || reach[a]?.[b] === true));
}

/** Groups by who beats whom where that is an order, undefined where it goes round in a circle. */
export function headToHead(matrix: Matrix, group: readonly number[]): number[][] | undefined {
  const reach = closure(group.length, (a, b) => beats(matrix, group[a] ?? 0, group[b] ?? 0));
  if (reach.some((row, place) => row[place] === true)) return undefined;
  return peeled(group, (a, b) => beats(matrix, a, b));
}
