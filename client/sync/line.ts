// One line to the server, as the connection needs it: questions with answers, and what the server says by itself.
// Everything that is particular to Socket.IO's client is here.
import { type Socket, io } from 'socket.io-client';
import type { Command } from '../../shared/board/commands.ts';
import {
  type ClientToServer,
  type DoAnswer,
  type JoinAnswer,
  type JoinRequest,
  PROTOCOL_VERSION,
  type Presence,
  type Reply,
  type ServerToClient,
  type SyncAnswer,
  type SyncRequest,
} from '../../shared/protocol.ts';
import type { RecordCaret } from '../../shared/record/carets.ts';
import type { RecordOpen, RecordOpened, RecordUpdate } from '../../shared/record/record.ts';
import { at } from '../base-path.ts';
import type { RejectionCode } from '../../shared/rejections.ts';

/** Longer than any healthy answer takes; after it the question counts as lost. */
const ANSWER_WITHIN_MS = 10_000;

/** What can be asked, and what is answered. */
export interface Questions {
  'board:join': { readonly asked: JoinRequest; readonly answered: JoinAnswer };
  'board:sync': { readonly asked: SyncRequest; readonly answered: SyncAnswer };
  'board:do': { readonly asked: Command; readonly answered: DoAnswer };
  'record:open': { readonly asked: RecordOpen; readonly answered: RecordOpened };
  'record:update': { readonly asked: RecordUpdate; readonly answered: object };
  'record:close': { readonly asked: Record<string, never>; readonly answered: object };
}
export type Question = keyof Questions;

export interface LineEvents extends ServerToClient {
  opened: () => void;
  /** `farewell`: the server took leave, and the line does not come back by itself. */
  closed: (farewell: boolean) => void;
  /** An attempt failed. With a code the server refused it, and the line does not try again by itself. */
  failed: (code: RejectionCode | undefined) => void;
}

export interface Line {
  readonly connected: boolean;
  connect(): void;
  disconnect(): void;
  /** Called once, before the first `connect`. */
  listen(events: LineEvents): void;
  /** Answers once: with a reply, or with undefined when the question was lost (no answer in time, line cut). */
  ask<Q extends Question>(
    question: Q,
    payload: Questions[Q]['asked'],
    answer: (reply: Reply<Questions[Q]['answered']> | undefined) => void,
  ): void;
  tell(presence: Presence): void;
  /** Where one writes in the record. */
  place(caret: RecordCaret): void;
}

/** The question as Socket.IO's `emit` takes it; its typed events cannot follow a question that is a type parameter. */
type Emit = (question: Question, payload: unknown, answer: (lost: Error | null, reply: Reply<never>) => void) => void;

class SocketLine implements Line {
  private readonly socket: Socket<ServerToClient, ClientToServer>;

  constructor() {
    this.socket = io({
      path: at('socket.io/'),
      transports: ['websocket', 'polling'],
      auth: { version: PROTOCOL_VERSION },
      reconnectionDelay: 500,
      reconnectionDelayMax: 5000,
      randomizationFactor: 0.5,
      autoConnect: false,
    });
  }

  get connected(): boolean {
    return this.socket.connected;
  }

  connect(): void {
    this.socket.connect();
  }

  disconnect(): void {
    this.socket.disconnect();
  }

  listen({ opened, closed, failed, ...events }: LineEvents): void {
    const { socket } = this;
    socket.on('connect', opened);
    socket.on('disconnect', (reason) => closed(reason === 'io server disconnect'));
    socket.on('connect_error', (error) => failed((error as Error & { data?: { code?: RejectionCode } }).data?.code));
    // A transport that is cut before the greeting is over fires neither of the two: only the next attempt tells.
    socket.io.on('reconnect_attempt', () => {
      if (!socket.connected) failed(undefined);
    });
    socket.on('board:update', events['board:update']);
    socket.on('board:state', events['board:state']);
    socket.on('ballot:mine', events['ballot:mine']);
    socket.on('note:mine', events['note:mine']);
    socket.on('presence:update', events['presence:update']);
    socket.on('record:update', events['record:update']);
    socket.on('record:carets', events['record:carets']);
    socket.on('board:ended', events['board:ended']);
  }

  ask<Q extends Question>(
    question: Q,
    payload: Questions[Q]['asked'],
    answer: (reply: Reply<Questions[Q]['answered']> | undefined) => void,
  ): void {
    const patient = this.socket.timeout(ANSWER_WITHIN_MS);
    const emit = patient.emit.bind(patient) as unknown as Emit;
    emit(question, payload, (lost, reply) => answer(lost === null ? reply : undefined));
  }

  tell(presence: Presence): void {
    this.socket.emit('presence:set', presence);
  }

  place(caret: RecordCaret): void {
    this.socket.emit('record:caret', caret);
  }
}

/** A line to the server that this page came from. */
export const socketLine = (): Line => new SocketLine();
