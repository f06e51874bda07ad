// What moved between two counts: options up and down, and cells whose mean or spread changed.
import type { CountedRound, Result } from '../voting/method.ts';
import { compare, minus, type Rational, rounded, ZERO } from '../voting/rational.ts';
import { type CellCounts, cellMean, sheetOfTally } from '../voting/score-sheet.ts';
import type { ScoreTally } from '../voting/tally.ts';
import { disagreementIn } from './disagreement.ts';

export interface OptionShift {
  readonly option: string;
  readonly rank: readonly [before: number, after: number];
  readonly value: readonly [before: number | null, after: number | null];
}

export interface Shift {
  /** False when both counts name the same winners. */
  readonly winnersChanged: boolean;
  readonly winners: readonly [before: readonly string[], after: readonly string[]];
  /** Options in both counts whose rank or value changed; largest change of rank first, then of value. */
  readonly moved: readonly OptionShift[];
  readonly cameIn: readonly string[];
  readonly leftOut: readonly string[];
}

const rankChange = ({ rank }: OptionShift): number => Math.abs(rank[1] - rank[0]);
const valueChange = ({ value }: OptionShift): number => Math.abs((value[1] ?? 0) - (value[0] ?? 0));

/** Compares two results; values are only comparable when both were counted by the same method and rule. */
export function shiftBetween(before: Result, after: Result): Shift {
  const earlier = new Map(before.ranking.map((ranked) => [ranked.option, ranked]));
  const later = new Set(after.ranking.map(({ option }) => option));
  const moved = after.ranking.flatMap(({ option, rank, value }): OptionShift[] => {
    const old = earlier.get(option);
    if (old === undefined || (old.rank === rank && old.value === value)) return [];
    return [{ option, rank: [old.rank, rank], value: [old.value, value] }];
  });
  return {
    winnersChanged: before.winners.toSorted().join() !== after.winners.toSorted().join(),
    winners: [before.winners, after.winners],
    moved: moved.toSorted((a, b) => rankChange(b) - rankChange(a) || valueChange(b) - valueChange(a)),
    cameIn: after.order.filter((option) => !earlier.has(option)),
    leftOut: before.order.filter((option) => !later.has(option)),
  };
}

export interface CellShift {
  readonly option: string;
  readonly criterion: string;
  /** Means of the 0–5 scores. */
  readonly mean: readonly [before: number, after: number];
  readonly spread: readonly [before: number, after: number];
}

type Cell = readonly [option: string, criterion: string, counts: CellCounts];

function scoredCells(round: CountedRound, tally: ScoreTally): Map<string, Cell> {
  const { options, criteria, cells } = sheetOfTally(round, tally);
  const found = new Map<string, Cell>();
  for (const [row, option] of options.entries()) {
    for (const [column, { id }] of criteria.entries()) {
      const counts = cells[row]?.[column];
      if (counts !== undefined && cellMean(counts) !== null) found.set(`${option} ${id}`, [option, id, counts]);
    }
  }
  return found;
}

/** Cells scored in both of two score rounds whose mean or spread changed; largest change of the mean first. */
export function cellShifts(
  before: { readonly round: CountedRound; readonly tally: ScoreTally },
  after: { readonly round: CountedRound; readonly tally: ScoreTally },
): CellShift[] {
  const earlier = scoredCells(before.round, before.tally);
  const shifts: { shift: CellShift; change: Rational }[] = [];
  for (const [key, [option, criterion, counts]] of scoredCells(after.round, after.tally)) {
    const old = earlier.get(key)?.[2];
    if (old === undefined) continue;
    const [was, is] = [cellMean(old) ?? ZERO, cellMean(counts) ?? ZERO];
    const spread = [disagreementIn(old)?.spread ?? 0, disagreementIn(counts)?.spread ?? 0] as const;
    const gap = minus(is, was);
    if (gap.n === 0n && spread[0] === spread[1]) continue;
    const change = gap.n < 0n ? minus(ZERO, gap) : gap;
    shifts.push({ change, shift: { option, criterion, mean: [rounded(was), rounded(is)], spread } });
  }
  return shifts.toSorted((a, b) => compare(b.change, a.change)).map(({ shift }) => shift);
}
