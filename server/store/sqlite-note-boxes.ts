// Note boxes in SQLite: what open rounds hold back, one table for each, taken apart when the round closes.
import type { Connection, Statement } from './sqlite-connection.ts';

/** A change to the notes that are held; `body` is everything of a note except its id, as JSON. */
export type HeldRow =
  | {
      readonly kind: 'put';
      readonly round: string;
      readonly member: string;
      readonly note: string;
      readonly body: string;
    }
  | { readonly kind: 'drop'; readonly round: string; readonly member: string; readonly note: string }
  | { readonly kind: 'leave'; readonly member: string };

export interface NoteBoxRow {
  readonly round: string;
  readonly open: number;
  readonly notes: readonly { readonly note: string; readonly member: string | null; readonly body: string }[];
}

type NoteRow = NoteBoxRow['notes'][number];
type Box = { readonly number: number; readonly open: number };

export class NoteBoxes {
  readonly #connection: Connection;
  readonly #find: Statement<Box>;
  readonly #ofBoard: Statement<Box & { round: string }>;
  readonly #insert: Statement<never>;
  readonly #shut: Statement<never>;
  readonly #forget: Statement<never>;
  readonly #closed: Statement<NoteRow>;
  readonly #takeClosed: Statement<never>;
  readonly #leaveClosed: Statement<never>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#find = connection.prepare('SELECT number, open FROM note_box WHERE board = ? AND round = ?');
    this.#ofBoard = connection.prepare('SELECT number, open, round FROM note_box WHERE board = ? ORDER BY number');
    this.#insert = connection.prepare(
      'INSERT INTO note_box (number, board, round, open) SELECT coalesce(max(number), 0) + 1, ?, ?, 1 FROM note_box',
    );
    this.#shut = connection.prepare('UPDATE note_box SET open = 0 WHERE number = ?');
    this.#forget = connection.prepare('DELETE FROM note_box WHERE number = ?');
    this.#closed = connection.prepare(
      'SELECT note, member, body FROM held_note WHERE board = ? AND round = ? ORDER BY place',
    );
    this.#takeClosed = connection.prepare('DELETE FROM held_note WHERE board = ? AND round = ?');
    this.#leaveClosed = connection.prepare('DELETE FROM held_note WHERE board = ? AND member = ?');
  }

  /** Called with the opening of a round's ballot box, which happens once. */
  open(board: string, round: string): void {
    this.#insert.run(board, round);
    const number = this.#openNumber(board, round);
    this.#connection.exec(
      `CREATE TABLE open_notes_${number} (
        member TEXT NOT NULL, note TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (member, note)
      ) STRICT, WITHOUT ROWID`,
    );
  }

  /** False when the round has no open note box. */
  change(board: string, change: HeldRow): boolean {
    if (change.kind === 'leave') {
      this.#leave(board, change.member);
      return true;
    }
    const number = this.#openNumber(board, change.round);
    if (number === undefined) return false;
    const { member, note } = change;
    if (change.kind === 'drop') {
      this.#connection.prepare(`DELETE FROM open_notes_${number} WHERE member = ? AND note = ?`).run(member, note);
    } else {
      this.#connection
        .prepare(
          `INSERT INTO open_notes_${number} (member, note, body) VALUES (?, ?, ?) ` +
            'ON CONFLICT (member, note) DO UPDATE SET body = excluded.body',
        )
        .run(member, note, change.body);
    }
    return true;
  }

  /**
   * Ends the note box of a round, where it has one. Its table is dropped, and secure_delete overwrites all its pages.
   * With `unlink` only the notes are kept, in an order that says nothing of their authors.
   */
  close(board: string, round: string, unlink: boolean): void {
    const number = this.#openNumber(board, round);
    if (number === undefined) return;
    const [order, member] = unlink ? ["note, body ->> 'text', body ->> 'kind'", 'NULL'] : ['note, member', 'member'];
    this.#connection
      .prepare(
        'INSERT INTO held_note (board, round, place, note, member, body) ' +
          `SELECT ?, ?, row_number() OVER (ORDER BY ${order}), note, ${member}, body FROM open_notes_${number}`,
      )
      .run(board, round);
    this.#shut.run(number);
    this.#connection.exec(`DROP TABLE open_notes_${number}`);
  }

  /** Takes out what is among the events from now on; false when there is no closed note box. */
  publish(board: string, round: string): boolean {
    const box = this.#find.first(board, round);
    if (box?.open !== 0) return false;
    this.#takeClosed.run(board, round);
    this.#forget.run(box.number);
    return true;
  }

  /** All note boxes of a board, in order of opening. */
  load(board: string): NoteBoxRow[] {
    return this.#ofBoard.all(board).map(({ number, round, open }) => ({
      round,
      open,
      notes:
        open === 1
          ? this.#connection
              .prepare<NoteRow>(`SELECT note, member, body FROM open_notes_${number} ORDER BY note, member`)
              .all()
          : this.#closed.all(board, round),
    }));
  }

  /** Drops the tables of a board's open note boxes; the rows of the shared tables are the caller's. */
  dropOpen(board: string): void {
    for (const { number, open } of this.#ofBoard.all(board)) {
      if (open === 1) this.#connection.exec(`DROP TABLE open_notes_${number}`);
    }
  }

  #leave(board: string, member: string): void {
    for (const { number, open } of this.#ofBoard.all(board)) {
      if (open === 1) this.#connection.prepare(`DELETE FROM open_notes_${number} WHERE member = ?`).run(member);
    }
    this.#leaveClosed.run(board, member);
  }

  #openNumber(board: string, round: string): number | undefined {
    const box = this.#find.first(board, round);
    return box?.open === 1 ? box.number : undefined;
  }
}
