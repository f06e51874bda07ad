// A data directory of its own for a test, and a look at the bytes in it.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'palabre-store-'));

export const removeDirectory = (directory: string): void => rmSync(directory, { recursive: true, force: true });

/**
 * All files of the directory, one behind the other, a character a byte. Read by another process, because closing a file
 * here would let go of the locks that this process holds on it.
 */
export const bytesIn = (directory: string): string =>
  execFileSync('sh', ['-c', 'cat -- *'], { cwd: directory, maxBuffer: 1 << 28 }).toString('latin1');

/** How many times a text stands in all files of the directory together. */
export const occurrences = (directory: string, text: string): number => bytesIn(directory).split(text).length - 1;
