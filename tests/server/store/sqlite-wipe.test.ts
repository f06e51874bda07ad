// What is deleted is gone from the bytes of the files: voters of closed rounds, and erased boards.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Connection } from '../../../server/store/sqlite-connection.ts';
import { SqliteDatabase } from '../../../server/store/sqlite-database.ts';
import { commitRow, newBoardRow, pointRow, storedBoard } from '../../../server/store/sqlite-rows.ts';
import type { Commit } from '../../../server/store/store.ts';
import { cast, commitTo, hashOf, newBoard, point, titles } from './store-samples.ts';
import { newDirectory, occurrences, removeDirectory } from './store-directory.ts';

let directory: string;
let database: SqliteDatabase;
const BUSY_TIMEOUT = 5;

const file = (): string => join(directory, 'palabre.db');
const open = (): SqliteDatabase => new SqliteDatabase(file(), BUSY_TIMEOUT);
const commit = (...commits: readonly Commit[]) => database.commit(commits.map(commitRow));
const load = (board: string) => {
  const row = database.load(board);
  return row && storedBoard(row);
};

beforeEach(() => {
  directory = newDirectory();
  database = open();
});

afterEach(() => {
  database.close();
  removeDirectory(directory);
});

/** Numbers below `below`, the same ones every time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const BOARDS = ['ash', 'elm', 'fir', 'oak', 'yew'];
const VOTERS = 40;
const voter = (index: number, board: string): string => `voter-${index}-of-${board}`;

/** Boards of many sizes of rows, in a mixed order, so that SQLite splits and joins pages: then it leaves copies. */
function fill(): void {
  const number = numbers(1);
  for (const board of BOARDS) {
    database.create(newBoardRow(newBoard(board)));
    commit(commitTo(board, 1, { opens: { round: 'r', tieSeed: 'seed' } }));
  }
  const last = new Map(BOARDS.map((board) => [board, 1]));
  const versions = new Map<string, number>();
  const commits: Commit[] = [];
  for (let turn = 0; turn < 2500; turn += 1) {
    const board = BOARDS[number(BOARDS.length)] ?? '';
    const revision = last.get(board) ?? 0;
    const index = number(VOTERS);
    const next = { ballot: { fingers: 1, reason: `reason in ${board}, `.repeat(1 + number(60)) }, done: true };
    const version = (versions.get(board) ?? 0) + 1;
    versions.set(board, version);
    const ballot = cast('r', voter(index, board), version, { next, receipt: `q${index}` });
    const events = turn % 2 === 0 ? titles(revision, `title in ${board}, `.repeat(1 + number(40))) : [];
    const command = { hash: hashOf(`${number(1 << 30)}`), answer: { revision } };
    last.set(board, revision + events.length);
    commits.push(commitTo(board, revision, { events, ballot, command }));
    if (turn % 5 === 0) database.keepPoint(board, pointRow(`round in ${board}`, point(turn + 1)));
  }
  for (let done = 0; done < commits.length; done += 20) commit(...commits.slice(done, done + 20));
}

test('once a live or anonymous round is closed, the voters stand in no file beside the log', () => {
  fill();
  expect(occurrences(directory, '-of-fir')).toBeGreaterThan(VOTERS);
  const revision = load('fir')?.events.length ?? 0;
  const before = load('fir')?.boxes[0]?.linked ?? [];
  expect(commit(commitTo('fir', revision, { closes: { round: 'r', unlink: true } }))).toEqual([{ kind: 'committed' }]);
  expect(occurrences(directory, '-of-fir')).toBe(0);
  const box = load('fir')?.boxes[0];
  expect(box?.linked).toEqual([]);
  expect(box?.loose).toEqual(
    before.map(({ receipt = '', ballot }) => ({ receipt, ballot })).sort((a, b) => (a.receipt < b.receipt ? -1 : 1)),
  );
  expect(load('oak')?.boxes[0]?.linked).toHaveLength(VOTERS);
});

test('nothing of an erased board is left in any file', () => {
  fill();
  expect(occurrences(directory, 'fir')).toBeGreaterThan(0);
  expect(database.erase(['fir', 'nowhere'])).toEqual([true, false]);
  expect(occurrences(directory, 'fir')).toBe(0);
  expect(load('oak')?.boxes[0]?.linked).toHaveLength(VOTERS);
});

/** Closes a round while another process reads the file, as a backup would. @returns that reader */
function closeWhileRead(): Connection {
  database.create(newBoardRow(newBoard('elm')));
  commit(commitTo('elm', 1, { opens: { round: 'r', tieSeed: 'seed' } }));
  commit(commitTo('elm', 1, { ballot: cast('r', 'the-voter', 1, { receipt: 'the-receipt' }) }));
  const reader = new Connection(file());
  reader.exec('BEGIN');
  expect(reader.prepare('SELECT count(*) AS n FROM event').first()).toMatchObject({ n: 1 });
  const outcomes = commit(
    commitTo('elm', 1, { closes: { round: 'r', unlink: true } }),
    commitTo('elm', 1, { admits: { member: 'm', tokenHash: 't' } }),
  );
  expect(outcomes).toMatchObject([{ kind: 'failed', why: /another process is reading/ }, { kind: 'committed' }]);
  expect(load('elm')?.boxes).toMatchObject([{ open: false, loose: [{ receipt: 'the-receipt' }] }]);
  return reader;
}

function end(reader: Connection): void {
  reader.exec('COMMIT');
  reader.close();
}

const LINK = 'the-voterthe-receipt';

test('a wipe that another reader prevents is told as failed, and a later commit finishes it', () => {
  const reader = closeWhileRead();
  expect(commit(commitTo('elm', 1))).toEqual([{ kind: 'committed' }]);
  expect(occurrences(directory, LINK)).toBeGreaterThan(0);
  end(reader);
  expect(commit(commitTo('elm', 1))).toEqual([{ kind: 'committed' }]);
  expect(occurrences(directory, LINK)).toBe(0);
});

test('a wipe that was not finished before the end is finished at the next start', () => {
  const reader = closeWhileRead();
  database.close();
  expect(occurrences(directory, LINK)).toBeGreaterThan(0);
  end(reader);
  database = open();
  expect(occurrences(directory, LINK)).toBe(0);
});

test('an erasure that another reader prevents is an error, and a repeated one finishes it', () => {
  const reader = closeWhileRead();
  expect(() => database.erase(['elm'])).toThrow('another process is reading');
  expect(load('elm')).toBeUndefined();
  end(reader);
  expect(database.erase(['elm'])).toEqual([false]);
  expect(occurrences(directory, 'elm')).toBe(0);
});

test('a ballot on disk says nothing of when it came: the tables hold no row ids, times or versions', () => {
  database.create(newBoardRow(newBoard('elm')));
  commit(commitTo('elm', 1, { opens: { round: 'r', tieSeed: 'seed' } }));
  for (const member of ['z', 'a', 'm']) commit(commitTo('elm', 1, { ballot: cast('r', member, 1) }));
  const reader = new Connection(file());
  const columns = (table: string) =>
    reader
      .prepare<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map((column) => column.name);
  expect(columns('open_box_1')).toEqual(['member', 'receipt', 'done', 'body']);
  expect(columns('loose_ballot')).toEqual(['board', 'round', 'place', 'receipt', 'body']);
  for (const table of ['open_box_1', 'ballot', 'loose_ballot', 'command_run']) {
    expect(() => reader.prepare(`SELECT rowid FROM ${table}`).all()).toThrow('no such column: rowid');
  }
  reader.close();
});
