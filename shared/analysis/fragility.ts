// Which change of one criterion's weight would change who comes first, and how often other weights would.
import type { Tip } from '../voting/method.ts';
import {
  compare,
  dividedBy,
  fraction,
  minus,
  plus,
  type Rational,
  rounded,
  squareRoot,
  times,
  ZERO,
} from '../voting/rational.ts';
import { cellMean, type ScoreSheet } from '../voting/score-sheet.ts';

/** Options × criteria; null where nobody judged. */
export type Means = readonly (readonly (Rational | null)[])[];

/**
 * An option's mean as a function of one criterion's weight v, all other weights staying as they are: (v·x + a) / (v·e + b),
 * e being 1 where the criterion is judged and 0 where not. The criterion's share is then v / (v + the other weights).
 */
interface Line {
  readonly x: Rational;
  readonly e: Rational;
  readonly a: Rational;
  readonly b: Rational;
}

const ONE = fraction(1);
const whole = (n: bigint): Rational => ({ n, d: 1n });
const sign = (value: Rational): number => compare(value, ZERO);

function lineOf(means: readonly (Rational | null)[], weights: readonly bigint[], criterion: number): Line {
  let [a, b] = [ZERO, ZERO];
  for (const [index, mean] of means.entries()) {
    if (index === criterion || mean === null) continue;
    const weight = whole(weights[index] ?? 0n);
    a = plus(a, times(weight, mean));
    b = plus(b, weight);
  }
  const own = means[criterion] ?? null;
  return { x: own ?? ZERO, e: own === null ? ZERO : ONE, a, b };
}

const valueAt = ({ x, e, a, b }: Line, v: Rational): Rational => dividedBy(plus(times(v, x), a), plus(times(v, e), b));

interface Crossing {
  readonly at: Rational;
  /** Sign of the leader's lead just below and just above. */
  readonly below: number;
  readonly above: number;
}

/** Where the sign of p·v² + q·v + r changes. */
function signChanges(p: Rational, q: Rational, r: Rational): Crossing[] {
  if (sign(p) === 0) {
    if (sign(q) === 0) return [];
    return [{ at: dividedBy(minus(ZERO, r), q), below: -sign(q), above: sign(q) }];
  }
  const discriminant = minus(times(q, q), times(fraction(4), times(p, r)));
  if (sign(discriminant) <= 0) return [];
  const root = squareRoot(discriminant);
  const ends = [minus(minus(ZERO, q), root), plus(minus(ZERO, q), root)]
    .map((end) => dividedBy(end, times(fraction(2), p)))
    .toSorted(compare);
  const outside = sign(p);
  return ends.map((at, index) =>
    index === 0 ? { at, below: outside, above: -outside } : { at, below: -outside, above: outside },
  );
}

/** Where the leader's lead over a rival changes sign, over the criterion's weight. */
function crossings(leader: Line, rival: Line): Crossing[] {
  if (compare(leader.e, rival.e) === 0 && compare(leader.b, rival.b) === 0) {
    // Judged by the same weights, so both are over one divisor and only the upper line counts.
    const straight = signChanges(ZERO, minus(leader.x, rival.x), minus(leader.a, rival.a));
    return straight.filter(({ at }) => sign(at) > 0);
  }
  const p = minus(times(leader.x, rival.e), times(rival.x, leader.e));
  const q = minus(
    plus(times(leader.x, rival.b), times(leader.a, rival.e)),
    plus(times(rival.x, leader.b), times(rival.a, leader.e)),
  );
  const r = minus(times(leader.a, rival.b), times(rival.a, leader.b));
  return signChanges(p, q, r).filter(({ at }) => sign(at) > 0);
}

interface Turn {
  readonly at: Rational;
  readonly rival: number;
}

interface Lines {
  readonly of: ReadonlyMap<number, Line>;
  /** By rival: where the leader's lead over it changes sign. */
  readonly crossings: ReadonlyMap<number, readonly Crossing[]>;
}

function linesOf(means: Means, weights: readonly bigint[], contenders: readonly number[], criterion: number): Lines {
  const of = new Map(contenders.map((option) => [option, lineOf(means[option] ?? [], weights, criterion)]));
  const [leader, ...rivals] = of;
  return { of, crossings: new Map(rivals.map(([rival, line]) => [rival, leader ? crossings(leader[1], line) : []])) };
}

/** The first weight from `now` on, up or down, beyond which some rival is ahead; of several the one that leads there. */
function nearestTurn(lines: Lines, now: Rational, up: boolean): Turn | undefined {
  const turns: Turn[] = [];
  for (const [rival, all] of lines.crossings) {
    const hits = all.filter(({ at, below, above }) =>
      up ? compare(at, now) >= 0 && above < 0 : compare(at, now) <= 0 && below < 0,
    );
    const hit = hits.at(up ? 0 : -1);
    if (hit !== undefined) turns.push({ at: hit.at, rival });
  }
  const nearer = (a: Turn, b: Turn): number => (up ? compare(a.at, b.at) : compare(b.at, a.at));
  const [first, ...others] = turns.toSorted(nearer);
  if (first === undefined) return undefined;
  const beyond = times(first.at, { n: 1_000_000_000n + (up ? 1n : -1n), d: 1_000_000_000n });
  const lead = ({ rival }: Turn): Rational => {
    const line = lines.of.get(rival);
    return line === undefined ? ZERO : valueAt(line, beyond);
  };
  return others
    .filter((turn) => nearer(turn, first) === 0)
    .reduce((best, turn) => (compare(lead(turn), lead(best)) > 0 ? turn : best), first);
}

const distance = (a: Rational, b: Rational): Rational => {
  const gap = minus(a, b);
  return gap.n < 0n ? minus(ZERO, gap) : gap;
};

/** As `Tip`, not yet rounded and with options by place. */
export interface ExactTip {
  readonly criterion: number;
  readonly weight: Rational;
  readonly tipsAt: { readonly weight: Rational; readonly to: number } | null;
}

function tipOf(means: Means, weights: readonly bigint[], contenders: readonly number[], criterion: number): ExactTip {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const now = weights[criterion] ?? 0n;
  const share = { n: now, d: all };
  if (now === all) return { criterion, weight: share, tipsAt: null };
  const lines = linesOf(means, weights, contenders, criterion);
  const tips = [false, true].flatMap((up) => {
    const turn = nearestTurn(lines, whole(now), up);
    if (turn === undefined) return [];
    return [{ weight: dividedBy(turn.at, plus(turn.at, whole(all - now))), to: turn.rival }];
  });
  const [tipsAt = null] = tips.toSorted((a, b) => compare(distance(a.weight, share), distance(b.weight, share)));
  return { criterion, weight: share, tipsAt };
}

/**
 * For each criterion the nearest share of the weights at which first place changes hands while the other criteria keep
 * their proportions (VOTING.md, 5 A). `contenders` are options by place, the leader first. The nearest tip comes first.
 */
export function exactTips(means: Means, weights: readonly bigint[], contenders: readonly number[]): ExactTip[] {
  const tips = weights.map((_, criterion) => tipOf(means, weights, contenders, criterion));
  const change = ({ tipsAt, weight }: ExactTip): Rational =>
    tipsAt === null ? fraction(2) : distance(tipsAt.weight, weight);
  return tips.toSorted((a, b) => compare(change(a), change(b)) || a.criterion - b.criterion);
}

/** For a mean-counted score round; `order` and `out` as its result has them. Options without a value or knocked out never lead. */
export function fragility(sheet: ScoreSheet, order: readonly string[], out: readonly (string | undefined)[]): Tip[] {
  const means = sheet.cells.map((row) => row.map(cellMean));
  const judged = (option: number): boolean =>
    means[option]?.some((mean, criterion) => mean !== null && sheet.weights[criterion] !== 0n) === true;
  const contenders = order
    .map((id) => sheet.options.indexOf(id))
    .filter((option) => out[option] === undefined && judged(option));
  return exactTips(means, sheet.weights, contenders).map(({ criterion, weight, tipsAt }) => ({
    criterion: sheet.criteria[criterion]?.id ?? '',
    weight: rounded(weight),
    tipsAt: tipsAt && { weight: rounded(tipsAt.weight), to: sheet.options[tipsAt.to] ?? '' },
  }));
}
