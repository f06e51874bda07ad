// The words for methods and counting rules: their names, and how each counts, in one sentence.
import { msg, str } from '@lit/localize';
import type { MethodName } from '../../../shared/voting/ballots.ts';
import type { CountedRound, Rule } from '../../../shared/voting/method.ts';
import { DEFAULT_DOTS } from '../../../shared/voting/dots.ts';
import { formatNumber } from '../../i18n/format.ts';

const METHOD_NAMES: Readonly<Record<MethodName, () => string>> = {
  score: () => msg('Score', { id: 'rounds.method.score' }),
  weights: () => msg('Weights', { id: 'rounds.method.weights' }),
  dots: () => msg('Dots', { id: 'rounds.method.dots' }),
  approval: () => msg('Approval', { id: 'rounds.method.approval' }),
  ranking: () => msg('Ranking', { id: 'rounds.method.ranking' }),
  consent: () => msg('Consent', { id: 'rounds.method.consent' }),
};
export const methodName = (method: MethodName): string => METHOD_NAMES[method]();

const METHOD_MEANINGS: Readonly<Record<MethodName, () => string>> = {
  score: () =>
    msg('0 to 5, or “don’t know”, for every option under every criterion.', { id: 'rounds.method-meaning.score' }),
  weights: () =>
    msg('Everybody shares 100 points over the criteria, to find out how much each matters.', {
      id: 'rounds.method-meaning.weights',
    }),
  dots: () => msg('A few dots each, laid on options: quick triage.', { id: 'rounds.method-meaning.dots' }),
  approval: () => msg('Yes to as many options as one likes.', { id: 'rounds.method-meaning.approval' }),
  ranking: () => msg('Options in order, ties and gaps allowed.', { id: 'rounds.method-meaning.ranking' }),
  consent: () => msg('0 to 5 fingers on one proposal, with a reason below 3.', { id: 'rounds.method-meaning.consent' }),
};
export const methodMeaning = (method: MethodName): string => METHOD_MEANINGS[method]();

const RULE_NAMES: Readonly<Record<Rule, () => string>> = {
  mean: () => msg('Weighted mean', { id: 'rounds.rule.mean' }),
  median: () => msg('Median', { id: 'rounds.rule.median' }),
  star: () => msg('STAR', { id: 'rounds.rule.star' }),
  approval: () => msg('Approval (4+)', { id: 'rounds.rule.approval' }),
  schulze: () => msg('Schulze', { id: 'rounds.rule.schulze' }),
  'ranked-pairs': () => msg('Ranked pairs', { id: 'rounds.rule.ranked-pairs' }),
  irv: () => msg('Instant-runoff', { id: 'rounds.rule.irv' }),
  borda: () => msg('Borda', { id: 'rounds.rule.borda' }),
  copeland: () => msg('Copeland', { id: 'rounds.rule.copeland' }),
  sum: () => msg('Sum of dots', { id: 'rounds.rule.sum' }),
  count: () => msg('Number of approvals', { id: 'rounds.rule.count' }),
  threshold: () => msg('Consent', { id: 'rounds.rule.threshold' }),
};

/** `mean` of a weights round is no weighted mean, but the mean share. */
export const ruleName = (rule: Rule, method: MethodName): string =>
  method === 'weights' ? msg('Mean share', { id: 'rounds.rule.share' }) : RULE_NAMES[rule]();

const RULE_MEANINGS: Readonly<Record<Rule, () => string>> = {
  mean: () =>
    msg('the mean of each cell, times the weight of its criterion, on a scale of 0 to 100', { id: 'rounds.how.mean' }),
  median: () =>
    msg('the middle score of each cell, times the weight of its criterion, on a scale of 0 to 100', {
      id: 'rounds.how.median',
    }),
  star: () =>
    msg('the two options with the highest sums go into a run-off, and whoever more ballots prefer wins', {
      id: 'rounds.how.star',
    }),
  approval: () =>
    msg('a ballot approves every option to which its own weighted mean gives 4 or more', { id: 'rounds.how.approval' }),
  schulze: () =>
    msg('options are compared two by two, and the one with the strongest chain of wins leads', {
      id: 'rounds.how.schulze',
    }),
  'ranked-pairs': () =>
    msg('options are compared two by two, and the clearest wins are kept first', { id: 'rounds.how.ranked-pairs' }),
  irv: () =>
    msg('the option with the fewest first places drops out, and its ballots move to their next choice', {
      id: 'rounds.how.irv',
    }),
  borda: () => msg('an option gets one point for every option that a ballot puts below it', { id: 'rounds.how.borda' }),
  copeland: () =>
    msg('options are compared two by two, and the one with the most wins leads', { id: 'rounds.how.copeland' }),
  sum: () => msg('the dots on each option are added up', { id: 'rounds.how.sum' }),
  count: () => msg('the ballots that approve each option are counted', { id: 'rounds.how.count' }),
  threshold: () =>
    msg('the proposal stands when nobody shows fewer fingers than the threshold', { id: 'rounds.how.threshold' }),
};

/** How a rule counts, as the end of a sentence. */
export const ruleMeaning = (rule: Rule, method: MethodName): string =>
  method === 'weights'
    ? msg('the mean share of the points of each criterion', { id: 'rounds.how.share' })
    : RULE_MEANINGS[rule]();

const RANKING_RULES: ReadonlySet<Rule> = new Set(['schulze', 'ranked-pairs', 'irv', 'borda', 'copeland']);

type Counted = Pick<CountedRound, 'method' | 'rule' | 'criteria' | 'quorum' | 'threshold' | 'dots' | 'stacking'>;

/** The second of the two sentences of a round: how it will be counted. */
export function howCounted(round: Counted): string {
  const name = ruleName(round.rule, round.method);
  return msg(str`Counting rule: ${name}, that is, ${ruleMeaning(round.rule, round.method)}.`, { id: 'rounds.counted' });
}

function scoreDetails(round: Counted): string[] {
  const details =
    round.rule === 'mean' || round.rule === 'median'
      ? [
          msg('A cell nobody scored is left out, and its weight goes to the other cells of that option.', {
            id: 'rounds.detail.empty-cell',
          }),
        ]
      : [];
  if (RANKING_RULES.has(round.rule)) {
    details.push(
      msg('Your order of the options follows from your own weighted mean of each.', { id: 'rounds.detail.implied' }),
    );
  }
  details.push(msg('“Don’t know” keeps a cell out of the means.', { id: 'rounds.detail.unknown' }));
  if (round.criteria.some((criterion) => criterion.mustHave !== undefined)) {
    details.push(
      msg('An option whose mean is below a must-have is knocked out, and stays in view with the reason.', {
        id: 'rounds.detail.must-have',
      }),
    );
  }
  return details;
}

function dotsDetail(round: Counted): string {
  const dots = formatNumber(round.dots ?? DEFAULT_DOTS);
  return round.stacking === true
    ? msg(str`Dots for each voter: ${dots}, as many on one option as you like.`, { id: 'rounds.detail.stacking' })
    : msg(str`Dots for each voter: ${dots}, at most one on an option.`, { id: 'rounds.detail.dots' });
}

/** What the second sentence leaves out: what is left out of the count, ties, the quorum. */
export function countingDetails(round: Counted): string[] {
  const details: string[] = [];
  if (round.method === 'score') details.push(...scoreDetails(round));
  if (round.method === 'dots') details.push(dotsDetail(round));
  if (round.method === 'ranking') {
    details.push(msg('What you do not rank stands below everything you rank.', { id: 'rounds.detail.unranked' }));
  }
  if (round.method === 'consent') {
    const threshold = formatNumber(round.threshold ?? 1);
    details.push(msg(str`Threshold: ${threshold} of 5 fingers.`, { id: 'rounds.detail.threshold' }));
  } else {
    details.push(
      msg(
        'A tie is shown as a tie. If one order is needed, it is settled head to head, then by margins, by first places, and last by a draw that anybody can check.',
        { id: 'rounds.detail.ties' },
      ),
    );
  }
  if (round.quorum !== undefined) {
    const quorum = formatNumber(round.quorum);
    details.push(msg(str`Valid from ${quorum} ballots on.`, { id: 'rounds.detail.quorum' }));
  }
  return details;
}
