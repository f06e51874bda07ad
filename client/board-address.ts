// What the address of a board's page asks for: a view, a cell, a note, options side by side. Pure.
import type { Target } from '../shared/board/board.ts';
import { isId } from '../shared/ids.ts';
import { type NoteFilter, readNoteFilter, writeNoteFilter } from './note-filter.ts';
import { boardPath } from './route.ts';

/** The views of a board, in the order of their tabs. */
export const BOARD_VIEWS = ['matrix', 'compare', 'ballot', 'results', 'notes', 'record', 'history'] as const;
export type BoardViewName = (typeof BOARD_VIEWS)[number];

export interface BoardAddress {
  readonly view?: BoardViewName;
  readonly target?: Target;
  readonly note?: string;
  /** Options to stand side by side, in this order. */
  readonly options?: readonly string[];
  /** Which notes are to be seen, in their view. */
  readonly notes?: NoteFilter;
}

/** Ids hold no dot. */
function readCell(text: string | null): Target | undefined {
  const [option = '', criterion = '', ...rest] = (text ?? '').split('.');
  return isId(option) && isId(criterion) && rest.length === 0 ? { kind: 'cell', option, criterion } : undefined;
}

function readTarget(asked: URLSearchParams): Target | undefined {
  const [option, criterion] = [asked.get('option') ?? '', asked.get('criterion') ?? ''];
  if (asked.has('cell')) return readCell(asked.get('cell'));
  if (isId(option)) return { kind: 'option', option };
  return isId(criterion) ? { kind: 'criterion', criterion } : undefined;
}

/** `?view=matrix&cell=flask.upkeep`, `?note=ID`, `?view=compare&options=flask,django`; what is none of it is left out. */
export function readAddress(search: string): BoardAddress {
  const asked = new URLSearchParams(search);
  const view = BOARD_VIEWS.find((name) => name === asked.get('view'));
  const target = readTarget(asked);
  const note = asked.get('note') ?? '';
  const notes = view === 'notes' ? readNoteFilter(asked) : undefined;
  const options = [...new Set((asked.get('options') ?? '').split(',').filter(isId))];
  return {
    ...(view !== undefined && { view }),
    ...(target !== undefined && { target }),
    ...(isId(note) && { note }),
    ...(options.length > 0 && { options }),
    ...(notes !== undefined && { notes }),
  };
}

function targetPart(target: Target | undefined): string | undefined {
  if (target?.kind === 'cell') return `cell=${target.option}.${target.criterion}`;
  if (target?.kind === 'option') return `option=${target.option}`;
  return target?.kind === 'criterion' ? `criterion=${target.criterion}` : undefined;
}

/** The inverse of `readAddress`: empty for an address that asks for nothing. */
export function writeAddress({ view, target, note, options = [], notes }: BoardAddress): string {
  const parts = [
    view === undefined ? undefined : `view=${view}`,
    targetPart(target),
    note === undefined ? undefined : `note=${note}`,
    options.length === 0 ? undefined : `options=${options.join(',')}`,
    ...(view === 'notes' && notes !== undefined ? writeNoteFilter(notes) : []),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** A link for those who are on the board: it carries no key. */
export const boardLink = (origin: string, board: string, address: BoardAddress): string =>
  origin + boardPath(board) + writeAddress(address);
