// Opening: durable settings, layouts of other versions, directories that cannot be used.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, MIGRATIONS } from '../../../server/store/migrations.ts';
import { Connection } from '../../../server/store/sqlite-connection.ts';
import { SqliteDatabase } from '../../../server/store/sqlite-database.ts';
import { databaseFile, openSqliteStore } from '../../../server/store/sqlite.ts';
import { StoreRefused } from '../../../server/store/store-refused.ts';
import { newBoard } from './store-samples.ts';
import { newDirectory, removeDirectory } from './store-directory.ts';

let directory: string;

beforeEach(() => {
  directory = newDirectory();
});

afterEach(() => removeDirectory(directory));

const refusal = async (where: string): Promise<string> => {
  const error: unknown = await openSqliteStore({ directory: where }).then(
    (store) => store.close(),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StoreRefused);
  return error instanceof Error ? error.message : '';
};

/** Runs SQL on the database file as another program would. */
function edit(sql: string, path = databaseFile(directory)): void {
  const connection = new Connection(path);
  connection.exec(sql);
  connection.close();
}

test('every commit is synced to disk before it is told, and what is deleted is overwritten', () => {
  const database = new SqliteDatabase(databaseFile(directory));
  expect(database.settings()).toEqual({
    journal_mode: 'wal',
    synchronous: 2,
    secure_delete: 1,
    temp_store: 2,
    wal_autocheckpoint: 4000,
  });
  database.close();
});

test('a file of an older layout is brought up to date step by step and keeps its content', () => {
  const path = databaseFile(directory);
  const connection = new Connection(path);
  const [first = ''] = MIGRATIONS;
  migrate(connection, path, [first]);
  connection.exec("INSERT INTO snapshot (board, revision, body) VALUES ('a', 7, 'old')");
  const steps = [first, 'ALTER TABLE snapshot ADD COLUMN size INTEGER', 'UPDATE snapshot SET size = length(body)'];
  migrate(connection, path, steps);
  migrate(connection, path, steps);
  expect(connection.prepare('SELECT board, revision, body, size FROM snapshot').all()).toEqual([
    { board: 'a', revision: 7, body: 'old', size: 3 },
  ]);
  expect(connection.prepare('PRAGMA user_version').all()).toEqual([{ user_version: 3 }]);
  connection.close();
});

test('a step that fails leaves the file at the step before it', () => {
  const path = databaseFile(directory);
  const connection = new Connection(path);
  const [first = ''] = MIGRATIONS;
  migrate(connection, path, [first]);
  const broken = 'CREATE TABLE half (a); CREATE TABLE board (a);';
  expect(() => migrate(connection, path, [first, broken])).toThrow('board');
  expect(connection.prepare('PRAGMA user_version').all()).toEqual([{ user_version: 1 }]);
  expect(connection.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
  connection.close();
});

test('a file of a newer version is refused in one sentence and left alone', async () => {
  const store = await openSqliteStore({ directory });
  await store.create(newBoard('a'));
  await store.close();
  edit(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
  expect(await refusal(directory)).toMatch(/was written by a newer Palabre .*: start that version, or choose another/);
  edit(`PRAGMA user_version = ${MIGRATIONS.length}`);
  const again = await openSqliteStore({ directory });
  expect(await again.boardOfCode('CODE-a')).toBe('a');
  await again.close();
});

test('a database of another program is refused', async () => {
  edit('CREATE TABLE song (title TEXT)');
  expect(await refusal(directory)).toMatch('is a database, but not one of Palabre');
});

test('a file that is no database is refused', async () => {
  writeFileSync(databaseFile(directory), 'a shopping list, much longer than a database header '.repeat(100));
  expect(await refusal(directory)).toMatch(/cannot be opened: .*not a database/);
});

test('a directory that is in use is refused until it is closed', async () => {
  const store = await openSqliteStore({ directory });
  expect(await refusal(directory)).toBe(
    `Another Palabre is running with the data directory ${directory}: stop it, or choose another directory.`,
  );
  expect(await store.create(newBoard('a'))).toBe('created');
  await store.close();
  await (await openSqliteStore({ directory })).close();
});

test('a directory that cannot be written to, or made, is refused', async () => {
  // The kernel's own directory takes files from nobody, root included.
  expect(await refusal('/proc')).toMatch('The data directory /proc cannot be written to');
  const occupied = join(directory, 'occupied');
  writeFileSync(occupied, '');
  expect(await refusal(join(occupied, 'data'))).toMatch('cannot be written to');
});

test('a directory that is not there is made', async () => {
  const deep = join(directory, 'a', 'b');
  await (await openSqliteStore({ directory: deep })).close();
  expect(() => mkdirSync(deep)).toThrow('EEXIST');
});

test('two new stores have different epochs', async () => {
  const epochs = ['one', 'two'].map(async (name) => {
    const store = await openSqliteStore({ directory: join(directory, name) });
    await store.close();
    return store.epoch;
  });
  expect(new Set(await Promise.all(epochs)).size).toBe(2);
});
