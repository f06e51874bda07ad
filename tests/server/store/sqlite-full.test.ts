// A full disk, by a limit on the pages of the file: refused work is told, told work is kept, and service resumes.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Connection } from '../../../server/store/sqlite-connection.ts';
import { SqliteDatabase } from '../../../server/store/sqlite-database.ts';
import { commitRow, newBoardRow, storedBoard } from '../../../server/store/sqlite-rows.ts';
import type { Commit } from '../../../server/store/store.ts';
import { newDirectory, removeDirectory } from './store-directory.ts';
import { cast, commitTo, hashOf, newBoard, titles } from './store-samples.ts';

let directory: string;
let database: SqliteDatabase;
let connection: Connection;

const open = (): SqliteDatabase =>
  new SqliteDatabase(join(directory, 'palabre.db'), 5, (path) => (connection = new Connection(path)));

beforeEach(() => {
  directory = newDirectory();
  database = open();
  database.create(newBoardRow(newBoard('a')));
  commit(commitTo('a', 1, { opens: { round: 'r', tieSeed: 'seed' } }));
});

afterEach(() => {
  database.close();
  removeDirectory(directory);
});

const commit = (...commits: readonly Commit[]) => database.commit(commits.map(commitRow));

function load() {
  const row = database.load('a');
  if (row === undefined) throw new Error('the board is gone');
  return storedBoard(row);
}

/** From now on the file cannot grow. */
const fillDisk = () => connection.exec('PRAGMA max_page_count = 1');
const makeRoom = () => connection.exec('PRAGMA max_page_count = 1000000');

const big = (revision: number) =>
  commitTo('a', revision, {
    events: titles(revision, 'a title '.repeat(200)),
    ballot: cast('r', `m${revision}`, revision),
    command: { hash: hashOf(`h${revision}`), answer: { revision: revision + 1 } },
  });

test('on a full disk a commit fails with a sentence, nothing told before is lost, and service resumes with room', () => {
  fillDisk();
  let revision = 1;
  while (revision < 1000 && commit(big(revision))[0]?.kind === 'committed') revision += 1;
  expect(revision).toBeLessThan(1000);
  const full = { kind: 'failed', why: 'database or disk is full' };
  expect(commit(big(revision), big(revision))).toEqual([full, full]);

  const told = load();
  expect(told.events).toHaveLength(revision);
  expect(told.boxes[0]?.linked).toHaveLength(revision - 1);
  expect(database.answers('a', [hashOf(`h${revision}`)])).toEqual([]);
  expect(connection.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
  database.close();
  database = open();
  expect(load()).toEqual(told);

  fillDisk();
  expect(commit(big(revision))).toEqual([full]);
  makeRoom();
  expect(commit(big(revision))).toEqual([{ kind: 'committed' }]);
  expect(load().events).toHaveLength(revision + 1);
});

test('commits that share a transaction with one that finds the disk full fail with it, and none of them is kept', () => {
  fillDisk();
  const small = commitTo('a', 1, { admits: { member: 'm', tokenHash: 'token' } });
  const huge = commitTo('a', 1, { events: titles(1, 'a title '.repeat(5000)) });
  expect(commit(small, huge, small).map(({ kind }) => kind)).toEqual(['failed', 'failed', 'failed']);
  expect(load().tokens.size).toBe(0);
  expect(commit(small)).toEqual([{ kind: 'committed' }]);
});

test('a round that cannot be closed on a full disk is still open with all its ballots, and closes when there is room', () => {
  const next = { ballot: { fingers: 1, reason: 'a reason '.repeat(400) }, done: true } as const;
  for (let voter = 1; voter <= 50; voter += 1)
    commit(commitTo('a', 1, { ballot: cast('r', `m${voter}`, voter, { next }) }));
  fillDisk();
  const close = commitTo('a', 1, { closes: { round: 'r', unlink: true } });
  expect(commit(close)).toMatchObject([{ kind: 'failed', why: /full/ }]);
  expect(load().boxes).toMatchObject([{ open: true, version: 50, loose: [] }]);
  expect(load().boxes[0]?.linked).toHaveLength(50);
  makeRoom();
  expect(commit(close)).toEqual([{ kind: 'committed' }]);
  expect(load().boxes[0]?.loose).toHaveLength(50);
});
