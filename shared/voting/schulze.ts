// Schulze's method (2011), winning votes: whoever has the stronger path to the other stands above.
import { indices, type Matrix, type PairwiseContest, peeled, type Standing } from './contest.ts';
import { beats, votes } from './pairwise.ts';

/** Strength of the strongest path between any two options; a link counts the votes of whoever wins that pair. */
export function strongestPaths(pairwise: Matrix): number[][] {
  const all = indices(pairwise.length);
  const paths = all.map((a) => all.map((b) => (beats(pairwise, a, b) ? votes(pairwise, a, b) : 0)));
  for (const middle of all) {
    for (const from of paths) {
      const first = from[middle] ?? 0;
      if (first === 0) continue;
      for (const to of all) {
        const through = Math.min(first, paths[middle]?.[to] ?? 0);
        if (through > (from[to] ?? 0)) from[to] = through;
      }
    }
  }
  return paths;
}

/** Values are how many options each one has the stronger path to. */
export function schulze({ pairwise }: PairwiseContest): Standing {
  const paths = strongestPaths(pairwise);
  const all = indices(pairwise.length);
  const above = (a: number, b: number): boolean => a !== b && (paths[a]?.[b] ?? 0) > (paths[b]?.[a] ?? 0);
  return { groups: peeled(all, above), values: all.map((a) => all.filter((b) => above(a, b)).length) };
}
