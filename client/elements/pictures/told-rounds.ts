// Which rounds of a board can be drawn, and what is known of them now.
import type { Board, Round } from '../../../shared/board/board.ts';
import { resultOfTally } from '../../../shared/voting/result.ts';
import type { BoardView } from '../../board-view.ts';
import { carriedOf } from '../matrix/carried.ts';
import type { Pictured } from './board-pictures.ts';

/** Revealed ones, and a live one while it runs; the latest first. */
export const toldRounds = ({ rounds }: Board): readonly Round[] =>
  rounds.filter(({ state, secrecy }) => state === 'revealed' || secrecy === 'live').toReversed();

/** Undefined where nothing has been counted yet. After a round on some cells, all cells together. */
export function picturedOf({ board, rounds }: BoardView, round: Round): Pictured | undefined {
  const known = rounds.get(round.id);
  const progress = known?.progress ?? round.progress;
  const carried = round.cells === undefined ? undefined : carriedOf(board, round);
  if (carried !== undefined) {
    return { board, round: { ...round, ...carried.round }, result: carried.result, tally: carried.tally, progress };
  }
  const tally = round.tally ?? known?.tally;
  if (tally === undefined) return undefined;
  const result = round.result ?? resultOfTally(round, tally, progress?.cast ?? 0);
  return { board, round, result, tally, progress };
}
