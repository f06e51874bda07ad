// A client that sends commands as fast as they are acknowledged, comes back by itself when the line breaks, and sends
// once more, with the same id, whatever was not acknowledged. It keeps a list of what it was told.
import { type Socket, io } from 'socket.io-client';
import type { Meeting } from './meeting.ts';

export interface Told {
  readonly ok: boolean;
  readonly revision?: number;
  readonly version?: number;
  readonly receipt?: string;
  readonly error?: { readonly code: string; readonly message: string };
}
export interface Sent {
  readonly id: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Commands on their way at the same time. */
const TOGETHER = 6;

export class BusyClient {
  readonly member: string;
  /** What was acknowledged as done, by command id. */
  readonly told = new Map<string, Told>();
  readonly commands = new Map<string, Sent>();
  readonly refused: Told[] = [];
  returns = -1;
  readonly #socket: Socket;
  readonly #join: object;
  readonly #open = new Map<string, (told: Told) => void>();
  #joined: Promise<unknown> | undefined;
  #next: (() => Sent) | undefined;
  /** Told of every acknowledgement. */
  heard: (told: Told) => void = () => undefined;

  constructor(url: string, { id, keys }: Meeting, role: 'facilitator' | 'voter', member: string) {
    this.member = member;
    this.#join = { board: id, key: keys[role], member: { id: member, name: member, token: member.padEnd(40, '-t') } };
    this.#socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 60,
    });
    this.#socket.on('connect', () => this.#enter());
  }

  /** Resolves when it is on the board. */
  async joined(): Promise<void> {
    while (this.#joined === undefined)
      await new Promise<void>((resolve) => this.#socket.once('connect', () => resolve()));
    await this.#joined;
  }

  /** Sends one command until it is acknowledged, however often the server has to be started. */
  do(command: Sent): Promise<Told> {
    this.commands.set(command.id, command);
    return new Promise((resolve) => {
      this.#open.set(command.id, resolve);
      if (this.#joined !== undefined) this.#send(command);
    });
  }

  /** Keeps commands coming until `rest`. */
  work(next: () => Sent): void {
    this.#next = next;
    for (let lane = 0; lane < TOGETHER; lane += 1) void this.#keepOn();
  }

  /** Sends nothing new, and resolves when all that was sent is acknowledged. */
  async rest(): Promise<void> {
    this.#next = undefined;
    while (this.#open.size > 0) await new Promise<void>((resolve) => (this.#settled = resolve));
  }
  #settled: () => void = () => undefined;

  /** Asks again with an id that was accepted. */
  async repeat(id: string): Promise<Told> {
    return (await this.#socket.emitWithAck('board:do', this.commands.get(id))) as Told;
  }

  close(): void {
    this.#next = undefined;
    this.#socket.disconnect();
  }

  async #keepOn(): Promise<void> {
    while (this.#next !== undefined) await this.do(this.#next());
  }

  #enter(): void {
    this.returns += 1;
    const joined = this.#socket.emitWithAck('board:join', this.#join) as Promise<Told>;
    this.#joined = joined.then(
      () => undefined,
      () => undefined,
    );
    for (const id of this.#open.keys()) {
      const command = this.commands.get(id);
      if (command !== undefined) this.#send(command);
    }
  }

  #send(command: Sent): void {
    const socket = this.#socket;
    if (!socket.connected) return;
    socket.emit('board:do', command, (told: Told) => this.#hear(command, told));
  }

  #hear(command: Sent, told: Told): void {
    const resolve = this.#open.get(command.id);
    if (resolve === undefined) return;
    if (!told.ok) {
      this.refused.push(told);
      // Refused for now: the same command is sent again, as a client does.
      if (told.error?.code === 'try-again') {
        setTimeout(() => this.#send(command), 5);
        return;
      }
    } else this.told.set(command.id, told);
    this.#open.delete(command.id);
    this.heard(told);
    resolve(told);
    this.#settled();
  }
}
