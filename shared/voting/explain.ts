// The verdict of a result as data: who leads, by how much, what contradicts it. The page makes the sentences.
import type { OtherRule, Result, Rule, Tip } from './method.ts';

export interface Duel {
  readonly option: string;
  /** Ballots that prefer the leader, and ballots that prefer the other one. */
  readonly for: number;
  readonly against: number;
}

export interface Victory {
  readonly winner: string;
  readonly loser: string;
  readonly for: number;
  readonly against: number;
}

export interface Verdict {
  /** `empty`: no ballots; `nobody`: ballots, but nobody can win; `tie`: several win under the pure rule. */
  readonly kind: 'empty' | 'nobody' | 'tie' | 'win';
  /** First in the order after the tie rule; absent when nobody wins. */
  readonly leader?: string;
  readonly winners: readonly string[];
  /** The best of those who do not win. */
  readonly runnerUp?: string;
  /** In the rule's unit. */
  readonly values: { readonly leader: number | null; readonly runnerUp: number | null };
  /** Difference of the two values; null where one has none. */
  readonly margin: number | null;
  readonly tieBroken?: Result['tieBroken'];
  readonly agreeing: readonly Rule[];
  /** Rules whose winners are not the same. */
  readonly disagreeing: readonly Pick<OtherRule, 'rule' | 'winners'>[];
  /** The leader against each other option, closest first. */
  readonly duels: readonly Duel[];
  readonly beatsAll: boolean;
  /** Where nobody beats everybody: the shortest circle of victories through the leader. */
  readonly circle?: readonly Victory[];
  readonly knockedOut: readonly { readonly option: string; readonly criterion: string }[];
  readonly unjudged: readonly string[];
  /** The smallest change of one weight that changes who is first. */
  readonly nearestTip?: Tip;
}

type Pairs = NonNullable<Result['pairwise']>;

const votes = (pairs: Pairs, a: string, b: string): number => pairs[a]?.[b] ?? 0;

function duelsOf(pairs: Pairs, leader: string): Duel[] {
  return Object.keys(pairs[leader] ?? {})
    .map((option) => ({ option, for: votes(pairs, leader, option), against: votes(pairs, option, leader) }))
    .toSorted((a, b) => a.for - a.against - (b.for - b.against) || (a.option < b.option ? -1 : 1));
}

/** Breadth first from the leader along victories until one leads back. */
function circleOf(pairs: Pairs, leader: string): Victory[] | undefined {
  const paths: string[][] = [[leader]];
  const seen = new Set<string>();
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const winner = path.at(-1) ?? leader;
    for (const loser of Object.keys(pairs[winner] ?? {}).toSorted()) {
      if (votes(pairs, winner, loser) <= votes(pairs, loser, winner) || seen.has(loser)) continue;
      if (loser === leader) return victoriesAlong(pairs, [...path, leader]);
      seen.add(loser);
      paths.push([...path, loser]);
    }
  }
  return undefined;
}

const victoriesAlong = (pairs: Pairs, path: readonly string[]): Victory[] =>
  path.slice(0, -1).map((winner, place) => {
    const loser = path[place + 1] ?? '';
    return { winner, loser, for: votes(pairs, winner, loser), against: votes(pairs, loser, winner) };
  });

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((option) => b.includes(option));

function kindOf(result: Result): Verdict['kind'] {
  if (result.ballots === 0) return 'empty';
  if (result.winners.length === 0) return 'nobody';
  return result.winners.length > 1 ? 'tie' : 'win';
}

const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.round((a - b) * 10_000) / 10_000;

/** Of every method but consent, whose result says `stands`. */
export function verdictOf(result: Result): Verdict {
  const { winners, ranking, order, pairwise } = result;
  const leader = winners.length > 0 ? order[0] : undefined;
  const runnerUp = ranking.find(
    (ranked) => !winners.includes(ranked.option) && ranked.knockedOut === undefined,
  )?.option;
  const valueOf = (option: string | undefined): number | null =>
    ranking.find((ranked) => ranked.option === option)?.value ?? null;
  const values = { leader: valueOf(leader), runnerUp: valueOf(runnerUp) };
  const duels = pairwise && leader !== undefined ? duelsOf(pairwise, leader) : [];
  const circle = pairwise && leader !== undefined ? circleOf(pairwise, leader) : undefined;
  const nearestTip = result.fragility?.find((tip) => tip.tipsAt !== null);
  return {
    kind: kindOf(result),
    ...(leader !== undefined && { leader }),
    winners,
    ...(runnerUp !== undefined && { runnerUp }),
    values,
    margin: difference(values.leader, values.runnerUp),
    ...(winners.length > 1 && result.tieBroken !== undefined && { tieBroken: result.tieBroken }),
    agreeing: result.otherRules.filter((other) => sameSet(other.winners, winners)).map((other) => other.rule),
    disagreeing: result.otherRules
      .filter((other) => !sameSet(other.winners, winners))
      .map(({ rule, winners: others }) => ({ rule, winners: others })),
    duels,
    beatsAll: duels.length > 0 && duels.every((duel) => duel.for > duel.against),
    ...(circle !== undefined && { circle }),
    knockedOut: ranking.flatMap(({ option, knockedOut }) =>
      knockedOut === undefined ? [] : [{ option, criterion: knockedOut }],
    ),
    unjudged: ranking.filter(({ value }) => value === null).map(({ option }) => option),
    ...(nearestTip !== undefined && { nearestTip }),
  };
}
