// Owns the line of one page to the server: a state machine around one socket. Joining, reconnecting and repairing a
// gap are one path: say where we stand, take what comes.
import { type Socket, io } from 'socket.io-client';
import type { Command } from '../../shared/board/commands.ts';
import {
  type ClientToServer,
  type DoAnswer,
  type JoinAnswer,
  type JoinRequest,
  type MemberClaim,
  PROTOCOL_VERSION,
  type Presence,
  type Reply,
  type ServerToClient,
} from '../../shared/protocol.ts';
import type { Language, WireError } from '../../shared/rejections.ts';
import type { BoardStore } from './board-store.ts';

/** Longer than any healthy answer takes; after it the line counts as broken and is made anew. */
const ANSWER_WITHIN_MS = 10_000;
/** Refusals that pass by themselves: the same command is sent again. */
const PASSING = new Set(['too-fast', 'try-again']);
const RETRY_MS = 1000;

export interface Credentials {
  /** An id or a code. */
  readonly board: string;
  readonly key?: string;
  readonly member?: MemberClaim;
  readonly language: Language;
}

type Line = Socket<ServerToClient, ClientToServer>;

export class Connection {
  private readonly store: BoardStore;
  private readonly line: Line;
  private credentials: Credentials;
  private readonly onJoined: (answer: JoinAnswer) => void;
  private joined = false;
  private sending = false;
  private syncing = false;
  private ended = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private presence: Presence = {};
  private readonly unsubscribe: () => void;

  constructor(store: BoardStore, credentials: Credentials, onJoined: (answer: JoinAnswer) => void, line?: Line) {
    this.store = store;
    this.credentials = credentials;
    this.onJoined = onJoined;
    this.line =
      line ??
      io({
        transports: ['websocket', 'polling'],
        auth: { version: PROTOCOL_VERSION },
        reconnectionDelay: 500,
        reconnectionDelayMax: 5000,
        randomizationFactor: 0.5,
        autoConnect: false,
      });
    this.listen();
    this.unsubscribe = store.subscribe(() => this.send());
    this.line.connect();
  }

  /** Joins again as somebody else on the same board: a guest who gave a name, a voter who got a better key. */
  joinAs(credentials: Credentials): void {
    this.credentials = credentials;
    if (this.line.connected) this.join();
    else this.line.connect();
  }

  /** What one looks at and does; sent when it changes, and again after each join. */
  tell(presence: Presence): void {
    const next = { ...this.presence, ...presence };
    if (JSON.stringify(next) === JSON.stringify(this.presence)) return;
    this.presence = next;
    if (this.joined) this.line.emit('presence:set', presence);
  }

  close(): void {
    this.unsubscribe();
    clearTimeout(this.retry);
    this.line.removeAllListeners();
    this.line.disconnect();
  }

  private listen(): void {
    const { line, store } = this;
    line.on('connect', () => this.join());
    line.on('disconnect', (reason) => {
      this.joined = false;
      this.sending = false;
      this.syncing = false;
      if (this.ended) return;
      store.connected({ phase: 'offline' });
      // The server cut the line to drain; socket.io takes that for a farewell, we come back.
      if (reason === 'io server disconnect') this.later(() => line.connect());
    });
    line.on('connect_error', (error) => {
      const { data } = error as Error & { data?: Partial<WireError> };
      if (data?.code === 'version') store.connected({ phase: 'refused', error: { code: 'version' } });
      else store.connected({ phase: 'offline' });
      // A refusal by the server ends socket.io's own attempts; only another version is final.
      if (data?.code !== undefined && data.code !== 'version') this.later(() => line.connect());
    });
    line.on('board:update', (update) => {
      if (this.joined && !store.updated(update)) this.sync();
    });
    line.on('board:state', (state) => store.replaced(state));
    line.on('ballot:mine', ({ round, ballot, done }) => store.castElsewhere(round, ballot, done));
    line.on('presence:update', (update) => store.present(update));
    line.on('board:ended', ({ reason }) => {
      this.ended = true;
      store.connected({ phase: 'ended', reason });
    });
  }

  private join(): void {
    const askedAt = Date.now();
    const request: JoinRequest = { ...this.credentials, ...this.store.position };
    this.line.timeout(ANSWER_WITHIN_MS).emit('board:join', request, (lost: Error | null, reply: Reply<JoinAnswer>) => {
      if (lost !== null) return this.restart();
      if (!reply.ok) return this.refused(reply.error);
      this.joined = true;
      this.store.joined(reply, askedAt);
      this.onJoined(reply);
      if (Object.keys(this.presence).length > 0) this.line.emit('presence:set', this.presence);
      this.send();
    });
  }

  private refused(error: WireError): void {
    if (PASSING.has(error.code)) {
      this.later(() => this.join(), error.retryAfter);
      return;
    }
    this.store.connected({ phase: 'refused', error });
  }

  private sync(): void {
    if (this.syncing) return;
    this.syncing = true;
    this.line.timeout(ANSWER_WITHIN_MS).emit('board:sync', this.store.position ?? {}, (lost: Error | null, reply) => {
      this.syncing = false;
      if (lost !== null) return this.restart();
      if (reply.ok) this.store.synced(reply);
      else this.later(() => this.sync(), reply.error.retryAfter);
    });
  }

  /** Sends the next waiting command, then the one after its answer. */
  private send(): void {
    if (!this.joined || this.sending) return;
    const command = this.store.next();
    if (command === undefined) return;
    this.sending = true;
    this.line.timeout(ANSWER_WITHIN_MS).emit('board:do', command, (lost: Error | null, reply: Reply<DoAnswer>) => {
      this.sending = false;
      if (lost !== null) return this.restart();
      this.answered(command, reply);
    });
  }

  private answered(command: Command, reply: Reply<DoAnswer>): void {
    if (reply.ok) this.store.acknowledged(command.id, reply);
    else if (PASSING.has(reply.error.code)) {
      // Nothing else is sent meanwhile: a later score must not overtake this one.
      this.sending = true;
      this.later(() => {
        this.sending = false;
        this.send();
      }, reply.error.retryAfter);
      return;
    } else this.store.refused(command.id, reply.error);
    this.send();
  }

  /** No answer came: the line may be dead without knowing it. A new one starts with a join. */
  private restart(): void {
    if (!this.line.connected) return;
    this.line.disconnect();
    this.line.connect();
  }

  private later(action: () => void, ms = RETRY_MS): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(action, ms * (0.75 + Math.random() / 2));
  }
}
