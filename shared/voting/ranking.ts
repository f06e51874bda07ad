// The ranking method: options in order, ties and gaps allowed; what is not ranked stands below all that is.
import { ok, reject } from '../result.ts';
import { isOffered } from './cells.ts';
import type { CountedRound, Method } from './method.ts';

const zeros = (options: readonly string[]): Record<string, number> =>
  Object.fromEntries(options.map((option) => [option, 0]));

/** Adds `by` to the pairs of `group` over everything in `below`. */
function prefer(
  pairwise: Record<string, Record<string, number>>,
  group: readonly string[],
  below: readonly string[],
  by: number,
): void {
  for (const winner of group) {
    const row = pairwise[winner];
    if (row === undefined) continue;
    for (const loser of below) row[loser] = (row[loser] ?? 0) + by;
  }
}

const unranked = (round: CountedRound, ranking: readonly (readonly string[])[]): string[] => {
  const ranked = new Set(ranking.flat());
  return round.options.filter((option) => !ranked.has(option));
};

export const ranking: Method = {
  name: 'ranking',
  rules: ['schulze', 'ranked-pairs', 'irv', 'borda', 'copeland'],
  defaultRule: 'schulze',

  cast(round, _previous, given) {
    if (!('ranking' in given)) return reject('invalid', 'ballot.ranking');
    const seen = new Set<string>();
    for (const [rank, group] of given.ranking.entries()) {
      for (const [place, option] of group.entries()) {
        if (seen.has(option) || !isOffered(round, option)) return reject('invalid', `ballot.ranking.${rank}.${place}`);
        seen.add(option);
      }
    }
    return ok({ ranking: given.ranking.filter((group) => group.length > 0).map((group) => [...group]) });
  },

  isEmpty: (ballot) => !('ranking' in ballot) || ballot.ranking.every((group) => group.length === 0),

  emptyTally: (round) => ({
    pairwise: Object.fromEntries(
      round.options.map((option) => [option, zeros(round.options.filter((other) => other !== option))]),
    ),
    firsts: zeros(round.options),
  }),

  count(tally, round, ballot, sign) {
    if (!('ranking' in ballot) || !('pairwise' in tally)) return;
    const firsts: Record<string, number> = tally.firsts;
    const groups = ballot.ranking.filter((group) => group.length > 0);
    let below = unranked(round, groups);
    for (const group of groups.toReversed()) {
      prefer(tally.pairwise, group, below, sign);
      below = [...below, ...group];
    }
    for (const option of groups[0] ?? []) firsts[option] = (firsts[option] ?? 0) + sign;
  },
};
