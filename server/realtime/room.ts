// The room of one board: who is in it, and which lines are whose.
import type { Session } from '../boards/boards.ts';
import { BoardPresence } from '../presence.ts';
import type { Line } from './line.ts';

const NOBODY: readonly Line[] = [];

export class Room {
  readonly board: string;
  readonly presence: BoardPresence;
  readonly places = new Map<Line, Session>();
  readonly #lines = new Map<string, readonly Line[]>();

  constructor(board: string, veiled: boolean) {
    this.board = board;
    this.presence = new BoardPresence(board, veiled);
  }

  enter(line: Line, session: Session): void {
    const { role, member } = session;
    this.places.set(line, session);
    this.presence.enter(role, member);
    if (member !== undefined) this.#lines.set(member, [...this.linesOf(member), line]);
  }

  leave(line: Line): void {
    const session = this.places.get(line);
    if (session === undefined) return;
    const { member } = session;
    this.places.delete(line);
    this.presence.leave(member);
    if (member === undefined) return;
    const left = this.linesOf(member).filter((other) => other !== line);
    if (left.length > 0) this.#lines.set(member, left);
    else this.#lines.delete(member);
  }

  linesOf(member: string): readonly Line[] {
    return this.#lines.get(member) ?? NOBODY;
  }
}
