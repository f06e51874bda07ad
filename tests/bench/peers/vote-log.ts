// One durable row a vote, in SQLite with a synced journal.
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Database {
  exec(sql: string): void;
  prepare(sql: string): { run(values: readonly (string | number)[]): unknown };
}

const Libsql: new (path: string) => Database = createRequire(import.meta.url)('libsql');

export function openVoteLog(directory: string): {
  add(voter: string, cell: string, score: number): void;
  together(work: () => void): void;
} {
  const database = new Libsql(join(directory, 'votes.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE vote (voter TEXT, cell TEXT, score INTEGER, PRIMARY KEY (voter, cell)) STRICT');
  const put = database.prepare(
    'INSERT INTO vote VALUES (?, ?, ?) ON CONFLICT (voter, cell) DO UPDATE SET score = excluded.score',
  );
  return {
    add: (voter, cell, score) => void put.run([voter, cell, score]),
    together: (work) => {
      database.exec('BEGIN');
      work();
      database.exec('COMMIT');
    },
  };
}
