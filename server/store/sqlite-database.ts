// The boards in one SQLite file: synchronous, without threads, events and ballots as JSON text that it never reads.
import { randomUUID } from 'node:crypto';
import { type BallotRun, isRun } from './ballot-run.ts';
import { migrate } from './migrations.ts';
import { ACCESS_COLUMNS, type AccessRow, accessOfRow } from './sqlite-access.ts';
import { Answers } from './sqlite-answers.ts';
import { Boxes } from './sqlite-boxes.ts';
import { Commits } from './sqlite-commits.ts';
import { Connection } from './sqlite-connection.ts';
import { type PointRow, Points } from './sqlite-points.ts';
import { Records } from './sqlite-records.ts';
import { NoteBoxes } from './sqlite-note-boxes.ts';
import { Redactor } from './sqlite-redaction.ts';
import { type BoardRow, type CommitRow, type NewBoardRow, wipes } from './sqlite-rows.ts';
import { Scrubber } from './sqlite-scrub.ts';
import { sentenceOf, StoreRefused } from './store-refused.ts';
import type { CommandAnswer, CommitOutcome, RecordAddition } from './store.ts';

const BOARD_TABLES = [
  'event',
  'snapshot',
  'member_token',
  'recent_command',
  'command_run',
  'box',
  'ballot',
  'loose_ballot',
  'history_point',
  'record_update',
  'note_box',
  'held_note',
];
const UNFINISHED = 'it is committed, but what goes with it is not yet wiped from the files';

function statements(connection: Connection) {
  return {
    epoch: connection.prepare<{ value: string }>("SELECT value FROM meta WHERE key = 'epoch'"),
    board: connection.prepare<AccessRow & { readonly code: string }>(
      `SELECT code, ${ACCESS_COLUMNS} FROM board WHERE id = ?`,
    ),
    ofCode: connection.prepare<{ id: string }>('SELECT id FROM board WHERE code = ?'),
    addBoard: connection.prepare(
      'INSERT INTO board (id, code, facilitator_key_hash, voter_key_hash, watcher_key_hash) VALUES (?, ?, ?, ?, ?)',
    ),
    eventsAfter: connection.prepare<{ body: string }>(
      'SELECT body FROM event WHERE board = ? AND revision > ? ORDER BY revision',
    ),
    unused: connection.prepare<{ board: string }>(
      "SELECT id AS board FROM board WHERE (SELECT json_extract(body, '$.at') FROM event WHERE event.board = board.id " +
        'ORDER BY revision DESC LIMIT 1) < ? AND NOT EXISTS (SELECT 1 FROM box WHERE box.board = board.id AND open = 1) ' +
        'AND NOT EXISTS (SELECT 1 FROM record_update AS r WHERE r.board = board.id AND r.at >= ?)',
    ),
    snapshot: connection.prepare<{ revision: number; body: string }>(
      'SELECT revision, body FROM snapshot WHERE board = ?',
    ),
    keepSnapshot: connection.prepare(
      'INSERT INTO snapshot (board, revision, body) SELECT id, ?, ? FROM board WHERE id = ? ON CONFLICT (board) ' +
        'DO UPDATE SET revision = excluded.revision, body = excluded.body WHERE excluded.revision > snapshot.revision',
    ),
    tokens: connection.prepare<{ member: string; token_hash: string }>(
      'SELECT member, token_hash FROM member_token WHERE board = ?',
    ),
  };
}

/** Every method runs to its end at once; errors of SQLite are thrown, except that `commit` answers with them. */
export class SqliteDatabase {
  readonly epoch: string;
  readonly #connection: Connection;
  readonly #answers: Answers;
  readonly #boxes: Boxes;
  readonly #points: Points;
  readonly #records: Records;
  readonly #noteBoxes: NoteBoxes;
  readonly #redactor: Redactor;
  readonly #scrubber: Scrubber;
  readonly #commits: Commits;
  /** Hashes of commands that were committed and not wiped to the end. */
  readonly #unwiped = new Set<string>();
  readonly #sql: ReturnType<typeof statements>;

  /**
   * Opens or makes the file, brings its layout up to date and finishes a wipe that a crash interrupted.
   * @param busyTimeout how long to wait for another process that reads the file, in milliseconds
   * @param connect how the file is opened
   * @throws StoreRefused when the file is not usable
   */
  constructor(path: string, busyTimeout = 5000, connect = (file: string) => new Connection(file)) {
    try {
      this.#connection = connect(path);
      // temp_store: nothing of a board is ever written outside its directory.
      this.#connection.exec(
        `PRAGMA busy_timeout = ${busyTimeout}; PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; ` +
          'PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; ' +
          // 16 MB: the pages of an open box change with every commit, and go to the main file once in so many.
          'PRAGMA wal_autocheckpoint = 4000',
      );
      migrate(this.#connection, path);
      this.#sql = statements(this.#connection);
      this.#answers = new Answers(this.#connection);
      this.#boxes = new Boxes(this.#connection);
      this.#points = new Points(this.#connection);
      this.#records = new Records(this.#connection);
      this.#noteBoxes = new NoteBoxes(this.#connection);
      this.#redactor = new Redactor(this.#connection);
      this.#scrubber = new Scrubber(this.#connection, path, busyTimeout);
      this.#commits = new Commits(this.#connection, {
        answers: this.#answers,
        boxes: this.#boxes,
        noteBoxes: this.#noteBoxes,
        redactor: this.#redactor,
        scrubber: this.#scrubber,
      });
      this.#scrubber.finish();
      this.tidy();
      this.epoch = this.#epoch();
    } catch (error) {
      if (error instanceof StoreRefused) throw error;
      throw new StoreRefused(`The database ${path} cannot be opened: ${sentenceOf(error)}.`);
    }
  }

  /** The settings of durability, wiping and journal as SQLite itself reports them. */
  settings(): Record<string, number | string | undefined> {
    const names = ['journal_mode', 'synchronous', 'secure_delete', 'temp_store', 'wal_autocheckpoint'];
    const read = (name: string) => this.#connection.prepare<Record<string, number | string>>(`PRAGMA ${name}`).first();
    return Object.fromEntries(names.map((name) => [name, read(name)?.[name]]));
  }

  create({ board, code, access, events, record, createdAt }: NewBoardRow): 'created' | 'exists' | 'code-taken' {
    return this.#connection.transaction(() => {
      if (this.#sql.board.first(board) !== undefined) return 'exists';
      if (this.#sql.ofCode.first(code) !== undefined) return 'code-taken';
      this.#sql.addBoard.run(board, code, access.facilitatorKeyHash, access.voterKeyHash, access.watcherKeyHash);
      this.#commits.append(board, 0, events);
      if (record !== undefined) this.#records.add({ board, update: record, at: createdAt });
      return 'created';
    });
  }

  load(board: string): BoardRow | undefined {
    const row = this.#sql.board.first(board);
    if (row === undefined) return undefined;
    const snapshot = this.#sql.snapshot.first(board);
    return {
      board,
      code: row.code,
      access: accessOfRow(row),
      ...(snapshot !== undefined && { snapshot: { revision: snapshot.revision, body: snapshot.body } }),
      events: this.eventsAfter(board, snapshot?.revision ?? 0),
      tokens: this.#sql.tokens.all(board).map((token) => [token.member, token.token_hash]),
      boxes: this.#boxes.load(board),
      noteBoxes: this.#noteBoxes.load(board),
    };
  }

  boardOfCode(code: string): string | undefined {
    return this.#sql.ofCode.first(code)?.id;
  }

  eventsAfter(board: string, revision: number): string[] {
    return this.#sql.eventsAfter.all(board, revision).map((event) => event.body);
  }

  answers(board: string, hashes: readonly string[]): (readonly [hash: string, answer: CommandAnswer])[] {
    this.#requireWiped(hashes);
    return hashes.flatMap((hash) => {
      const answer = this.#answers.first(board, hash);
      return answer === undefined ? [] : [[hash, answer]];
    });
  }

  /** An outcome for each row, as `Commits.write`. What a close or a redaction takes away is wiped before it returns. */
  commit(rows: readonly (CommitRow | BallotRun)[]): CommitOutcome[] {
    let outcomes: CommitOutcome[];
    try {
      outcomes = this.#commits.write(rows);
    } catch (error) {
      return rows.map(() => ({ kind: 'failed', why: sentenceOf(error) }));
    }
    const wiping = rows.map((row, index) =>
      outcomes[index]?.kind === 'committed' && !isRun(row) && wipes(row) ? row : undefined,
    );
    try {
      if (wiping.some((row) => row !== undefined)) this.#scrubber.finish();
      else this.#scrubber.attempt();
      return outcomes;
    } catch (error) {
      const why = `${UNFINISHED}: ${sentenceOf(error)}`;
      return outcomes.map((outcome, index) => {
        const row = wiping[index];
        if (row === undefined) return outcome;
        this.#unwiped.add(row.command?.hash ?? '');
        return { kind: 'failed', why };
      });
    }
  }

  /** Work that nobody waits for: to be called when what was asked is answered. */
  tidy(): void {
    try {
      if (this.#answers.isLogLong) this.#connection.transaction(() => this.#answers.sort());
    } catch {
      // The disk is full, of which the next commit tells. Nothing is lost.
      this.#answers.postpone();
    }
  }

  record(board: string): string[] {
    return this.#records.of(board);
  }

  addToRecord(additions: readonly RecordAddition[]): boolean[] {
    return this.#connection.transaction(() => additions.map((addition) => this.#records.add(addition)));
  }

  mergeRecord(board: string, count: number, update: string): void {
    this.#connection.transaction(() => this.#records.merge(board, count, update));
  }

  unusedSince(at: string): string[] {
    return this.#sql.unused.all(at, at).map(({ board }) => board);
  }

  keepSnapshot(board: string, revision: number, body: string): void {
    if (!this.#redactor.isAfter(board, revision)) this.#sql.keepSnapshot.run(revision, body, board);
  }

  keepPoint(board: string, row: PointRow): void {
    this.#points.keep(board, row);
  }

  points(board: string): PointRow[] {
    return this.#points.ofBoard(board);
  }

  /** Says for each board whether it was there. All of them share one rewriting of the file. */
  erase(boards: readonly string[]): boolean[] {
    const there = this.#connection.transaction(() => boards.map((board) => this.#eraseOne(board)));
    this.#scrubber.finish();
    return there;
  }

  close(): void {
    try {
      this.#scrubber.finish();
      this.#scrubber.emptyJournal();
    } catch {
      // Another process reads the file: what is marked is finished at the next start.
    } finally {
      this.#connection.close();
    }
  }

  /** A command whose traces are still in the files is not answered yet, however often it is sent. */
  #requireWiped(hashes: readonly string[]): void {
    if (!hashes.some((hash) => this.#unwiped.has(hash))) return;
    this.#scrubber.attempt();
    if (this.#scrubber.isPending) throw new Error(UNFINISHED);
    this.#unwiped.clear();
  }

  #epoch(): string {
    const known = this.#sql.epoch.first();
    if (known !== undefined) return known.value;
    const epoch = randomUUID();
    this.#connection.prepare("INSERT INTO meta (key, value) VALUES ('epoch', ?)").run(epoch);
    return epoch;
  }

  #eraseOne(board: string): boolean {
    if (this.#sql.board.first(board) === undefined) return false;
    this.#boxes.dropOpen(board);
    this.#noteBoxes.dropOpen(board);
    this.#answers.forget();
    for (const table of BOARD_TABLES) this.#connection.prepare(`DELETE FROM ${table} WHERE board = ?`).run(board);
    this.#connection.prepare('DELETE FROM board WHERE id = ?').run(board);
    this.#scrubber.mark('file');
    return true;
  }
}
