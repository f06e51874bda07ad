// The one interface of every voting method. One file a method implements it; `methods.ts` lists them.
import type { Result as Answer } from '../result.ts';
import type { Ballot, GivenBallot, MethodName } from './ballots.ts';
import type { Tally } from './tally.ts';

export type Secrecy = 'live' | 'named' | 'anonymous';

export const RULES = [
  'mean',
  'median',
  'star',
  'approval',
  'schulze',
  'ranked-pairs',
  'irv',
  'borda',
  'copeland',
  'sum',
  'count',
  'threshold',
] as const;
export type Rule = (typeof RULES)[number];

export interface CountedCriterion {
  readonly id: string;
  /** 0–100, as set on the board; shares are computed from the sum over the round's criteria. */
  readonly weight: number;
  /** An option whose mean under this criterion is below it is knocked out. 0–5. */
  readonly mustHave?: number;
}

/** Everything a round is counted with, frozen at opening. */
export interface CountedRound {
  readonly id: string;
  readonly method: MethodName;
  readonly rule: Rule;
  /** All options of the round, withdrawn ones included: ballots may still name those that they named before. */
  readonly options: readonly string[];
  /** Options taken out while the round was open: left out of the count, and new ballots may not name them. */
  readonly withdrawn?: readonly string[];
  readonly criteria: readonly CountedCriterion[];
  /** Only these [option, criterion] pairs are scored; absent: all of them. */
  readonly cells?: readonly (readonly [string, string])[];
  readonly quorum?: number;
  readonly threshold?: number;
  readonly dots?: number;
  readonly stacking?: boolean;
  /** Published at close; until then the last step of the tie rule orders by an empty seed. */
  readonly tieSeed?: string;
}

/** One rank of a counted order. Ranks are shared by ties: 1, 1, 3. */
export interface Ranked {
  readonly rank: number;
  readonly option: string;
  /** In the method's own unit (score: 0–100), at most 4 decimals; null when nobody judged the option. */
  readonly value: number | null;
  /** The criterion whose must-have threshold knocked the option out; such options come after all others. */
  readonly knockedOut?: string;
}

export interface Tip {
  readonly criterion: string;
  /** The criterion's share of all weights, 0–1. */
  readonly weight: number;
  /** The nearest share at which first place changes hands, and to whom; null when no share does it. */
  readonly tipsAt: { readonly weight: number; readonly to: string } | null;
}

export interface Division {
  readonly option: string;
  readonly criterion: string;
  /** Population standard deviation of the 0–5 scores. */
  readonly spread: number;
  /** van der Eijk's agreement: +1 all alike, 0 flat, −1 two opposite camps. */
  readonly agreement: number;
  readonly n: number;
}

/** One elimination round of instant-runoff. Tallies may be fractions when ballots tie at their top; 4 decimals. */
export interface RunoffRound {
  readonly tallies: Readonly<Record<string, number>>;
  readonly eliminated: readonly string[];
  readonly exhausted: number;
}

/** `earlier-round`: in instant-runoff, who had fewer ballots in the latest earlier round where the tied differ. */
export type TieStep = 'head-to-head' | 'margins' | 'firsts' | 'draw' | 'earlier-round';

export interface OtherRule {
  readonly rule: Rule;
  readonly winners: readonly string[];
  readonly ranking: readonly (readonly string[])[];
}

export interface Coverage {
  /** Cells (or options, criteria) that could be judged over all ballots. */
  readonly asked: number;
  readonly answered: number;
  /** "Don't know": answered, but kept out of the means. */
  readonly unknown: number;
}

export interface Result {
  readonly round: string;
  readonly method: MethodName;
  readonly rule: Rule;
  /** How many ballots were counted. */
  readonly ballots: number;
  readonly ranking: readonly Ranked[];
  readonly winners: readonly string[];
  readonly order: readonly string[];
  readonly tieBroken?: TieStep;
  readonly otherRules: readonly OtherRule[];
  readonly pairwise?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly rounds?: readonly RunoffRound[];
  readonly concerns?: readonly string[];
  readonly coverage: Coverage;
  readonly stands?: boolean;
  readonly fragility?: readonly Tip[];
  readonly divided?: readonly Division[];
  /** False when fewer ballots came than the round's quorum. Absent without a quorum. */
  readonly valid?: boolean;
}

export interface Method {
  readonly name: MethodName;
  readonly rules: readonly Rule[];
  readonly defaultRule: Rule;
  /**
   * Checks a given ballot against its round and merges it into what the voter had cast before.
   * Refusals are `invalid` with a field path that starts at `ballot` (`ballot.cells.flask.speed`).
   */
  cast(round: CountedRound, previous: Ballot | undefined, given: GivenBallot): Answer<Ballot>;
  /** True when the ballot says nothing: declared done, it is an abstention. */
  isEmpty(ballot: Ballot): boolean;
  /** A tally with a zero entry for everything the round could receive, withdrawn options included. */
  emptyTally(round: CountedRound): Tally;
  /** Adds (`sign` 1) or takes back (−1) one ballot, in place; adding then taking back is identity. */
  count(tally: Tally, round: CountedRound, ballot: Ballot, sign: 1 | -1): void;
  /** What taking one ballot back and adding another comes to, where there is a shorter way. */
  replace?(tally: Tally, round: CountedRound, before: Ballot, after: Ballot): void;
}
