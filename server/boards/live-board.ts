// One board that is awake: its queue, what of it is published, its round's clock, and what the doors ask of it.
import { openRound } from '../../shared/board/board.ts';
import type { Command } from '../../shared/board/commands.ts';
import type { Event } from '../../shared/board/events.ts';
import type { HeldChange, HeldNote } from '../../shared/board/held-notes.ts';
import type { BoardLimits } from '../../shared/bounds.ts';
import type { DoAnswer, RoundStates, SyncAnswer, SyncRequest } from '../../shared/protocol.ts';
import { type Result, reject } from '../../shared/result.ts';
import type { Logger } from '../log.ts';
import type { BallotChange, Commit, Store, StoredBoard } from '../store/store.ts';
import { BoardContents } from './board-contents.ts';
import type { Announcer, RoomState, Session, Surroundings } from './boards.ts';
import { SnapshotCache, catchUp } from './catch-up.ts';
import { type Changed, closingTask, commandTask, type MemberSession } from './command-task.ts';
import { HistoryKeeper } from './history-keeper.ts';
import { retiredWith } from './key-rotation.ts';
import { Publication } from './publication.ts';
import { RoundClock, isDueToClose } from './round-clock.ts';
import type { Task } from './task.ts';
import { TaskQueue } from './task-queue.ts';
import { type Interval, Ticker } from './ticker.ts';

const SNAPSHOT_EVERY = 200;
/** How long after a close that could not be kept the server tries again. */
const CLOSE_AGAIN_MS = 1000;

const isMember = (session: Session): session is MemberSession => session.member !== undefined;

export interface LiveBoardParts {
  readonly store: Store;
  readonly announcer: Announcer;
  readonly surroundings: Surroundings;
  readonly limits: BoardLimits;
  readonly interval: Interval;
  readonly log: Logger;
}

export class LiveBoard {
  readonly id: string;
  readonly #parts: LiveBoardParts;
  readonly #queue: TaskQueue;
  readonly #publication: Publication;
  readonly #ticker: Ticker;
  readonly #clock: RoundClock;
  readonly #snapshots = new SnapshotCache();
  readonly #history: HistoryKeeper;
  readonly #changed: Changed = {
    ballot: (session, change) => this.#ballotChanged(session, change),
    held: (session, change) => this.#heldChanged(session, change),
  };
  #keptSnapshot: number;
  #closing = false;
  #cancelLook: (() => void) | undefined;
  /** Told to the world when the answers of a batch are out. */
  #announcements: (() => void)[] = [];
  /** Who changed their own ballot since, and the last change to each member's: only one round is open at a time. */
  readonly #changedBy = new Set<Session>();
  readonly #lastChanges = new Map<string, BallotChange>();
  /** The same of held notes, by round, member and note; null: discarded. */
  #lastHeld = new Map<string, HeldNote | null>();
  /** Read again with the board: the events after the published ones. */
  #unpublished: readonly Event[] = [];

  constructor(stored: StoredBoard, parts: LiveBoardParts) {
    const { surroundings, store, log } = parts;
    const contents = BoardContents.from(stored);
    this.id = stored.board;
    this.#parts = parts;
    this.#keptSnapshot = stored.snapshot?.revision ?? 0;
    this.#publication = new Publication(contents, stored.events, surroundings.now());
    this.#ticker = new Ticker(
      surroundings,
      () => parts.interval(stored.board),
      () => this.#publish(),
    );
    this.#history = new HistoryKeeper({ board: stored.board, store, log });
    this.#clock = new RoundClock(surroundings, () => void this.#closeRound());
    this.#queue = new TaskQueue(contents, {
      board: stored.board,
      store,
      log,
      reload: () => this.#reload(),
      committing: (commit, committed) => this.#committing(commit, committed),
      settled: () => this.#settled(),
      reloaded: (committed) => this.#publication.reloaded(committed, this.#unpublished),
    });
    this.#clock.look(contents);
  }

  get committed(): BoardContents {
    return this.#queue.committed;
  }

  /** Nothing is decided that is not on disk. */
  get isSettled(): boolean {
    return this.#queue.idle;
  }

  /** Nothing would be lost by forgetting the board: all is on disk and published, and no alarm is set. */
  get isQuiet(): boolean {
    const alarms = this.#ticker.isSet || this.#clock.isSet || this.#cancelLook !== undefined || this.#closing;
    return this.#queue.idle && !alarms;
  }

  get room(): RoomState {
    const round = openRound(this.committed.board);
    return { veiled: round !== undefined && round.secrecy !== 'live' };
  }

  get rounds(): RoundStates {
    return this.#publication.states(this.committed, this.#parts.surroundings.now());
  }

  submit<T>(task: Task<T>): Promise<Result<T>> {
    return this.#queue.submit(task);
  }

  do(session: Session, command: Command): Promise<Result<DoAnswer>> {
    if (!isMember(session)) return Promise.resolve(reject('not-allowed'));
    return this.#queue.submit(commandTask(command, session, this.#parts, this.#changed));
  }

  /**
   * Two devices of one member may have changed a ballot in one batch: what is told comes after both answers, so it is
   * what both changes came to.
   */
  #ballotChanged(session: Session, change: BallotChange): void {
    if (change.member !== session.member) return;
    this.#changedBy.add(session);
    this.#lastChanges.set(change.member, change);
  }

  /** As with ballots, what is told of a held note comes after the answers, so it is what the changes of it came to. */
  #heldChanged(session: Session, change: HeldChange): void {
    if (change.kind === 'leave') return;
    const { round, member } = change;
    const [note, held] = change.kind === 'put' ? [change.held.note, change.held] : [change.note, null];
    const key = `${round} ${member} ${note}`;
    this.#lastHeld.set(key, held);
    this.#announcements.push(() =>
      this.#parts.announcer.held({ session, round, note, held: this.#lastHeld.get(key) ?? null }),
    );
  }

  /** Committed state and published numbers for somebody who stands at a position, or anew. */
  catchUp(position: SyncRequest): SyncAnswer {
    const { epoch } = this.#parts.store;
    const contents = this.committed;
    const caught = catchUp(contents, this.#snapshots, { ...position, ours: epoch }, (revision) =>
      this.#publication.eventsAfter(revision, contents),
    );
    return { epoch, revision: contents.revision, rounds: this.rounds, ...caught };
  }

  /** Resolves when the published numbers are those on disk, after the next update if need be. */
  async current(): Promise<void> {
    const isCurrent = () => this.#publication.isCurrent(this.committed, this.#parts.surroundings.now());
    if (!isCurrent()) await this.#ticker.next();
  }

  /** Refuses what waits, and falls silent. */
  async end(): Promise<void> {
    await this.#queue.end();
    this.#sleep();
  }

  /** Finishes what waits and publishes it. */
  async close(): Promise<void> {
    await this.#queue.drained();
    this.#ticker.flush();
    this.#sleep();
  }

  /** Alarms off; to be used when the board is forgotten. */
  #sleep(): void {
    this.#ticker.stop();
    this.#clock.stop();
    this.#cancelLook?.();
    this.#cancelLook = undefined;
  }

  #committing(commit: Commit, committed: BoardContents): void {
    this.#publication.committing(commit, committed);
    const { announcer } = this.#parts;
    // The store has dropped the snapshot, which still had the text.
    if (commit.redacts !== undefined) this.#keptSnapshot = 0;
    for (const event of commit.events) {
      if (event.type === 'member.removed') {
        this.#announcements.push(() => announcer.ended(this.id, 'removed', event.member));
      } else if (event.type === 'key.rotated') {
        this.#announcements.push(() => announcer.retired(this.id, retiredWith[event.role]));
      }
    }
  }

  #tellMine(): void {
    for (const session of this.#changedBy) {
      const change = session.member === undefined ? undefined : this.#lastChanges.get(session.member);
      if (change === undefined) continue;
      const { round, next } = change;
      this.#parts.announcer.mine({ session, round, ballot: next?.ballot ?? null, done: next?.done ?? false });
    }
    this.#changedBy.clear();
    this.#lastChanges.clear();
  }

  #settled(): void {
    this.#tellMine();
    for (const announce of this.#announcements.splice(0)) announce();
    this.#lastHeld.clear();
    if (this.#publication.isUrgent) this.#ticker.flush();
    else this.#ticker.touch();
    this.#clock.look(this.committed);
    this.#keepSnapshot();
  }

  /** True when there was something to publish. */
  #publish(): boolean {
    const { surroundings, announcer } = this.#parts;
    const now = surroundings.now();
    const update = this.#publication.update(this.committed, now);
    if (update !== undefined) announcer.update(update);
    const due = this.#publication.heldBackUntil(this.committed, now);
    if (due !== undefined) this.#lookAgain(due - now);
    const live = this.#publication.lastLive(this.committed, now);
    const pointDue = live && this.#history.look(live, now);
    if (pointDue !== undefined) this.#lookAgain(pointDue - now);
    return update !== undefined;
  }

  async #closeRound(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    const { surroundings } = this.#parts;
    const closed = await this.#queue.submit(closingTask((head) => isDueToClose(head, surroundings.now()), this.#parts));
    this.#closing = false;
    if (!closed.ok && closed.error.code !== 'ended') {
      this.#lookAgain(CLOSE_AGAIN_MS);
    }
  }

  #lookAgain(ms: number): void {
    this.#cancelLook ??= this.#parts.surroundings.after(ms, () => {
      this.#cancelLook = undefined;
      this.#ticker.touch();
      this.#clock.look(this.committed);
    });
  }

  async #reload(): Promise<BoardContents | undefined> {
    const { store } = this.#parts;
    const stored = await store.load(this.id);
    if (stored === undefined) return undefined;
    const contents = BoardContents.from(stored);
    const since = await store.eventsAfter(this.id, this.#publication.revision);
    this.#unpublished = since.filter(({ revision }) => revision <= contents.revision);
    return contents;
  }

  #keepSnapshot(): void {
    const { revision } = this.committed;
    if (revision - this.#keptSnapshot < SNAPSHOT_EVERY) return;
    this.#keptSnapshot = revision;
    const body = JSON.stringify(this.#snapshots.of(this.committed));
    this.#parts.store.keepSnapshot(this.id, revision, body).catch((error: unknown) => {
      this.#parts.log.warn({ board: this.id, error: String(error) }, 'a snapshot was not kept');
    });
  }
}
