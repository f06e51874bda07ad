// `palabre backup` and `palabre restore` say what they did or why not, and answer with an exit code.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BACKUP_USAGE, backupCommand, RESTORE_USAGE, restoreCommand } from '../../../server/cli/backup-command.ts';
import { SqliteDatabase } from '../../../server/store/sqlite-database.ts';

let root: string;
let lines: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'palabre-backup-'));
  lines = [];
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const io = () => ({
  environment: { DATA_DIR: root },
  out: (line: string) => lines.push(line),
  err: (line: string) => lines.push(`! ${line}`),
});

test('a backup and its restore say how many boards there were and where the former ones are', async () => {
  new SqliteDatabase(join(root, 'palabre.db')).close();
  const file = join(root, 'saved.db');
  expect(await backupCommand([file], io())).toBe(0);
  expect(await restoreCommand([file, '--data', join(root, 'new')], io())).toBe(0);
  expect(await restoreCommand(['--replace', file], io())).toBe(0);
  expect(lines).toEqual([
    `Wrote 0 boards to ${file}.`,
    `Restored 0 boards to ${join(root, 'new')}.`,
    `Restored 0 boards to ${root}.`,
    `What was there is in ${join(root, 'palabre.db.before-restore')}, whole; delete it when it is not needed any more.`,
  ]);
});

test('a refusal is one sentence and exit code 1', async () => {
  const file = join(root, 'saved.db');
  expect(await backupCommand([file], io())).toBe(1);
  expect(await restoreCommand([file], io())).toBe(1);
  expect(lines).toEqual([
    `! There is no database at ${join(root, 'palabre.db')}.`,
    `! There is no database at ${file}.`,
  ]);
});

test('wrong use is exit code 2, and help is not', async () => {
  expect(await backupCommand([], io())).toBe(2);
  expect(await backupCommand(['one', 'two'], io())).toBe(2);
  expect(await backupCommand(['one', '--replace'], io())).toBe(2);
  expect(await restoreCommand(['--here', 'one'], io())).toBe(2);
  expect(await restoreCommand(['--help'], io())).toBe(0);
  expect(lines).toEqual([
    ...Array.from({ length: 3 }, () => `! ${BACKUP_USAGE}`),
    expect.stringMatching(/^! Unknown option '--here'/),
    RESTORE_USAGE,
  ]);
});
