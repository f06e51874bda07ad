// Names the place where everybody is asked to look.
import type { Board, Led } from '../../../shared/board/board.ts';
import { knownViewTitle } from '../board/view-tabs.ts';
import { targetName } from '../targets.ts';

/** `Matrix`, or `Matrix, Flask × Speed`; of a note, what it is about. */
export function ledWords(board: Board, led: Pick<Led, 'view' | 'target' | 'note'>): string {
  const title = knownViewTitle(led.view);
  const target = led.target ?? board.notes.get(led.note ?? '')?.target;
  return target === undefined || target.kind === 'board' ? title : `${title}, ${targetName(board, target)}`;
}
