// One process a data directory: a lock that the operating system takes back however the process ends.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from './sqlite-connection.ts';
import { sentenceOf, StoreRefused } from './store-refused.ts';

/**
 * Makes the directory if need be and holds an exclusive transaction on the small database `lock.db` in it. The data
 * themselves stay readable for a backup by another process.
 * @throws StoreRefused when another process holds it, or when the directory cannot be written to
 * @returns the function that lets go
 */
export function lockDirectory(directory: string): () => void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const connection = new Connection(join(directory, 'lock.db'));
    try {
      // In memory, because a journal file would be left behind by a crash.
      connection.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    } catch (error) {
      connection.close();
      throw error;
    }
    return () => {
      connection.exec('ROLLBACK');
      connection.close();
    };
  } catch (error) {
    const sentence = /database is locked/.test(sentenceOf(error))
      ? `Another Palabre is running with the data directory ${directory}: stop it, or choose another directory.`
      : `The data directory ${directory} cannot be written to: ${sentenceOf(error)}.`;
    throw new StoreRefused(sentence);
  }
}
