// Sends one message to a whole room: slice by slice, so that acknowledgements run between, and past those who have not
// taken what they were sent before. They get the whole board when they have.
import type { Server } from 'socket.io';
import type { BoardState, BoardUpdate, ClientToServer, PresenceUpdate, ServerToClient } from '../../shared/protocol.ts';
import type { Surroundings } from '../boards/boards.ts';
import { isBehind } from './backlog.ts';
import type { Line, LineState } from './line.ts';
import type { Room } from './room.ts';

/** Who takes nothing for this long is cut off, and may come back. */
const LAGGING_AT_MOST_MS = 30_000;

export type RealtimeServer = Server<ClientToServer, ServerToClient, Record<never, never>, LineState>;

interface RoomMessages {
  'board:update': BoardUpdate;
  'board:state': BoardState;
  'presence:update': PresenceUpdate;
}

export class FanOut {
  readonly #io: RealtimeServer;
  readonly #surroundings: Pick<Surroundings, 'now'>;
  /** Brings a line that has caught its breath up to date. */
  readonly #recover: (line: Line) => void;
  /** Sweeps under way, by board: messages of one room never overtake each other. */
  readonly #sweeps = new Map<string, (() => void)[]>();

  constructor(io: RealtimeServer, surroundings: Pick<Surroundings, 'now'>, recover: (line: Line) => void) {
    this.#io = io;
    this.#surroundings = surroundings;
    this.#recover = recover;
  }

  send<Name extends keyof RoomMessages>(room: Room, name: Name, message: RoomMessages[Name]): void {
    this.#passBy(room);
    const emit = (slice: string): void => {
      // The map above is what ServerToClient says, which the compiler cannot follow through a generic name.
      (this.#io.to(slice) as { emit(name: string, message: unknown): boolean }).emit(name, message);
    };
    const steps = room.slices().map((slice) => () => emit(slice));
    const sweep = this.#sweeps.get(room.board);
    if (sweep !== undefined) sweep.push(...steps);
    else if (steps.length <= 1) for (const step of steps) step();
    else this.#sweep(room.board, steps);
  }

  #sweep(board: string, steps: (() => void)[]): void {
    this.#sweeps.set(board, steps);
    const next = (): void => {
      steps.shift()?.();
      if (steps.length > 0) setImmediate(next);
      else this.#sweeps.delete(board);
    };
    next();
  }

  /** Takes those who lag out of their slices until they have drained. */
  #passBy(room: Room): void {
    const now = this.#surroundings.now();
    for (const [line, { slice }] of room.places) {
      const { laggingSince } = line.data;
      if (laggingSince !== undefined) {
        if (now - laggingSince > LAGGING_AT_MOST_MS) line.conn.close(true);
      } else if (isBehind(line)) {
        line.data.laggingSince = now;
        void line.leave(slice);
        line.conn.once('drain', () => this.#recover(line));
      }
    }
  }
}
