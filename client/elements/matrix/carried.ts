// Remembers what a round on some cells leaves as it was, so that drawing does not count it again and again.
import { type CarriedCount, type EarlierCell, carriedCount, earlierCells } from '../../../shared/analysis/carried.ts';
import type { Board, Round } from '../../../shared/board/board.ts';

export type EarlierCells = ReadonlyMap<string, ReadonlyMap<string, EarlierCell>>;

interface Known {
  readonly board: Board;
  readonly round: Round;
  readonly earlier: EarlierCells;
  carried?: { readonly count: CarriedCount | undefined };
}

const NONE: EarlierCells = new Map();
let known: Known | undefined;

/** What both depend on: notes and people may change meanwhile. */
const isSame = (a: Board, b: Board): boolean =>
  a.rounds === b.rounds && a.options === b.options && a.criteria === b.criteria;

function remembered(board: Board, round: Round): Known {
  if (known === undefined || known.round !== round || !isSame(known.board, board)) {
    known = { board, round, earlier: earlierCells(board, round) };
  }
  return known;
}

/** What earlier rounds gave in the cells that this one does not ask about. */
export const earlierOf = (board: Board, round: Round | undefined): EarlierCells =>
  round === undefined ? NONE : remembered(board, round).earlier;

/** The count of this round's cells together with the kept ones; undefined where nothing was kept. */
export function carriedOf(board: Board, round: Round | undefined): CarriedCount | undefined {
  if (round?.state !== 'revealed') return undefined;
  const entry = remembered(board, round);
  entry.carried ??= { count: carriedCount(board, round) };
  return entry.carried.count;
}
