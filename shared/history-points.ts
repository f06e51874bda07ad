// History points: the totals of live rounds over time, kept beside the log so that the meeting can be shown as it was.
import type { Progress } from './board/board.ts';
import { type Tally, type TallyChanges, mergeTally } from './voting/tally.ts';

/**
 * The published totals of a live round at one moment. Who had voted is left out: kept for good beside the time, it would
 * tie voters to the totals that moved with them.
 */
export interface HistoryPoint {
  readonly at: string;
  /** The version of the point before; 0: all entries are told. */
  readonly since: number;
  readonly version: number;
  readonly progress: Omit<Progress, 'voted'>;
  /** Entries that changed since then, absolute values. */
  readonly tally: TallyChanges;
}

/** By round, each in the order of its versions. */
export type HistoryPoints = Readonly<Record<string, readonly HistoryPoint[]>>;

/** The whole totals after each of a round's points. */
export function runningTotals(points: readonly HistoryPoint[]): readonly Tally[] {
  let totals: Tally | undefined;
  return points.map(({ since, tally }) => (totals = mergeTally(since === 0 ? undefined : totals, tally)));
}
