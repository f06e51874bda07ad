// History points in SQLite: rows beside the log, one for each kept moment of a live round's totals.
import type { Connection, Statement } from './sqlite-connection.ts';

export interface PointRow {
  readonly round: string;
  readonly version: number;
  readonly body: string;
}

export class Points {
  readonly #keep: Statement<never>;
  readonly #ofBoard: Statement<PointRow>;

  constructor(connection: Connection) {
    this.#keep = connection.prepare(
      'INSERT OR IGNORE INTO history_point (board, round, version, body) SELECT id, ?, ?, ? FROM board WHERE id = ?',
    );
    this.#ofBoard = connection.prepare(
      'SELECT round, version, body FROM history_point WHERE board = ? ORDER BY round, version',
    );
  }

  /** Nothing for a board that is not there, nor for a version that has its point. */
  keep(board: string, { round, version, body }: PointRow): void {
    this.#keep.run(round, version, body, board);
  }

  ofBoard(board: string): PointRow[] {
    return this.#ofBoard.all(board).map(({ round, version, body }) => ({ round, version, body }));
  }
}
