// The store port: what a board needs of a database. Concrete stores are named only in the composition root.
import type { Event } from '../../shared/board/events.ts';
import type { HistoryPoint, HistoryPoints } from '../../shared/history-points.ts';
import type { HeldChange, WrittenNote } from '../../shared/board/held-notes.ts';
import type { StoredBallot } from '../../shared/voting/ballots.ts';

/** Only hashes of keys are kept. Keys are 128 random bits or more, so a plain SHA-256 (hex) is enough. */
export interface AccessRecord {
  readonly facilitatorKeyHash: string;
  readonly voterKeyHash: string;
  readonly watcherKeyHash: string;
  /** How often the key was replaced; the next one is derived with it. Absent: never. See access/keys.ts. */
  readonly voterGeneration?: number;
  readonly watcherGeneration?: number;
}

export interface NewBoard {
  readonly board: string;
  /** Eight code symbols, without a dash. */
  readonly code: string;
  readonly access: AccessRecord;
  /** Revision 1 and what follows it. */
  readonly events: readonly Event[];
  /** What its record begins with: an update of the shared document, as base64. */
  readonly record?: string;
}

/** What was written in a board's record, at `at` (ISO 8601). */
export interface RecordAddition {
  readonly board: string;
  /** As base64. */
  readonly update: string;
  readonly at: string;
}

/** What a repeated command is answered with. Nothing else of a command is kept. */
export interface CommandAnswer {
  readonly revision: number;
  /** The round's version that includes the ballot; never for anonymous rounds. */
  readonly version?: number;
}

/** A voter's ballot in the box of an open round; `next` absent takes it back. */
export interface BallotChange {
  readonly round: string;
  readonly member: string;
  readonly next?: StoredBallot;
  /** Short random code of a live or anonymous round's ballot; absent in a change, it stays as it is. */
  readonly receipt?: string;
  /** The round's version with this change counted in: one more than the box has, else it is a conflict. */
  readonly version: number;
}

/** All of it happens in one transaction, or none of it. */
export interface Commit {
  readonly board: string;
  /** The log must end exactly here, for ballots too. */
  readonly expected: number;
  /** `expected + 1`, `expected + 2`, … ; may be empty. */
  readonly events: readonly Event[];
  /** `hash` of member and command id, in 32 hex digits; absent for what the server does by itself. */
  readonly command?: { readonly hash: string; readonly answer: CommandAnswer };
  readonly ballot?: BallotChange;
  /** A ballot box for a new round, and with `holdsNotes` a note box beside it. */
  readonly opens?: { readonly round: string; readonly tieSeed: string; readonly holdsNotes?: true };
  /** A change to the notes that are held: to an open note box, else it is a conflict. */
  readonly held?: HeldChange;
  /**
   * Ends a box, and the note box beside it. With `unlink` the ballots lose their voters for good before the outcome is
   * told, with `unlinkNotes` the notes their authors.
   */
  readonly closes?: { readonly round: string; readonly unlink: boolean; readonly unlinkNotes?: true };
  /** The round whose held notes are among the events: its note box goes. */
  readonly publishes?: string;
  /**
   * A note whose text is taken out of the board's events for good before the outcome is told, and out of its snapshot,
   * which is dropped. Files, journal and free pages included.
   */
  readonly redacts?: string;
  /** A new member's token, as SHA-256 in hex. */
  readonly admits?: { readonly member: string; readonly tokenHash: string };
  /** What opens the board from here on. */
  readonly access?: AccessRecord;
}

export type CommitOutcome =
  | { readonly kind: 'committed' }
  /** The command id was accepted before; nothing was done again. */
  | { readonly kind: 'duplicate'; readonly answer: CommandAnswer }
  /** The log has moved on or is gone, a box is not open or was opened before, or the member has a token already. */
  | { readonly kind: 'conflict' }
  /** The store could not do it (disk full, broken file), or not to its end (not yet wiped from the files); `why` is for the log. */
  | { readonly kind: 'failed'; readonly why: string };

export interface LinkedBallot extends StoredBallot {
  readonly member: string;
  readonly receipt?: string;
}

export interface LooseBallot {
  readonly receipt: string;
  readonly ballot: StoredBallot['ballot'];
}

/** The ballot box of one round. */
export interface StoredBox {
  readonly round: string;
  readonly open: boolean;
  readonly version: number;
  readonly tieSeed: string;
  /** Ballots that are tied to their voters: of open rounds, and of named ones for good. */
  readonly linked: readonly LinkedBallot[];
  /** Ballots whose voters were forgotten, in the order of their receipts. Their `done` is gone too. */
  readonly loose: readonly LooseBallot[];
}

/** The notes that one round holds back: tied to their authors, except those of a closed round that publishes unsigned. */
export interface StoredNoteBox {
  readonly round: string;
  readonly open: boolean;
  /** Sorted by id, then by member or text. */
  readonly notes: readonly WrittenNote[];
}

export interface StoredBoard {
  readonly board: string;
  readonly code: string;
  readonly access: AccessRecord;
  /** The latest kept snapshot, as it was given to `keepSnapshot`. */
  readonly snapshot?: { readonly revision: number; readonly body: string };
  /** The events after the snapshot (without one: all), in order. */
  readonly events: readonly Event[];
  /** SHA-256 (hex) of each member's token, by member id. */
  readonly tokens: ReadonlyMap<string, string>;
  /** One box a round of this store, in order of opening. */
  readonly boxes: readonly StoredBox[];
  /** In order of opening; none once the notes are published. */
  readonly noteBoxes: readonly StoredNoteBox[];
}

export interface Store {
  /** Changes when the store was restored from a backup. */
  readonly epoch: string;
  create(board: NewBoard): Promise<'created' | 'exists' | 'code-taken'>;
  load(board: string): Promise<StoredBoard | undefined>;
  boardOfCode(code: string): Promise<string | undefined>;
  eventsAfter(board: string, revision: number): Promise<readonly Event[]>;
  /** First answers to commands that were accepted, by hash. */
  answers(board: string, hashes: readonly string[]): Promise<ReadonlyMap<string, CommandAnswer>>;
  /** Commits of several boards in one transaction, each behind its own savepoint; outcomes in the same order. */
  commit(commits: readonly Commit[]): Promise<readonly CommitOutcome[]>;
  /** A snapshot so that the next load need not fold the whole log. One older than another, or than a redaction, is not kept. */
  keepSnapshot(board: string, revision: number, body: string): Promise<void>;
  /** A moment of a live round's totals. The first of a version stays; nothing for a board that is not there. */
  keepPoint(board: string, round: string, point: HistoryPoint): Promise<void>;
  points(board: string): Promise<HistoryPoints>;
  /** The updates that make up a board's record, in order; none for a board that is not there. */
  record(board: string): Promise<readonly string[]>;
  /** All in one transaction. False for a board that is not there. Rejects when it could not be done. */
  addToRecord(additions: readonly RecordAddition[]): Promise<readonly boolean[]>;
  /** Puts one update in place of the first `count`, of which it says the same. */
  mergeRecord(board: string, count: number, update: string): Promise<void>;
  /** Boards that nobody has changed since `at` (ISO 8601), their record included, and that have no open round. */
  unusedSince(at: string): Promise<readonly string[]>;
  /** Nothing of the board is left on disk, journal and free pages included. False when it was not there. May be slow. */
  erase(board: string): Promise<boolean>;
  close(): Promise<void>;
}
