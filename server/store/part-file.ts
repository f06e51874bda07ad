// Files that are there whole or not at all: written under another name, moved into place when they are on disk.
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** What SQLite may put beside a database. */
export const COMPANIONS = ['-wal', '-shm', '-journal'];

/** Only the owner may read it: a database holds what unlocks boards. */
const MODE = 0o600;

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Lets `write` fill an empty file beside `file`, which then takes its place in one step, for good when this returns.
 * When anything throws, `file` is as it was and nothing is left beside it.
 */
export function writeWhole<T>(file: string, write: (part: string) => T): T {
  const part = `${file}.${randomUUID().slice(0, 8)}.part`;
  closeSync(openSync(part, 'wx', MODE));
  try {
    const value = write(part);
    sync(part);
    renameSync(part, file);
    sync(dirname(file));
    return value;
  } catch (error) {
    for (const companion of ['', ...COMPANIONS]) rmSync(part + companion, { force: true });
    throw error;
  }
}
