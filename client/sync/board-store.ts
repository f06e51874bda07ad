// Owns what this browser knows of one board: the confirmed state, its own pending commands, and the picture of both.
// Plain TypeScript: no Lit, no socket. The connection feeds it and empties its queue; pages read `view`.
import { type Board, type Role, eligibleCount } from '../../shared/board/board.ts';
import type { Command } from '../../shared/board/commands.ts';
import type { HeldNote } from '../../shared/board/held-notes.ts';
import type {
  BoardState,
  BoardUpdate,
  DoAnswer,
  Here,
  JoinAnswer,
  LowerKeys,
  PresenceUpdate,
  SeenPresence,
  Signals,
  SyncAnswer,
  You,
} from '../../shared/protocol.ts';
import type { Rejection, WireError } from '../../shared/rejections.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import type { Ballot } from '../../shared/voting/ballots.ts';
import type { BoardView, ConnectionState, Refusal } from '../board-view.ts';
import { Confirmed } from './confirmed.ts';
import type { Kept, Outbox } from './outbox.ts';
import { type BallotCommand, OwnBallots } from './own-ballots.ts';
import { type HeldCommand, OwnHeldNotes } from './own-held-notes.ts';
import { ownThings } from './own-things.ts';
import { RecordedBallots, isForGuest } from './recorded-ballots.ts';
import { type Folded, type Pending, decideHere, enqueue, refold } from './pending.ts';

const NOBODY: Here = { facilitators: 0, voters: 0, watchers: 0 };
const SILENCE: Signals = { ready: 0, hands: 0, more: 0 };
/** A long line of refusals helps nobody: the latest ones say enough. */
const MOST_REFUSALS = 5;
/** The transport cuts off messages of 64 KiB without a word; in bytes, with room for what goes around a command. */
const HEAVIEST_COMMAND = 60_000;

const isBallot = (command: Command): command is BallotCommand =>
  command.type === 'ballot.cast' || (command.type === 'ballot.withdraw' && !isForGuest(command));
const isHeld = (command: Command): command is HeldCommand =>
  command.type === 'note.hold' || command.type === 'note.discard';
const isOnItsWay = ({ sent, answer }: Pending): boolean => sent && answer === undefined;
const weight = (command: Command): number => new TextEncoder().encode(JSON.stringify(command)).length;

export interface StoreParts {
  readonly outbox: Outbox;
  /** The browser's clock, in ms. */
  readonly now: () => number;
  readonly newId: () => string;
}

export class BoardStore {
  private readonly parts: StoreParts;
  private readonly listeners = new Set<() => void>();
  private readonly confirmed = new Confirmed();
  private you: You = { role: 'watcher' };
  private readonly ballots: OwnBallots;
  private readonly recorded = new RecordedBallots();
  private readonly held = new OwnHeldNotes();
  private salts: ReadonlyMap<string, string> = new Map();
  /** What an earlier page left behind comes first, so nothing is sent before it is known. */
  private shelf: { readonly name: string; opened: boolean; readonly taken: Promise<void> } | undefined;
  private pending: readonly Pending[] = [];
  private refusals: readonly Refusal[] = [];
  private here: Here = NOBODY;
  private presence: ReadonlyMap<string, SeenPresence> = new Map();
  private signals: Signals = SILENCE;
  private hands: readonly string[] = [];
  private connection: ConnectionState = { phase: 'connecting' };
  private keys: LowerKeys = {};
  private links: LowerKeys = {};
  private clockOffset = 0;
  private drawn: BoardView | undefined;
  private announced = false;
  private doubt = false;

  constructor(parts: StoreParts) {
    this.parts = parts;
    this.ballots = new OwnBallots(parts.outbox);
  }

  /** The picture; undefined until the first join. The same object as long as nothing changed. */
  get view(): BoardView | undefined {
    this.drawn ??= this.draw();
    return this.drawn;
  }

  /** Where this browser stands, to be sent along when it joins or syncs. */
  get position(): Confirmed['position'] {
    return this.confirmed.position;
  }

  get state(): ConnectionState {
    return this.connection;
  }

  /** The browser's clock, in ms. */
  get now(): number {
    return this.parts.now();
  }

  /** One's own ballots may have been changed elsewhere meanwhile: only a join tells what they are. */
  get unsure(): boolean {
    return this.doubt;
  }

  /** Calls back, in a microtask of its own, after anything changed. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Takes up what an earlier page of this browser left behind for the member who joined; resolves when that is done.
   * A join does it by itself.
   */
  async restore(board: string): Promise<void> {
    const { id } = this.you;
    if (id === undefined) return;
    const name = `${board}/${id}`;
    this.shelf ??= { name, opened: false, taken: this.parts.outbox.open(name).then((kept) => this.takeUp(name, kept)) };
    await this.shelf.taken;
  }

  /**
   * Decides a command here and queues it. What the server would refuse is refused at once, with the same reason, and
   * shown among the refusals.
   */
  do(fields: Omit<Command, 'id'>): Result<Command> {
    const command = { ...fields, id: this.parts.newId() } as Command;
    const state = this.folded();
    const heavy = weight(command) > HEAVIEST_COMMAND;
    const decided = state && decideHere(state, command, this.you.id, this.serverNow());
    const refusal = heavy ? reject('too-large') : decided;
    if (refusal?.ok === false) {
      this.refuse(command, refusal.error);
      this.changed();
      return refusal;
    }
    this.pending = enqueue(this.pending, command);
    this.keepPending();
    return ok(this.pending.at(-1)?.command ?? command);
  }

  /** The command to send next: one at a time, in order, so that a later score never overtakes an earlier one. */
  next(): Command | undefined {
    // A watcher has nothing to send; what a member left behind waits until that member is back.
    if (this.shelf?.opened !== true) return undefined;
    const first = this.pending.find(({ answer }) => answer === undefined);
    if (first === undefined) return undefined;
    if (!first.sent) this.pending = this.pending.map((entry) => (entry === first ? { ...entry, sent: true } : entry));
    return first.command;
  }

  acknowledged(id: string, answer: DoAnswer): void {
    const entry = this.pending.find(({ command }) => command.id === id);
    if (entry === undefined || entry.answer !== undefined) return;
    const { command } = entry;
    if (command.type === 'note.redact' && answer.receipt !== undefined) {
      this.salts = new Map(this.salts).set(command.note, answer.receipt);
    }
    if (isBallot(command) || isHeld(command)) {
      const news = isHeld(command)
        ? this.held.taken(command)
        : this.board !== undefined && this.ballots.taken(this.board, command, answer);
      // The answer to a repeat says nothing of what other devices did after the first copy.
      if (news && entry.doubtful === true) this.doubt = true;
      // The effect is one's own ballot or held note, and that is here. No later news of it may be covered by this one.
      this.pending = this.pending.filter((other) => other !== entry);
    } else if (isForGuest(command)) {
      if (this.board !== undefined) this.recorded.taken(this.board, command, answer);
      this.pending = this.pending.filter((other) => other !== entry);
    } else this.pending = this.pending.map((other) => (other === entry ? { ...entry, answer } : other));
    this.settle();
    this.keepPending();
  }

  refused(id: string, error: WireError): void {
    const entry = this.pending.find(({ command }) => command.id === id);
    if (entry === undefined || entry.answer !== undefined) return;
    const { message, ...rejection } = error;
    this.refuse(entry.command, rejection, message);
    this.pending = this.pending.filter((other) => other !== entry);
    this.keepPending();
  }

  /** The server knows less than it told us once: what it says next counts, and nothing of before. */
  distrust(): void {
    this.confirmed.distrust();
  }

  dismissRefusals(): void {
    this.refusals = [];
    this.changed();
  }

  joined(answer: JoinAnswer, askedAt: number): void {
    // The server's time was read somewhere between asking and hearing.
    this.clockOffset = Date.parse(answer.serverTime) - (askedAt + this.now) / 2;
    if (this.you.id !== undefined && this.you.id !== answer.you.id) this.leaveTo();
    this.you = answer.you;
    this.keys = answer.keys ?? {};
    this.links = answer.links ?? {};
    this.presence = new Map();
    this.hands = [];
    this.caughtUp(answer);
    if (this.board !== undefined) {
      this.ballots.joined(this.board, answer);
      this.held.joined(this.board, answer.held);
    }
    this.pending = this.pending.map((entry) => (isOnItsWay(entry) ? { ...entry, doubtful: true } : entry));
    this.doubt = false;
    this.connection = { phase: 'live' };
    void this.restore(answer.board);
    this.changed();
  }

  synced(answer: SyncAnswer): void {
    const startedOver = this.caughtUp(answer);
    // One's own ballots are told by a join only.
    if (startedOver) this.doubt = true;
    this.changed();
  }

  /** False when something in between is missing: ask for it. */
  updated(update: BoardUpdate): boolean {
    const complete = this.confirmed.follow(update);
    this.settle();
    this.changed();
    return complete;
  }

  /** A whole board, sent after this browser lagged behind or the server was restored. */
  replaced(state: BoardState): void {
    if (this.board === undefined || state.board === this.board.id) this.synced(state);
  }

  /** One's own ballot, cast from another device. */
  castElsewhere(round: string, ballot: Ballot | null, done?: boolean): void {
    if (this.ballots.told(round, ballot, done)) {
      this.doubtThose((command) => isBallot(command) && command.round === round);
    }
    this.changed();
  }

  /** One's own held note, written or discarded on another device. */
  heldElsewhere(round: string, note: string, held: HeldNote | null): void {
    if (this.held.told(round, note, held)) this.doubtThose((command) => isHeld(command) && command.note === note);
    this.changed();
  }

  /** The server may have taken those on their way before what it says of the same thing now. */
  private doubtThose(meets: (command: Command) => boolean): void {
    this.pending = this.pending.map((entry) =>
      isOnItsWay(entry) && meets(entry.command) ? { ...entry, doubtful: true } : entry,
    );
  }

  present(update: PresenceUpdate): void {
    this.here = update.here;
    this.signals = update.counts;
    this.hands = update.hands ?? this.hands;
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
    if (state.phase !== 'live') this.signals = SILENCE;
    this.changed();
  }

  private takeUp(name: string, kept: Kept): void {
    const { shelf, board } = this;
    if (shelf?.name !== name || board === undefined) return;
    shelf.opened = true;
    const here = new Set(this.pending.map(({ command }) => command.id));
    // All of it may have been sent, and by now be followed by others.
    const left = kept.commands.filter(({ id }) => !here.has(id));
    this.pending = [...left.map((command): Pending => ({ command, sent: true, doubtful: true })), ...this.pending];
    this.ballots.restored(board, kept.ballots);
    this.keepPending();
  }

  /** Another member sits here now, or nobody: what the one before left waits on their own shelf. */
  private leaveTo(): void {
    this.shelf = undefined;
    this.pending = [];
    this.ballots.forget();
    this.recorded.forget();
    this.held.forget();
  }

  private refuse(command: Command, error: Rejection, message?: string): void {
    const refusal = { command: command.id, type: command.type, error, ...(message !== undefined && { message }) };
    this.refusals = [...this.refusals, refusal].slice(-MOST_REFUSALS);
  }

  private get board(): Board | undefined {
    return this.confirmed.board;
  }

  private serverNow(): number {
    return this.now + this.clockOffset;
  }

  /** True when another story begins: what was acknowledged in the one before may never have happened in it. */
  private caughtUp(answer: SyncAnswer): boolean {
    const startedOver = this.confirmed.catchUp(answer);
    if (startedOver) this.pending = this.pending.filter(({ answer: taken }) => taken === undefined);
    if (startedOver) this.recorded.forget();
    this.settle();
    return startedOver;
  }

  /** Commands whose effect has arrived leave the queue; a ballot's effect arrives with its answer. */
  private settle(): void {
    const revision = this.board?.revision ?? 0;
    if (this.board !== undefined) this.recorded.tidy(this.board);
    this.pending = this.pending.filter(({ answer }) => answer === undefined || answer.revision > revision);
  }

  private keepPending(): void {
    this.parts.outbox.keepCommands(
      this.pending.filter(({ answer }) => answer === undefined).map(({ command }) => command),
    );
    this.changed();
  }

  private folded(): Folded | undefined {
    if (this.board === undefined) return undefined;
    const { board } = this;
    const held = this.held.holding(board);
    const confirmed = { board, mine: this.ballots.all, recorded: this.recorded.all, held };
    return refold(confirmed, this.pending, this.you.id, this.serverNow());
  }

  private draw(): BoardView | undefined {
    const folded = this.folded();
    if (folded === undefined) return undefined;
    const { board } = folded;
    return {
      board,
      you: this.ownName(board),
      rounds: this.confirmed.rounds.view(board, eligibleCount(board)),
      ...ownThings(folded, this.pending, this.ballots.all, this.recorded.all),
      salts: this.salts,
      refusals: this.refusals,
      here: this.here,
      presence: this.presence,
      signals: this.signals,
      hands: this.hands,
      connection: this.connection,
      keys: this.keys,
      links: this.links,
      clockOffset: this.clockOffset,
    };
  }

  /** Name and role follow the board, and whether one is let in: others may have changed that meanwhile. */
  private ownName(board: Board): You {
    const member = this.you.id === undefined ? undefined : board.members.get(this.you.id);
    if (member === undefined) return this.you;
    const { waiting: _, ...you } = this.you;
    // Who waits watches.
    if (member.waiting === true) return { ...you, name: member.name, role: 'watcher', waiting: true };
    return { ...you, name: member.name, role: member.role satisfies Role };
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
