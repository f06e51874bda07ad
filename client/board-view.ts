// What a page of a board draws: the confirmed board with one's own pending commands already in it.
import type { Board } from '../shared/board/board.ts';
import type { Here, LowerKeys, OwnHeldNote, RoundState, SeenPresence, Signals, You } from '../shared/protocol.ts';
import type { Rejection } from '../shared/rejections.ts';
import type { Ballot } from '../shared/voting/ballots.ts';
import type { Tally } from '../shared/voting/tally.ts';

/** How the line to the server stands. `refused` is final until the person does something about it. */
export type ConnectionState =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'live' }
  | { readonly phase: 'offline' }
  | { readonly phase: 'refused'; readonly error: Rejection }
  | { readonly phase: 'ended'; readonly reason: 'erased' | 'removed' };

/** The public state of a round, whole. */
export interface RoundView extends Omit<RoundState, 'since' | 'tally'> {
  readonly tally?: Tally;
}

/** One's own ballot, pending changes included. */
export interface MyBallot {
  readonly ballot: Ballot | undefined;
  readonly done: boolean;
  /** The receipt, for rounds that give one. */
  readonly receipt?: string;
  /** Cells (`option/criterion`) whose score has not been acknowledged yet. */
  readonly waiting: ReadonlySet<string>;
}

/** A command of one's own that was refused after it had been drawn. */
export interface Refusal {
  readonly command: string;
  readonly type: string;
  readonly error: Rejection;
  /** The server's sentence, where it was the server who refused. */
  readonly message?: string;
}

/** A note of one's own that a round holds back, pending changes included. */
export interface HeldView extends OwnHeldNote {
  /** Its last change has not been acknowledged yet. */
  readonly waiting: boolean;
}

export interface BoardView {
  readonly board: Board;
  readonly you: You;
  /** By round id. */
  readonly rounds: ReadonlyMap<string, RoundView>;
  readonly mine: ReadonlyMap<string, MyBallot>;
  /** Ballots that this page recorded for guests in the open round, by `round/guest`. */
  readonly recorded: ReadonlyMap<string, MyBallot>;
  /** One's own notes that are held back until a reveal. */
  readonly held: readonly HeldView[];
  /** Salts of redactions that this page made, by note: the server has told them once. */
  readonly salts: ReadonlyMap<string, string>;
  /** What is not yet acknowledged: scores by the cell, everything else by the command. */
  readonly waiting: number;
  /** Ids of notes that are drawn but not yet acknowledged. */
  readonly waitingNotes: ReadonlySet<string>;
  readonly refusals: readonly Refusal[];
  readonly here: Here;
  readonly presence: ReadonlyMap<string, SeenPresence>;
  readonly signals: Signals;
  /** Whose hands are raised, in the order of raising; empty in large rooms, where only their number is known. */
  readonly hands: readonly string[];
  readonly connection: ConnectionState;
  readonly keys: LowerKeys;
  /** The same keys as the addresses that the server gives out. */
  readonly links: LowerKeys;
  /** Add to the browser's clock (ms) to get the server's. */
  readonly clockOffset: number;
}

/** Names a cell in sets and maps. */
export const cellKey = (option: string, criterion: string): string => `${option}/${criterion}`;
