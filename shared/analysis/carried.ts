// A round on some cells only leaves the others as they were: the count of both.
import type { Round } from '../board/board.ts';
import type { CountedCriterion, CountedRound, Result } from '../voting/method.ts';
import { resultOfTally } from '../voting/result.ts';
import { TALLY_RULES } from '../voting/score-count.ts';
import type { ScoreTally } from '../voting/tally.ts';
import { type EarlierCell, type Rounds, earlierCells, scoreTallyOf } from './earlier-cells.ts';

export interface CarriedCount {
  /** The round as if it had asked about the earlier cells too. */
  readonly round: CountedRound;
  readonly tally: ScoreTally;
  readonly result: Result;
  /** Places on the board of the rounds that cells were kept from, from 1, in order. */
  readonly from: readonly number[];
}

/** Criteria of the round as it froze them, then those of earlier rounds, the latest word on each. */
function criteriaOf(round: Round, kept: readonly EarlierCell[]): readonly CountedCriterion[] {
  const all = new Map<string, CountedCriterion>();
  for (const { round: before } of kept.toSorted((a, b) => a.number - b.number)) {
    for (const criterion of before.criteria) all.set(criterion.id, criterion);
  }
  for (const criterion of round.criteria) all.set(criterion.id, criterion);
  return [...all.values()];
}

function mergedCells(round: Round, tally: ScoreTally, earlier: ReturnType<typeof earlierCells>): ScoreTally {
  const options = new Set([...round.options, ...earlier.keys()]);
  return {
    cells: Object.fromEntries(
      [...options].map((option) => [
        option,
        {
          ...Object.fromEntries([...(earlier.get(option) ?? [])].map(([criterion, { counts }]) => [criterion, counts])),
          ...tally.cells[option],
        },
      ]),
    ),
  };
}

/**
 * Where everything stands after a round that asked only about some cells: its own counts, and for the other cells those
 * of the round that last asked about them. Undefined where nothing was left out, or where the rule needs whole ballots.
 */
export function carriedCount(board: Rounds, round: Round): CarriedCount | undefined {
  const tally = scoreTallyOf(round);
  if (tally === undefined || !TALLY_RULES.includes(round.rule)) return undefined;
  const earlier = earlierCells(board, round);
  const kept = [...earlier.values()].flatMap((row) => [...row.values()]);
  if (kept.length === 0) return undefined;
  const merged = mergedCells(round, tally, earlier);
  const { cells: _, ...rest } = round;
  const whole: CountedRound = {
    ...rest,
    options: [...new Set([...round.options, ...earlier.keys()])],
    criteria: criteriaOf(round, kept),
    cells: Object.entries(merged.cells).flatMap(([option, row]) =>
      Object.keys(row).map((criterion) => [option, criterion] as const),
    ),
  };
  const ballots = Math.max(round.result?.ballots ?? 0, ...kept.map((cell) => cell.round.result?.ballots ?? 0));
  const from = [...new Set(kept.map(({ number }) => number))].toSorted((a, b) => a - b);
  return { round: whole, tally: merged, result: resultOfTally(whole, merged, ballots), from };
}
