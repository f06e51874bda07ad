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
  /** Members who are not let in yet: in presence they count as watchers. */
  readonly #waiting = new Set<string>();

  constructor(board: string, veiled: boolean) {
    this.board = board;
    this.presence = new BoardPresence(board, veiled);
  }

  enter(line: Line, session: Session): void {
    const { role, member, waiting } = session;
    this.places.set(line, session);
    if (member !== undefined && waiting === true) this.#waiting.add(member);
    else if (member !== undefined) this.admit(member);
    this.presence.enter(role, this.#counted(member));
    if (member !== undefined) this.#lines.set(member, [...this.linesOf(member), line]);
  }

  leave(line: Line): void {
    const session = this.places.get(line);
    if (session === undefined) return;
    const { member } = session;
    this.places.delete(line);
    this.presence.leave(this.#counted(member));
    if (member === undefined) return;
    const left = this.linesOf(member).filter((other) => other !== line);
    if (left.length > 0) this.#lines.set(member, left);
    else {
      this.#lines.delete(member);
      this.#waiting.delete(member);
    }
  }

  /** Somebody who waited is one of the others from here on. */
  admit(member: string): void {
    if (!this.#waiting.delete(member)) return;
    for (const line of this.linesOf(member)) {
      this.presence.leave(undefined);
      this.presence.enter(this.places.get(line)?.role ?? 'voter', member);
    }
  }

  #counted(member: string | undefined): string | undefined {
    return member !== undefined && this.#waiting.has(member) ? undefined : member;
  }

  linesOf(member: string): readonly Line[] {
    return this.#lines.get(member) ?? NOBODY;
  }
}
