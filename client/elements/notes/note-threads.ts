// Owns how notes hang together: threads of a note and its replies, and which of them a reader wants to see.
import type { Board, Note, NoteKind, Target } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { sameTarget, targetName } from '../targets.ts';

export interface Thread {
  readonly note: Note;
  /** Oldest first, replies to replies included. */
  readonly replies: readonly Note[];
}

const known = new WeakMap<ReadonlyMap<string, Note>, readonly Thread[]>();

/** The note a thread begins with. A board that came from a file could hold a circle; its notes stand alone. */
function rootOf(notes: ReadonlyMap<string, Note>, note: Note): Note {
  const seen = new Set([note]);
  let root = note;
  for (let parent = notes.get(root.parent ?? ''); parent !== undefined; parent = notes.get(root.parent ?? '')) {
    if (seen.has(parent)) return note;
    seen.add(parent);
    root = parent;
  }
  return root;
}

function threaded(notes: ReadonlyMap<string, Note>): readonly Thread[] {
  const replies = new Map<string, Note[]>();
  const roots: Note[] = [];
  for (const note of notes.values()) {
    const root = rootOf(notes, note);
    if (root === note) {
      roots.push(note);
      replies.set(note.id, []);
    } else {
      replies.get(root.id)?.push(note);
    }
  }
  return roots.map((note) => ({ note, replies: replies.get(note.id) ?? [] }));
}

/** All threads of a board, in order of writing. */
export function threadsOf(board: Board): readonly Thread[] {
  const before = known.get(board.notes);
  if (before !== undefined) return before;
  const threads = threaded(board.notes);
  known.set(board.notes, threads);
  return threads;
}

export const isAuthor = (note: Note, you: You | undefined): boolean => note.by !== undefined && note.by === you?.id;

/** Its author and the facilitator may remove, restore and resolve a note. */
export const mayTend = (note: Note, you: You | undefined): boolean =>
  isAuthor(note, you) || you?.role === 'facilitator';

/** A removed note is shown to who may restore it, and where replies hang on it. */
export const isShown = ({ note, replies }: Thread, you: You | undefined): boolean =>
  note.removed === undefined || mayTend(note, you) || replies.some((reply) => reply.removed === undefined);

export const threadsOn = (board: Board, target: Target, you: You | undefined): readonly Thread[] =>
  threadsOf(board).filter((thread) => sameTarget(thread.note.target, target) && isShown(thread, you));

export interface NoteFilter {
  readonly kind: NoteKind | undefined;
  readonly option: string | undefined;
  readonly criterion: string | undefined;
  readonly unresolved: boolean;
  readonly mine: boolean;
  readonly text: string;
}

export const NO_FILTER: NoteFilter = {
  kind: undefined,
  option: undefined,
  criterion: undefined,
  unresolved: false,
  mine: false,
  text: '',
};

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Whether a thread has what is asked for; the words may stand in any of its notes, its authors or its target. */
export function matches(board: Board, { note, replies }: Thread, filter: NoteFilter, you: You | undefined): boolean {
  const { target } = note;
  const all = [note, ...replies];
  if (filter.kind !== undefined && !all.some(({ kind }) => kind === filter.kind)) return false;
  if (filter.option !== undefined && !('option' in target && target.option === filter.option)) return false;
  if (filter.criterion !== undefined && !('criterion' in target && target.criterion === filter.criterion)) return false;
  if (filter.unresolved && note.resolved === true) return false;
  if (filter.mine && !all.some((one) => isAuthor(one, you))) return false;
  const words = plain(filter.text).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const texts = all.flatMap(({ text, by }) => [text, board.members.get(by ?? '')?.name ?? '']);
  const haystack = plain([...texts, targetName(board, target)].join('\n'));
  return words.every((word) => haystack.includes(word));
}
