// How much a connection has not taken yet, and when it has.
import type { Line } from './line.ts';
import { bareSocket, waitingPackets } from './bare-socket.ts';

/** Packets that may wait before a connection counts as lagging. Between two polls some always wait. */
const MOST_WAITING = { websocket: 4, polling: 32 } as const;
/** Somebody who sends without ever reading is cut off here. */
export const FAR_TOO_MANY = 1000;

/** The kernel takes no more for now, or packets pile up before it. */
export function isBehind(line: Line): boolean {
  if (bareSocket(line)?.writableNeedDrain === true) return true;
  const waiting = waitingPackets(line);
  return waiting > MOST_WAITING.websocket && (waiting > MOST_WAITING.polling || line.conn.transport.name !== 'polling');
}

/** Calls back once when what waits has left. */
export function whenDrained(line: Line, drained: () => void): void {
  const socket = bareSocket(line);
  if (socket?.writableNeedDrain === true) socket.once('drain', drained);
  else line.conn.once('drain', drained);
}

export const isHopeless = (line: Line): boolean => waitingPackets(line) > FAR_TOO_MANY;
