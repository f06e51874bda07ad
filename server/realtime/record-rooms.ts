// Who has the record of a board open, and what is written there on its way to the others.
import type { Session, Surroundings } from '../boards/boards.ts';
import type { Caret } from '../../shared/record/carets.ts';
import { together } from '../record/record-document.ts';
import type { Records } from '../record/records.ts';
import type { FanOut } from './fan-out.ts';
import { type Line, sessionOf } from './line.ts';
import { type CaretParts, RoomCarets } from './record-carets.ts';

/** Relays are at least so far apart; what comes in between is put together. A millisecond more a reader. */
const RELAY_EVERY_MS = 40;
const RELAY_RAREST_MS = 1000;

interface Written {
  readonly from: Line;
  readonly update: string;
}

class RecordRoom {
  readonly readers = new Map<Line, { readonly session: Session; readonly release: () => void }>();
  readonly carets: RoomCarets;
  written: Written[] = [];
  cancel: (() => void) | undefined;

  constructor(parts: Omit<CaretParts, 'readers'>) {
    this.carets = new RoomCarets({ ...parts, readers: () => this.readers.keys() });
  }
}

export class RecordRooms {
  readonly #rooms = new Map<string, RecordRoom>();
  readonly #records: Records;
  readonly #fanOut: FanOut;
  readonly #surroundings: Pick<Surroundings, 'after'>;
  readonly #isVeiled: (board: string) => boolean;

  constructor(
    records: Records,
    fanOut: FanOut,
    surroundings: Pick<Surroundings, 'after'>,
    isVeiled: (board: string) => boolean,
  ) {
    this.#isVeiled = isVeiled;
    this.#records = records;
    this.#fanOut = fanOut;
    this.#surroundings = surroundings;
  }

  enter(line: Line, session: Session): void {
    this.leave(line);
    if (!line.connected || sessionOf(line) !== session) return;
    const { board } = session;
    const parts = { board, surroundings: this.#surroundings, isVeiled: () => this.#isVeiled(board) };
    const room = this.#rooms.get(board) ?? new RecordRoom(parts);
    this.#rooms.set(board, room);
    room.readers.set(line, { session, release: this.#records.hold(board) });
    line.data.record = board;
    room.carets.greet(line);
  }

  leave(line: Line): void {
    const board = line.data.record;
    const room = board === undefined ? undefined : this.#rooms.get(board);
    line.data.record = undefined;
    if (board === undefined || room === undefined) return;
    room.readers.get(line)?.release();
    room.readers.delete(line);
    room.carets.leave(line);
    if (room.readers.size === 0) this.#close(board, room);
  }

  /** Tells the others what one line wrote: at once, or together with what comes soon after. */
  wrote(board: string, from: Line, update: string): void {
    const room = this.#rooms.get(board);
    if (room === undefined) return;
    room.written.push({ from, update });
    if (room.cancel === undefined) this.#relay(board, room);
  }

  /** Where somebody who has the record open writes; null: nowhere any more. */
  caret(line: Line, member: string, caret: Caret | null): void {
    const room = this.#rooms.get(line.data.record ?? '');
    if (room?.readers.has(line)) room.carets.set(line, member, caret);
  }

  close(): void {
    for (const [board, room] of this.#rooms) this.#close(board, room);
  }

  #relay(board: string, room: RecordRoom): void {
    const written = room.written.splice(0);
    const [first] = written;
    if (first === undefined) return;
    const alone = written.every(({ from }) => from === first.from) ? first.from : undefined;
    // Who wrote a part of it hears it too, and knows it already.
    const readers = [...room.readers].flatMap(([line, { session }]) =>
      line !== alone && sessionOf(line) === session ? [line] : [],
    );
    const update = together(written.map((one) => one.update));
    this.#fanOut.relay(readers, 'record:update', { board, update });
    const wait = Math.min(Math.max(RELAY_EVERY_MS, room.readers.size), RELAY_RAREST_MS);
    room.cancel = this.#surroundings.after(wait, () => {
      room.cancel = undefined;
      this.#relay(board, room);
    });
  }

  #close(board: string, room: RecordRoom): void {
    room.cancel?.();
    room.carets.close();
    this.#rooms.delete(board);
  }
}
