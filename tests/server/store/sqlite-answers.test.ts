// Answers to commands on their way from the log into sorted runs: a repeat is known at every step.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Connection, type Statement } from '../../../server/store/sqlite-connection.ts';
import { MIGRATIONS, migrate } from '../../../server/store/migrations.ts';
import { SqliteDatabase } from '../../../server/store/sqlite-database.ts';
import { commitRow, newBoardRow } from '../../../server/store/sqlite-rows.ts';
import type { Commit } from '../../../server/store/store.ts';
import { newDirectory, removeDirectory } from './store-directory.ts';
import { cast, commitTo, hashOf, newBoard } from './store-samples.ts';

let directory: string;
let database: SqliteDatabase;
let connection: Connection;

const file = (): string => join(directory, 'palabre.db');
const open = (): SqliteDatabase => new SqliteDatabase(file(), 5, (path) => (connection = new Connection(path)));
const commit = (...commits: readonly Commit[]) => database.commit(commits.map(commitRow));
const command = (board: string, name: string, version?: number): Commit =>
  commitTo(board, 1, {
    command: { hash: hashOf(name), answer: { revision: 1, ...(version !== undefined && { version }) } },
  });

const rows = (table: string): number =>
  connection.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).first()?.n ?? 0;

/** Commands `from` to `to` of a board, and what the thread does when they are answered. */
function accept(board: string, from: number, to: number): void {
  const all = Array.from({ length: to - from }, (_, index) => command(board, `${board} ${from + index}`, from + index));
  for (const { kind } of commit(...all)) expect(kind).toBe('committed');
  database.tidy();
}

beforeEach(() => {
  directory = newDirectory();
  database = open();
  for (const board of ['ash', 'elm']) database.create(newBoardRow(newBoard(board)));
});

afterEach(() => {
  database.close();
  removeDirectory(directory);
});

test('repeats are known while they are in the log, when it became runs, and after opening the file again', () => {
  accept('ash', 0, 4000);
  accept('elm', 0, 10);
  expect([rows('recent_command'), rows('command_run')]).toEqual([4010, 0]);
  accept('ash', 4000, 8000);
  expect([rows('recent_command'), rows('command_run')]).toEqual([0, 2]);
  accept('ash', 8000, 12_000);
  accept('ash', 12_000, 16_000);
  accept('ash', 16_000, 16_020);
  expect([rows('recent_command'), rows('command_run')]).toEqual([20, 3]);
  for (const isOpenedAgain of [false, true]) {
    if (isOpenedAgain) {
      database.close();
      database = open();
    }
    for (const number of [0, 3999, 4000, 7999, 8000, 15_999, 16_000, 16_019]) {
      const first = { kind: 'duplicate', answer: { revision: 1, version: number } };
      expect(commit(command('ash', `ash ${number}`, 1))).toEqual([first]);
    }
    expect(commit(command('elm', 'elm 9'))).toEqual([{ kind: 'duplicate', answer: { revision: 1, version: 9 } }]);
    expect(database.answers('elm', [hashOf('ash 0'), hashOf('elm 3')])).toEqual([
      [hashOf('elm 3'), { revision: 1, version: 3 }],
    ]);
  }
});

test('a small run takes up what comes later, and a full one is followed by another', () => {
  accept('elm', 0, 10);
  accept('ash', 0, 4096);
  accept('elm', 10, 20);
  accept('ash', 4096, 8192);
  const runs = connection.prepare('SELECT board, number, length(entries) / 24 AS answers FROM command_run').all();
  expect(runs).toEqual([
    { board: 'ash', number: 1, answers: 4096 },
    { board: 'ash', number: 2, answers: 4096 },
    { board: 'elm', number: 1, answers: 20 },
  ]);
});

test('when a round closes that forgets its voters, nothing is left of the order in which its commands came', () => {
  commit(commitTo('ash', 1, { opens: { round: 'r', tieSeed: 'seed' } }));
  const votes = ['one', 'two', 'three'].map((name, index) => ({
    ...command('ash', name),
    ballot: cast('r', name, index + 1),
  }));
  commit(...votes, command('elm', 'other'));
  expect(rows('recent_command')).toBe(4);
  commit(commitTo('ash', 1, { closes: { round: 'r', unlink: true } }));
  expect(connection.prepare('SELECT board FROM recent_command').all()).toEqual([{ board: 'elm' }]);
  const hashes = connection.prepare<{ entries: Buffer }>('SELECT entries FROM command_run').first()?.entries;
  const inRun = [0, 24, 48].map((at) => hashes?.toString('hex', at, at + 16));
  expect(inRun).toEqual(['one', 'two', 'three'].map(hashOf).toSorted());
  expect(commit(command('ash', 'two'))).toEqual([{ kind: 'duplicate', answer: { revision: 1 } }]);
});

test('however many there are, they are dealt out by their hashes when such a round closes', () => {
  accept('ash', 0, 4096);
  accept('ash', 4096, 8192);
  accept('ash', 8192, 8200);
  commit(commitTo('ash', 1, { opens: { round: 'r', tieSeed: 'seed' } }));
  commit(commitTo('ash', 1, { closes: { round: 'r', unlink: true } }));
  const runs = connection
    .prepare<{ first: string; last: string }>(
      'SELECT hex(substr(entries, 1, 16)) AS first, hex(substr(entries, -24, 16)) AS last FROM command_run ORDER BY number',
    )
    .all();
  const ends = runs.flatMap(({ first, last }) => [first, last]);
  expect([runs.length, rows('recent_command')]).toEqual([3, 0]);
  expect(ends).toEqual(ends.toSorted());
  for (const isOpenedAgain of [false, true]) {
    if (isOpenedAgain) {
      database.close();
      database = open();
    }
    const hashes = [0, 4095, 4096, 8191, 8199].map((number) => hashOf(`ash ${number}`));
    expect(database.answers('ash', hashes)).toHaveLength(5);
    expect(database.answers('ash', [hashOf('ash 8200')])).toEqual([]);
  }
});

test('a run of a quiet board is not written anew for the little that comes to it', () => {
  accept('elm', 0, 2000);
  accept('ash', 0, 2096);
  accept('elm', 2000, 2010);
  accept('ash', 2096, 6192);
  const runs = connection
    .prepare("SELECT number, length(entries) / 24 AS answers FROM command_run WHERE board = 'elm'")
    .all();
  expect(runs).toEqual([
    { number: 1, answers: 2000 },
    { number: 2, answers: 10 },
  ]);
});

test('a repeat is known after the log could not be read once', () => {
  commit(command('ash', 'vote'));
  database.close();
  let fails = true;
  class Unlucky extends Connection {
    override prepare<Row = never>(sql: string): Statement<Row> {
      const statement = super.prepare<Row>(sql);
      if (!sql.includes('answers FROM recent_command')) return statement;
      return {
        ...statement,
        all: (...values) => {
          if (fails && isOpen) throw new Error('disk I/O error');
          return statement.all(...values);
        },
      };
    }
  }
  let isOpen = false;
  database = new SqliteDatabase(file(), 5, (path) => (connection = new Unlucky(path)));
  isOpen = true;
  // What was undone makes the log be read again.
  commit({ ...command('ash', 'late'), ballot: cast('nowhere', 'm', 1) });
  expect(() => database.answers('ash', [hashOf('vote')])).toThrow('disk I/O error');
  fails = false;
  expect(commit(command('ash', 'vote'))).toEqual([{ kind: 'duplicate', answer: { revision: 1 } }]);
});

test('a command whose transaction fails after its answers were sorted was never accepted', () => {
  commit(commitTo('ash', 1, { opens: { round: 'r', tieSeed: 'seed' } }));
  const vote = { ...command('ash', 'vote'), ballot: cast('r', 'm', 1) };
  const close = commitTo('ash', 1, { closes: { round: 'r', unlink: true } });
  const stop = 'CREATE TRIGGER stop BEFORE INSERT ON command_run BEGIN SELECT raise(ROLLBACK, ';
  connection.exec(`${stop}'the disk is full'); END`);
  const failed = { kind: 'failed', why: 'the disk is full' };
  expect(commit(vote, close)).toEqual([failed, failed]);
  connection.exec('DROP TRIGGER stop');
  expect(commit(vote)).toEqual([{ kind: 'committed' }]);
  expect(commit(vote)).toEqual([{ kind: 'duplicate', answer: { revision: 1 } }]);
});

test('what a transaction took back is accepted when it comes again', () => {
  const late = { ...command('ash', 'late'), ballot: cast('nowhere', 'm', 1) };
  expect(commit(command('ash', 'kept'), late)).toEqual([{ kind: 'committed' }, { kind: 'conflict' }]);
  expect(commit(command('ash', 'kept'), command('ash', 'late'))).toEqual([
    { kind: 'duplicate', answer: { revision: 1 } },
    { kind: 'committed' },
  ]);
});

test('on a full disk the log stays as it is, its commands stay known, and not every request tries to sort it', () => {
  const all = Array.from({ length: 4100 }, (_, index) => command('ash', `ash ${index}`));
  commit(...all);
  connection.exec('PRAGMA max_page_count = 1');
  database.tidy();
  expect([rows('recent_command'), rows('command_run')]).toEqual([4100, 0]);
  expect(database.answers('ash', [hashOf('ash 0'), hashOf('ash 4099')])).toHaveLength(2);
  connection.exec('PRAGMA max_page_count = 1000000');
  database.tidy();
  expect(rows('command_run')).toBe(0);
  accept('ash', 4100, 8200);
  expect([rows('recent_command'), rows('command_run')]).toEqual([0, 1]);
});

test('the many commands of an earlier version are sorted before anybody is served', () => {
  database.close();
  removeDirectory(directory);
  directory = newDirectory();
  const old = new Connection(file());
  migrate(old, file(), MIGRATIONS.slice(0, 5));
  old.exec(
    'INSERT INTO command (board, hash, revision, version) WITH RECURSIVE n (n) AS ' +
      "(SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 5000) SELECT 'elm', printf('%032x%032x', n, 0), 1, n FROM n",
  );
  old.close();
  database = open();
  expect([rows('recent_command'), rows('command_run')]).toEqual([0, 1]);
  const last = (5000).toString(16).padStart(32, '0');
  expect(database.answers('elm', [last])).toEqual([[last, { revision: 1, version: 5000 }]]);
});

test('commands that an earlier version accepted are still known', () => {
  database.close();
  removeDirectory(directory);
  directory = newDirectory();
  const old = new Connection(file());
  migrate(old, file(), MIGRATIONS.slice(0, 5));
  const put = old.prepare('INSERT INTO command (board, hash, revision, version) VALUES (?, ?, ?, ?)');
  put.run('ash', `${hashOf('with')}${hashOf('more')}`, 7, 3);
  put.run('ash', `${hashOf('without')}${hashOf('more')}`, 8, null);
  old.close();
  database = open();
  expect(database.answers('ash', ['with', 'without', 'more'].map(hashOf))).toEqual([
    [hashOf('with'), { revision: 7, version: 3 }],
    [hashOf('without'), { revision: 8 }],
  ]);
});
