// A round on some cells only leaves the others as they were: what earlier rounds say of those, and the count of both.
import type { Board, Round } from '../board/board.ts';
import { cellsOf, isWithdrawn } from '../voting/cells.ts';
import type { CountedCriterion, CountedRound, Result } from '../voting/method.ts';
import { resultOfTally } from '../voting/result.ts';
import { TALLY_RULES } from '../voting/score-count.ts';
import type { ScoreTally } from '../voting/tally.ts';

export interface EarlierCell {
  /** The place on the board of the round that the counts are from, from 1. */
  readonly number: number;
  readonly round: Round;
  readonly counts: readonly number[];
}

const NO_CELLS: ReadonlyMap<string, ReadonlyMap<string, EarlierCell>> = new Map();

function tallyOf(round: Round): ScoreTally | undefined {
  return round.state === 'revealed' && round.tally !== undefined && 'cells' in round.tally ? round.tally : undefined;
}

type Rounds = Pick<Board, 'rounds' | 'options' | 'criteria'>;

/**
 * Option → criterion → what the latest revealed score round before `round` gave, for the cells that `round` does not ask
 * about. What has been taken off the board since is left out. Empty for rounds that score no cells.
 */
export function earlierCells(
  { rounds, options, criteria: columns }: Rounds,
  round: Round,
): ReadonlyMap<string, ReadonlyMap<string, EarlierCell>> {
  if (round.method !== 'score') return NO_CELLS;
  const asked = cellsOf(round);
  const gone = new Set([...options, ...columns].flatMap(({ id, removed }) => (removed === true ? [id] : [])));
  const found = new Map<string, Map<string, EarlierCell>>();
  const place = rounds.findIndex(({ id }) => id === round.id);
  for (const [at, before] of rounds.slice(0, Math.max(0, place)).entries()) {
    const tally = tallyOf(before);
    if (tally === undefined) continue;
    for (const [option, criteria] of cellsOf(before)) {
      if (gone.has(option) || isWithdrawn(before, option) || isWithdrawn(round, option)) continue;
      for (const criterion of criteria) {
        const counts = tally.cells[option]?.[criterion];
        if (counts === undefined || gone.has(criterion) || asked.get(option)?.has(criterion) === true) continue;
        const row = found.get(option) ?? new Map<string, EarlierCell>();
        found.set(option, row.set(criterion, { number: at + 1, round: before, counts }));
      }
    }
  }
  return found;
}

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
  const tally = tallyOf(round);
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
