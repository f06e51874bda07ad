// Elections from elsewhere, counted on the command line: candidates, and ballots with rankings or scores.
import * as z from 'zod/mini';
import { ok, reject, type Result as Answer } from '../result.ts';
import { type Contest, indices, type Order, type OrderedContest, type Standing } from './contest.ts';
import { wholeContest } from './implied-rankings.ts';
import type { RunoffRound, TieStep } from './method.ts';
import { firstsOf, pairTable } from './pairwise.ts';
import { approvalRule, byValue, lowerMedian, majorityJudgment, star } from './rated-rules.ts';
import { exactly, histogramOf, meanOf, mergedOrders, ordersOf, type Ratings, ratingsOf } from './ratings.ts';
import { decimal, fraction, rounded } from './rational.ts';
import { rankingStanding } from './ranking-rules.ts';
import { settledOrder } from './ties.ts';

export const ELECTION_RULES = [
  'schulze',
  'ranked-pairs',
  'irv',
  'borda',
  'copeland',
  'approval',
  'score',
  'star',
  'median',
] as const;
export type ElectionRule = (typeof ELECTION_RULES)[number];

export const isElectionRule = (name: string): name is ElectionRule => ELECTION_RULES.some((rule) => rule === name);

const count = z.optional(z.int().check(z.minimum(0)));

export const electionSchema = z.object({
  candidates: z.array(z.string()).check(z.minLength(1), z.maxLength(1000)),
  ballots: z.array(
    z.union([
      z.object({ count, ranking: z.array(z.array(z.string())) }),
      z.object({ count, scores: z.record(z.string(), z.number()) }),
    ]),
  ),
});
export type Election = z.infer<typeof electionSchema>;
type ElectionBallot = Election['ballots'][number];

export interface ElectionCount {
  readonly rule: ElectionRule;
  readonly winners: readonly string[];
  /** Ties share an inner list. */
  readonly ranking: readonly (readonly string[])[];
  readonly order: readonly string[];
  readonly tieBroken?: TieStep;
  readonly pairwise?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly rounds?: readonly RunoffRound[];
}

function strangerIn(ballot: ElectionBallot, known: ReadonlySet<string>): string | undefined {
  if ('scores' in ballot) {
    const stranger = Object.keys(ballot.scores).find((candidate) => !known.has(candidate));
    return stranger === undefined ? undefined : `scores.${stranger}`;
  }
  for (const [rank, group] of ballot.ranking.entries()) {
    const place = group.findIndex((candidate) => !known.has(candidate));
    if (place !== -1) return `ranking.${rank}.${place}`;
  }
  return undefined;
}

/** Schemas step over a key of this name, and few objects keep it: nobody could be counted under it. */
export const UNCOUNTABLE = '__proto__';

/** The path of a candidate or a score that would be lost without a word. */
function uncountableIn(value: unknown, { candidates }: Election): string | undefined {
  const place = candidates.indexOf(UNCOUNTABLE);
  if (place !== -1) return `candidates.${place}`;
  const { ballots } = value as { readonly ballots: readonly { readonly scores?: object }[] };
  const ballot = ballots.findIndex(({ scores }) => scores !== undefined && Object.hasOwn(scores, UNCOUNTABLE));
  return ballot === -1 ? undefined : `ballots.${ballot}.scores.${UNCOUNTABLE}`;
}

/** An election from parsed JSON. Refusals are `invalid` with a path: twice the same candidate, or one that does not stand. */
export function readElection(value: unknown): Answer<Election> {
  const parsed = electionSchema.safeParse(value);
  if (!parsed.success) return reject('invalid', parsed.error.issues[0]?.path.join('.') ?? 'election');
  const { candidates, ballots } = parsed.data;
  const uncountable = uncountableIn(value, parsed.data);
  if (uncountable !== undefined) return reject('invalid', uncountable);
  const known = new Set(candidates);
  const twice = candidates.findIndex((candidate, place) => candidates.indexOf(candidate) !== place);
  if (twice !== -1) return reject('invalid', `candidates.${twice}`);
  for (const [place, ballot] of ballots.entries()) {
    const stranger = strangerIn(ballot, known);
    if (stranger !== undefined) return reject('invalid', `ballots.${place}.${stranger}`);
  }
  return ok(parsed.data);
}

/** Of a candidate named twice the higher place stands. */
function groupsOf(ranking: readonly (readonly string[])[], places: ReadonlyMap<string, number>): number[][] {
  const seen = new Set<number>();
  return ranking
    .map((group) => {
      const fresh = new Set(group.flatMap((id) => places.get(id) ?? []).filter((place) => !seen.has(place)));
      for (const place of fresh) seen.add(place);
      return [...fresh].toSorted((a, b) => a - b);
    })
    .filter((group) => group.length > 0);
}

interface Given {
  readonly candidates: readonly string[];
  readonly rankings: readonly Order[];
  readonly ratings: Ratings;
}

/** Sorts candidates, so that the order they were written in cannot matter; blank ballots are left out. */
function givenBy(election: Election): Given {
  const candidates = election.candidates.toSorted();
  const places = new Map(candidates.map((candidate, place) => [candidate, place]));
  const rankings = election.ballots.flatMap((ballot): Order[] =>
    'ranking' in ballot ? [{ count: ballot.count ?? 1, groups: groupsOf(ballot.ranking, places) }] : [],
  );
  const rated = election.ballots.flatMap((ballot) =>
    'scores' in ballot && Object.keys(ballot.scores).length > 0 ? [{ ...ballot, count: ballot.count ?? 1 }] : [],
  );
  const scores = rated.flatMap((ballot) => candidates.map((candidate) => scoreOf(ballot.scores, candidate)));
  const distinct = [...new Set(scores.flatMap((score) => score ?? []))];
  const known = new Map(distinct.map((value, place) => [value, place]));
  const ratings = ratingsOf(
    rated.map((ballot) => ballot.count),
    candidates.length,
    distinct.map(decimal),
    Int32Array.from(scores, (score) => (score === undefined ? -1 : (known.get(score) ?? -1))),
  );
  return { candidates, rankings: rankings.filter(({ groups, count: n }) => n > 0 && groups.length > 0), ratings };
}

const scoreOf = (scores: Readonly<Record<string, number>>, candidate: string): number | undefined =>
  Object.hasOwn(scores, candidate) ? scores[candidate] : undefined;

const approvedFrom = ({ ratings }: Given): number => (ratings.scale.every(({ n, d }) => n === 0n || n === d) ? 1 : 4);

/** First groups of rankings, and scores of `at` or more. */
function approvalStanding(given: Given, at: number): Standing {
  const scored = approvalRule(given.ratings, decimal(at)).values;
  const ranked = firstsOf(given.candidates.length, given.rankings);
  return byValue(
    ranked.map((firsts, option) => fraction(firsts + (scored[option] ?? 0))),
    rounded,
  );
}

function medianStanding({ ratings, candidates }: Given): Standing {
  const grades = indices(candidates.length).map((option) =>
    histogramOf(ratings, option).map(({ value, count: n }) => ({ grade: value, count: n })),
  );
  return byValue(grades.map(lowerMedian), rounded, (a, b) => majorityJudgment(grades[a] ?? [], grades[b] ?? []));
}

function standingOf(given: Given, contest: OrderedContest, rule: ElectionRule, at?: number): Standing | undefined {
  if (rule === 'approval') return approvalStanding(given, at ?? approvedFrom(given));
  if (rule === 'star') return star(contest, given.ratings, rounded);
  if (rule === 'median') return medianStanding(given);
  if (rule !== 'score') return rankingStanding(rule, contest);
  const means = indices(given.candidates.length).map((option) => meanOf(given.ratings, option));
  return byValue(means, rounded);
}

function contestOf(given: Given, rated: boolean): OrderedContest {
  const orders = mergedOrders([...given.rankings, ...ordersOf(given.ratings)]);
  const voters = [...given.rankings, ...given.ratings.counts.map((n) => ({ count: n }))].reduce(
    (sum, one) => sum + one.count,
    0,
  );
  const firsts = rated ? exactly(given.ratings, fraction(5)) : firstsOf(given.candidates.length, orders);
  const contest: Contest = { options: given.candidates, voters, tieSeed: '', firsts };
  return wholeContest(contest, orders);
}

const NEEDS_SCORES: readonly ElectionRule[] = ['score', 'star', 'median'];

/**
 * Counts an election that `readElection` let through. Scores count in ranking rules as the rankings they imply; rankings
 * do not count where scores are needed: then the field names the first ballot without them. `at` is the least score that
 * approves, by default 1 where all scores are 0 or 1, else 4.
 */
export function countElection(election: Election, rule: ElectionRule, at?: number): Answer<ElectionCount> {
  const rated = NEEDS_SCORES.includes(rule);
  const unrated = election.ballots.findIndex((ballot) => !('scores' in ballot));
  if (rated && unrated !== -1) return reject('invalid', `ballots.${unrated}.scores`);
  const given = givenBy(election);
  const contest = contestOf(given, rated);
  const standing = standingOf(given, contest, rule, at);
  if (standing === undefined) return reject('invalid', 'rule');
  const { order, tieBroken } = settledOrder(contest, standing);
  const name = (option: number): string => given.candidates[option] ?? '';
  const place = new Map(order.map((option, index) => [option, index]));
  const sorted = standing.groups.map((group) => group.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)));
  const winners = (sorted[0] ?? []).filter((option) => contest.voters > 0 && standing.values[option] !== null);
  return ok({
    rule,
    winners: winners.map(name),
    ranking: sorted.map((group) => group.map(name)),
    order: order.map(name),
    ...(tieBroken !== undefined && { tieBroken }),
    pairwise: pairTable(given.candidates, contest.pairwise),
    ...(standing.rounds && { rounds: standing.rounds }),
  });
}
