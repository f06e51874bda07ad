// Owns how what a note or a selection points at is compared and named.
import { type Board, type Target, criterionOf, optionOf } from '../../shared/board/board.ts';

export function sameTarget(a: Target | undefined, b: Target | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === 'option') return b.kind === 'option' && a.option === b.option;
  if (a.kind === 'criterion') return b.kind === 'criterion' && a.criterion === b.criterion;
  if (a.kind === 'cell') return b.kind === 'cell' && a.option === b.option && a.criterion === b.criterion;
  return b.kind === 'board';
}

/** `Pyramid × Ecosystem`, `Pyramid`, `Ecosystem`, or the board's title. */
export function targetName(board: Board, target: Target): string {
  const option = 'option' in target ? (optionOf(board, target.option)?.name ?? target.option) : undefined;
  const criterion =
    'criterion' in target ? (criterionOf(board, target.criterion)?.name ?? target.criterion) : undefined;
  if (option !== undefined && criterion !== undefined) return `${option} × ${criterion}`;
  return option ?? criterion ?? board.title;
}
