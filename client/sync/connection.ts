// Owns the line of one page to the server: a state machine around one line. Joining, reconnecting and repairing a
// gap are one path: say where we stand, take what comes.
import type { Command } from '../../shared/board/commands.ts';
import type {
  BoardUpdate,
  DoAnswer,
  JoinAnswer,
  JoinRequest,
  MemberClaim,
  Presence,
  Reply,
} from '../../shared/protocol.ts';
import type { Language, RejectionCode, WireError } from '../../shared/rejections.ts';
import type { BoardStore } from './board-store.ts';
import { type Line, socketLine } from './line.ts';
import { RecordChannel } from './record-channel.ts';

/** Refusals that pass by themselves: the same question is asked again. */
const PASSING: ReadonlySet<RejectionCode> = new Set(['too-fast', 'try-again']);
const RETRY_MS = 1000;

export interface Credentials {
  /** An id or a code. */
  readonly board: string;
  readonly key?: string;
  readonly member?: MemberClaim;
  readonly language: Language;
}

/** What is waited for; each has a timer of its own, so that none puts off another. */
type Waiting = 'line' | 'join' | 'sync' | 'send';

export class Connection {
  private readonly store: BoardStore;
  private readonly line: Line;
  readonly record: RecordChannel;
  private credentials: Credentials;
  /** Told each answer to a join, with the key that was shown for it. */
  private readonly onJoined: (answer: JoinAnswer, key?: string) => void;
  /** What else there is to join with, when a key opens nothing any more. */
  private readonly otherThan: (key: string) => Credentials | undefined;
  /** In the board's room, and not about to join it anew. */
  private joined = false;
  private joining = 0;
  private sending = false;
  private syncing = false;
  private ended = false;
  /** Updates that came while a join or a sync was on its way, and may be ahead of its answer. */
  private early: BoardUpdate[] = [];
  private readonly timers = new Map<Waiting, ReturnType<typeof setTimeout>>();
  private presence: Presence = {};
  private readonly unsubscribe: () => void;

  constructor(
    store: BoardStore,
    credentials: Credentials,
    onJoined: Connection['onJoined'],
    line?: Line,
    otherThan: Connection['otherThan'] = () => undefined,
  ) {
    this.otherThan = otherThan;
    this.store = store;
    this.credentials = credentials;
    this.onJoined = onJoined;
    this.line = line ?? socketLine();
    this.record = new RecordChannel(this.line);
    this.listen();
    this.unsubscribe = store.subscribe(() => this.send());
    this.line.connect();
  }

  /** Joins again as somebody else on the same board: a guest who gave a name, a voter who got a better key. */
  joinAs(credentials: Credentials): void {
    this.credentials = credentials;
    this.ended = false;
    if (this.line.connected) this.join();
    else this.line.connect();
  }

  /** What one looks at and does; sent when it changes, and again after each join. */
  tell(presence: Presence): void {
    const { more, ...lasting } = presence;
    // Told again at a join, beside the name of who comes, it would not be private any more.
    if (more !== undefined && this.joined) this.line.tell({ more });
    this.tellLasting(lasting);
  }

  private tellLasting(presence: Presence): void {
    const next = { ...this.presence, ...presence };
    if (JSON.stringify(next) === JSON.stringify(this.presence)) return;
    this.presence = next;
    if (this.joined) this.line.tell(presence);
  }

  close(): void {
    this.unsubscribe();
    this.end();
  }

  private end(): void {
    this.ended = true;
    this.reset();
    this.line.disconnect();
  }

  private listen(): void {
    const { store } = this;
    const unlessEnded =
      <A extends unknown[]>(react: (...args: A) => void) =>
      (...args: A): void => {
        if (!this.ended) react(...args);
      };
    this.line.listen({
      opened: unlessEnded(() => this.join()),
      closed: unlessEnded((farewell) => this.cut(farewell)),
      failed: unlessEnded((code) => this.failed(code)),
      'board:update': unlessEnded((update) => this.updated(update)),
      'board:state': unlessEnded((state) => {
        store.replaced(state);
        this.record.entered();
      }),
      'record:update': unlessEnded((update) => this.record.heard(update)),
      'record:carets': unlessEnded((carets) => this.record.heardCarets(carets)),
      'ballot:mine': unlessEnded(({ round, ballot, done }) => store.castElsewhere(round, ballot, done)),
      'note:mine': unlessEnded(({ round, note, held }) => store.heldElsewhere(round, note, held)),
      'presence:update': unlessEnded((update) => store.present(update)),
      'board:ended': unlessEnded(({ reason }) => {
        this.end();
        store.connected({ phase: 'ended', reason });
      }),
    });
  }

  /** What was said and asked on a line that is no more. */
  private reset(): void {
    this.joined = false;
    this.record.left();
    this.joining = 0;
    this.sending = false;
    this.syncing = false;
    this.early = [];
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private cut(farewell: boolean): void {
    this.reset();
    // What was refused stays refused until the person does something about it.
    if (this.store.state.phase !== 'refused') this.store.connected({ phase: 'offline' });
    // A server that drains says farewell; we come back.
    if (farewell) this.later('line', () => this.line.connect());
  }

  private failed(code: RejectionCode | undefined): void {
    if (code === 'version') {
      this.store.connected({ phase: 'refused', error: { code } });
      return;
    }
    if (this.store.state.phase !== 'refused') this.store.connected({ phase: 'offline' });
    if (code !== undefined) this.later('line', () => this.line.connect());
  }

  private join(): void {
    const wasJoined = this.joined;
    // Nothing is sent meanwhile: what the answer says of one's own ballots is then the last word on them.
    this.joined = false;
    this.joining += 1;
    const askedAt = this.store.now;
    const { position } = this.store;
    const request: JoinRequest = { ...this.credentials, ...position };
    this.line.ask('board:join', request, (reply) => {
      if (reply === undefined) return this.restart();
      this.joining -= 1;
      if (!reply.ok) return this.refused(reply.error, wasJoined);
      this.joined = true;
      if (position !== undefined && reply.revision < position.since) this.store.distrust();
      this.store.joined(reply, askedAt);
      this.onJoined(reply, request.key);
      if (Object.keys(this.presence).length > 0) this.line.tell(this.presence);
      this.takeEarly();
      this.send();
      this.record.entered();
    });
  }

  /** A refused join leaves us where we were. */
  private refused(error: WireError, wasJoined: boolean): void {
    this.joined ||= wasJoined;
    if (this.joined) this.takeEarly();
    const { key } = this.credentials;
    const isRetired = error.code === 'bad-key' && error.field === 'key' && key !== undefined;
    const other = isRetired ? this.otherThan(key) : undefined;
    if (PASSING.has(error.code)) this.later('join', () => this.join(), error.retryAfter);
    else if (other !== undefined) this.joinAs(other);
    else this.store.connected({ phase: 'refused', error });
    this.send();
  }

  private updated(update: BoardUpdate): void {
    // The server may have sent it after making the answer that we wait for, and before sending that.
    if (!this.joined) {
      if (this.joining > 0) this.early.push(update);
    } else if (!this.store.updated(update)) {
      if (this.syncing) this.early.push(update);
      this.sync();
    } else if (this.credentials.key !== undefined && update.events.some(({ type }) => type === 'key.rotated')) {
      // Which keys there are to hand on now, a join tells; not asked by all at once.
      this.later('join', () => this.join(), RETRY_MS * (1 + 3 * Math.random()));
    }
  }

  private takeEarly(): void {
    const early = this.early.splice(0);
    for (const update of early) this.updated(update);
  }

  private sync(): void {
    if (this.syncing || !this.joined) return;
    this.syncing = true;
    this.line.ask('board:sync', this.store.position ?? {}, (reply) => {
      if (reply === undefined) return this.restart();
      this.syncing = false;
      if (reply.ok) {
        this.store.synced(reply);
        this.takeEarly();
      } else if (PASSING.has(reply.error.code)) this.later('sync', () => this.sync(), reply.error.retryAfter);
      else this.join();
    });
  }

  /** Sends the next waiting command, then the one after its answer. */
  private send(): void {
    if (!this.joined || this.sending) return;
    const command = this.store.next();
    if (command === undefined) {
      const { store, timers } = this;
      if (store.unsure && store.state.phase === 'live' && !timers.has('join')) this.join();
      return;
    }
    this.sending = true;
    this.line.ask('board:do', command, (reply) => {
      if (reply === undefined) return this.restart();
      this.answered(command, reply);
    });
  }

  private answered(command: Command, reply: Reply<DoAnswer>): void {
    if (!reply.ok && PASSING.has(reply.error.code)) {
      // Nothing else is sent meanwhile: a later score must not overtake this one.
      this.later('send', () => this.sendOn(), reply.error.retryAfter);
      return;
    }
    if (reply.ok) this.store.acknowledged(command.id, reply);
    else this.store.refused(command.id, reply.error);
    this.sendOn();
  }

  private sendOn(): void {
    this.sending = false;
    this.send();
  }

  /** No answer came: the line may be dead without knowing it. A new one starts with a join. */
  private restart(): void {
    if (this.ended || !this.line.connected) return;
    this.line.disconnect();
    this.line.connect();
  }

  private later(what: Waiting, action: () => void, ms = RETRY_MS): void {
    clearTimeout(this.timers.get(what));
    const due = (): void => {
      this.timers.delete(what);
      action();
    };
    // Never earlier than asked, and not all browsers of a room at once.
    this.timers.set(what, setTimeout(due, ms * (1 + Math.random() / 2)));
  }
}
