// What is taken away of notes is gone from the bytes of the files: authors of unsigned ones, and redacted texts.
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Connection } from '../../../server/store/sqlite-connection.ts';
import { SqliteDatabase } from '../../../server/store/sqlite-database.ts';
import { commitRow, newBoardRow, storedBoard } from '../../../server/store/sqlite-rows.ts';
import type { Commit } from '../../../server/store/store.ts';
import { placed, put, redacted, said } from './notes-contract.ts';
import { newDirectory, occurrences, removeDirectory } from './store-directory.ts';
import { commitTo, hashOf, newBoard, titles } from './store-samples.ts';

let directory: string;
let database: SqliteDatabase;

const file = (): string => join(directory, 'palabre.db');
const open = (): SqliteDatabase => new SqliteDatabase(file(), 5);
const commit = (...commits: readonly Commit[]) => database.commit(commits.map(commitRow));
const load = (board: string) => {
  const row = database.load(board);
  return row && storedBoard(row);
};
const BOARDS = ['ash', 'elm', 'fir'];

beforeEach(() => {
  directory = newDirectory();
  database = open();
  for (const board of BOARDS) database.create(newBoardRow(newBoard(board)));
});

afterEach(() => {
  database.close();
  removeDirectory(directory);
});

test('once a round that publishes unsigned is closed, its authors stand in no file', () => {
  for (const board of BOARDS) commit(commitTo(board, 1, { opens: { round: 'r', tieSeed: 's', holdsNotes: true } }));
  for (let turn = 0; turn < 400; turn += 1) {
    const board = BOARDS[turn % 3] ?? '';
    const text = `silent in ${board}, `.repeat(1 + ((turn * 7) % 50));
    commit(commitTo(board, 1, { held: put(`author-${turn % 41}-of-${board}`, `h${turn % 97}`, text) }));
  }
  expect(occurrences(directory, '-of-fir')).toBeGreaterThan(40);
  const closes = { round: 'r', unlink: false, unlinkNotes: true } as const;
  expect(commit(commitTo('fir', 1, { closes }))).toEqual([{ kind: 'committed' }]);
  expect(occurrences(directory, '-of-fir')).toBe(0);
  expect(load('fir')?.noteBoxes[0]?.notes.length).toBeGreaterThan(40);
  expect(occurrences(directory, '-of-elm')).toBeGreaterThan(40);
});

/** Texts of many lengths on neighbouring boards, edited, and kept in snapshots: SQLite splits and joins pages, and leaves copies. */
function write(): number {
  const last = new Map(BOARDS.map((board) => [board, 1]));
  for (let turn = 0; turn < 300; turn += 1) {
    const board = BOARDS[turn % 3] ?? '';
    const revision = last.get(board) ?? 0;
    const secret = board === 'fir' && turn > 12 && turn % 4 === 0;
    const text = `${secret ? 'unspeakable' : 'harmless'} words, `.repeat(1 + ((turn * 13) % 90));
    const events =
      turn < 12
        ? said(revision, `n${turn}`, text)
        : placed(revision, { type: 'note.edited', note: secret ? 'n2' : 'n1', text });
    commit(commitTo(board, revision, { events }));
    last.set(board, revision + 1);
    if (turn % 50 === 0) database.keepSnapshot(board, revision, `{"notes":"${text}"}`);
  }
  commit(commitTo('fir', last.get('fir') ?? 0, { events: said(last.get('fir') ?? 0, 'n2', 'unspeakable') }));
  return (last.get('fir') ?? 0) + 1;
}

test('once a redaction is told as committed, no version of the text stands in any file', () => {
  const revision = write();
  expect(occurrences(directory, 'unspeakable')).toBeGreaterThan(100);
  const outcomes = commit(
    commitTo('fir', revision, { events: redacted(revision, 'n2'), redacts: 'n2' }),
    commitTo('fir', revision + 1, { events: titles(revision + 1, 'after') }),
  );
  expect(outcomes).toEqual([{ kind: 'committed' }, { kind: 'committed' }]);
  expect(occurrences(directory, 'unspeakable')).toBe(0);
  expect(load('fir')?.events).toHaveLength(revision + 2);
  expect(occurrences(directory, 'harmless')).toBeGreaterThan(100);
});

/** Redacts while another process reads the file, as a backup would. @returns that reader */
function redactWhileRead(): Connection {
  const revision = write();
  const reader = new Connection(file());
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) AS n FROM event').first();
  const command = { hash: hashOf('the-redaction'), answer: { revision: revision + 1 } };
  expect(commit(commitTo('fir', revision, { events: redacted(revision, 'n2'), redacts: 'n2', command }))).toMatchObject(
    [{ kind: 'failed', why: /not yet wiped/ }],
  );
  return reader;
}

test('as long as another process keeps the old bytes, the redaction is not answered, however often it is sent', () => {
  const reader = redactWhileRead();
  expect(() => database.answers('fir', [hashOf('the-redaction')])).toThrow(/not yet wiped/);
  expect(database.answers('fir', [hashOf('something-else')])).toEqual([]);
  reader.exec('COMMIT');
  reader.close();
  expect(database.answers('fir', [hashOf('the-redaction')])).toHaveLength(1);
  expect(occurrences(directory, 'unspeakable')).toBe(0);
});

test('a redaction that was not finished before the end is finished at the next start', () => {
  const reader = redactWhileRead();
  database.close();
  expect(occurrences(directory, 'unspeakable')).toBeGreaterThan(0);
  reader.exec('COMMIT');
  reader.close();
  database = open();
  expect(occurrences(directory, 'unspeakable')).toBe(0);
});
