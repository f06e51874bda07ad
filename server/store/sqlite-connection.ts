// One libsql connection behind the few typed calls the store needs. Nothing else imports libsql.
import { createRequire } from 'node:module';

export type SqlValue = string | number | Uint8Array | null;

/** A prepared statement with positional parameters. Rows are read by their column names, never spread. */
export interface Statement<Row> {
  /** The number of rows it changed. */
  run(...values: readonly SqlValue[]): number;
  first(...values: readonly SqlValue[]): Row | undefined;
  /** Blobs come as ArrayBuffer here. */
  all(...values: readonly SqlValue[]): Row[];
}

interface LibsqlStatement<Row> {
  run(values: readonly SqlValue[]): { changes: number };
  get(values: readonly SqlValue[]): Row | undefined;
  all(values: readonly SqlValue[]): Row[];
}

interface LibsqlDatabase {
  readonly inTransaction: boolean;
  exec(sql: string): void;
  prepare<Row>(sql: string): LibsqlStatement<Row>;
  close(): void;
}

/** libsql is CommonJS, and the types it ships are those of another library. */
const Libsql: new (path: string) => LibsqlDatabase = createRequire(import.meta.url)('libsql');

/** `keep`: what the work did stays; otherwise it is undone. */
type Verdict<T> = { readonly keep: boolean; readonly value: T };

export class Connection {
  readonly #database: LibsqlDatabase;
  readonly #begin: Statement<never>;
  readonly #commit: Statement<never>;
  readonly #savepoint: Statement<never>;
  readonly #release: Statement<never>;
  #undone: () => void = () => undefined;

  constructor(path: string) {
    this.#database = new Libsql(path);
    this.#begin = this.prepare('BEGIN IMMEDIATE');
    this.#commit = this.prepare('COMMIT');
    this.#savepoint = this.prepare('SAVEPOINT part');
    this.#release = this.prepare('RELEASE part');
  }

  /** Tells of every transaction, or part of one, that is undone: what is remembered of it does not hold. */
  whenUndone(tell: () => void): void {
    this.#undone = tell;
  }

  /** Runs statements without parameters, several at once if need be. */
  exec(sql: string): void {
    this.#database.exec(sql);
  }

  /** The caller names the row's shape; it follows from the columns that the statement selects. */
  prepare<Row = never>(sql: string): Statement<Row> {
    const statement = this.#database.prepare<Row>(sql);
    // The values go in as one array: libsql takes a single null for a set of named parameters.
    return {
      run: (...values) => statement.run(values).changes,
      first: (...values) => statement.get(values),
      all: (...values) => statement.all(values),
    };
  }

  /** Runs all of `work` in one durable transaction, or none of it when it throws. */
  transaction<T>(work: () => T): T {
    return this.attempt(() => ({ keep: true, value: work() }));
  }

  /** The same for work that may find out that nothing of it is to be kept. */
  attempt<T>(work: () => Verdict<T>): T {
    this.#begin.run();
    try {
      const { keep, value } = work();
      if (keep) this.#commit.run();
      else this.#undo('ROLLBACK');
      return value;
    } catch (error) {
      // On a full disk SQLite may have rolled back by itself.
      if (this.#database.inTransaction) this.#undo('ROLLBACK');
      else this.#undone();
      throw error;
    }
  }

  /** One part of a transaction that may be undone by itself. Throws on when SQLite gave up the whole transaction. */
  savepoint<T>(work: () => Verdict<T>, failed: (error: unknown) => T): T {
    this.#savepoint.run();
    let verdict: Verdict<T>;
    try {
      verdict = work();
    } catch (error) {
      if (!this.#database.inTransaction) throw error;
      verdict = { keep: false, value: failed(error) };
    }
    if (!verdict.keep) this.#undo('ROLLBACK TO part');
    this.#release.run();
    return verdict.value;
  }

  #undo(statement: string): void {
    try {
      this.exec(statement);
    } finally {
      this.#undone();
    }
  }

  close(): void {
    this.#database.close();
  }
}
