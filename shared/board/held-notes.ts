// Silent writing: notes that an open round holds back until its reveal. They are kept beside the ballots, never in the log.
import type { NoteKind, Target } from './board.ts';
import type { DecidedEvent } from './events.ts';

export interface HeldNote {
  readonly note: string;
  readonly target: Target;
  readonly kind: NoteKind;
  readonly text: string;
}

/** `member` absent: of a closed round whose notes are published unsigned; nobody knows any more who wrote it. */
export interface WrittenNote extends HeldNote {
  readonly member?: string;
}

/** As long as an id may be. */
const LONGEST_ID = 64;

/** What a command does to the notes that are held. `leave`: all that are still tied to a member, of whatever round. */
export type HeldChange =
  | { readonly kind: 'put'; readonly round: string; readonly member: string; readonly held: HeldNote }
  | { readonly kind: 'drop'; readonly round: string; readonly member: string; readonly note: string }
  | { readonly kind: 'leave'; readonly member: string };

const textually = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** An order that says nothing of who wrote when: by id, and by text where two chose the same id. */
export const byNote = (a: HeldNote, b: HeldNote): number =>
  textually(a.note, b.note) || textually(a.text, b.text) || textually(a.kind, b.kind);

/** The id itself, or the first free one made from it: who writes silently cannot know what ids others take. */
function freeId(id: string, taken: { has(id: string): boolean }): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    const other = id.slice(0, LONGEST_ID - ending.length) + ending;
    if (!taken.has(other)) return other;
  }
}

/** The events that publish what a round held back, signed with their authors or with nobody. */
export function published(
  held: readonly WrittenNote[],
  signed: boolean,
  notes: { has(id: string): boolean },
): DecidedEvent[] {
  const given = new Set<string>();
  const taken = { has: (id: string) => notes.has(id) || given.has(id) };
  return held.toSorted(byNote).map(({ note, target, kind, text, member }) => {
    const id = freeId(note, taken);
    given.add(id);
    return { type: 'note.added', note: id, target, kind, text, by: signed ? (member ?? null) : null };
  });
}

/** The note without anything that tells whose it is. */
export const unsigned = ({ note, target, kind, text }: WrittenNote): HeldNote => ({ note, target, kind, text });
