// What lies under a line. The only place that looks inside engine.io and ws; a test fails when they change.
import type { Socket } from 'node:net';
import type { Line } from './line.ts';

interface Inside {
  readonly readyState: string;
  readonly writeBuffer?: readonly unknown[];
  readonly transport: {
    readonly name: string;
    readonly socket?: { readonly _socket?: Socket | null };
  };
}

/** Packets that wait for the transport. */
export function waitingPackets({ conn }: Pick<Line, 'conn'>): number {
  const { writeBuffer } = conn as unknown as Inside;
  if (writeBuffer === undefined) throw new Error('engine.io no longer has a writeBuffer');
  return writeBuffer.length;
}

/** The socket of a line that is an open websocket; undefined while it is anything else. */
export function bareSocket({ conn }: Pick<Line, 'conn'>): Socket | undefined {
  const { readyState, transport } = conn as unknown as Inside;
  if (readyState !== 'open' || transport.name !== 'websocket') return undefined;
  const socket = transport.socket?._socket;
  return socket?.writable === true ? socket : undefined;
}
