// Owns how notes hang together: threads of a note and its replies, and who may see and tend them.
import type { Board, Note, Target } from '../../../shared/board/board.ts';
import { mentions } from '../../../shared/board/mentions.ts';
import type { You } from '../../../shared/protocol.ts';
import { sameTarget } from '../targets.ts';

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

/** A standing note of somebody else names the reader. */
export const mentionsYou = ({ note, replies }: Thread, you: You | undefined): boolean =>
  [note, ...replies].some((one) => one.removed !== true && !isAuthor(one, you) && mentions(one.text, you?.id));

const mentioned = new WeakMap<ReadonlyMap<string, Note>, { readonly you: string; readonly count: number }>();

/** How many threads mention the reader, counted once for each state of the notes. */
export function mentionCount(board: Board, you: You): number {
  if (you.id === undefined) return 0;
  const before = mentioned.get(board.notes);
  if (before?.you === you.id) return before.count;
  const count = threadsOf(board).filter((thread) => mentionsYou(thread, you)).length;
  mentioned.set(board.notes, { you: you.id, count });
  return count;
}
