// Counts the connections that each address has open, before anything was said on them.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { OpenLines } from './realtime/open-lines.ts';

/** Beyond what an address may have: told so where it asks for something, and past these cut off unheard. */
const standingRoom = (most: number): number => most + Math.ceil(most / 10) + 20;

export interface Crowd {
  /** Whether a connection came when its address had as many as it may have. */
  isOneTooMany(socket: object): boolean;
}

/** Behind a proxy all connections are the proxy's, which has limits of its own, so none are counted. */
export function crowdAt(server: Server, most: number): Crowd {
  const open = new OpenLines(most);
  const standing = new OpenLines(standingRoom(most));
  const excess = new WeakSet<object>();
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    if (!standing.hasRoomFor(address)) return void socket.destroy();
    standing.add(address);
    const isExcess = !open.hasRoomFor(address);
    if (isExcess) excess.add(socket);
    else open.add(address);
    socket.once('close', () => {
      standing.remove(address);
      if (!isExcess) open.remove(address);
    });
  });
  return { isOneTooMany: (socket) => excess.has(socket) };
}
