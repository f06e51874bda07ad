// Records in SQLite: the updates of each board's shared document, in the order in which they came.
import type { Connection, Statement } from './sqlite-connection.ts';
import type { RecordAddition } from './store.ts';

export class Records {
  readonly #all: Statement<{ body: string }>;
  readonly #add: Statement<never>;
  readonly #last: Statement<{ number: number; at: string }>;
  readonly #drop: Statement<never>;
  readonly #put: Statement<never>;

  constructor(connection: Connection) {
    this.#all = connection.prepare('SELECT body FROM record_update WHERE board = ? ORDER BY number');
    this.#add = connection.prepare(
      'INSERT INTO record_update (board, number, at, body) SELECT id, ' +
        '(SELECT coalesce(max(number), 0) + 1 FROM record_update WHERE record_update.board = board.id), ?, ? ' +
        'FROM board WHERE id = ?',
    );
    this.#last = connection.prepare(
      'SELECT number, at FROM record_update WHERE board = ? ORDER BY number LIMIT 1 OFFSET ?',
    );
    this.#drop = connection.prepare('DELETE FROM record_update WHERE board = ? AND number <= ?');
    this.#put = connection.prepare('INSERT INTO record_update (board, number, at, body) VALUES (?, ?, ?, ?)');
  }

  of(board: string): string[] {
    return this.#all.all(board).map(({ body }) => body);
  }

  /** False when the board is not there. */
  add({ board, update, at }: RecordAddition): boolean {
    return this.#add.run(at, update, board) === 1;
  }

  /** To be called in a transaction: between the two steps the record is not whole. */
  merge(board: string, count: number, update: string): void {
    const last = count < 1 ? undefined : this.#last.first(board, count - 1);
    if (last === undefined) return;
    this.#drop.run(board, last.number);
    this.#put.run(board, last.number, last.at, update);
  }
}
