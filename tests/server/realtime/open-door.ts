// A realtime door on a port of its own, over any store, and clients that come through it.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ManagerOptions, type Socket, type SocketOptions, io } from 'socket.io-client';
import { type RateLimits, defaultSizes } from '../../../server/limits.ts';
import type { Role } from '../../../shared/board/board.ts';
import { DEFAULT_BOARD_LIMITS } from '../../../shared/bounds.ts';
import type { JoinAnswer, JoinRequest, Reply } from '../../../shared/protocol.ts';
import type { Boards, CreatedBoard, NewBoardContent, Surroundings } from '../../../server/boards/boards.ts';
import { createBoards } from '../../../server/boards/create-boards.ts';
import { quietLog } from '../../../server/log.ts';
import type { HandshakeConfig } from '../../../server/realtime/handshake.ts';
import { createRealtime, type Realtime } from '../../../server/realtime/realtime.ts';
import { Records } from '../../../server/record/records.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import type { Store } from '../../../server/store/store.ts';

export const CONTENT: NewBoardContent = {
  title: 'Which framework?',
  question: '',
  language: 'en',
  options: [
    { id: 'flask', name: 'Flask', facts: [] },
    { id: 'django', name: 'Django', facts: [] },
  ],
  criteria: [
    { id: 'speed', name: 'Speed', weight: 2 },
    { id: 'docs', name: 'Documentation', weight: 1 },
  ],
  notes: [],
};

export const realSurroundings: Surroundings = {
  now: () => Date.now(),
  randomBytes: (count) => randomBytes(count),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

export const NO_LIMITS: RateLimits = { allow: () => ({ ok: true }), peek: () => ({ ok: true }) };
const CONFIG = {
  limits: { rates: undefined, sizes: defaultSizes() },
  publicUrl: undefined,
  corsOrigins: [],
  readOrigins: [],
  embedOrigins: [],
  trustProxy: 0,
};

export interface OpenDoor {
  readonly url: string;
  readonly boards: Boards;
  readonly realtime: Realtime;
  readonly records: Records;
  /** A connected client. Answers of `ask` are whatever came. */
  client(options?: Partial<ManagerOptions & SocketOptions>): Client;
  newBoard(content?: Partial<NewBoardContent>): Promise<CreatedBoard>;
  /** A client in the room of a board, as the member of that name or, without one, unnamed. Throws when it is refused. */
  joined(board: CreatedBoard, name: string | undefined, role: Role): Promise<Client>;
  close(): Promise<void>;
}

export class Client {
  readonly socket: Socket;
  /** Everything that came without being asked for, in order: name and payload. */
  readonly heard: [string, unknown][] = [];
  readonly #wanted: { test: () => boolean; resolve: () => void }[] = [];

  constructor(socket: Socket) {
    this.socket = socket;
    socket.onAny((name: string, payload: unknown) => {
      this.heard.push([name, payload]);
      this.#look();
    });
    socket.on('disconnect', (reason) => {
      this.heard.push(['disconnect', reason]);
      this.#look();
    });
  }

  /** Sends anything and waits for the answer. */
  ask<T = object>(event: string, ...given: unknown[]): Promise<Reply<T>> {
    return this.socket.timeout(5000).emitWithAck(event, ...given) as Promise<Reply<T>>;
  }

  join(request: Partial<JoinRequest>): Promise<Reply<JoinAnswer>> {
    return this.ask<JoinAnswer>('board:join', request);
  }

  /** All payloads of one name so far. */
  all<T>(name: string): T[] {
    return this.heard.filter(([heard]) => heard === name).map(([, payload]) => payload as T);
  }

  /** Resolves when what was heard passes the test. */
  until(test: (heard: readonly [string, unknown][]) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#wanted.push({ test: () => test(this.heard), resolve });
      this.#look();
    });
  }

  /** The error of a connection that is refused. */
  refusal(): Promise<Error & { readonly data?: unknown }> {
    return new Promise((resolve) => this.socket.once('connect_error', resolve));
  }

  connected(): Promise<void> {
    return new Promise((resolve) => {
      if (this.socket.connected) resolve();
      else this.socket.once('connect', resolve);
    });
  }

  untilHeard(name: string): Promise<void> {
    return this.until((heard) => heard.some(([heardName]) => heardName === name));
  }

  close(): void {
    this.socket.removeAllListeners();
    this.socket.disconnect();
  }

  #look(): void {
    const met = this.#wanted.filter(({ test }) => test());
    for (const wanted of met) {
      this.#wanted.splice(this.#wanted.indexOf(wanted), 1);
      wanted.resolve();
    }
  }
}

export const claim = (id: string, name = id) => ({ id, name, token: `token-of-${id}`.padEnd(32, '0') });

interface DoorOptions {
  readonly store?: Store;
  readonly limits?: RateLimits;
  readonly config?: Partial<HandshakeConfig>;
}

export async function openDoor({
  store = createMemoryStore(),
  limits = NO_LIMITS,
  config,
}: DoorOptions = {}): Promise<OpenDoor> {
  const httpServer = createServer();
  const clients: Client[] = [];
  const records = new Records({ store, surroundings: realSurroundings, log: quietLog });
  const realtime = createRealtime({
    httpServer,
    boards: () => boards,
    records,
    limits,
    config: { ...CONFIG, ...config },
    surroundings: realSurroundings,
    log: quietLog,
  });
  const boards: Boards = createBoards({
    store,
    announcer: realtime.announcer,
    surroundings: realSurroundings,
    limits: DEFAULT_BOARD_LIMITS,
    publicUrl: () => 'https://palabre.example',
    log: quietLog,
  });
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`;
  const newClient: OpenDoor['client'] = (options = {}) => {
    const client = new Client(io(url, { transports: ['websocket'], reconnection: false, forceNew: true, ...options }));
    clients.push(client);
    return client;
  };
  return {
    url,
    boards,
    realtime,
    records,
    client: newClient,
    newBoard: async (content = {}) => {
      const created = await boards.create(undefined, { ...CONTENT, ...content });
      if (!created.ok) throw new Error(created.error.code);
      return created.value;
    },
    joined: async (board, name, role) => {
      const client = newClient();
      const member = name === undefined ? {} : { member: claim(name) };
      const reply = await client.join({ board: board.id, key: board.keys[role], ...member });
      if (!reply.ok) throw new Error(reply.error.code);
      return client;
    },
    close: async () => {
      for (const client of clients) client.close();
      await realtime.close();
      await boards.close();
      await new Promise((resolve) => httpServer.close(resolve));
      await store.close();
    },
  };
}
