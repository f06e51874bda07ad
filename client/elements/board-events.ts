// Every event that an element of a board sends up to its page, with the shape of its detail.
// Elements make no ids: the page gives new things theirs when it turns an event into a command.
import type { AgendaItem, Role, Target } from '../../shared/board/board.ts';
import type { CommandOf, CommandType } from '../../shared/board/commands.ts';
import type { Presence } from '../../shared/protocol.ts';
import type { GivenBallot, Score } from '../../shared/voting/ballots.ts';
import type { BoardAddress } from '../board-address.ts';
import type { ScreenMode } from './screen/screen-modes.ts';
import type { NoteFilter } from '../note-filter.ts';

/** The fields of a command, without its own id and the ids and fields named in `Left`. */
type Fields<T extends CommandType, Left extends string = never> = Omit<CommandOf<T>, 'id' | 'type' | Left>;
type Nothing = Readonly<Record<string, never>>;

export type ExportFormat = 'json' | 'csv' | 'md' | 'record' | 'review';

/** An item of an agenda being written. */
export type AgendaDraft = Omit<AgendaItem, 'id' | 'startedAt'> & { readonly id?: string };

export interface BoardEventMap {
  // Voting. `score: null` takes a score back.
  'score-chosen': { readonly option: string; readonly criterion: string; readonly score: Score | null };
  'ballot-chosen': { readonly ballot: GivenBallot };
  'ballot-withdrawn': Nothing;
  'done-changed': { readonly done: boolean };
  'next-unscored-requested': Nothing;

  // Looking around. `target: undefined` closes the panel; `open`: the panel was asked for, the focus did not only
  // move there, so that a phone shows it as a sheet.
  'target-selected': { readonly target: Target | undefined; readonly open?: boolean };
  'compared-options-chosen': { readonly options: readonly string[] };
  /** A link to a place on the board is to be copied. */
  'link-requested': BoardAddress;
  'print-requested': Nothing;
  'palette-requested': Nothing;
  /** What is to be seen of the notes: the address says it. */
  'notes-filtered': { readonly filter: NoteFilter };
  'note-followed': { readonly note: string };
  'writing-changed': { readonly target: Target | null };
  'own-scores-masked': { readonly on: boolean };

  // The round.
  'round-opening-requested': Nothing;
  'round-opened': Fields<'round.open', 'round'>;
  'round-extended': Fields<'round.extend'>;
  'round-closed': Fields<'round.close'>;
  'round-revealed': Fields<'round.reveal'>;
  'cell-asked-again': { readonly option: string; readonly criterion: string };
  'record-copy-requested': Nothing;
  'export-requested': { readonly format: ExportFormat };
  'pictures-requested': Nothing;
  /** Without a mode it shows what the moment asks for. */
  'big-screen-requested': { readonly mode?: ScreenMode };
  'decision-requested': Nothing;
  'copy-requested': Nothing;
  /** The decision that this board's takes the place of is to be marked so. */
  'previous-superseded': Nothing;

  // Options, criteria and facts, edited in place.
  /** An option or a criterion is to be edited. */
  'editing-requested': { readonly target: Target };
  'option-added': Fields<'option.add', 'option'>;
  'option-edited': Fields<'option.edit'>;
  'option-removed': Fields<'option.remove'>;
  'option-restored': Fields<'option.restore'>;
  'option-moved': Fields<'option.move'>;
  'criterion-added': Fields<'criterion.add', 'criterion'>;
  'criterion-edited': Fields<'criterion.edit'>;
  'criterion-removed': Fields<'criterion.remove'>;
  'criterion-restored': Fields<'criterion.restore'>;
  'criterion-moved': Fields<'criterion.move'>;
  'fact-set': Fields<'fact.set'>;
  'fact-cleared': Fields<'fact.clear'>;

  // Notes.
  'note-added': Fields<'note.add', 'note'>;
  'note-edited': Fields<'note.edit'>;
  'note-removed': Fields<'note.remove'>;
  'note-restored': Fields<'note.restore'>;
  'note-resolved': Fields<'note.resolve'>;
  'note-supported': Fields<'note.support'>;
  'note-redacted': Fields<'note.redact'>;
  /** Asks before the text goes for good. */
  'redaction-requested': { readonly note: string };
  /** Written silently; `note` where one that is held is changed. */
  'note-held': Fields<'note.hold', 'note'> & { readonly note?: string };
  'note-discarded': Fields<'note.discard'>;

  // The board itself, its people, and what was decided.
  'board-edited': Fields<'board.edit'>;
  'board-erased': Nothing;
  'link-replaced': { readonly role: Role };
  'member-renamed': Fields<'member.rename'>;
  'member-role-chosen': Fields<'member.role'>;
  'member-removed': Fields<'member.remove'>;
  'member-admitted': Fields<'member.admit'>;
  'guest-added': Fields<'member.add', 'member'>;
  /** A guest's ballot is to be recorded. */
  'recording-requested': { readonly member: string };
  'ballot-recorded': Fields<'ballot.record'>;
  'recorded-withdrawn': { readonly round: string; readonly member: string };
  'recorded-done-changed': { readonly member: string; readonly done: boolean };
  'decision-set': Fields<'decision.set'>;

  // The running of the meeting. Items that are new have no id yet.
  'agenda-requested': Nothing;
  'agenda-set': { readonly items: readonly AgendaDraft[] };
  'timer-started': Fields<'timer.start'>;
  'timer-extended': Fields<'timer.extend'>;
  'timer-stopped': Nothing;
  /** Everybody is to look where I do, at a cell, or at a note. */
  'bringing-requested': { readonly target?: Target; readonly note?: string };
  'room-released': Nothing;
  'following-chosen': { readonly on: boolean };
  'signal-given': Pick<Presence, 'hand' | 'ready' | 'more'>;

  // Asked for from the head of the board.
  'settings-requested': Nothing;
  'keys-requested': Nothing;
  'about-requested': Nothing;
  'joining-requested': Nothing;
  'receipt-check-requested': { readonly round: string };
  /** Whether digits, letters and signs alone do something. */
  'character-keys-chosen': { readonly on: boolean };
}

/** Sends an event with its detail up from an element, through shadow roots. */
export function emit<K extends keyof BoardEventMap>(element: EventTarget, name: K, detail: BoardEventMap[K]): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

type BoardEvents = { [K in keyof BoardEventMap]: CustomEvent<BoardEventMap[K]> };

declare global {
  interface HTMLElementEventMap extends BoardEvents {}
}
