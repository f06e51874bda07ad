// Note boxes of the store in memory: what the other stores' note boxes are measured against.
import { type HeldChange, type WrittenNote, byNote, unsigned } from '../../shared/board/held-notes.ts';
import type { StoredNoteBox } from './store.ts';

const textually = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const inOrder = (notes: readonly WrittenNote[]): WrittenNote[] =>
  notes.toSorted((a, b) => textually(a.note, b.note) || textually(a.member ?? '', b.member ?? ''));

export const emptyBox = (round: string): StoredNoteBox => ({ round, open: true, notes: [] });

/** The boxes after a change; undefined when it needs an open box that is not there. */
export function withHeld(boxes: readonly StoredNoteBox[], change: HeldChange): readonly StoredNoteBox[] | undefined {
  const { member } = change;
  if (change.kind === 'leave') {
    return boxes.map((box) => ({ ...box, notes: box.notes.filter((note) => note.member !== member) }));
  }
  const id = change.kind === 'put' ? change.held.note : change.note;
  const open = boxes.find(({ round, open }) => round === change.round && open);
  if (open === undefined) return undefined;
  const others = open.notes.filter((note) => note.note !== id || note.member !== member);
  const notes = change.kind === 'put' ? inOrder([...others, { ...change.held, member }]) : others;
  return boxes.map((box) => (box === open ? { ...open, notes } : box));
}

/** A round without a note box has nothing to close. */
export const closedBox = (boxes: readonly StoredNoteBox[], round: string, unlink: boolean): readonly StoredNoteBox[] =>
  boxes.map((box) => {
    if (box.round !== round) return box;
    const loose = box.notes.map(unsigned).sort(byNote);
    return { round, open: false, notes: unlink ? loose : box.notes };
  });
