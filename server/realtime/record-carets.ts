// Where people write in one board's record: one place a member, told as a whole, seldom, and to nobody who is behind.
import { CARET_BOUNDS, type Caret, type RecordCarets } from '../../shared/record/carets.ts';
import type { Surroundings } from '../boards/boards.ts';
import { isBehind } from './backlog.ts';
import type { Line } from './line.ts';
import { packetOf, write } from './packet.ts';

/** They are told so far apart at least, and a millisecond a reader more. */
const TOLD_EVERY_MS = 100;
const TOLD_RAREST_MS = 2000;

export interface CaretParts {
  readonly board: string;
  readonly surroundings: Pick<Surroundings, 'after'>;
  /** Those who have the record open. */
  readonly readers: () => Iterable<Line>;
  /** While a hidden round is open nobody is told what others look at. */
  readonly isVeiled: () => boolean;
}

export class RoomCarets {
  readonly #parts: CaretParts;
  /** By member, who moved last at the end. */
  readonly #places = new Map<string, { readonly line: Line; readonly caret: Caret }>();
  /** Who has not been told how it stands. */
  readonly #untold = new Set<Line>();
  #cancel: (() => void) | undefined;

  constructor(parts: CaretParts) {
    this.#parts = parts;
  }

  set(line: Line, member: string, caret: Caret | null): void {
    const before = this.#places.get(member);
    if (caret === null && before?.line !== line) return;
    this.#places.delete(member);
    if (caret !== null) this.#places.set(member, { line, caret });
    this.#tellAll();
  }

  /** Tells a newcomer, where there is anything to tell. */
  greet(line: Line): void {
    if (this.#places.size > 0) this.#tellSoon([line]);
  }

  leave(line: Line): void {
    this.#untold.delete(line);
    for (const [member, place] of this.#places) {
      if (place.line !== line) continue;
      this.#places.delete(member);
      this.#tellAll();
    }
  }

  close(): void {
    this.#cancel?.();
    this.#places.clear();
    this.#untold.clear();
  }

  #tellAll(): void {
    this.#tellSoon(this.#parts.readers());
  }

  #tellSoon(lines: Iterable<Line>): void {
    for (const line of lines) this.#untold.add(line);
    if (this.#cancel !== undefined || this.#untold.size === 0) return;
    const wait = Math.min(Math.max(TOLD_EVERY_MS, this.#untold.size), TOLD_RAREST_MS);
    this.#cancel = this.#parts.surroundings.after(wait, () => this.#tell());
  }

  #tell(): void {
    this.#cancel = undefined;
    const { board, isVeiled } = this.#parts;
    const all = isVeiled() ? [] : [...this.#places].map(([member, { caret }]) => ({ member, ...caret }));
    const message: RecordCarets = { board, carets: all.slice(-CARET_BOUNDS.told) };
    const packet = packetOf('record:carets', message);
    for (const line of this.#untold) {
      // The first thing that is left out: who is behind hears it when they are not any more, or never.
      if (line.data.laggingSince !== undefined || isBehind(line)) continue;
      write(line, packet);
      this.#untold.delete(line);
    }
    this.#tellSoon([]);
  }
}
