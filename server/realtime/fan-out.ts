// Sends one message to a whole room: a few milliseconds at a time, so that acknowledgements run between, and past those
// who have not taken what they were sent before. They get the whole board when they have.
import type { BoardState, BoardUpdate, PresenceUpdate } from '../../shared/protocol.ts';
import type { RecordRelay } from '../../shared/record/record.ts';
import type { Surroundings } from '../boards/boards.ts';
import { isBehind, whenDrained } from './backlog.ts';
import type { Line } from './line.ts';
import { paceOf } from './pace.ts';
import { type Packet, packetOf, write } from './packet.ts';
import type { Room } from './room.ts';
import { turnAfter } from './turn.ts';

/** Lines that are written to between two looks at the clock. */
const AT_ONCE = 50;
/** How long after a sweep's end is looked for again. */
const STILL_BUSY_MS = 5;
/** Who takes nothing for this long is cut off, and may come back. */
const LAGGING_AT_MOST_MS = 30_000;

interface RoomMessages {
  'board:update': BoardUpdate;
  'board:state': BoardState;
  'presence:update': PresenceUpdate;
}

/** One packet on its way through a room. */
interface Sweep {
  readonly packet: Packet;
  readonly startedAt: number;
  busyMs: number;
  /** When the last turn was over, and how long all sweeps together had been at work then. */
  pausedAt: number;
  sweptMs: number;
}

export class FanOut {
  readonly #surroundings: Pick<Surroundings, 'now'>;
  /** Brings a line that has caught its breath up to date. */
  readonly #recover: (line: Line) => void;
  /** Packets under way, by room: those of one room never overtake each other. */
  readonly #underWay = new Map<Room, Packet[]>();
  readonly #last = new WeakMap<Room, Sweep>();
  /** How long sweeps of all rooms were at work so far. */
  #sweptMs = 0;

  constructor(surroundings: Pick<Surroundings, 'now'>, recover: (line: Line) => void) {
    this.#surroundings = surroundings;
    this.#recover = recover;
  }

  send<Name extends keyof RoomMessages>(room: Room, name: Name, message: RoomMessages[Name], json?: string): void {
    const packet = packetOf(name, message, json);
    const waiting = this.#underWay.get(room);
    if (waiting === undefined) this.#sweep(room, packet);
    else waiting.push(packet);
  }

  /** To some lines only, at once. Who lags gets the whole board in its place. */
  relay(lines: Iterable<Line>, name: 'record:update', message: RecordRelay): void {
    const packet = packetOf(name, message);
    const now = this.#surroundings.now();
    for (const line of lines) this.#tell(line, packet, now);
  }

  /** Milliseconds that lie between the starts of the last update and the next, as far as one can tell now. */
  interval(room: Room): number {
    const last = this.#last.get(room);
    if (last === undefined) return 0;
    const pace = paceOf(last.busyMs, last.packet.frame.length);
    if (!this.#underWay.has(room)) return pace;
    return Math.max(pace, this.#surroundings.now() - last.startedAt + STILL_BUSY_MS);
  }

  #sweep(room: Room, packet: Packet): void {
    const startedAt = this.#surroundings.now();
    const sweep: Sweep = { packet, startedAt, busyMs: 0, pausedAt: startedAt, sweptMs: this.#sweptMs };
    this.#last.set(room, sweep);
    const lines = room.places.keys();
    const step = (): void => {
      if (this.#tellSome(sweep, lines)) {
        if (!this.#underWay.has(room)) this.#underWay.set(room, []);
        setImmediate(step);
        return;
      }
      const next = this.#underWay.get(room)?.shift();
      if (next === undefined) this.#underWay.delete(room);
      else this.#sweep(room, next);
    };
    step();
  }

  /** Whether there may be more of them. */
  #tellSome(sweep: Sweep, lines: Iterator<Line>): boolean {
    const began = this.#surroundings.now();
    const turn = turnAfter(began - sweep.pausedAt - (this.#sweptMs - sweep.sweptMs));
    let now = began;
    let more = true;
    while (more && now - began < turn) {
      more = this.#tellFew(sweep.packet, lines, now);
      const then = now;
      now = this.#surroundings.now();
      // A clock that was set back: what is left waits for the next turn.
      if (now < then) break;
    }
    const worked = Math.max(0, now - began);
    sweep.busyMs += worked;
    sweep.pausedAt = now;
    sweep.sweptMs = this.#sweptMs += worked;
    return more;
  }

  #tellFew(packet: Packet, lines: Iterator<Line>, now: number): boolean {
    for (let told = 0; told < AT_ONCE; told += 1) {
      const next = lines.next();
      if (next.done === true) return false;
      this.#tell(next.value, packet, now);
    }
    return true;
  }

  #tell(line: Line, packet: Packet, now: number): void {
    const { laggingSince } = line.data;
    if (laggingSince !== undefined) {
      if (now - laggingSince > LAGGING_AT_MOST_MS) line.conn.close(true);
    } else if (isBehind(line)) {
      line.data.laggingSince = now;
      whenDrained(line, () => this.#recover(line));
    } else write(line, packet);
  }
}
