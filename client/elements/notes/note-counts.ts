// Owns how many notes hang on what: threads, not replies, and no removed ones.
import type { Board, Note, Target } from '../../../shared/board/board.ts';
import { cellKey } from '../../board-view.ts';

export interface NoteCounts {
  readonly all: number;
  readonly board: number;
  readonly options: ReadonlyMap<string, number>;
  readonly criteria: ReadonlyMap<string, number>;
  /** By `cellKey`. */
  readonly cells: ReadonlyMap<string, number>;
}

const known = new WeakMap<ReadonlyMap<string, Note>, NoteCounts>();

const add = (counts: Map<string, number>, key: string): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);

function count(notes: ReadonlyMap<string, Note>): NoteCounts {
  const options = new Map<string, number>();
  const criteria = new Map<string, number>();
  const cells = new Map<string, number>();
  let all = 0;
  let board = 0;
  for (const { target, parent, removed } of notes.values()) {
    if (parent !== undefined || removed !== undefined) continue;
    all += 1;
    if (target.kind === 'board') board += 1;
    else if (target.kind === 'option') add(options, target.option);
    else if (target.kind === 'criterion') add(criteria, target.criterion);
    else add(cells, cellKey(target.option, target.criterion));
  }
  return { all, board, options, criteria, cells };
}

/** Counted once for each state of the notes. */
export function noteCounts(board: Board): NoteCounts {
  const before = known.get(board.notes);
  if (before !== undefined) return before;
  const counts = count(board.notes);
  known.set(board.notes, counts);
  return counts;
}

export function notesOn(board: Board, target: Target): number {
  const counts = noteCounts(board);
  if (target.kind === 'board') return counts.board;
  if (target.kind === 'option') return counts.options.get(target.option) ?? 0;
  if (target.kind === 'criterion') return counts.criteria.get(target.criterion) ?? 0;
  return counts.cells.get(cellKey(target.option, target.criterion)) ?? 0;
}
