// Remembers the count of a round on some cells together with the kept ones. It brings the counting rules with it, so
// pages fetch it when there is such a round.
import { type CarriedCount, carriedCount } from '../../../shared/analysis/carried.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import { isSameBoard } from './earlier.ts';

let known: { readonly board: Board; readonly round: Round; readonly count: CarriedCount | undefined } | undefined;

/** The count of this round's cells together with the kept ones; undefined where nothing was kept. */
export function carriedOf(board: Board, round: Round | undefined): CarriedCount | undefined {
  if (round?.state !== 'revealed') return undefined;
  if (known === undefined || known.round !== round || !isSameBoard(known.board, board)) {
    known = { board, round, count: carriedCount(board, round) };
  }
  return known.count;
}
