// Owns what this browser knows of one board: the confirmed state, its own pending commands, and the picture of both.
// Plain TypeScript: no Lit, no socket. The connection feeds it and empties its queue; pages read `view`.
import { type Board, type Role, eligibleCount, roundOf } from '../../shared/board/board.ts';
import type { Command, CommandOf } from '../../shared/board/commands.ts';
import { evolve } from '../../shared/board/evolve.ts';
import { fromSnapshot } from '../../shared/board/snapshot.ts';
import type {
  BoardState,
  BoardUpdate,
  DoAnswer,
  Here,
  JoinAnswer,
  LowerKeys,
  Presence,
  PresenceUpdate,
  SyncAnswer,
  You,
} from '../../shared/protocol.ts';
import type { WireError } from '../../shared/rejections.ts';
import { type Result, ok } from '../../shared/result.ts';
import type { Ballot, StoredBallot } from '../../shared/voting/ballots.ts';
import { methodOf } from '../../shared/voting/methods.ts';
import type { BoardView, ConnectionState, MyBallot, Refusal } from '../board-view.ts';
import type { KeptBallot, Outbox } from './outbox.ts';
import { type Folded, type Pending, decideHere, enqueue, refold, waitingCells } from './pending.ts';
import { RoundViews } from './round-views.ts';

type BallotCommand = CommandOf<'ballot.cast'> | CommandOf<'ballot.withdraw'>;

const NOBODY: Here = { facilitators: 0, voters: 0, watchers: 0 };
/** A long line of refusals helps nobody: the latest ones say enough. */
const MOST_REFUSALS = 5;

export interface StoreParts {
  readonly outbox: Outbox;
  /** The browser's clock, in ms. */
  readonly now: () => number;
  readonly newId: () => string;
}

export class BoardStore {
  private readonly parts: StoreParts;
  private readonly listeners = new Set<() => void>();
  private board: Board | undefined;
  private epoch = '';
  private you: You = { role: 'watcher' };
  private readonly rounds = new RoundViews();
  private ballots = new Map<string, KeptBallot>();
  private pending: readonly Pending[] = [];
  private refusals: readonly Refusal[] = [];
  private here: Here = NOBODY;
  private presence: ReadonlyMap<string, Presence> = new Map();
  private connection: ConnectionState = { phase: 'connecting' };
  private keys: LowerKeys = {};
  private clockOffset = 0;
  private drawn: BoardView | undefined;
  private announced = false;

  constructor(parts: StoreParts) {
    this.parts = parts;
  }

  /** The picture; undefined until the first join. The same object as long as nothing changed. */
  get view(): BoardView | undefined {
    this.drawn ??= this.draw();
    return this.drawn;
  }

  /** Where this browser stands, to be sent along when it joins or syncs. */
  get position(): { readonly since: number; readonly epoch: string } | undefined {
    return this.board === undefined ? undefined : { since: this.board.revision, epoch: this.epoch };
  }

  get state(): ConnectionState {
    return this.connection;
  }

  /** Calls back, in a microtask of its own, after anything changed. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Takes up what an earlier page of this browser left behind. All of it may have been sent. */
  async restore(board: string): Promise<void> {
    const kept = await this.parts.outbox.open(board);
    this.pending = [...kept.commands.map((command) => ({ command, sent: true })), ...this.pending];
    for (const [round, ballot] of kept.ballots) if (!this.ballots.has(round)) this.ballots.set(round, ballot);
    this.changed();
  }

  /**
   * Decides a command here and queues it. What the server would refuse is refused at once, with the same reason.
   */
  do(fields: Omit<Command, 'id'>): Result<Command> {
    const command = { ...fields, id: this.parts.newId() } as Command;
    const state = this.folded();
    if (state !== undefined) {
      const decided = decideHere(state, command, this.you.id, this.serverNow());
      if (!decided.ok) {
        this.tellRefusal({ command: command.id, type: command.type, error: decided.error });
        return decided;
      }
    }
    this.pending = enqueue(this.pending, command);
    this.keepPending();
    return ok(command);
  }

  /** The command to send next: one at a time, in order, so that a later score never overtakes an earlier one. */
  next(): Command | undefined {
    const first = this.pending.find(({ answer }) => answer === undefined);
    if (first === undefined) return undefined;
    if (!first.sent) this.pending = this.pending.map((entry) => (entry === first ? { ...entry, sent: true } : entry));
    return first.command;
  }

  acknowledged(id: string, answer: DoAnswer): void {
    const entry = this.pending.find(({ command }) => command.id === id);
    if (entry === undefined) return;
    const { command } = entry;
    if (command.type === 'ballot.cast' || command.type === 'ballot.withdraw') this.confirmBallot(command, answer);
    this.pending = this.pending.map((other) => (other === entry ? { ...entry, answer } : other));
    this.settle();
    this.keepPending();
  }

  refused(id: string, error: WireError): void {
    const entry = this.pending.find(({ command }) => command.id === id);
    if (entry === undefined) return;
    const { message, ...rejection } = error;
    const refusal: Refusal = { command: id, type: entry.command.type, error: rejection, message };
    this.pending = this.pending.filter((other) => other !== entry);
    this.tellRefusal(refusal);
    this.keepPending();
  }

  dismissRefusals(): void {
    this.refusals = [];
    this.changed();
  }

  joined(answer: JoinAnswer, askedAt: number): void {
    const now = this.parts.now();
    // The server's time was read somewhere between asking and hearing.
    this.clockOffset = Date.parse(answer.serverTime) - (askedAt + now) / 2;
    this.you = answer.you;
    this.keys = answer.keys ?? {};
    this.presence = new Map();
    this.caughtUp(answer);
    this.takeOwnBallots(answer);
    this.connection = { phase: 'live' };
    this.changed();
  }

  synced(answer: SyncAnswer): void {
    this.caughtUp(answer);
    this.changed();
  }

  /** False when something in between is missing: ask for it. */
  updated(update: BoardUpdate): boolean {
    if (this.board === undefined || update.from > this.board.revision) return false;
    this.board = update.events
      .filter((event) => event.revision > update.from)
      .reduce<Board>((board, event) => {
        return event.revision === board.revision + 1 ? evolve(board, event) : board;
      }, this.board);
    const complete = this.rounds.merge(update.rounds ?? {});
    this.settle();
    this.changed();
    return complete;
  }

  replaced(state: BoardState): void {
    this.caughtUp(state);
    this.changed();
  }

  /** One's own ballot, cast from another device. */
  castElsewhere(round: string, ballot: Ballot | null, done?: boolean): void {
    if (ballot === null) {
      this.ballots.delete(round);
      this.parts.outbox.dropBallot(round);
    } else
      this.keepBallot(round, {
        ...this.ballots.get(round),
        ballot,
        done: done ?? this.ballots.get(round)?.done ?? false,
      });
    this.changed();
  }

  present(update: PresenceUpdate): void {
    this.here = update.here;
    const presence = new Map(this.presence);
    for (const [member, state] of Object.entries(update.members ?? {})) {
      if (state === null) presence.delete(member);
      else presence.set(member, state);
    }
    this.presence = presence;
    this.changed();
  }

  connected(state: ConnectionState): void {
    this.connection = state;
    if (state.phase !== 'live') this.here = NOBODY;
    this.changed();
  }

  private serverNow(): number {
    return this.parts.now() + this.clockOffset;
  }

  private caughtUp(answer: SyncAnswer): void {
    const sameStory = this.board !== undefined && answer.epoch === this.epoch;
    if (answer.snapshot !== undefined) this.board = fromSnapshot(answer.snapshot, answer.revision);
    else if (sameStory && this.board !== undefined) {
      const { revision } = this.board;
      this.board = answer.events.filter((event) => event.revision > revision).reduce<Board>(evolve, this.board);
    }
    this.epoch = answer.epoch;
    this.rounds.replace(answer.rounds);
    this.settle();
  }

  /** The server's word on open and named rounds; of the others it has forgotten, only this browser remembers. */
  private takeOwnBallots(answer: JoinAnswer): void {
    for (const round of this.board?.rounds ?? []) {
      const ballot = answer.ballots[round.id];
      const receipt = answer.receipts[round.id];
      if (ballot !== undefined) {
        const kept = { ballot, done: answer.done[round.id] ?? false, ...(receipt !== undefined && { receipt }) };
        this.keepBallot(round.id, kept);
      } else if (round.state === 'open' && this.ballots.delete(round.id)) this.parts.outbox.dropBallot(round.id);
    }
  }

  /** The server has taken the ballot, whatever this browser's clock thinks of the round by now. */
  private confirmBallot(command: BallotCommand, answer: DoAnswer): void {
    const round = this.board === undefined ? undefined : roundOf(this.board, command.round);
    const before = this.ballots.get(command.round);
    if (command.type === 'ballot.withdraw' || round === undefined) {
      this.ballots.delete(command.round);
      this.parts.outbox.dropBallot(command.round);
      return;
    }
    const cast = methodOf(round.method).cast(round, before?.ballot, command.ballot);
    if (!cast.ok) return;
    const receipt = answer.receipt ?? before?.receipt;
    const done = command.done ?? before?.done ?? false;
    this.keepBallot(command.round, { ballot: cast.value, done, ...(receipt !== undefined && { receipt }) });
  }

  private tellRefusal(refusal: Refusal): void {
    this.refusals = [...this.refusals, refusal].slice(-MOST_REFUSALS);
    this.changed();
  }

  private keepBallot(round: string, ballot: KeptBallot): void {
    this.ballots.set(round, ballot);
    this.parts.outbox.keepBallot(round, ballot);
  }

  /** Commands whose effect has arrived leave the queue; a ballot's effect arrives with its answer. */
  private settle(): void {
    const revision = this.board?.revision ?? 0;
    this.pending = this.pending.filter(({ answer }) => answer === undefined || answer.revision > revision);
  }

  private keepPending(): void {
    this.parts.outbox.keepCommands(
      this.pending.filter(({ answer }) => answer === undefined).map(({ command }) => command),
    );
    this.changed();
  }

  private folded(pending = this.pending): Folded | undefined {
    if (this.board === undefined) return undefined;
    const mine = new Map<string, StoredBallot>(this.ballots);
    return refold({ board: this.board, mine }, pending, this.you.id, this.serverNow());
  }

  private draw(): BoardView | undefined {
    const folded = this.folded();
    if (folded === undefined) return undefined;
    const { board } = folded;
    const mine = new Map<string, MyBallot>();
    for (const round of board.rounds) {
      const ballot = folded.mine.get(round.id);
      const receipt = this.ballots.get(round.id)?.receipt;
      mine.set(round.id, {
        ballot: ballot?.ballot,
        done: ballot?.done ?? false,
        waiting: waitingCells(this.pending, round.id),
        ...(receipt !== undefined && { receipt }),
      });
    }
    const unanswered = this.pending.filter(({ answer }) => answer === undefined);
    const notes = unanswered.flatMap(({ command }) => ('note' in command ? [command.note] : []));
    return {
      board,
      you: this.ownName(board),
      rounds: this.rounds.view(board, eligibleCount(board)),
      mine,
      waiting: unanswered.length,
      waitingNotes: new Set(notes),
      refusals: this.refusals,
      here: this.here,
      presence: this.presence,
      connection: this.connection,
      keys: this.keys,
      clockOffset: this.clockOffset,
    };
  }

  /** Name and role follow the board: another member may have changed the role meanwhile. */
  private ownName(board: Board): You {
    const member = this.you.id === undefined ? undefined : board.members.get(this.you.id);
    if (member === undefined) return this.you;
    return { ...this.you, name: member.name, role: member.role satisfies Role };
  }

  private changed(): void {
    this.drawn = undefined;
    if (this.announced) return;
    this.announced = true;
    queueMicrotask(() => {
      this.announced = false;
      for (const listener of this.listeners) listener();
    });
  }
}
