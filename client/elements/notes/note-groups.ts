// Owns in which groups and order notes are listed. Pure.
import type { Board, NoteKind, Target } from '../../../shared/board/board.ts';
import type { Grouping } from '../../note-filter.ts';
import { targetName } from '../targets.ts';
import { NOTE_KINDS } from './note-kinds.ts';
import type { Thread } from './note-threads.ts';

export interface NoteGroup {
  readonly name: string;
  readonly kind?: NoteKind;
  /** What all notes of the group hang on. */
  readonly target?: Target;
  readonly threads: readonly Thread[];
  readonly showsTargets: boolean;
  readonly targetOf: (thread: Thread) => string;
}

export interface GroupWords {
  readonly kind: (kind: NoteKind) => string;
  readonly board: string;
  readonly support: string;
}

/** The board first, then criteria, then each option followed by its cells, in the board's order. */
function placeOf(board: Board, target: Target): number {
  if (target.kind === 'board') return -2;
  const criterion = 'criterion' in target ? board.criteria.findIndex(({ id }) => id === target.criterion) : -1;
  if (!('option' in target)) return -1 + criterion / 1000;
  const option = board.options.findIndex(({ id }) => id === target.option);
  return option * 1000 + criterion + 1;
}

/** Groups without notes are left out. */
export function groupsOf(
  board: Board,
  threads: readonly Thread[],
  grouping: Grouping,
  words: GroupWords,
): readonly NoteGroup[] {
  const nameOf = (target: Target): string => (target.kind === 'board' ? words.board : targetName(board, target));
  const targetOf = ({ note }: Thread): string => nameOf(note.target);
  if (grouping === 'support') {
    const order = threads.toSorted((a, b) => b.note.support.length - a.note.support.length);
    return order.length === 0 ? [] : [{ name: words.support, threads: order, showsTargets: true, targetOf }];
  }
  if (grouping === 'kind') {
    return NOTE_KINDS.flatMap((kind) => {
      const found = threads.filter(({ note }) => note.kind === kind);
      return found.length === 0 ? [] : [{ name: words.kind(kind), kind, threads: found, showsTargets: true, targetOf }];
    });
  }
  const byPlace = new Map<number, Thread[]>();
  for (const thread of threads) {
    const place = placeOf(board, thread.note.target);
    byPlace.set(place, [...(byPlace.get(place) ?? []), thread]);
  }
  return [...byPlace]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, found]) => {
      const target = found[0]?.note.target;
      return target === undefined
        ? []
        : [{ name: nameOf(target), target, threads: found, showsTargets: false, targetOf }];
    });
}
