// Remembers what a round on some cells leaves as it was, so that drawing does not look for it again and again.
import { type EarlierCell, earlierCells } from '../../../shared/analysis/earlier-cells.ts';
import type { Board, Round } from '../../../shared/board/board.ts';

export type EarlierCells = ReadonlyMap<string, ReadonlyMap<string, EarlierCell>>;

interface Known {
  readonly board: Board;
  readonly round: Round;
  readonly earlier: EarlierCells;
}

const NONE: EarlierCells = new Map();
let known: Known | undefined;

/** What a count over several rounds depends on: notes and people may change meanwhile. */
export const isSameBoard = (a: Board, b: Board): boolean =>
  a.rounds === b.rounds && a.options === b.options && a.criteria === b.criteria;

/** What earlier rounds gave in the cells that this one does not ask about. */
export function earlierOf(board: Board, round: Round | undefined): EarlierCells {
  if (round === undefined) return NONE;
  if (known === undefined || known.round !== round || !isSameBoard(known.board, board)) {
    known = { board, round, earlier: earlierCells(board, round) };
  }
  return known.earlier;
}
