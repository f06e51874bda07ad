// A WebSocket client on a bare TCP socket that reads as little as it can: one process stands in for thousands of screens.
import { connect, type Socket } from 'node:net';

/** One read buffer for all wires: a chunk is looked at before the next one is read. */
const READ = Buffer.allocUnsafe(256 * 1024);
const TEXT = 0x81;
const CLOSE = 0x88;

/** A client's text frame. Its mask is all zeros, which every server here unmasks for nothing. */
export function frame(text: string, opcode = TEXT): Buffer {
  const length = Buffer.byteLength(text);
  const head = length < 126 ? 6 : 8;
  const bytes = Buffer.alloc(head + length);
  bytes[0] = opcode;
  if (length < 126) bytes[1] = 0x80 | length;
  else {
    bytes[1] = 0x80 | 126;
    bytes.writeUInt16BE(length, 2);
  }
  bytes.write(text, head);
  return bytes;
}

const PONG = frame('3');

/** Called with the bytes of one text message, valid during the call only. */
export type Receive = (bytes: Buffer, from: number, to: number) => void;

export class Wire {
  readonly socket: Socket;
  receive: Receive;
  onClose: () => void = () => undefined;
  /** Bytes and messages that arrived. */
  static bytes = 0;
  static messages = 0;
  #open = false;
  /** What is left of a message that did not arrive whole. */
  #rest: Buffer | undefined;

  constructor(port: number, receive: Receive) {
    this.receive = receive;
    this.socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: READ,
        callback: (count: number) => {
          this.#read(count);
          return true;
        },
      },
    });
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.onClose());
    this.socket.write(
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n' +
        'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: cGFsYWJyZS1iZW5jaC1rZQ==\r\n\r\n',
    );
  }

  send(text: string): void {
    this.socket.write(frame(text));
  }

  close(): void {
    this.socket.destroy();
  }

  #read(count: number): void {
    Wire.bytes += count;
    let bytes = READ;
    let end = count;
    if (this.#rest !== undefined) {
      bytes = Buffer.concat([this.#rest, READ.subarray(0, count)]);
      end = bytes.length;
      this.#rest = undefined;
    }
    let at = 0;
    if (!this.#open) {
      const head = bytes.subarray(0, end).indexOf('\r\n\r\n');
      if (head === -1) return this.#keep(bytes, 0, end);
      this.#open = true;
      at = head + 4;
    }
    this.#frames(bytes, at, end);
  }

  #frames(bytes: Buffer, start: number, end: number): void {
    let at = start;
    while (at + 2 <= end) {
      let length = bytes[at + 1]! & 0x7f;
      let head = 2;
      if (length === 126) {
        if (at + 4 > end) break;
        length = bytes.readUInt16BE(at + 2);
        head = 4;
      } else if (length === 127) {
        if (at + 10 > end) break;
        length = bytes.readUInt32BE(at + 6);
        head = 10;
      }
      const to = at + head + length;
      if (to > end) break;
      this.#message(bytes, at, at + head, to);
      at = to;
    }
    if (at < end) this.#keep(bytes, at, end);
  }

  #message(bytes: Buffer, at: number, from: number, to: number): void {
    if (bytes[at] === CLOSE) return this.close();
    if (bytes[at] !== TEXT) return;
    // Engine.IO's ping.
    if (to - from === 1 && bytes[from] === 0x32) {
      this.socket.write(PONG);
      return;
    }
    Wire.messages += 1;
    this.receive(bytes, from, to);
  }

  #keep(bytes: Buffer, from: number, to: number): void {
    this.#rest = Buffer.from(bytes.subarray(from, to));
  }
}
