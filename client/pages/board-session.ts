// Owns one visit to a board: who this browser is there, the store, and the line that feeds it.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readCode } from '../../shared/ids.ts';
import type { Command, CommandOf, CommandType } from '../../shared/board/commands.ts';
import type { JoinAnswer, Presence } from '../../shared/protocol.ts';
import type { BoardView, ConnectionState } from '../board-view.ts';
import { currentLanguage } from '../i18n/locale.ts';
import { identity, randomId } from '../identity.ts';
import { BoardStore } from '../sync/board-store.ts';
import { Connection, type Credentials } from '../sync/connection.ts';
import { BrowserOutbox } from '../sync/outbox.ts';
import type { RecordChannel } from '../sync/record-channel.ts';
import { onceAFrame } from './once-a-frame.ts';

/** The fields of a command without its id, which the store gives it. */
export type CommandFields = { [T in CommandType]: Omit<CommandOf<T>, 'id'> }[CommandType];

export class BoardSession implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private asked = '';
  private store: BoardStore | undefined;
  private connection: Connection | undefined;
  private unsubscribe: (() => void) | undefined;
  private restored = false;
  private byCode = false;
  /** The board's id, known from the first join on. */
  id: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get view(): BoardView | undefined {
    return this.store?.view;
  }

  get state(): ConnectionState {
    return this.store?.state ?? { phase: 'connecting' };
  }

  /** Whether a name would make this visitor a voter: by a voter's or facilitator's key, or by the code of an open board. */
  get mayJoin(): boolean {
    const { view } = this;
    if (view === undefined || view.you.id !== undefined) return false;
    return view.keys.watcher !== undefined || (this.byCode && view.board.entry === 'voter');
  }

  /** The strongest role this browser's key opens the board in, as far as the server has told. */
  get keyRole(): 'facilitator' | 'voter' | 'watcher' | undefined {
    const { view } = this;
    if (view === undefined || this.key === undefined) return undefined;
    if (view.keys.voter !== undefined) return 'facilitator';
    return view.keys.watcher === undefined ? 'watcher' : 'voter';
  }

  /** The line as the record needs it, once there is one. */
  get record(): RecordChannel | undefined {
    return this.connection?.record;
  }

  get key(): string | undefined {
    return this.id === undefined ? undefined : identity.key(this.id);
  }

  /** What HTTP calls carry. */
  get credentials(): { readonly key?: string; readonly member?: { readonly id: string; readonly token: string } } {
    const member = this.id === undefined ? undefined : identity.member(this.id);
    return { ...(this.key !== undefined && { key: this.key }), ...(member !== undefined && { member }) };
  }

  get serverNow(): number {
    return Date.now() + (this.view?.clockOffset ?? 0);
  }

  /** Opens the line to a board asked for by id or code; leaves the one before. */
  open(asked: string): void {
    if (asked === this.asked) return;
    this.close();
    this.asked = asked;
    const store = new BoardStore({ outbox: new BrowserOutbox(Date.now()), now: Date.now, newId: randomId });
    this.store = store;
    this.unsubscribe = store.subscribe(
      onceAFrame(
        () => this.host.requestUpdate(),
        (callback) => requestAnimationFrame(callback),
      ),
    );
    this.connection = new Connection(
      store,
      this.claim(),
      (answer, key) => this.arrived(answer, key),
      undefined,
      (key) => this.claimWithout(key),
    );
  }

  /** Gives the name that makes this visitor a member. */
  enter(name: string): void {
    identity.makeMember(this.id ?? this.asked, name);
    this.connection?.joinAs(this.claim());
  }

  /** Tries the line again after a refusal. */
  retry(): void {
    this.connection?.joinAs(this.claim());
  }

  /** Queues a command; what the rules refuse here is among the view's refusals at once. */
  do(fields: CommandFields): void {
    this.store?.do(fields as Omit<Command, 'id'>);
  }

  newId(): string {
    return randomId();
  }

  tell(presence: Presence): void {
    this.connection?.tell(presence);
  }

  dismissRefusals(): void {
    this.store?.dismissRefusals();
  }

  private close(): void {
    this.connection?.close();
    this.unsubscribe?.();
    this.store = undefined;
    this.connection = undefined;
    this.restored = false;
    this.id = undefined;
    this.asked = '';
  }

  /** What this browser can show: a key, a member by the board's id, else the code it knows the board by. */
  private claim(): Credentials {
    const board = this.id ?? this.asked;
    const member = identity.member(board);
    const key = identity.key(board);
    const visit = identity.visits().find((known) => known.board === board);
    const code = this.view?.board.code ?? visit?.code ?? readCode(this.asked);
    const proven = this.view?.you.id !== undefined || (visit !== undefined && visit.role !== 'watcher');
    this.byCode = key === undefined && code !== undefined && !(proven && member !== undefined);
    return {
      board: this.byCode && code !== undefined ? code : board,
      language: currentLanguage(),
      ...(key !== undefined && { key }),
      ...(member !== undefined && {
        member: { id: member.id, token: member.token, ...(member.name !== undefined && { name: member.name }) },
      }),
    };
  }

  /** A member whose link was replaced comes in by their token, or by the key that they have replaced it with. */
  private claimWithout(key: string): Credentials | undefined {
    const board = this.id ?? this.asked;
    const isFollowed = identity.nextKey(board) !== undefined;
    if (identity.member(board) === undefined && !isFollowed) return undefined;
    identity.dropKey(board, key);
    return this.claim();
  }

  private arrived(answer: JoinAnswer, key: string | undefined): void {
    const first = this.id === undefined;
    this.id = answer.board;
    identity.settle(this.asked, answer.board);
    const member = identity.member(answer.board);
    if (member !== undefined && answer.you.name !== undefined) {
      identity.keepMember(answer.board, { ...member, name: answer.you.name });
    }
    if (answer.keys !== undefined && key !== undefined) identity.learnKeys(answer.board, key, answer.keys);
    const { board } = this.view ?? {};
    if (board !== undefined) {
      const { title, code } = board;
      identity.visited({ board: answer.board, title, code, role: answer.you.role, at: new Date().toISOString() });
    }
    if (first && !this.restored) {
      this.restored = true;
      void this.store?.restore(answer.board);
    }
    this.host.requestUpdate();
  }
}
