// Owns which threads have what a reader asks for, and how many more choices would leave.
import type { Board, Note, NoteKind } from '../../../shared/board/board.ts';
import { withMentions } from '../../../shared/board/mentions.ts';
import type { You } from '../../../shared/protocol.ts';
import type { NoteFilter, NoteList } from '../../note-filter.ts';
import { plainText, plainWords } from '../../plain-text.ts';
import { targetName } from '../targets.ts';
import { hasChanges } from './note-changes.ts';
import { NOTE_KINDS } from './note-kinds.ts';
import { type Thread, isAuthor, mentionsYou } from './note-threads.ts';

/** Who looks, and when they last did: the server's time in ms. */
export interface Reader {
  readonly you: You | undefined;
  readonly since: number | undefined;
}

const known = new WeakMap<Note, string>();

/** A note never changes, so its text is made plain once; but the names of those it mentions may. */
function plainNote(board: Board, note: Note): string {
  if (note.text.includes('@[')) return plainText(withMentions(note.text, (id) => board.members.get(id)?.name));
  const before = known.get(note) ?? plainText(note.text);
  known.set(note, before);
  return before;
}

export function isListed(thread: Thread, list: NoteList | undefined, { you, since }: Reader): boolean {
  if (list === undefined) return true;
  if (list === 'changes') return hasChanges(thread, since, you);
  if (list === 'mentions') return mentionsYou(thread, you);
  return isUnresolved(thread) && thread.note.kind === (list === 'questions' ? 'question' : 'risk');
}

/** What is settled one day: a question or a risk. A pro stands, whatever becomes of it. */
const isUnresolved = ({ note: { kind, resolved, removed } }: Thread): boolean =>
  (kind === 'question' || kind === 'risk') && resolved !== true && removed !== true;

type Test = (thread: Thread) => boolean;

/** Each question of a filter alone; one that is not asked lets everything through. */
function testsOf(board: Board, filter: NoteFilter, reader: Reader): Readonly<Record<Facet | 'text', Test>> {
  const words = plainWords(filter.text);
  const hasKind = ({ note, replies }: Thread): boolean => [note, ...replies].some(({ kind }) => kind === filter.kind);
  const isOn = ({ note: { target } }: Thread, option: string): boolean =>
    'option' in target && target.option === option;
  const isUnder = ({ note: { target } }: Thread, criterion: string): boolean =>
    'criterion' in target && target.criterion === criterion;
  return {
    list: (thread) => isListed(thread, filter.list, reader),
    kind: (thread) => filter.kind === undefined || hasKind(thread),
    option: (thread) => filter.option === undefined || isOn(thread, filter.option),
    criterion: (thread) => filter.criterion === undefined || isUnder(thread, filter.criterion),
    unresolved: (thread) => !filter.unresolved || isUnresolved(thread),
    mine: ({ note, replies }) => !filter.mine || [note, ...replies].some((one) => isAuthor(one, reader.you)),
    text: ({ note, replies }) => {
      if (words.length === 0) return true;
      const all = [note, ...replies];
      const authors = all.map(({ by }) => plainText(board.members.get(by ?? '')?.name ?? ''));
      const texts = all.map((one) => plainNote(board, one));
      const haystack = [...texts, ...authors, plainText(targetName(board, note.target))].join('\n');
      return words.every((word) => haystack.includes(word));
    },
  };
}

type Facet = 'list' | 'kind' | 'option' | 'criterion' | 'unresolved' | 'mine';

/** How many threads each choice would leave, all other choices kept. A removed note is not counted. */
export interface FacetCounts {
  readonly lists: ReadonlyMap<NoteList, number>;
  readonly kinds: ReadonlyMap<NoteKind, number>;
  readonly options: ReadonlyMap<string, number>;
  readonly criteria: ReadonlyMap<string, number>;
  readonly unresolved: number;
  readonly mine: number;
}

export interface Found {
  readonly threads: readonly Thread[];
  readonly counts: FacetCounts;
}

const add = <K>(counts: Map<K, number>, key: K): unknown => counts.set(key, (counts.get(key) ?? 0) + 1);

/** The words may stand in any note of a thread, in its authors' names or in what it is about. */
export function foundThreads(
  board: Board,
  all: readonly Thread[],
  filter: NoteFilter,
  reader: Reader,
  lists: readonly NoteList[],
): Found {
  const { text, ...tests } = testsOf(board, filter, reader);
  const facets = Object.entries(tests) as [Facet, Test][];
  const counts = {
    lists: new Map<NoteList, number>(),
    kinds: new Map<NoteKind, number>(),
    options: new Map<string, number>(),
    criteria: new Map<string, number>(),
    unresolved: 0,
    mine: 0,
  };
  const count: Readonly<Record<Facet, (thread: Thread) => void>> = {
    list: (thread) => lists.forEach((list) => isListed(thread, list, reader) && add(counts.lists, list)),
    kind: ({ note, replies }) => {
      const kinds = new Set([note, ...replies].map(({ kind }) => kind));
      NOTE_KINDS.forEach((kind) => kinds.has(kind) && add(counts.kinds, kind));
    },
    option: ({ note: { target } }) => 'option' in target && add(counts.options, target.option),
    criterion: ({ note: { target } }) => 'criterion' in target && add(counts.criteria, target.criterion),
    unresolved: (thread) => (counts.unresolved += isUnresolved(thread) ? 1 : 0),
    mine: ({ note, replies }) => (counts.mine += [note, ...replies].some((one) => isAuthor(one, reader.you)) ? 1 : 0),
  };
  const threads = all.filter((thread) => {
    if (!text(thread)) return false;
    const failed = facets.filter(([, test]) => !test(thread)).map(([facet]) => facet);
    if (thread.note.removed !== true) {
      for (const [facet] of facets) if (failed.every((one) => one === facet)) count[facet](thread);
    }
    return failed.length === 0;
  });
  return { threads, counts };
}
