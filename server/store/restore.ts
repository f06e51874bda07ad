// Restoring: puts the boards of a backup into a data directory that no server uses, whole or not at all.
import { constants, copyFileSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { lockDirectory } from './directory-lock.ts';
import { COMPANIONS, writeWhole } from './part-file.ts';
import { countBoards, reading, requireSound } from './readable-file.ts';
import { Connection } from './sqlite-connection.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { databaseFile } from './sqlite.ts';
import { sentenceOf, StoreRefused } from './store-refused.ts';

export interface RestoreRequest {
  readonly directory: string;
  /** A backup, or a database file of another data directory. */
  readonly file: string;
  /** Puts a database that is there already aside, as `palabre.db.before-restore`, and takes its place. */
  readonly replace?: boolean;
}

export interface RestoreReport {
  readonly boards: number;
  /** Where the former database is now. It holds all it held before, until somebody deletes it. */
  readonly aside?: string;
}

/** The database and its companions, as far as they are there: a journal without its database counts too. */
const remainsOf = (database: string): string[] =>
  ['', ...COMPANIONS].filter((companion) => existsSync(database + companion));

function freeNameFor(database: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${database}.before-restore${number === 1 ? '' : `-${number}`}`;
    if (remainsOf(name).length === 0) return name;
  }
}

/** Moves what a crash left in the journal into the file; a broken file stays as it is. */
function foldJournal(database: string): void {
  try {
    const connection = new Connection(database);
    try {
      connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').first();
    } finally {
      connection.close();
    }
  } catch {
    // It is put aside with its journal, for whoever wants to repair it.
  }
}

/**
 * Copies the former database, so that there is one in its place at every moment. Its journal must not meet the new
 * database, which SQLite would change by it.
 */
function putAside(database: string): string | undefined {
  if (existsSync(database)) foldJournal(database);
  const remains = remainsOf(database);
  if (remains.length === 0) return undefined;
  const aside = freeNameFor(database);
  try {
    const mode = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;
    for (const companion of remains) copyFileSync(database + companion, aside + companion, mode);
  } catch (error) {
    for (const companion of remains) rmSync(aside + companion, { force: true });
    throw error;
  }
  for (const companion of remains) if (companion !== '') rmSync(database + companion);
  return aside;
}

/** A new epoch tells clients to start over; opening brings the layout up to date and shows that it can be served. */
function renew(part: string): void {
  const connection = new Connection(part);
  try {
    connection.exec("DELETE FROM meta WHERE key = 'epoch'; DELETE FROM scrub");
  } finally {
    connection.close();
  }
  new SqliteDatabase(part).close();
}

function putInPlace(source: Connection, database: string): string | undefined {
  return writeWhole(database, (part) => {
    source.prepare('VACUUM INTO ?').run(part);
    renew(part);
    return putAside(database);
  });
}

/**
 * Boards, members and votes are as they were at the time of the backup; boards that were erased since are back.
 * @throws StoreRefused when the file is not a sound database that this version can read, a server uses the directory,
 * or it has a database already and `replace` is not given. Then the directory's boards are as they were.
 */
export function restoreBackup({ directory, file, replace = false }: RestoreRequest): RestoreReport {
  const database = resolve(databaseFile(directory));
  if (resolve(file) === database) throw new StoreRefused(`${file} is the database of ${directory} itself.`);
  return reading(resolve(file), (source) => {
    requireSound(source, file);
    const boards = countBoards(source);
    const unlock = lockDirectory(directory);
    try {
      if (!replace && remainsOf(database).length > 0) {
        throw new StoreRefused(
          `${directory} has boards already: use --replace to put them aside, or another directory.`,
        );
      }
      const aside = putInPlace(source, database);
      return { boards, ...(aside !== undefined && { aside }) };
    } catch (error) {
      if (error instanceof StoreRefused) throw error;
      throw new StoreRefused(`The boards could not be restored to ${directory}: ${sentenceOf(error)}.`);
    } finally {
      unlock();
    }
  });
}
