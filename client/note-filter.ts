// Which notes a reader wants to see and in what order, and how an address says so. Pure.
import type { NoteKind } from '../shared/board/board.ts';
import { isId } from '../shared/ids.ts';

const NOTE_KINDS = ['pro', 'con', 'question', 'risk', 'evidence', 'note'] as const satisfies readonly NoteKind[];
export const NOTE_LISTS = ['questions', 'risks', 'mentions', 'changes'] as const;
export type NoteList = (typeof NOTE_LISTS)[number];
export const GROUPINGS = ['target', 'kind', 'support'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface NoteFilter {
  readonly list: NoteList | undefined;
  readonly kind: NoteKind | undefined;
  readonly option: string | undefined;
  readonly criterion: string | undefined;
  readonly unresolved: boolean;
  readonly mine: boolean;
  readonly text: string;
  readonly by: Grouping;
}

export const NO_FILTER: NoteFilter = {
  list: undefined,
  kind: undefined,
  option: undefined,
  criterion: undefined,
  unresolved: false,
  mine: false,
  text: '',
  by: 'target',
};

const LONGEST_TEXT = 200;

const id = (text: string | null): string | undefined => (text !== null && isId(text) ? text : undefined);

/** `kind=risk&on=flask&under=upkeep&unresolved=1&mine=1&list=mentions&text=proxy&by=support`; undefined for none of it. */
export function readNoteFilter(asked: URLSearchParams): NoteFilter | undefined {
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === asked.get(name));
  const filter: NoteFilter = {
    list: one('list', NOTE_LISTS),
    kind: one('kind', NOTE_KINDS),
    option: id(asked.get('on')),
    criterion: id(asked.get('under')),
    unresolved: asked.get('unresolved') === '1',
    mine: asked.get('mine') === '1',
    text: (asked.get('text') ?? '').slice(0, LONGEST_TEXT),
    by: one('by', GROUPINGS) ?? 'target',
  };
  return writeNoteFilter(filter).length === 0 ? undefined : filter;
}

/** The inverse, as the parts of a query. */
export function writeNoteFilter(filter: NoteFilter): readonly string[] {
  const { list, kind, option, criterion, unresolved, mine, text, by } = filter;
  return [
    list && `list=${list}`,
    kind && `kind=${kind}`,
    option && `on=${option}`,
    criterion && `under=${criterion}`,
    unresolved && 'unresolved=1',
    mine && 'mine=1',
    text.trim() !== '' && `text=${encodeURIComponent(text.trim())}`,
    by !== 'target' && `by=${by}`,
  ].filter((part): part is string => typeof part === 'string');
}
