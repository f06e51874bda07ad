// Copeland's method: a point for each pair won, half a point for each pair tied.
import { grouped, indices, type PairwiseContest, type Standing } from './contest.ts';
import { beats } from './pairwise.ts';

export function copeland({ pairwise }: PairwiseContest): Standing {
  const all = indices(pairwise.length);
  const halves = all.map((a) =>
    all.reduce((sum, b) => sum + (a === b || beats(pairwise, b, a) ? 0 : beats(pairwise, a, b) ? 2 : 1), 0),
  );
  return {
    groups: grouped(all, (a, b) => (halves[b] ?? 0) - (halves[a] ?? 0)),
    values: halves.map((half) => half / 2),
  };
}
