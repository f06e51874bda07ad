// What the weighted means would be under other weights: recomputed here, for one reader only.
import type { CountedRound, Ranked } from '../../../shared/voting/method.ts';
import { countedOptions } from '../../../shared/voting/cells.ts';
import type { Tally } from '../../../shared/voting/tally.ts';

/** Criterion → its share of all weights, 0–1. */
export type Shares = ReadonlyMap<string, number>;

export function sharesOf(round: CountedRound): Shares {
  const sum = round.criteria.reduce((total, criterion) => total + criterion.weight, 0);
  const even = 1 / Math.max(1, round.criteria.length);
  return new Map(round.criteria.map(({ id, weight }) => [id, sum > 0 ? weight / sum : even]));
}

/** Every criterion the same share. */
export const equalShares = (round: CountedRound): Shares =>
  new Map(round.criteria.map(({ id }) => [id, 1 / Math.max(1, round.criteria.length)]));

/** Gives one criterion a share; the others keep their proportions and share the rest. */
export function withShare(shares: Shares, criterion: string, share: number): Shares {
  const others = [...shares].filter(([id]) => id !== criterion);
  const sum = others.reduce((total, [, other]) => total + other, 0);
  const rest = 1 - share;
  return new Map(
    [...shares].map(([id, other]) => {
      if (id === criterion) return [id, share];
      return [id, sum > 0 ? (other / sum) * rest : rest / Math.max(1, others.length)];
    }),
  );
}

/** The mean of the 0–5 scores of a cell; undefined where there are none. */
export function cellMeanOf(counts: readonly number[] | undefined): number | undefined {
  if (counts === undefined) return undefined;
  let [sum, n] = [0, 0];
  for (let score = 0; score <= 5; score += 1) {
    n += counts[score] ?? 0;
    sum += score * (counts[score] ?? 0);
  }
  return n === 0 ? undefined : sum / n;
}

/** An option's weighted mean, 0–100; cells nobody scored give their weight to the option's other cells. */
export function weightedValue(option: string, tally: Tally, shares: Shares): number | null {
  if (!('cells' in tally)) return null;
  let [sum, judged] = [0, 0];
  for (const [criterion, share] of shares) {
    const mean = cellMeanOf(tally.cells[option]?.[criterion]);
    if (mean === undefined) continue;
    sum += share * mean;
    judged += share;
  }
  return judged > 0 ? (sum / judged) * 20 : null;
}

const SAME = 1e-9;

/** The order under other weights. What a must-have knocked out stays out: that does not depend on weights. */
export function rankedWith(
  round: CountedRound,
  tally: Tally,
  shares: Shares,
  out: ReadonlyMap<string, string>,
): readonly Ranked[] {
  const values = countedOptions(round).map((option) => ({ option, value: weightedValue(option, tally, shares) }));
  const order = values.toSorted(
    (a, b) => Number(out.has(a.option)) - Number(out.has(b.option)) || (b.value ?? -1) - (a.value ?? -1),
  );
  let rank = 1;
  return order.map((entry, place) => {
    const before = order[place - 1];
    const tied =
      before !== undefined &&
      out.has(before.option) === out.has(entry.option) &&
      Math.abs((before.value ?? -1) - (entry.value ?? -1)) < SAME;
    if (!tied) rank = place + 1;
    const knockedOut = out.get(entry.option);
    return { ...entry, rank, ...(knockedOut !== undefined && { knockedOut }) };
  });
}
