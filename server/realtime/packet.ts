// One message to many, encoded once: as the text that Socket.IO sends, and as the bytes that it becomes on a websocket.
import type { Socket } from 'node:net';
import { bareSocket, waitingPackets } from './bare-socket.ts';
import type { Line } from './line.ts';

/** A whole text frame; the length that follows is one of RFC 6455's three forms. */
const TEXT_FRAME = 0x81;
/** engine.io's type of what Socket.IO sends. */
const MESSAGE = '4';

export interface Packet {
  /** A Socket.IO event packet without engine.io's type. */
  readonly text: string;
  readonly frame: Buffer;
}

/** Of a frame whose payload has so many bytes. */
const headLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10);

function writeHead(frame: Buffer, length: number): void {
  frame.writeUInt8(TEXT_FRAME, 0);
  if (length < 126) frame.writeUInt8(length, 1);
  else if (length < 65_536) {
    frame.writeUInt8(126, 1);
    frame.writeUInt16BE(length, 2);
  } else {
    frame.writeUInt8(127, 1);
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
}

function packetWith(text: string): Packet {
  const message = MESSAGE + text;
  const length = Buffer.byteLength(message);
  const head = headLength(length);
  const frame = Buffer.allocUnsafe(head + length);
  writeHead(frame, length);
  frame.write(message, head);
  return { text, frame };
}

/** An event without an answer; `json` is its payload, where somebody has written it already. */
export const packetOf = (name: string, message: unknown, json = JSON.stringify(message)): Packet =>
  packetWith(`2["${name}",${json}]`);

/** The answer to what was asked under a number; `json` is the whole reply. */
export const answerPacket = (number: number, json: string): Packet => packetWith(`3${number}[${json}]`);

/** Sockets that keep what they are given until this turn's answers are all there, and then write it in one go. */
let held: Socket[] = [];

function release(): void {
  const sockets = held;
  held = [];
  for (const socket of sockets) socket.uncork();
}

function hold(socket: Socket): void {
  if (socket.writableCorked > 0) return;
  if (held.length === 0) process.nextTick(release);
  socket.cork();
  held.push(socket);
}

/** Where nothing waits that would be overtaken, and all was taken: what piles up is engine.io's to count. */
function socketFor(line: Line): Socket | undefined {
  const socket = waitingPackets(line) === 0 ? bareSocket(line) : undefined;
  return socket?.writableNeedDrain === false ? socket : undefined;
}

/** Straight to the socket where it can: half the cost of the way through Socket.IO. */
export function write(line: Line, { text, frame }: Packet): void {
  const socket = socketFor(line);
  if (socket === undefined) line.conn.write(text);
  else socket.write(frame);
}

/** The same, together with what else the line is told in this turn. */
export function writeSoon(line: Line, packet: Packet): void {
  const socket = socketFor(line);
  if (socket !== undefined) hold(socket);
  write(line, packet);
}
