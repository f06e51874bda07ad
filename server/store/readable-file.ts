// Opening a database file for reading only: a data directory's, which a server may be writing to, or a backup.
import { statSync } from 'node:fs';
import { layoutOf } from './migrations.ts';
import { Connection } from './sqlite-connection.ts';
import { sentenceOf, StoreRefused } from './store-refused.ts';

const REFUSALS = {
  empty: 'holds no boards of Palabre',
  newer: 'was written by a newer Palabre: use that version',
  foreign: 'is a database, but not one of Palabre',
} as const;

/**
 * Hands an open file to `read` and closes it. The file is not changed or brought up to date, nor made if missing.
 * @throws StoreRefused when it is not a database that this version can read, or when `read` fails
 */
export function reading<T>(path: string, read: (connection: Connection) => T): T {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new StoreRefused(`There is no database at ${path}.`);
  }
  let connection: Connection | undefined;
  try {
    connection = new Connection(path);
    connection.exec('PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY');
    const layout = layoutOf(connection);
    if (layout !== 'readable') throw new StoreRefused(`${path} ${REFUSALS[layout]}.`);
    return read(connection);
  } catch (error) {
    if (error instanceof StoreRefused) throw error;
    throw new StoreRefused(`${path} cannot be read as a database: ${sentenceOf(error)}.`);
  } finally {
    connection?.close();
  }
}

/** @throws StoreRefused when the database is damaged */
export function requireSound(connection: Connection, path: string, schema = 'main'): void {
  const row = connection.prepare<{ integrity_check: string }>(`PRAGMA ${schema}.integrity_check(1)`).first();
  if (row?.integrity_check !== 'ok') throw new StoreRefused(`${path} is damaged: ${row?.integrity_check}.`);
}

export const countBoards = (connection: Connection): number =>
  connection.prepare<{ n: number }>('SELECT count(*) AS n FROM main.board').first()?.n ?? 0;
