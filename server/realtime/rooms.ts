// The rooms of all boards, and what the boards tell the world through them.
import type { Role } from '../../shared/board/board.ts';
import type { BoardUpdate } from '../../shared/protocol.ts';
import type { Event } from '../../shared/board/events.ts';
import type { Announcer, MyBallotChange, MyHeldChange, RoomState, Session, Surroundings } from '../boards/boards.ts';
import { FanOut } from './fan-out.ts';
import { updateJson } from './known-json.ts';
import { type Line, sessionOf } from './line.ts';
import { packetOf, writeSoon } from './packet.ts';
import { Room } from './room.ts';

/** Presence goes out at most this often in a small room, and a millisecond a person later in a large one. */
const PRESENCE_EVERY_MS = 100;
const PRESENCE_RAREST_MS = 2000;

/** After these nobody waits for more time any more. */
const SETTLING: ReadonlySet<string> = new Set<Event['type']>([
  'round.opened',
  'round.extended',
  'round.closed',
  'timer.started',
  'timer.extended',
  'timer.stopped',
]);

export class Rooms implements Announcer {
  readonly #rooms = new Map<string, Room>();
  readonly #fanOut: FanOut;
  readonly #surroundings: Surroundings;
  readonly #presenceAlarms = new Map<string, () => void>();

  constructor(fanOut: FanOut, surroundings: Surroundings) {
    this.#fanOut = fanOut;
    this.#surroundings = surroundings;
  }

  /** How many lines are in a room. */
  get size(): number {
    let size = 0;
    for (const room of this.#rooms.values()) size += room.places.size;
    return size;
  }

  /** Leaves the room where the line was, and enters another in the same step. */
  enter(line: Line, session: Session, { veiled }: RoomState): void {
    // Who has gone meanwhile is not let in: nobody would see them out.
    if (!line.connected) return;
    this.leave(line);
    const room = this.#rooms.get(session.board) ?? new Room(session.board, veiled);
    this.#rooms.set(session.board, room);
    room.presence.veil(veiled);
    room.enter(line, session);
    line.data.where = { phase: 'joined', session };
    this.#presenceLater(room);
  }

  leave(line: Line): void {
    const session = sessionOf(line);
    if (session === undefined) return;
    line.data.where = { phase: 'greeting' };
    line.data.laggingSince = undefined;
    const room = this.#rooms.get(session.board);
    if (room === undefined || !room.places.has(line)) return;
    room.leave(line);
    if (room.places.size === 0) this.#close(room);
    else this.#presenceLater(room);
  }

  /** Gives a line that lagged its place among the others back. */
  resume(line: Line, session: Session): void {
    const place = this.#rooms.get(session.board)?.places.get(line);
    if (place === session) line.data.laggingSince = undefined;
  }

  /** Milliseconds between the starts of a board's updates, by what the last one cost. */
  interval(board: string): number {
    const room = this.#rooms.get(board);
    return room === undefined ? 0 : this.#fanOut.interval(room);
  }

  /** Tells a newcomer who is here. */
  greet(line: Line): void {
    const session = sessionOf(line);
    const room = session && this.#rooms.get(session.board);
    if (room !== undefined) writeSoon(line, packetOf('presence:update', room.presence.full()));
  }

  present(session: Session, presence: Parameters<Room['presence']['set']>[1]): void {
    const room = this.#rooms.get(session.board);
    if (room === undefined || session.member === undefined) return;
    room.presence.set(session.member, presence);
    this.#presenceLater(room);
  }

  /** A hidden round is open there: nobody is told what others look at. */
  isVeiled(board: string): boolean {
    return this.#rooms.get(board)?.presence.veiled ?? true;
  }

  isOccupied(board: string): boolean {
    return this.#rooms.has(board);
  }

  update(update: BoardUpdate): void {
    const room = this.#rooms.get(update.board);
    if (room === undefined) return;
    for (const event of update.events) this.#follow(room, event);
    this.#fanOut.send(room, 'board:update', update, updateJson(update));
  }

  state(state: Parameters<Announcer['state']>[0]): void {
    const room = this.#rooms.get(state.board);
    if (room !== undefined) this.#fanOut.send(room, 'board:state', state);
  }

  mine({ session, round, ballot, done }: MyBallotChange): void {
    if (session.member === undefined) return;
    for (const line of this.#rooms.get(session.board)?.linesOf(session.member) ?? []) {
      if (sessionOf(line) !== session) line.emit('ballot:mine', { round, ballot, done });
    }
  }

  held({ session, round, note, held }: MyHeldChange): void {
    if (session.member === undefined) return;
    for (const line of this.#rooms.get(session.board)?.linesOf(session.member) ?? []) {
      if (sessionOf(line) !== session) line.emit('note:mine', { round, note, held });
    }
  }

  ended(board: string, reason: 'erased' | 'removed', member?: string): void {
    const room = this.#rooms.get(board);
    if (room === undefined) return;
    const lines = member === undefined ? [...room.places.keys()] : room.linesOf(member);
    for (const line of lines) {
      this.leave(line);
      line.emit('board:ended', { board, reason });
      // What was written before still leaves; then the client is told not to come back.
      line.disconnect(true);
    }
  }

  retired(board: string, roles: ReadonlySet<Role>): void {
    for (const [line, { byKeyOf }] of this.#rooms.get(board)?.places ?? []) {
      if (byKeyOf === undefined || !roles.has(byKeyOf)) continue;
      this.leave(line);
      line.conn.close();
    }
  }

  close(): void {
    for (const room of this.#rooms.values()) this.#close(room);
  }

  /** What presence needs to know of a board. */
  #follow(room: Room, event: Event): void {
    const { presence } = room;
    if (event.type === 'round.opened') presence.veil(event.secrecy !== 'live');
    else if (event.type === 'round.closed') presence.veil(false);
    else if (event.type === 'member.admitted') room.admit(event.member);
    else if (event.type === 'member.assigned') presence.setRole(event.member, event.role);
    else if (event.type === 'board.edited' && event.phase !== undefined) presence.startOver();
    else if (!SETTLING.has(event.type)) return;
    if (SETTLING.has(event.type)) presence.settleTime();
    this.#presenceLater(room);
  }

  #presenceLater(room: Room): void {
    if (this.#presenceAlarms.has(room.board)) return;
    const wait = Math.min(Math.max(PRESENCE_EVERY_MS, room.presence.people), PRESENCE_RAREST_MS);
    const cancel = this.#surroundings.after(wait, () => {
      this.#presenceAlarms.delete(room.board);
      const changes = room.presence.changes();
      if (changes !== undefined) this.#fanOut.send(room, 'presence:update', changes);
    });
    this.#presenceAlarms.set(room.board, cancel);
  }

  #close(room: Room): void {
    this.#rooms.delete(room.board);
    this.#presenceAlarms.get(room.board)?.();
    this.#presenceAlarms.delete(room.board);
  }
}
