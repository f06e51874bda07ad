// Names the place where everybody is asked to look.
import type { Board, Led } from '../../../shared/board/board.ts';
import { knownViewTitle } from '../board/view-tabs.ts';
import { targetName } from '../targets.ts';

/** `Matrix`, or `Matrix, Flask × Speed`. */
export function ledWords(board: Board, { view, target }: Pick<Led, 'view' | 'target'>): string {
  const title = knownViewTitle(view);
  return target === undefined || target.kind === 'board' ? title : `${title}, ${targetName(board, target)}`;
}
