// The room of one board: who is in it, in slices small enough that a message to one of them holds up nobody.
import type { Session } from '../boards/boards.ts';
import { BoardPresence } from '../presence.ts';
import type { Line } from './line.ts';

export interface Place {
  readonly session: Session;
  /** The Socket.IO room of the line's slice. */
  readonly slice: string;
}

export class Room {
  readonly board: string;
  readonly presence: BoardPresence;
  readonly places = new Map<Line, Place>();
  readonly #sizes: number[] = [];
  readonly #sliceSize: number;

  constructor(board: string, veiled: boolean, sliceSize: number) {
    this.board = board;
    this.presence = new BoardPresence(board, veiled);
    this.#sliceSize = sliceSize;
  }

  enter(line: Line, session: Session): Place {
    const index = this.#freeSlice();
    this.#sizes[index] = (this.#sizes[index] ?? 0) + 1;
    const place = { session, slice: `${this.board} ${index}` };
    this.places.set(line, place);
    this.presence.enter(session.role, session.member);
    return place;
  }

  leave(line: Line): void {
    const place = this.places.get(line);
    if (place === undefined) return;
    this.places.delete(line);
    const index = Number(place.slice.slice(this.board.length + 1));
    this.#sizes[index] = (this.#sizes[index] ?? 1) - 1;
    this.presence.leave(place.session.member);
  }

  /** The Socket.IO rooms that somebody is in. */
  slices(): string[] {
    return this.#sizes.flatMap((size, index) => (size > 0 ? [`${this.board} ${index}`] : []));
  }

  linesOf(member: string): Line[] {
    const lines: Line[] = [];
    for (const [line, { session }] of this.places) if (session.member === member) lines.push(line);
    return lines;
  }

  #freeSlice(): number {
    const free = this.#sizes.findIndex((size) => size < this.#sliceSize);
    return free === -1 ? this.#sizes.length : free;
  }
}
