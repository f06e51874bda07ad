// Borda's count: n−1 points for a first place down to 0; equal or missing ranks share the mean of the places they span.
import { grouped, indices, type PairwiseContest, type Standing } from './contest.ts';
import { votes } from './pairwise.ts';

/** A ballot gives an option one point for each option below it and half a point for each beside it: pairs say all. */
export function borda({ pairwise, voters }: PairwiseContest): Standing {
  const all = indices(pairwise.length);
  const halves = all.map((a) =>
    all.reduce((sum, b) => (a === b ? sum : sum + voters + votes(pairwise, a, b) - votes(pairwise, b, a)), 0),
  );
  return {
    groups: grouped(all, (a, b) => (halves[b] ?? 0) - (halves[a] ?? 0)),
    values: halves.map((half) => half / 2),
  };
}
