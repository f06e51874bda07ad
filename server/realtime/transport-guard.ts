// Bounds what a client may do below Socket.IO: sessions that never join a namespace, and answers that nobody fetches.
import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';
import { clientAddress } from '../http/address.ts';
import { FAR_TOO_MANY } from './backlog.ts';
import { waitingPackets } from './bare-socket.ts';
import type { Line, RealtimeServer } from './line.ts';
import { OpenLines } from './open-lines.ts';

/** How long a session may take to say that it is a client of ours. */
export const GREET_WITHIN_MS = 15_000;

/** Beyond the lines that an address may have: refused with a code further in, where there is somebody to read it. */
const roomFor = (lines: number): number => lines + Math.ceil(lines / 10) + 100;

type AllowRequest = (request: IncomingMessage, answer: (error: string | null, allowed: boolean) => void) => void;

export interface TransportGuard {
  /** Whether another session of this address is begun at all. */
  readonly allowRequest: AllowRequest;
  /** Counts sessions from here on, and cuts off who never takes what they are answered. */
  watch(io: RealtimeServer): void;
}

export function transportGuard({ trustProxy }: Pick<Config, 'trustProxy'>, mostLines: number): TransportGuard {
  const sessions = new OpenLines(roomFor(mostLines));
  return {
    allowRequest(request, answer) {
      const isNew = !/[?&]sid=/.test(request.url ?? '');
      const allowed = !isNew || sessions.hasRoomFor(clientAddress(request, trustProxy));
      answer(allowed ? null : 'too-many', allowed);
    },
    watch(io) {
      io.engine.on('connection', (conn: Line['conn']) => {
        const address = clientAddress(conn.request, trustProxy);
        sessions.add(address);
        conn.on('close', () => sessions.remove(address));
        // Whatever comes may be answered, also by Socket.IO itself.
        conn.on('packet', () => waitingPackets({ conn }) > FAR_TOO_MANY && conn.close(true));
      });
    },
  };
}
