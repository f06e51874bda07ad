// The result of a round: from its ballots everything, from its tally what the tally allows.
import { divided } from '../analysis/disagreement.ts';
import { fragility } from '../analysis/fragility.ts';
import type { Ballot } from './ballots.ts';
import { countedOptions } from './cells.ts';
import { CONCERN_BELOW } from './consent.ts';
import { type Contest, type Standing } from './contest.ts';
import type { CountedRound, Coverage, OtherRule, Ranked, Result, Rule } from './method.ts';
import { methodOf } from './methods.ts';
import { firstsOf, pairTable } from './pairwise.ts';
import { byValue } from './rated-rules.ts';
import { fraction, rounded } from './rational.ts';
import { ordersFor, wholeContest } from './implied-rankings.ts';
import { rankingStanding } from './ranking-rules.ts';
import { fivesOf, knockedOut, type OwnCount, ownCount, scoreCoverage, standingByScore } from './score-count.ts';
import { readBallots, type ScoreSheet, sheetOfTally } from './score-sheet.ts';
import type { RankingTally, Tally } from './tally.ts';
import { settledOrder } from './ties.ts';

type Parts = Omit<Partial<Result>, 'ranking'> & { readonly coverage: Coverage };

const fullCoverage = (asked: number): Coverage => ({ asked, answered: asked, unknown: 0 });

const idsOf = (contest: Contest, group: readonly number[]): string[] =>
  group.map((option) => contest.options[option] ?? '');

/** Nobody wins without ballots, without a value, or knocked out. */
function winnersOf(standing: Standing, voters: number, out: readonly (string | undefined)[] = []): readonly number[] {
  if (voters === 0) return [];
  return (standing.groups[0] ?? []).filter((option) => standing.values[option] !== null && out[option] === undefined);
}

function rankedOf(
  contest: Contest,
  standing: Standing,
  order: readonly number[],
  out: readonly (string | undefined)[],
): Ranked[] {
  const rankOf = new Map<number, number>();
  let passed = 0;
  for (const group of standing.groups) {
    for (const option of group) rankOf.set(option, passed + 1);
    passed += group.length;
  }
  return order.map((option) => {
    const criterion = out[option];
    return {
      rank: rankOf.get(option) ?? 1,
      option: contest.options[option] ?? '',
      value: standing.values[option] ?? null,
      ...(criterion !== undefined && { knockedOut: criterion }),
    };
  });
}

const pairsOf = ({ options, pairwise }: Contest): Result['pairwise'] => pairwise && pairTable(options, pairwise);

const base = (round: CountedRound, ballots: number): Omit<Result, 'coverage'> => ({
  round: round.id,
  method: round.method,
  rule: round.rule,
  ballots,
  ranking: [],
  winners: [],
  order: [],
  otherRules: [],
  ...(round.quorum !== undefined && { valid: ballots >= round.quorum }),
});

/** Puts a standing into words of options; without one, for want of ballots, the result ranks nothing. */
function resultWith(
  round: CountedRound,
  contest: Contest,
  standing: Standing | undefined,
  parts: Parts,
  out: readonly (string | undefined)[] = [],
): Result {
  const start = { ...base(round, contest.voters), ...parts };
  if (standing === undefined) return start;
  const { order, tieBroken } = settledOrder(contest, standing);
  const winners = new Set(winnersOf(standing, contest.voters, out));
  return {
    ...start,
    ranking: rankedOf(contest, standing, order, out),
    winners: idsOf(
      contest,
      order.filter((option) => winners.has(option)),
    ),
    order: idsOf(contest, order),
    ...(tieBroken !== undefined && { tieBroken }),
    ...(standing.rounds && { rounds: standing.rounds }),
  };
}

function otherRule(
  contest: Contest,
  rule: Rule,
  standing: Standing | undefined,
  out?: (string | undefined)[],
): OtherRule[] {
  if (standing === undefined) return [];
  return [
    {
      rule,
      winners: idsOf(contest, winnersOf(standing, contest.voters, out)),
      ranking: standing.groups.map((group) => idsOf(contest, group)),
    },
  ];
}

const otherRulesOf = (round: CountedRound): readonly Rule[] =>
  methodOf(round.method).rules.filter((rule) => rule !== round.rule);

function scoreResult(round: CountedRound, sheet: ScoreSheet, contest: Contest, own: OwnCount | undefined): Result {
  const out = knockedOut(sheet);
  const evidence = own?.contest ?? contest;
  const standing = standingByScore(round, sheet, own, round.rule);
  const result = resultWith(round, evidence, standing, { coverage: scoreCoverage(sheet, contest.voters) }, out);
  const pairwise = pairsOf(evidence);
  return {
    ...result,
    otherRules: otherRulesOf(round).flatMap((rule) =>
      otherRule(evidence, rule, standingByScore(round, sheet, own, rule), out),
    ),
    ...(pairwise && { pairwise }),
    ...(round.rule === 'mean' && result.winners.length > 0 && { fragility: fragility(sheet, result.order, out) }),
    divided: divided(sheet),
  };
}

const contestOf = (round: CountedRound, options: readonly string[], voters: number): Contest => ({
  options: options.toSorted(),
  voters,
  tieSeed: round.tieSeed ?? '',
});

function rankingResult(round: CountedRound, contest: Contest): Result {
  const pairwise = pairsOf(contest);
  return resultWith(round, contest, rankingStanding(round.rule, contest), {
    coverage: fullCoverage(contest.options.length * contest.voters),
    otherRules: otherRulesOf(round).flatMap((rule) => otherRule(contest, rule, rankingStanding(rule, contest))),
    ...(pairwise && { pairwise }),
  });
}

function rankingContest(round: CountedRound, tally: RankingTally, voters: number): Contest {
  const contest = contestOf(round, countedOptions(round), voters);
  const { options } = contest;
  const row = (a: string): number[] => options.map((b) => (a === b ? 0 : (tally.pairwise[a]?.[b] ?? 0)));
  return { ...contest, pairwise: options.map(row), firsts: options.map((option) => tally.firsts[option] ?? 0) };
}

/** Sums of points, dots or approvals; `share` divides what is shown by the number of ballots. */
function sumResult(
  round: CountedRound,
  contest: Contest,
  sums: Readonly<Record<string, number>>,
  share = false,
): Result {
  const values = contest.options.map((option) =>
    share && contest.voters === 0 ? null : fraction(sums[option] ?? 0, share ? contest.voters : 1),
  );
  return resultWith(round, contest, byValue(values, rounded), {
    coverage: fullCoverage(contest.options.length * contest.voters),
  });
}

function consentResult(round: CountedRound, fingers: readonly number[], ballots: number): Result {
  const result = base(round, ballots);
  const least = round.threshold ?? 1;
  const below = fingers.slice(0, Math.ceil(least)).reduce((sum, count) => sum + count, 0);
  return {
    ...result,
    coverage: fullCoverage(ballots),
    stands: ballots > 0 && below === 0 && result.valid !== false,
  };
}

function concernsOf(ballots: readonly Ballot[]): string[] {
  const reasons = ballots.flatMap((ballot) =>
    'fingers' in ballot && ballot.fingers < CONCERN_BELOW && ballot.reason !== undefined ? [ballot.reason] : [],
  );
  return reasons.toSorted();
}

const things = (round: CountedRound): readonly string[] =>
  round.method === 'weights' ? round.criteria.map(({ id }) => id) : countedOptions(round);

/**
 * Counts what the tally allows: not instant-runoff, nor rules over whole score ballots; such a rule ranks nothing. Without
 * ballots the tie rule may lack whom they prefer: ranks, values and winners are those of the ballots, the order of tied
 * options need not be.
 */
export function resultOfTally(round: CountedRound, tally: Tally, ballots: number): Result {
  const contest = contestOf(round, things(round), ballots);
  if ('cells' in tally) {
    const sheet = sheetOfTally(round, tally);
    return scoreResult(round, sheet, { ...contest, firsts: fivesOf(sheet) }, undefined);
  }
  if ('pairwise' in tally) return rankingResult(round, rankingContest(round, tally, ballots));
  if ('fingers' in tally) return consentResult(round, tally.fingers, ballots);
  if ('points' in tally) return sumResult(round, contest, tally.points, true);
  return sumResult(round, contest, 'dots' in tally ? tally.dots : tally.approvals);
}

function tallyOf(round: CountedRound, ballots: readonly Ballot[]): Tally {
  const method = methodOf(round.method);
  const tally = method.emptyTally(round);
  for (const ballot of ballots) method.count(tally, round, ballot, 1);
  return tally;
}

/** As the tally of a ranking counts them: a ballot whose first place was withdrawn gives none. */
function firstPlaces(options: readonly string[], ballots: readonly Ballot[]): number[] {
  const firsts = new Map(options.map((option) => [option, 0]));
  for (const ballot of ballots) {
    const first = 'ranking' in ballot ? ballot.ranking.find((group) => group.length > 0) : undefined;
    for (const option of first ?? []) {
      const before = firsts.get(option);
      if (before !== undefined) firsts.set(option, before + 1);
    }
  }
  return [...firsts.values()];
}

/** Counts a round. Ballots that say nothing are left out; so are withdrawn options. */
export function resultOf(round: CountedRound, ballots: readonly Ballot[]): Result {
  const method = methodOf(round.method);
  const counted = ballots.filter((ballot) => !method.isEmpty(ballot));
  const contest = contestOf(round, things(round), counted.length);
  if (round.method === 'score') {
    const { sheet, ratings } = readBallots(round, counted);
    const own = ownCount(ratings, { ...contest, firsts: fivesOf(sheet) });
    return scoreResult(round, sheet, contest, own);
  }
  if (round.method === 'ranking') {
    const orders = ordersFor(contest.options, counted);
    return rankingResult(round, wholeContest({ ...contest, firsts: firstPlaces(contest.options, counted) }, orders));
  }
  const tally = tallyOf(round, counted);
  if ('fingers' in tally) {
    return { ...consentResult(round, tally.fingers, counted.length), concerns: concernsOf(counted) };
  }
  const orders = ordersFor(contest.options, counted);
  const evidence = wholeContest({ ...contest, firsts: firstsOf(contest.options.length, orders) }, orders);
  if ('points' in tally) return sumResult(round, evidence, tally.points, true);
  return sumResult(round, evidence, 'dots' in tally ? tally.dots : 'approvals' in tally ? tally.approvals : {});
}
