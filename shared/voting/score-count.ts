// Counts a score round: from the tally the mean and median, with ballots every other rule too.
import { type Contest, indices, type OrderedContest, type Standing } from './contest.ts';
import type { Coverage, CountedRound, Rule } from './method.ts';
import { wholeContest } from './implied-rankings.ts';
import { rankingStanding } from './ranking-rules.ts';
import { approvalRule, asPercent, byValue, lowerMedian, majorityJudgment, star } from './rated-rules.ts';
import { ordersOf, type Ratings, ratingsFor, scaled } from './ratings.ts';
import { compare, decimal, dividedBy, minus, plus, type Rational, rounded, times, ZERO } from './rational.ts';
import { UNKNOWN } from './score.ts';
import { settleAll } from './ties.ts';
import { cellMean, gradesOf, type ScoreSheet } from './score-sheet.ts';

const APPROVED_FROM = 4;

/** Weighted mean over the criteria that have a value; their weights share what the others leave. */
export function weightedMean(values: readonly (Rational | null)[], weights: readonly bigint[]): Rational | null {
  let [sum, all] = [ZERO, 0n];
  for (const [index, value] of values.entries()) {
    const weight = weights[index] ?? 0n;
    if (value === null || weight === 0n) continue;
    sum = plus(sum, times(value, { n: weight, d: 1n }));
    all += weight;
  }
  return all === 0n ? null : dividedBy(sum, { n: all, d: 1n });
}

/** Weighted means of the cells' means, 0–5. */
export const meanValues = (sheet: ScoreSheet): (Rational | null)[] =>
  sheet.cells.map((row) => weightedMean(row.map(cellMean), sheet.weights));

const percent = (value: Rational): number => rounded(scaled(value, 20));

function medianStanding(sheet: ScoreSheet): Standing {
  const medians = sheet.cells.map((row) =>
    weightedMean(
      row.map((cell) => lowerMedian(gradesOf(cell))),
      sheet.weights,
    ),
  );
  const counted = indices(sheet.weights.length).filter((index) => sheet.weights[index] !== 0n);
  const [single = 0] = counted;
  const judge = (a: number, b: number): number =>
    majorityJudgment(gradesOf(sheet.cells[a]?.[single]), gradesOf(sheet.cells[b]?.[single]));
  return byValue(medians, percent, counted.length === 1 ? judge : undefined);
}

/** The rules that cell counts are enough for. */
export const TALLY_RULES: readonly Rule[] = ['mean', 'median'];

function tallyStanding(sheet: ScoreSheet, rule: Rule): Standing | undefined {
  if (rule === 'mean') return byValue(meanValues(sheet), percent);
  return rule === 'median' ? medianStanding(sheet) : undefined;
}

/** What the rules over voters' own values need. */
export interface OwnCount {
  readonly contest: OrderedContest;
  readonly ratings: Ratings;
}

export const ownCount = (ratings: Ratings, contest: Contest): OwnCount => ({
  ratings,
  contest: wholeContest(contest, ordersOf(ratings)),
});

function only({ contest, ratings }: OwnCount, keep: readonly number[]): OwnCount {
  const kept = ratingsFor(ratings, keep);
  const options = keep.map((option) => contest.options[option] ?? '');
  const { firsts } = contest;
  const part = { ...contest, options, ...(firsts && { firsts: keep.map((option) => firsts[option] ?? 0) }) };
  return { ratings: kept, contest: wholeContest(part, ordersOf(kept)) };
}

function ownStanding({ contest, ratings }: OwnCount, round: CountedRound, rule: Rule): Standing | undefined {
  if (rule === 'star') return star(contest, ratings, asPercent(contest.voters));
  if (rule === 'approval') return approvalRule(ratings, decimal(round.threshold ?? APPROVED_FROM));
  return rankingStanding(rule, contest);
}

function scoreStanding(round: CountedRound, sheet: ScoreSheet, own: OwnCount | undefined, rule: Rule) {
  return tallyStanding(sheet, rule) ?? (own && ownStanding(own, round, rule));
}

/** For each option the criterion that knocks it out: the one whose threshold it misses by most. */
export function knockedOut(sheet: ScoreSheet): (string | undefined)[] {
  return sheet.cells.map((row) => {
    let worst: { criterion: string; short: Rational } | undefined;
    for (const [index, { id, mustHave }] of sheet.criteria.entries()) {
      const mean = cellMean(row[index]);
      if (mustHave === undefined || mean === null) continue;
      const short = minus(decimal(mustHave), mean);
      if (compare(short, worst?.short ?? ZERO) > 0) worst = { criterion: id, short };
    }
    return worst?.criterion;
  });
}

const sheetFor = (sheet: ScoreSheet, keep: readonly number[]): ScoreSheet => ({
  ...sheet,
  options: keep.map((option) => sheet.options[option] ?? ''),
  cells: keep.map((option) => sheet.cells[option] ?? []),
});

/** Counts some options among themselves and names them as before. */
function partStanding(
  round: CountedRound,
  sheet: ScoreSheet,
  own: OwnCount | undefined,
  rule: Rule,
  keep: readonly number[],
): Standing | undefined {
  const part = scoreStanding(round, sheetFor(sheet, keep), own && only(own, keep), rule);
  if (part === undefined) return undefined;
  const back = (option: number): number => keep[option] ?? 0;
  return {
    ...part,
    groups: part.groups.map((group) => group.map(back)),
    ...(part.settled && { settled: { ...part.settled, order: part.settled.order.map(back) } }),
  };
}

/** Options that nobody scored in a cell that weighs something. */
const unjudged = (sheet: ScoreSheet): boolean[] => meanValues(sheet).map((value) => value === null);

interface Part {
  readonly keep: readonly number[];
  readonly standing: Standing;
}

/** One after the other, each part with its own options. */
function joined(contest: Contest | undefined, parts: readonly Part[]): Standing {
  const values = new Map(
    parts.flatMap(({ keep, standing }) =>
      keep.map((option, place) => [option, standing.values[place] ?? null] as const),
    ),
  );
  const first = parts[0]?.standing;
  const inOrder = ({ standing }: Part): readonly number[] =>
    (standing.settled ?? (contest && settleAll(contest, standing.groups)))?.order ?? standing.groups.flat();
  const tieBroken = first?.settled?.tieBroken;
  return {
    groups: parts.flatMap(({ standing }) => standing.groups),
    values: indices(values.size).map((option) => values.get(option) ?? null),
    ...(first?.settled && {
      settled: { order: parts.flatMap(inOrder), ...(tieBroken !== undefined && { tieBroken }) },
    }),
    ...(first?.rounds && { rounds: first.rounds }),
  };
}

/**
 * By one rule. Options that nobody scored come after those that somebody did, and after both those that miss a must-have;
 * each of these parts is counted among itself.
 */
export function standingByScore(
  round: CountedRound,
  sheet: ScoreSheet,
  own: OwnCount | undefined,
  rule: Rule,
): Standing | undefined {
  const out = knockedOut(sheet);
  const blank = unjudged(sheet);
  if (out.every((criterion) => criterion === undefined) && !blank.includes(true)) {
    return scoreStanding(round, sheet, own, rule);
  }
  const all = indices(sheet.options.length);
  const judged = all.filter((option) => out[option] === undefined && blank[option] !== true);
  const silent = all.filter((option) => out[option] === undefined && blank[option] === true);
  const outside = all.filter((option) => out[option] !== undefined);
  const first = partStanding(round, sheet, own, rule, judged);
  const last = partStanding(round, sheet, own, rule, outside);
  if (first === undefined || last === undefined) return undefined;
  const nobody: Standing = { groups: silent.length === 0 ? [] : [silent], values: silent.map(() => null) };
  return joined(own?.contest, [
    { keep: judged, standing: first },
    { keep: silent, standing: nobody },
    { keep: outside, standing: last },
  ]);
}

/** Fives over all cells that weigh something: what the tie rule looks at as first places. */
export const fivesOf = (sheet: ScoreSheet): number[] =>
  sheet.cells.map((row) =>
    row.reduce((sum, cell, index) => sum + (sheet.weights[index] === 0n ? 0 : (cell?.[5] ?? 0)), 0),
  );

export function scoreCoverage(sheet: ScoreSheet, ballots: number): Coverage {
  const cells = sheet.cells.flat().filter((cell) => cell !== undefined);
  return {
    asked: cells.length * ballots,
    answered: cells.reduce((sum, cell) => sum + cell.reduce((all, count) => all + count, 0), 0),
    unknown: cells.reduce((sum, cell) => sum + (cell[UNKNOWN] ?? 0), 0),
  };
}
