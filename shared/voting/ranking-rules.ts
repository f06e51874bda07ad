// The counting rules over rankings, by name.
import { borda } from './borda.ts';
import type { Contest, OrderedContest, PairwiseContest, Standing } from './contest.ts';
import { copeland } from './copeland.ts';
import { irv } from './irv.ts';
import type { Rule } from './method.ts';
import { rankedPairs } from './ranked-pairs.ts';
import { schulze } from './schulze.ts';

const PAIRWISE_RULES: Readonly<Partial<Record<Rule, (contest: PairwiseContest) => Standing>>> = {
  schulze,
  'ranked-pairs': rankedPairs,
  borda,
  copeland,
};

export const RANKING_RULES: readonly Rule[] = ['schulze', 'ranked-pairs', 'irv', 'borda', 'copeland'];

const hasPairs = (contest: Contest | PairwiseContest): contest is PairwiseContest => contest.pairwise !== undefined;
const hasOrders = (contest: PairwiseContest | OrderedContest): contest is OrderedContest => 'orders' in contest;

/** Undefined when the rule needs more than the contest knows: instant-runoff needs whole rankings, the others pairs. */
export function rankingStanding(rule: Rule, contest: Contest | PairwiseContest | OrderedContest): Standing | undefined {
  if (!hasPairs(contest)) return undefined;
  if (rule === 'irv') return hasOrders(contest) ? irv(contest) : undefined;
  return PAIRWISE_RULES[rule]?.(contest);
}
