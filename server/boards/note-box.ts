// What one round holds back, in memory: the notes that its members write silently until it is revealed.
import { type HeldChange, type HeldNote, type WrittenNote, byNote, unsigned } from '../../shared/board/held-notes.ts';
import type { StoredNoteBox } from '../store/store.ts';

/** Ids have no bar in them, so two different pairs never read the same. */
const keyOf = (member: string | undefined, note: string): string => `${member ?? ''}|${note}`;

export class NoteBox {
  readonly round: string;
  #open: boolean;
  /** By member and id: two members may have chosen the same id, and neither may be told. */
  #notes: Map<string, WrittenNote>;

  constructor({ round, open, notes }: StoredNoteBox) {
    this.round = round;
    this.#open = open;
    // Loose ones may share an id: then the place tells them apart.
    this.#notes = new Map(
      notes.map((note, at) => [note.member === undefined ? `${at}` : keyOf(note.member, note.note), note]),
    );
  }

  get size(): number {
    return this.#notes.size;
  }

  all(): readonly WrittenNote[] {
    return [...this.#notes.values()];
  }

  /** The notes of one member, while they are tied to them. */
  of(member: string): readonly HeldNote[] {
    return this.all()
      .filter((note) => note.member === member)
      .map(unsigned);
  }

  change(change: HeldChange): void {
    const { kind, member } = change;
    if (kind === 'put') this.#notes.set(keyOf(member, change.held.note), { ...change.held, member });
    else if (kind === 'drop') this.#notes.delete(keyOf(member, change.note));
    else for (const { note } of this.of(member)) this.#notes.delete(keyOf(member, note));
  }

  /** Nothing more goes in. With `unlink` the notes forget their authors, and their order with them. */
  close(unlink: boolean): void {
    this.#open = false;
    if (!unlink) return;
    const loose = this.all().map(unsigned).sort(byNote);
    this.#notes = new Map(loose.map((held, at) => [`${at}`, held]));
  }

  /** A box of its own for the other state of the board. */
  copy(): NoteBox {
    return new NoteBox({ round: this.round, open: this.#open, notes: this.all() });
  }
}
