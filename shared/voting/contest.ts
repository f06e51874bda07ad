// What counting rules and the tie rule look at. Options stand in id order and are named by their place in it,
// so that nothing can depend on the order in which they were added.
import type { RunoffRound, TieStep } from './method.ts';

/** A ranking that `count` ballots share: groups of options, best first; options in no group stand below all groups. */
export interface Order {
  readonly count: number;
  readonly groups: readonly (readonly number[])[];
}

/** `matrix[a][b]`: ballots that rank a strictly above b. */
export type Matrix = readonly (readonly number[])[];

export interface Contest {
  readonly options: readonly string[];
  readonly voters: number;
  readonly tieSeed: string;
  readonly pairwise?: Matrix;
  /** First places, or for scores how many gave a 5: what the tie rule looks at before it draws. */
  readonly firsts?: readonly number[];
}

export interface PairwiseContest extends Contest {
  readonly pairwise: Matrix;
}

export interface OrderedContest extends PairwiseContest {
  readonly orders: readonly Order[];
}

export interface Settled {
  readonly order: readonly number[];
  readonly tieBroken?: TieStep;
}

/** What a counting rule says. */
export interface Standing {
  /** Groups of options, best first; those in one group tie under the pure rule. */
  readonly groups: readonly (readonly number[])[];
  /** One an option, in the rule's own unit, at most 4 decimals; null when nobody judged it. */
  readonly values: readonly (number | null)[];
  /** Where the rule itself says how its ties are broken. */
  readonly settled?: Settled;
  readonly rounds?: readonly RunoffRound[];
}

export const indices = (n: number): number[] => Array.from({ length: n }, (_, index) => index);

/** Groups the items that compare as equal, first ones first. */
export function grouped(items: readonly number[], compare: (a: number, b: number) => number): number[][] {
  const groups: number[][] = [];
  for (const item of items.toSorted((a, b) => compare(a, b) || a - b)) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compare(last[0], item) === 0) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/** Repeatedly takes out those that nobody left is above. `above` must have no cycle among the items. */
export function peeled(items: readonly number[], above: (a: number, b: number) => boolean): number[][] {
  const layers: number[][] = [];
  let left = [...items];
  while (left.length > 0) {
    const layer = left.filter((item) => !left.some((other) => above(other, item)));
    if (layer.length === 0) throw new Error('a cycle where an order was expected');
    layers.push(layer);
    left = left.filter((item) => !layer.includes(item));
  }
  return layers;
}

/** A record with one entry an option id. */
export const byOption = <T>(options: readonly string[], value: (option: number) => T): Record<string, T> =>
  Object.fromEntries(options.map((id, option) => [id, value(option)]));
