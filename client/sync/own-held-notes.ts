// Owns one's own notes that rounds hold back, as the server has confirmed them, pending changes not included.
// Of a closed round that publishes unsigned the server forgets who wrote what; then only this page remembers.
import { type Board, type Round, roundOf } from '../../shared/board/board.ts';
import type { CommandOf } from '../../shared/board/commands.ts';
import type { HeldChange, HeldNote } from '../../shared/board/held-notes.ts';
import type { OwnHeldNote } from '../../shared/protocol.ts';

export type HeldCommand = CommandOf<'note.hold'> | CommandOf<'note.discard'>;
export type HeldNotes = ReadonlyMap<string, OwnHeldNote>;

/** Whether the server still knows whose note is whose, so that its word counts and not what is remembered here. */
const isKnownThere = (round: Round): boolean =>
  round.imported === undefined &&
  (round.state === 'open' || (round.state === 'closed' && round.silentNotes === 'signed'));

const isHolding = (round: Round | undefined): boolean => round !== undefined && round.state !== 'revealed';

/** What a change of one's own comes to. */
export function heldAfter(held: HeldNotes, change: HeldChange): HeldNotes {
  const next = new Map(held);
  if (change.kind === 'put') next.set(change.held.note, { round: change.round, ...change.held });
  else if (change.kind === 'drop') next.delete(change.note);
  else next.clear();
  return next;
}

export class OwnHeldNotes {
  private notes: HeldNotes = new Map();

  get all(): HeldNotes {
    return this.notes;
  }

  /** Somebody else sits here now. */
  forget(): void {
    this.notes = new Map();
  }

  /** What a join says: the last word on rounds whose notes the server can still tell apart. */
  joined(board: Board, held: readonly OwnHeldNote[]): void {
    const remembered = [...this.notes.values()].filter((note) => {
      const round = roundOf(board, note.round);
      return round !== undefined && isHolding(round) && !isKnownThere(round);
    });
    this.notes = new Map([...remembered, ...held].map((note) => [note.note, note]));
  }

  /** The server has taken a change. Answers whether that was news. */
  taken(command: HeldCommand): boolean {
    if (command.type === 'note.discard') return this.put(command.note, undefined);
    const { round, note, target, kind, text } = command;
    return this.put(note, { round, note, target, kind, text });
  }

  /** What the server has of one note, after a change from any of one's devices. Answers whether that was news. */
  told(round: string, note: string, held: HeldNote | null): boolean {
    return this.put(note, held === null ? undefined : { ...held, round });
  }

  /** Those that are still held back on this board. */
  holding(board: Board): HeldNotes {
    const holding = [...this.notes].filter(([, { round }]) => isHolding(roundOf(board, round)));
    return holding.length === this.notes.size ? this.notes : new Map(holding);
  }

  private put(note: string, next: OwnHeldNote | undefined): boolean {
    const before = this.notes.get(note);
    if (JSON.stringify(before) === JSON.stringify(next)) return false;
    const notes = new Map(this.notes);
    if (next === undefined) notes.delete(note);
    else notes.set(note, next);
    this.notes = notes;
    return true;
  }
}
