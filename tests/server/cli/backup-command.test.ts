// `palabre backup` and `palabre restore` say what they did, and refuse wrong use.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WrongUsage } from '../../../server/arguments.ts';
import { backupCommand, restoreCommand } from '../../../server/cli/backup-command.ts';
import { SqliteDatabase } from '../../../server/store/sqlite-database.ts';
import { commitRow, newBoardRow } from '../../../server/store/sqlite-rows.ts';
import { StoreRefused } from '../../../server/store/store-refused.ts';
import { commitTo, newBoard } from '../store/store-samples.ts';

let root: string;
let lines: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'palabre-backup-'));
  lines = [];
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const output = { out: (text: string) => lines.push(text), err: (text: string) => lines.push(`! ${text}`) };
const backup = (...args: readonly string[]) => backupCommand(args, output, { DATA_DIR: root });
const restore = (...args: readonly string[]) => restoreCommand(args, output, { DATA_DIR: root });

test('a backup and its restore say how many boards there were and where the former ones are', async () => {
  new SqliteDatabase(join(root, 'palabre.db')).close();
  const file = join(root, 'saved.db');
  expect(await backup(file)).toBe(0);
  expect(await restore(file, '--data', join(root, 'new'))).toBe(0);
  expect(await restore('--replace', file)).toBe(0);
  expect(lines).toEqual([
    `Wrote 0 boards to ${file}.\n`,
    `Restored 0 boards to ${join(root, 'new')}.\n`,
    `Restored 0 boards to ${root}.\n`,
    `What was there is in ${join(root, 'palabre.db.before-restore')}, whole; delete it when it is not needed any more.\n`,
  ]);
});

test('a backup says how many rounds went into it without their ballots', async () => {
  const database = new SqliteDatabase(join(root, 'palabre.db'));
  database.create(newBoardRow(newBoard('a')));
  database.commit([commitTo('a', 1, { opens: { round: 'r', tieSeed: 'seed' } })].map(commitRow));
  database.close();
  await backup(join(root, 'saved.db'));
  expect(lines.join('')).toMatch(
    /^Wrote 1 board to .*\.\nNot in it: the secret ballots and unsigned notes of 1 round still open\.\n$/,
  );
});

test('what cannot be done is refused', async () => {
  const file = join(root, 'saved.db');
  await expect(backup(file)).rejects.toThrow(StoreRefused);
  await expect(restore(file)).rejects.toThrow(StoreRefused);
});

test('exactly one file is named, and replace is for a restore only', async () => {
  for (const args of [[], ['one', 'two'], ['one', '--replace']])
    await expect(backup(...args)).rejects.toThrow(WrongUsage);
  for (const args of [[], ['one', 'two'], ['one', '--here']])
    await expect(restore(...args)).rejects.toThrow(WrongUsage);
});
