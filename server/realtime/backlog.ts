// How much a connection has not taken yet. The only place that looks inside engine.io; a test fails when that changes.
import type { Line } from './line.ts';

/** Packets that may wait before a connection counts as lagging. Between two polls some always wait. */
const MOST_WAITING = { websocket: 4, polling: 32 } as const;
/** Somebody who sends without ever reading is cut off here. */
const FAR_TOO_MANY = 1000;

/** Packets that wait for the transport. */
export function waitingPackets({ conn }: Pick<Line, 'conn'>): number {
  const { writeBuffer } = conn as unknown as { readonly writeBuffer?: readonly unknown[] };
  if (writeBuffer === undefined) throw new Error('engine.io no longer has a writeBuffer');
  return writeBuffer.length;
}

export function isBehind(line: Line): boolean {
  const isPolling = line.conn.transport.name === 'polling';
  return waitingPackets(line) > (isPolling ? MOST_WAITING.polling : MOST_WAITING.websocket);
}

export const isHopeless = (line: Line): boolean => waitingPackets(line) > FAR_TOO_MANY;
