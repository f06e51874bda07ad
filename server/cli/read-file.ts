// Reads the files that commands are given.
import { readFileSync, statSync } from 'node:fs';
import { Stopped } from './output.ts';

const LARGEST_BYTES = 512 * 1024 * 1024;

/** `-` is standard input. */
export function readText(path: string): string {
  try {
    if (path === '-') return readFileSync(0, 'utf8');
    if (statSync(path).size > LARGEST_BYTES) throw new Stopped(`${path} is larger than this program reads.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Stopped) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a directory' : code;
    throw new Stopped(`${path} cannot be read: ${reason}.`, 2);
  }
}

export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    throw new Stopped(`${path} is not JSON: ${error instanceof Error ? error.message : ''}.`, 2);
  }
}
