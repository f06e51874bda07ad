// Making deleted things really gone: from the journal, from free pages and from the gaps inside pages in use.
import { statSync } from 'node:fs';
import type { Connection, Statement } from './sqlite-connection.ts';

/**
 * `journal`: the write-ahead journal still holds old pages. `file`: the main file may, too.
 *
 * secure_delete overwrites deleted rows and freed pages, but when SQLite moves rows between neighbouring pages, old
 * copies stay in the unused middle of a page and a later delete does not reach them. So a board is erased by writing
 * the whole file anew (VACUUM), and voters are forgotten by dropping a table of their own, all pages of which are
 * overwritten (sqlite-boxes.ts).
 */
export type Scrub = 'journal' | 'file';

const ATTEMPTS = 3;

export class Scrubber {
  readonly #connection: Connection;
  readonly #journal: string;
  readonly #busyTimeout: number;
  readonly #mark: Statement<never>;
  readonly #marks: Statement<{ what: Scrub }>;
  readonly #checkpoint: Statement<{ busy: number; log: number }>;
  #pending: boolean;

  constructor(connection: Connection, path: string, busyTimeout: number) {
    this.#connection = connection;
    this.#journal = `${path}-wal`;
    this.#busyTimeout = busyTimeout;
    this.#mark = connection.prepare('INSERT OR IGNORE INTO scrub (what) VALUES (?)');
    this.#marks = connection.prepare('SELECT what FROM scrub');
    this.#checkpoint = connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
    this.#pending = this.#marks.first() !== undefined;
  }

  get isPending(): boolean {
    return this.#pending;
  }

  /** Notes, within the transaction that deletes, what has to follow it, so that a crash in between is made up for. */
  mark(what: Scrub): void {
    this.#mark.run(what);
    this.#pending = true;
  }

  /** Does what is marked. Throws when another process keeps reading the file; the mark then stays. */
  finish(): void {
    if (!this.#pending) return;
    if (this.#marks.all().some((mark) => mark.what === 'file')) {
      this.#connection.exec('VACUUM');
      this.#connection.exec("UPDATE OR REPLACE scrub SET what = 'journal' WHERE what = 'file'");
    }
    this.emptyJournal();
    this.#connection.exec('DELETE FROM scrub');
    this.#pending = false;
  }

  /** Like `finish`, but waits for nobody: what cannot be done yet stays marked, and work goes on. */
  attempt(): void {
    if (!this.#pending) return;
    this.#connection.exec('PRAGMA busy_timeout = 0');
    try {
      this.finish();
    } catch {
      // Another process still reads the file.
    } finally {
      this.#connection.exec(`PRAGMA busy_timeout = ${this.#busyTimeout}`);
    }
  }

  /** Moves everything into the main file and cuts the journal to nothing. Each attempt waits for the busy timeout. */
  emptyJournal(): void {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const row = this.#checkpoint.first();
      const size = statSync(this.#journal, { throwIfNoEntry: false })?.size ?? 0;
      if (row?.busy === 0 && size === 0) return;
    }
    throw new Error('the journal could not be emptied because another process is reading the database');
  }
}
