import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bareSocket, waitingPackets } from '../../../server/realtime/bare-socket.ts';
import type { Line } from '../../../server/realtime/line.ts';
import { packetOf, write } from '../../../server/realtime/packet.ts';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';

let server: Server;
let port: number;
beforeEach(() => {
  server = new Server(0, { perMessageDeflate: false });
  port = (server as unknown as { httpServer: { address(): { port: number } } }).httpServer.address().port;
});
afterEach(() => server.close());

/** What a client over one transport hears, when the server writes to its line. */
async function heard(transport: 'websocket' | 'polling', say: (line: Line) => void, count: number): Promise<unknown[]> {
  const connected = new Promise<Line>((resolve) => server.once('connection', (line) => resolve(line as Line)));
  const client = io(`http://127.0.0.1:${port}`, { transports: [transport], forceNew: true, reconnection: false });
  const got: unknown[] = [];
  const all = new Promise<void>((resolve) => {
    client.onAny((name: string, payload: unknown) => {
      got.push([name, payload]);
      if (got.length === count) resolve();
    });
  });
  say(await connected);
  await all;
  client.disconnect();
  return got;
}

describe('a message that is encoded once', () => {
  const texts = ['', 'é', 'x'.repeat(60), 'x'.repeat(200), 'x'.repeat(65_500), 'x'.repeat(70_000)];

  test.each(['websocket', 'polling'] as const)('arrives over %s whatever its length', async (transport) => {
    const say = (line: Line) => {
      for (const text of texts) write(line, packetOf('board:update', { text }));
    };
    const wanted = texts.map((text) => ['board:update', { text }]);
    expect(await heard(transport, say, texts.length)).toEqual(wanted);
  });

  test('never overtakes what Socket.IO was given before', async () => {
    const say = (line: Line) => {
      for (let count = 0; count < 6; count += 2) {
        line.emit('presence:update', count as never);
        line.emit('presence:update', `${count} again` as never);
        write(line, packetOf('board:update', count + 1));
      }
    };
    const got = await heard('websocket', say, 9);
    const numbers = got.map((entry) => Number.parseInt(String((entry as [string, unknown])[1]), 10));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });

  test('goes straight to the socket of an idle websocket, past engine.io', async () => {
    let isBare: boolean | undefined;
    let waited: number | undefined;
    const say = (line: Line) => {
      waited = waitingPackets(line);
      isBare = bareSocket(line)?.writable;
      write(line, packetOf('board:update', 1));
    };
    await heard('websocket', say, 1);
    expect({ waited, isBare }).toEqual({ waited: 0, isBare: true });
    await heard('polling', say, 1);
    expect(isBare).toBe(undefined);
  });
});
