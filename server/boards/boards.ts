// The port to the boards of this process: small and asynchronous, so that a board may one day live elsewhere.
import type { Board, Role } from '../../shared/board/board.ts';
import type { Command } from '../../shared/board/commands.ts';
import type { HeldNote } from '../../shared/board/held-notes.ts';
import type { BoardCreated, Event } from '../../shared/board/events.ts';
import type { HistoryPoints } from '../../shared/history-points.ts';
import type {
  BoardState,
  BoardUpdate,
  DoAnswer,
  JoinAnswer,
  JoinRequest,
  RoundStates,
  SyncAnswer,
  SyncRequest,
} from '../../shared/protocol.ts';
import type { RecordTexts } from '../../shared/record/record.ts';
import type { Result } from '../../shared/result.ts';
import type { Ballot } from '../../shared/voting/ballots.ts';
import type { Allowance } from '../limits.ts';
import type { KeyChange, RotatedKeys } from './key-rotation.ts';
import type { Result as CountedResult } from '../../shared/voting/method.ts';
import type { PublishedBallot } from '../../shared/voting/round-count.ts';

/** Somebody who was let onto a board. Never taken from a payload. */
export interface Session {
  readonly board: string;
  readonly role: Role;
  /** Absent: a watcher. */
  readonly member?: string;
  /** Not let in yet. */
  readonly waiting?: true;
  /** The role of the key that somebody who is no member came by. Absent: they came by the code, or are a member. */
  readonly byKeyOf?: Role;
}

/** Proof that somebody may read or act on a board, as HTTP carries it. */
export type Credential =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'member'; readonly member: string; readonly token: string };

export type NewBoardContent = Omit<BoardCreated, 'type' | 'id' | 'code' | 'phase' | 'entry'> &
  Partial<Pick<BoardCreated, 'phase' | 'entry'>> & {
    /** What its record begins with; not part of the first event. */
    readonly record?: RecordTexts;
  };

export interface CreatedBoard {
  readonly id: string;
  /** As shown: `7KQ2-MX4P`. */
  readonly code: string;
  readonly keys: Readonly<Record<Role, string>>;
}

/** A board as the public may see it: committed state, published tallies. */
export interface PublishedBoard {
  readonly epoch: string;
  readonly board: Board;
  readonly rounds: RoundStates;
}

export interface RoundBallots {
  readonly receipts?: readonly string[];
  readonly ballots?: readonly PublishedBallot[];
}

/** What the room must know about a board when somebody enters it. */
export interface RoomState {
  /** A named or anonymous round is open: nobody may see what others look at. */
  readonly veiled: boolean;
}

/** Called in the same step as the answer is made, so that nobody falls between the two. */
export type Enter = (session: Session, room: RoomState) => void;

export interface JoinOptions {
  /** The code opens nothing by itself: only a key or a known member's token does. */
  readonly codeOpensNothing?: boolean;
  /** Asked before somebody becomes a new member of a board, and counts them. */
  readonly mayAdd?: MayAdd;
}
export type MayAdd = (board: string) => Allowance;

/** A board is asked for by its id or, in `join`, `authorize` and `read`, by its code. */
export interface Boards {
  readonly epoch: string;
  /** How many are in memory. */
  readonly awake: number;
  /** `exists` for an id that is there; without an id one is drawn. */
  create(id: string | undefined, content: NewBoardContent): Promise<Result<CreatedBoard>>;
  join(request: JoinRequest, enter: Enter, options?: JoinOptions): Promise<Result<JoinAnswer>>;
  /** `answered` is called in the step in which the answer is made. */
  sync(session: Session, request: SyncRequest, answered?: () => void): Promise<Result<SyncAnswer>>;
  do(session: Session, command: Command): Promise<Result<DoAnswer>>;
  /** Checks a key or a member's token: `bad-key`, `not-allowed` for a removed member, `not-found` for an unknown board. */
  authorize(board: string, credential: Credential): Promise<Result<Session>>;
  read(board: string): Promise<Result<PublishedBoard>>;
  events(board: string): Promise<Result<readonly Event[]>>;
  /** The totals of live rounds over time, as far as they were published. */
  points(board: string): Promise<Result<HistoryPoints>>;
  /** `not-revealed` before the reveal; of a live round what its published tally comes to at any time. */
  result(board: string, round: string): Promise<Result<CountedResult>>;
  /** `not-revealed` before the reveal. */
  ballots(board: string, round: string): Promise<Result<RoundBallots>>;
  /** Replaces a key and those below it; `proof` is the facilitator's key. `bad-key`, `not-allowed` for a lower one. */
  rotate(board: string, proof: string, change: KeyChange): Promise<Result<RotatedKeys & { readonly board: string }>>;
  erase(board: string): Promise<Result<null>>;
  close(): Promise<void>;
}

/** A member's ballot after a change; null: taken back. */
export interface MyBallotChange {
  /** Whose command it was, as it was handed in. */
  readonly session: Session;
  readonly round: string;
  readonly ballot: Ballot | null;
  readonly done: boolean;
}

/** A member's own held note after a change; null: discarded. */
export interface MyHeldChange {
  readonly session: Session;
  readonly round: string;
  readonly note: string;
  readonly held: HeldNote | null;
}

/** What the boards tell the world. The realtime door implements it with rooms; tests with arrays. */
export interface Announcer {
  /** Publishes to everybody in the board's room. */
  update(update: BoardUpdate): void;
  /** Replaces everything that anybody in the room knows. */
  state(state: BoardState): void;
  /** To the sockets of one member, save the one that sent it. */
  mine(mine: MyBallotChange): void;
  /** To the same sockets. */
  held(held: MyHeldChange): void;
  /** To everybody on the board, or to one member; then their sockets are disconnected for good. */
  ended(board: string, reason: 'erased' | 'removed', member?: string): void;
  /** Keys of these roles open the board no more: who came by one and is no member is cut off, and may come back. */
  retired(board: string, roles: ReadonlySet<Role>): void;
  /** Whether anybody is in the board's room. */
  isOccupied(board: string): boolean;
}

/** The clock, the dice and the alarm: passed in, so that tests hold them. */
export interface Surroundings {
  now(): number;
  randomBytes(count: number): Uint8Array;
  /** Calls back once after `ms`; the answer cancels. */
  after(ms: number, callback: () => void): () => void;
}
