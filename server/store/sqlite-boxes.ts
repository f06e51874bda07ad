// Ballot boxes in SQLite: one table for each open round, taken apart when the round closes.
import type { Connection, Statement } from './sqlite-connection.ts';

/** A voter's ballot on its way into a box; `next` absent takes it back. */
export interface BallotRow {
  readonly round: string;
  readonly member: string;
  readonly next?: { readonly done: boolean; readonly body: string };
  readonly receipt?: string;
  readonly version: number;
}

export interface LinkedRow {
  readonly member: string;
  readonly receipt: string | null;
  readonly done: number;
  readonly body: string;
}

export interface LooseRow {
  readonly receipt: string;
  readonly body: string;
}

export interface BoxRow {
  readonly round: string;
  readonly open: number;
  readonly version: number;
  readonly tie_seed: string;
  readonly linked: readonly LinkedRow[];
  readonly loose: readonly LooseRow[];
}

interface OpenBox {
  readonly put: Statement<never>;
  readonly take: Statement<never>;
}

const LINKED = 'member, receipt, done, body';
/** Prepared statements of open boxes that are kept at hand. */
const AT_HAND = 256;

export class Boxes {
  readonly #connection: Connection;
  readonly #openBoxes = new Map<number, OpenBox>();
  readonly #find: Statement<{ number: number; open: number }>;
  readonly #insert: Statement<never>;
  readonly #count: Statement<never>;
  readonly #shut: Statement<never>;
  readonly #ofBoard: Statement<Omit<BoxRow, 'linked' | 'loose'> & { number: number }>;
  readonly #linked: Statement<LinkedRow>;
  readonly #loose: Statement<LooseRow>;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#find = connection.prepare('SELECT number, open FROM box WHERE board = ? AND round = ?');
    this.#insert = connection.prepare(
      'INSERT INTO box (number, board, round, open, version, tie_seed) ' +
        'SELECT coalesce(max(number), 0) + 1, ?, ?, 1, 0, ? FROM box',
    );
    this.#count = connection.prepare('UPDATE box SET version = ? WHERE number = ? AND version = ?');
    this.#shut = connection.prepare('UPDATE box SET open = 0 WHERE number = ?');
    this.#ofBoard = connection.prepare(
      'SELECT number, round, open, version, tie_seed FROM box WHERE board = ? ORDER BY number',
    );
    this.#linked = connection.prepare(`SELECT ${LINKED} FROM ballot WHERE board = ? AND round = ? ORDER BY member`);
    this.#loose = connection.prepare(
      'SELECT receipt, body FROM loose_ballot WHERE board = ? AND round = ? ORDER BY place',
    );
  }

  /** False when the round has a box already. */
  open(board: string, round: string, tieSeed: string): boolean {
    if (this.#find.first(board, round) !== undefined) return false;
    this.#insert.run(board, round, tieSeed);
    const number = this.#openNumber(board, round);
    this.#connection.exec(
      `CREATE TABLE open_box_${number} (
        member TEXT PRIMARY KEY, receipt TEXT, done INTEGER NOT NULL, body TEXT NOT NULL
      ) STRICT, WITHOUT ROWID`,
    );
    return true;
  }

  /**
   * False when the box is not open, or when the change does not follow the box's version.
   * A change without a receipt leaves the ballot's receipt as it is.
   */
  change(board: string, ballot: BallotRow): boolean {
    return this.changeAll(board, ballot.round, { from: ballot.version - 1, to: ballot.version }, [ballot]);
  }

  /** The same for what many changes of different members come to, which lead from one version of the box to another. */
  changeAll(
    board: string,
    round: string,
    versions: { readonly from: number; readonly to: number },
    ballots: readonly BallotRow[],
  ): boolean {
    const number = this.#openNumber(board, round);
    if (number === undefined) return false;
    if (this.#count.run(versions.to, number, versions.from) === 0) return false;
    const box = this.#openBox(number);
    for (const { next, member, receipt } of ballots) {
      if (next === undefined) box.take.run(member);
      else box.put.run(member, receipt ?? null, next.done ? 1 : 0, next.body);
    }
    return true;
  }

  /**
   * Ends a box; false when it is not open. Its table is dropped, and secure_delete overwrites all of its pages.
   * With `unlink` only receipts and ballots are kept, sorted so that nothing of the old order remains.
   */
  close(board: string, round: string, unlink: boolean): boolean {
    const number = this.#openNumber(board, round);
    if (number === undefined) return false;
    const move = unlink
      ? 'INSERT INTO loose_ballot (board, round, place, receipt, body) ' +
        `SELECT ?, ?, row_number() OVER (ORDER BY receipt, body), receipt, body FROM open_box_${number}`
      : `INSERT INTO ballot (board, round, ${LINKED}) SELECT ?, ?, ${LINKED} FROM open_box_${number}`;
    this.#connection.prepare(move).run(board, round);
    this.#shut.run(number);
    this.#drop(number);
    return true;
  }

  /** All boxes of a board with their ballots, in order of opening. */
  load(board: string): BoxRow[] {
    return this.#ofBoard.all(board).map(({ number, round, open, version, tie_seed }) => ({
      round,
      open,
      version,
      tie_seed,
      linked:
        open === 1
          ? this.#connection.prepare<LinkedRow>(`SELECT ${LINKED} FROM open_box_${number} ORDER BY member`).all()
          : this.#linked.all(board, round),
      loose: open === 1 ? [] : this.#loose.all(board, round),
    }));
  }

  /** Drops the tables of a board's open boxes; the rows of the shared tables are the caller's. */
  dropOpen(board: string): void {
    for (const { number, open } of this.#ofBoard.all(board)) if (open === 1) this.#drop(number);
  }

  #openNumber(board: string, round: string): number | undefined {
    const box = this.#find.first(board, round);
    return box?.open === 1 ? box.number : undefined;
  }

  #openBox(number: number): OpenBox {
    const known = this.#openBoxes.get(number);
    if (known !== undefined) return known;
    if (this.#openBoxes.size >= AT_HAND) this.#openBoxes.clear();
    const box = {
      put: this.#connection.prepare(
        `INSERT INTO open_box_${number} (${LINKED}) VALUES (?, ?, ?, ?) ON CONFLICT (member) DO UPDATE ` +
          'SET receipt = coalesce(excluded.receipt, receipt), done = excluded.done, body = excluded.body',
      ),
      take: this.#connection.prepare(`DELETE FROM open_box_${number} WHERE member = ?`),
    };
    this.#openBoxes.set(number, box);
    return box;
  }

  #drop(number: number): void {
    this.#openBoxes.delete(number);
    this.#connection.exec(`DROP TABLE open_box_${number}`);
  }
}
