// The ranking that each ballot implies, whatever its method, for counting rules and the tie rule.
import type { Ballot } from './ballots.ts';
import type { Contest, Order, OrderedContest } from './contest.ts';
import { pairwiseOf } from './pairwise.ts';
import { mergedOrders } from './ratings.ts';

function byAmount(amounts: Readonly<Record<string, number>>): string[][] {
  const groups = new Map<number, string[]>();
  for (const [id, amount] of Object.entries(amounts)) groups.set(amount, [...(groups.get(amount) ?? []), id]);
  return Array.from(groups)
    .filter(([amount]) => amount > 0)
    .toSorted(([a], [b]) => b - a)
    .map(([, ids]) => ids);
}

function impliedRanking(ballot: Ballot): readonly (readonly string[])[] {
  if ('ranking' in ballot) return ballot.ranking;
  if ('approved' in ballot) return [ballot.approved];
  if ('dots' in ballot) return byAmount(ballot.dots);
  return 'points' in ballot ? byAmount(ballot.points) : [];
}

/** Of every method but score and consent. What is not among `options` is left out, and so are ballots that rank nothing. */
export function ordersFor(options: readonly string[], ballots: readonly Ballot[]): Order[] {
  const places = new Map(options.map((option, place) => [option, place]));
  const orders = ballots.map((ballot) => ({
    count: 1,
    groups: impliedRanking(ballot)
      .map((group) => group.flatMap((id) => places.get(id) ?? []).toSorted((a, b) => a - b))
      .filter((group) => group.length > 0),
  }));
  return mergedOrders(orders.filter(({ groups }) => groups.length > 0));
}

/** A contest with whole rankings, and with the pairs that follow from them. */
export const wholeContest = (contest: Contest, orders: readonly Order[]): OrderedContest => ({
  ...contest,
  orders,
  pairwise: pairwiseOf(contest.options.length, orders),
});
