// One message to many, encoded once: as the text that Socket.IO sends, and as the bytes that it becomes on a websocket.
import { bareSocket, waitingPackets } from './bare-socket.ts';
import type { Line } from './line.ts';

/** A whole text frame; the length that follows is one of RFC 6455's three forms. */
const TEXT_FRAME = 0x81;

export interface Packet {
  /** A Socket.IO event packet without engine.io's type. */
  readonly text: string;
  readonly frame: Buffer;
}

function headOf(length: number): Buffer {
  if (length < 126) return Buffer.from([TEXT_FRAME, length]);
  if (length < 65_536) return Buffer.from([TEXT_FRAME, 126, length >> 8, length & 255]);
  const head = Buffer.alloc(10);
  head.writeUInt8(TEXT_FRAME, 0);
  head.writeUInt8(127, 1);
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

export function packetOf(name: string, message: unknown): Packet {
  const text = `2${JSON.stringify([name, message])}`;
  // 4 is engine.io's message.
  const body = Buffer.from(`4${text}`);
  return { text, frame: Buffer.concat([headOf(body.length), body]) };
}

/** Straight to the socket where nothing waits that it would overtake: half the cost of the way through Socket.IO. */
export function write(line: Line, { text, frame }: Packet): void {
  const socket = waitingPackets(line) === 0 ? bareSocket(line) : undefined;
  if (socket === undefined) line.conn.write(text);
  else socket.write(frame);
}
