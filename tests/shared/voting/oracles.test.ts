// Every published election in a variant that Palabre offers gives the published result.
import { describe, expect, test } from 'vitest';
import { borda } from '../../../shared/voting/borda.ts';
import type { Matrix, OrderedContest } from '../../../shared/voting/contest.ts';
import { copeland } from '../../../shared/voting/copeland.ts';
import { countElection, type ElectionCount, type ElectionRule } from '../../../shared/voting/election.ts';
import { wholeContest } from '../../../shared/voting/implied-rankings.ts';
import { condorcetLoser, condorcetWinner, pairTable, schwartzSet, smithSet } from '../../../shared/voting/pairwise.ts';
import { lockedVictories } from '../../../shared/voting/ranked-pairs.ts';
import { strongestPaths } from '../../../shared/voting/schulze.ts';
import { casesIn, type OracleCase } from './oracle-cases.ts';

const FILES = [
  'ranked.json',
  'rated.json',
  'real_small.json',
  'large/burlington_mayor_2009.json',
  'large/tideman_a20.json',
  'large/wa_governor_2020_straw_poll.json',
];
const ALL = FILES.flatMap(casesIn);

const RULES: Readonly<Record<string, ElectionRule>> = {
  schulze: 'schulze',
  ranked_pairs: 'ranked-pairs',
  irv: 'irv',
  borda: 'borda',
  copeland: 'copeland',
  approval: 'approval',
  score: 'score',
  star: 'star',
  majority_judgment: 'median',
};

const setsOf = (ranking: readonly (readonly string[])[]): string[][] => ranking.map((group) => group.toSorted());

function counted(one: OracleCase, rule: ElectionRule): ElectionCount {
  const answer = countElection({ candidates: one.input.candidates, ballots: one.input.ballots ?? [] }, rule);
  if (!answer.ok) throw new Error(answer.error.field);
  return answer.value;
}

/** True when two or more are last in a round that somebody leaves. */
const tiesForLeaving = (one: OracleCase): boolean =>
  (counted(one, 'irv').rounds ?? []).some(({ tallies, eliminated }) => {
    const last = Math.min(...Object.values(tallies));
    return eliminated.length > 0 && Object.values(tallies).filter((tally) => tally === last).length > 1;
  });

/** Why a case is in a variant that Palabre does not offer; undefined when it offers it. */
function leftOut(one: OracleCase): string | undefined {
  const { method, conventions } = one;
  if (method === 'minimax' || method === 'plurality') return 'not a rule of Palabre';
  if (conventions['variant'] === 'dowdall') return 'Borda counts n−1 to 0, not 1/rank';
  if (conventions['strength'] === 'margins' || conventions['strength'] === 'ratio')
    return 'Schulze and ranked pairs go by winning votes';
  if (conventions['unranked'] === 'no_preference')
    return 'unranked options stand last, they do not abstain pair by pair';
  if (conventions['stop'] === 'two_remain') return 'instant-runoff stops at a majority of the ballots that still count';
  if (conventions['elimination_tie'] === 'condorcet_php_pairwise' && tiesForLeaving(one)) {
    return 'a tie for leaving is broken by the earlier rounds';
  }
  return undefined;
}

const offered = ALL.filter((one) => leftOut(one) === undefined);

/** The election's pairs as the rules see them, candidates in id order. */
function contestFor({ input }: OracleCase): OrderedContest {
  const options = input.candidates.toSorted();
  const ballots = input.ballots ?? [];
  const orders = ballots.flatMap((ballot) =>
    'ranking' in ballot
      ? [{ count: ballot.count ?? 1, groups: ballot.ranking.map((group) => group.map((id) => options.indexOf(id))) }]
      : [],
  );
  const voters = orders.reduce((sum, { count }) => sum + count, 0);
  return wholeContest({ options, voters, tieSeed: '' }, orders);
}

const named = (values: readonly (number | null)[], options: readonly string[], shown: (value: number) => number) =>
  Object.fromEntries(options.map((option, place) => [option, shown(values[place] ?? 0)]));

const pathsOf = (one: OracleCase) => one.expected.strongest_paths ?? one.derived_by_checker?.strongest_paths;
const scoresOf = (one: OracleCase) => one.expected.scores ?? one.derived_by_checker?.scores;

describe('published elections', () => {
  test('most cases are in a variant that is offered', () => {
    expect(offered.length).toBeGreaterThanOrEqual(60);
  });

  test.each(offered.filter(({ method }) => method in RULES).map((one) => [one.name, one] as const))('%s', (_, one) => {
    const count = counted(one, RULES[one.method] ?? 'schulze');
    const { winners, ranking, rounds } = one.expected;
    const pairwise = one.expected.pairwise ?? one.derived_by_checker?.pairwise;
    const tallies = count.rounds?.map((round) => round.tallies);
    expect({ ...count, winners: count.winners.toSorted(), ranking: setsOf(count.ranking), tallies }).toMatchObject({
      ...(winners && { winners: winners.toSorted() }),
      ...(ranking && { ranking: setsOf(ranking) }),
      ...(rounds && { tallies: rounds }),
      ...(pairwise && { pairwise }),
    });
  });

  test.each(offered.filter((one) => one.method === 'schulze' && pathsOf(one)).map((one) => [one.name, one] as const))(
    'strongest paths: %s',
    (_, one) => {
      const paths = pathsOf(one);
      const { options, pairwise } = contestFor(one);
      expect(pairTable(options, strongestPaths(pairwise))).toEqual(paths);
    },
  );

  test.each(
    offered
      .filter(
        ({ method, expected, derived_by_checker: derived }) =>
          method === 'ranked_pairs' && (expected.locked ?? derived?.locked),
      )
      .map((one) => [one.name, one] as const),
  )('locked victories: %s', (_, one) => {
    const contest = contestFor(one);
    const locked = lockedVictories(contest).map((pair) =>
      pair.map((place) => contest.options[place] ?? '').join(' > '),
    );
    const expected = (one.expected.locked ?? one.derived_by_checker?.locked ?? []).map((pair) => pair.join(' > '));
    expect(locked).toEqual(expect.arrayContaining(expected));
    // Where equal victories exclude each other, the source leaves both unlocked and the tie rule locks one.
    const several = (one.derived_by_checker?.put_winners ?? []).length > 1;
    expect(locked.length).toBe(several ? locked.length : expected.length);
  });

  test.each(
    offered
      .filter((one) => (one.method === 'borda' || one.method === 'copeland') && scoresOf(one))
      .map((one) => [one.name, one] as const),
  )('points: %s', (_, one) => {
    const contest = contestFor(one);
    const scores = scoresOf(one);
    const { lowest_rank_points: lowest = 0, scoring } = one.conventions;
    const last = contest.options.length - 1;
    const points =
      one.method === 'borda'
        ? named(borda(contest).values, contest.options, (value) => value + Number(lowest) * contest.voters)
        : named(copeland(contest).values, contest.options, (value) =>
            scoring === 'wins_minus_losses' ? 2 * value - last : value,
          );
    expect(points).toEqual(scores);
  });

  test.each(offered.filter(({ method }) => method === 'pairwise').map((one) => [one.name, one] as const))(
    '%s',
    (_, one) => {
      const { options, pairwise } = contestFor(one);
      expect(pairTable(options, pairwise)).toMatchObject(one.expected.matrix ?? {});
    },
  );

  test.each(offered.filter(({ method }) => method === 'condorcet').map((one) => [one.name, one] as const))(
    '%s',
    (_, one) => {
      const { input, expected, derived_by_checker: derived } = one;
      const options = input.candidates.toSorted();
      const { pairwise } = input;
      const matrix: Matrix = pairwise
        ? options.map((a) => options.map((b) => (a === b ? 0 : (pairwise[a]?.[b] ?? 0))))
        : contestFor(one).pairwise;
      const idsOf = (places: readonly number[]): string[] => places.map((place) => options[place] ?? '').toSorted();
      const nameOf = (place: number | undefined): string | null =>
        place === undefined ? null : (options[place] ?? '');
      const all = { ...derived, ...expected };
      const found = {
        condorcet_winner: nameOf(condorcetWinner(matrix)),
        condorcet_loser: nameOf(condorcetLoser(matrix)),
        smith_set: idsOf(smithSet(matrix)),
        schwartz_set: idsOf(schwartzSet(matrix)),
      };
      const sets = { smith_set: all.smith_set?.toSorted(), schwartz_set: all.schwartz_set?.toSorted() };
      const published = Object.entries({ ...all, ...sets }).filter(([, value]) => value !== undefined);
      expect({ ...found, pairwise: pairTable(options, matrix) }).toMatchObject(Object.fromEntries(published));
    },
  );
});

describe('elections in a variant that is not offered', () => {
  test('everything left out has its reason', () => {
    const reasons = new Map(ALL.flatMap((one) => [[one.name, leftOut(one)] as const]).filter(([, reason]) => reason));
    expect(Object.fromEntries(reasons)).toMatchSnapshot();
  });

  test('every option that another elimination tie rule elects may win here too', () => {
    const others = ALL.filter(({ conventions }) => conventions['elimination_tie'] === 'condorcet_php_pairwise');
    for (const one of others) {
      const { winners } = counted(one, 'irv');
      expect(winners).toEqual(expect.arrayContaining(one.expected.winners ?? []));
    }
  });

  test('going on until two remain elects the same as stopping at a majority', () => {
    const [one] = ALL.filter(({ conventions }) => conventions['stop'] === 'two_remain');
    expect(one && counted(one, 'irv').winners).toEqual(one?.expected.winners);
  });
});
