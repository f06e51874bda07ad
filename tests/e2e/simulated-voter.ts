// A voter without a browser: joins over Socket.IO as any program may, and casts.
import { randomBytes } from 'node:crypto';
import { type Socket, io } from 'socket.io-client';
import type { MadeBoard } from './boards.ts';

interface Refusal {
  readonly ok: false;
  readonly error: { readonly code: string; readonly message: string };
}
interface Done {
  readonly ok: true;
  readonly revision: number;
  readonly version?: number;
}

const newId = (): string => `m${randomBytes(9).toString('hex')}`;

export class SimulatedVoter {
  readonly member = newId();
  private readonly socket: Socket;

  private constructor(socket: Socket) {
    this.socket = socket;
  }

  static async join(board: MadeBoard, name: string, role: 'facilitator' | 'voter' = 'voter'): Promise<SimulatedVoter> {
    const socket = io(board.base, { transports: ['websocket'], auth: { version: 1 }, forceNew: true });
    const voter = new SimulatedVoter(socket);
    const member = { id: voter.member, token: randomBytes(16).toString('hex'), name };
    await voter.ask('board:join', { board: board.id, key: board.keys[role], member });
    return voter;
  }

  /** Sends a command; rejects when it is refused. */
  do(fields: { readonly type: string } & Readonly<Record<string, unknown>>): Promise<Done> {
    return this.ask('board:do', { ...fields, id: newId() });
  }

  /** Hears what the server says by itself. */
  on(event: string, listener: (payload: unknown) => void): void {
    this.socket.on(event, listener);
  }

  leave(): void {
    this.socket.disconnect();
  }

  private async ask(question: string, payload: object): Promise<Done> {
    const reply = (await this.socket.timeout(30_000).emitWithAck(question, payload)) as Done | Refusal;
    if (!reply.ok) throw new Error(`${question} was refused: ${reply.error.code} ${reply.error.message}`);
    return reply;
  }
}
