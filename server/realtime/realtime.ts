// The realtime door: a Socket.IO server on the app's HTTP server, with the rooms that the boards announce to.
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server } from 'socket.io';
import { toWireError } from '../../shared/rejections.ts';
import type { Result } from '../../shared/result.ts';
import { reject } from '../../shared/result.ts';
import type { Announcer, Boards, Surroundings } from '../boards/boards.ts';
import type { Config } from '../config.ts';
import { isListed } from '../http/origins.ts';
import type { RateLimits } from '../limits.ts';
import type { Logger } from '../log.ts';
import type { Records } from '../record/records.ts';
import { isHopeless } from './backlog.ts';
import { type DoorParts, answerTo } from './client-events.ts';
import { FanOut } from './fan-out.ts';
import { jsonOf } from './known-json.ts';
import { type HandshakeConfig, handshake } from './handshake.ts';
import { type Line, type RealtimeServer, sessionOf } from './line.ts';
import { OpenLines } from './open-lines.ts';
import { answerPacket, packetOf, write, writeSoon } from './packet.ts';
import { Asked, parser } from './parser.ts';
import { RecordRooms } from './record-rooms.ts';
import { Rooms } from './rooms.ts';
import { GREET_WITHIN_MS, transportGuard } from './transport-guard.ts';

/** How long a connection may take to say goodbye when the server closes. */
const LAST_WORDS_MS = 2000;

export interface RealtimeParts {
  readonly httpServer: HttpServer;
  readonly boards: () => Boards;
  readonly records: Records;
  readonly limits: RateLimits;
  readonly config: HandshakeConfig & Pick<Config, 'limits'>;
  readonly surroundings: Surroundings;
  readonly log: Logger;
}

export interface Realtime {
  readonly announcer: Announcer;
  /** Milliseconds between the starts of a board's updates, by what the last one cost. */
  readonly interval: (board: string) => number;
  /** Open lines, those of them that are in a room, and those that have not taken what was sent. */
  readonly stats: () => { readonly connections: number; readonly joined: number; readonly lagging: number };
  /** Takes nobody new, and cuts the transports so that clients return by themselves. */
  drain(): void;
  /** Ends all lines. The HTTP server is its owner's to close. */
  close(): Promise<void>;
}

const corsOf = ({ corsOrigins, embedOrigins }: HandshakeConfig) => {
  const listed = [...corsOrigins, ...embedOrigins];
  if (listed.length === 0) return {};
  const origin = (asking: string | undefined, answer: (error: null, allowed: boolean) => void): void =>
    answer(null, asking !== undefined && isListed(asking, listed));
  return { cors: { origin, credentials: !listed.includes('*') } };
};

function laggingOf(io: RealtimeServer): number {
  let count = 0;
  for (const { data } of io.sockets.sockets.values()) if (data.laggingSince !== undefined) count += 1;
  return count;
}

function replyText(line: Line, result: Result<object>): string {
  if (!result.ok) return JSON.stringify({ ok: false, error: toWireError(result.error, line.data.language) });
  const json = jsonOf(result.value);
  return json === '{}' ? '{"ok":true}' : `{"ok":true,${json.slice(1)}`;
}

/** The answer to a handshake that is accepted and the first message behind it leave as one. */
function inOnePiece(_headers: object, { socket, headers }: IncomingMessage): void {
  if (headers.upgrade === undefined) return;
  socket.cork();
  setImmediate(() => socket.uncork());
}

interface EventParts extends DoorParts {
  readonly log: Logger;
}

/** The number under which an answer is asked for stands behind the payloads. */
function askedIn(given: readonly unknown[]): number | undefined {
  const last = given.at(-1);
  return last instanceof Asked ? last.number : undefined;
}

function receive(line: Line, event: unknown, given: readonly unknown[], parts: EventParts): void {
  const number = askedIn(given);
  const tell = (error: unknown): void =>
    parts.log.error({ stack: error instanceof Error ? error.stack : String(error) }, 'an event broke');
  const answer = (result: Result<object>): void => {
    try {
      if (number !== undefined) writeSoon(line, answerPacket(number, replyText(line, result)));
      if (event === 'board:join' && result.ok) parts.rooms.greet(line);
    } catch (error) {
      tell(error);
    }
  };
  const broke = (error: unknown): void => {
    tell(error);
    answer(reject('internal'));
  };
  try {
    const result = answerTo(line, event, number === undefined ? given : given.slice(0, -1), parts);
    if (result instanceof Promise) result.then(answer, broke);
    else answer(result);
  } catch (error) {
    broke(error);
  }
}

export function createRealtime(given: RealtimeParts): Realtime {
  const { httpServer, boards, records, limits, config, surroundings, log } = given;
  let draining = false;
  const mostLines = config.limits.rates === undefined ? Infinity : config.limits.sizes.connections;
  const transports = transportGuard(config, mostLines);
  const io: RealtimeServer = new Server(httpServer, {
    connectTimeout: GREET_WITHIN_MS,
    allowRequest: transports.allowRequest,
    // A longer message is cut off by the transport.
    maxHttpBufferSize: config.limits.sizes.body,
    perMessageDeflate: false,
    serveClient: false,
    parser,
    ...corsOf(config),
  });

  transports.watch(io);
  io.engine.on('initial_headers', inOnePiece);

  /** Connections that became websockets: the HTTP server no longer counts them as its own to close. */
  const wires = new Set<Duplex>();
  httpServer.on('upgrade', (_request, wire: Duplex) => {
    wires.add(wire);
    wire.once('close', () => wires.delete(wire));
  });

  /** A line that has taken all it was sent gets the whole board and its place in the room back. */
  const recover = async (line: Line): Promise<void> => {
    const session = sessionOf(line);
    if (session === undefined || !line.connected) return;
    const synced = await boards().sync(session, {}, () => rooms.resume(line, session));
    if (synced.ok && synced.value.snapshot !== undefined && sessionOf(line) === session) {
      const state = { board: session.board, ...synced.value };
      write(line, packetOf('board:state', state, jsonOf(state)));
      rooms.greet(line);
    }
  };
  const fanOut = new FanOut(surroundings, (line) => void recover(line));
  const rooms = new Rooms(fanOut, surroundings);
  const recordRooms = new RecordRooms(records, fanOut, surroundings, (board) => rooms.isVeiled(board));
  const parts = { boards, rooms, records, recordRooms, limits, log };

  const open = new OpenLines(mostLines);
  io.use(handshake(config, limits, open, () => draining));
  io.on('connection', (line) => {
    open.add(line.data.address);
    line.on('disconnect', () => {
      open.remove(line.data.address);
      recordRooms.leave(line);
      rooms.leave(line);
    });
    line.on('error', () => line.disconnect(true));
    line.onAny((event: unknown, ...given: unknown[]) => {
      if (isHopeless(line)) line.conn.close(true);
      else receive(line, event, given, parts);
    });
  });

  const cut = (): void => {
    for (const line of io.sockets.sockets.values()) line.conn.close();
  };
  /** What was written leaves before its transport closes; who takes nothing is not waited for. */
  const allGone = (): Promise<void> =>
    new Promise((resolve) => {
      let left = io.sockets.sockets.size;
      const cancel = surroundings.after(LAST_WORDS_MS, resolve);
      const gone = (): void => {
        left -= 1;
        if (left > 0) return;
        cancel();
        resolve();
      };
      for (const line of io.sockets.sockets.values()) line.conn.once('close', gone);
      cut();
      if (left === 0) gone();
    });
  return {
    announcer: rooms,
    interval: (board) => rooms.interval(board),
    stats: () => ({ connections: io.engine.clientsCount, joined: rooms.size, lagging: laggingOf(io) }),
    drain: () => {
      draining = true;
      cut();
    },
    close: async () => {
      draining = true;
      await allGone();
      rooms.close();
      recordRooms.close();
      io.engine.close();
      // Who reads nothing never says goodbye either.
      for (const wire of wires) wire.destroy();
    },
  };
}
