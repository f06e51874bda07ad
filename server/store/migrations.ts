// The numbered steps from an empty file to the present layout, and the one function that takes them.
import type { Connection } from './sqlite-connection.ts';
import { StoreRefused } from './store-refused.ts';

/** "Pala" in ASCII: says whose file this is. */
const APPLICATION_ID = 0x50_61_6c_61;

/**
 * Step n leads from version n - 1 to version n (`PRAGMA user_version`). A step that was released is never changed.
 *
 * Ballots of an open round are in a table of their own, `open_box_N` with N = box.number (see sqlite-boxes.ts).
 * Tables that hold what people gave are WITHOUT ROWID: a row id would keep the order in which rows came in. Only
 * `recent_command` has it, until a round closes that forgets its voters.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  -- What still has to be wiped from the files; see sqlite-scrub.ts.
  CREATE TABLE scrub (what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  CREATE TABLE board (
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE,
    facilitator_key_hash TEXT NOT NULL, voter_key_hash TEXT NOT NULL, watcher_key_hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE event (
    board TEXT NOT NULL, revision INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (board, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE snapshot (board TEXT PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE member_token (
    board TEXT NOT NULL, member TEXT NOT NULL, token_hash TEXT NOT NULL, PRIMARY KEY (board, member)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE command (
    board TEXT NOT NULL, hash TEXT NOT NULL, revision INTEGER NOT NULL, version INTEGER, PRIMARY KEY (board, hash)
  ) STRICT, WITHOUT ROWID;
  -- Numbers grow in the order of opening.
  CREATE TABLE box (
    number INTEGER PRIMARY KEY, board TEXT NOT NULL, round TEXT NOT NULL, open INTEGER NOT NULL,
    version INTEGER NOT NULL, tie_seed TEXT NOT NULL, UNIQUE (board, round)
  ) STRICT;
  -- Ballots of closed named rounds: tied to their voters for good.
  CREATE TABLE ballot (
    board TEXT NOT NULL, round TEXT NOT NULL, member TEXT NOT NULL, receipt TEXT, done INTEGER NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY (board, round, member)
  ) STRICT, WITHOUT ROWID;
  -- Ballots whose voters were forgotten; place counts from 1 in the order of the receipts.
  CREATE TABLE loose_ballot (
    board TEXT NOT NULL, round TEXT NOT NULL, place INTEGER NOT NULL, receipt TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (board, round, place)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- The totals of live rounds over time; see sqlite-points.ts.
  CREATE TABLE history_point (
    board TEXT NOT NULL, round TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (board, round, version)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- How often the keys of these roles were replaced; see access/keys.ts.
  ALTER TABLE board ADD COLUMN voter_generation INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE board ADD COLUMN watcher_generation INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- What was written in a board's record: updates of one shared document as base64, in order; see sqlite-records.ts.
  CREATE TABLE record_update (
    board TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (board, number)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Rounds that hold notes back, until these are published. Those of an open one are in open_notes_N, N = number.
  CREATE TABLE note_box (
    number INTEGER PRIMARY KEY, board TEXT NOT NULL, round TEXT NOT NULL, open INTEGER NOT NULL, UNIQUE (board, round)
  ) STRICT;
  -- Held notes of closed rounds, by id. Without a member: published unsigned, and its author was forgotten.
  CREATE TABLE held_note (
    board TEXT NOT NULL, round TEXT NOT NULL, place INTEGER NOT NULL, note TEXT NOT NULL, member TEXT,
    body TEXT NOT NULL, PRIMARY KEY (board, round, place)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- Answers to commands; see sqlite-answers.ts. The log: JSON of [hash, revision, version or null] for each.
  CREATE TABLE recent_command (number INTEGER PRIMARY KEY, board TEXT NOT NULL, answers TEXT NOT NULL) STRICT;
  CREATE TABLE command_run (
    board TEXT NOT NULL, number INTEGER NOT NULL, entries BLOB NOT NULL, PRIMARY KEY (board, number)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO recent_command (board, answers)
    SELECT board, json_group_array(json_array(substr(hash, 1, 32), revision, version)) FROM command GROUP BY board;
  DROP TABLE command;
  `,
];

function pragma(connection: Connection, name: 'user_version' | 'application_id'): number {
  const row = connection.prepare<Record<string, number>>(`PRAGMA ${name}`).first();
  return row?.[name] ?? 0;
}

const isEmpty = (connection: Connection): boolean =>
  connection.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').first() === undefined;

/** What a file is to this program: empty, one it can read, one of a later version, or somebody else's. */
export function layoutOf(
  connection: Connection,
  steps: readonly string[] = MIGRATIONS,
): 'empty' | 'readable' | 'newer' | 'foreign' {
  const version = pragma(connection, 'user_version');
  if (version > steps.length) return 'newer';
  if (version === 0) return isEmpty(connection) ? 'empty' : 'foreign';
  return pragma(connection, 'application_id') === APPLICATION_ID ? 'readable' : 'foreign';
}

/**
 * Brings the file up to the last step, each step in a transaction of its own.
 * @param path only for the sentences of StoreRefused: a newer file, or one that is not Palabre's.
 */
export function migrate(connection: Connection, path: string, steps: readonly string[] = MIGRATIONS): void {
  const version = pragma(connection, 'user_version');
  const layout = layoutOf(connection, steps);
  if (layout === 'newer') {
    throw new StoreRefused(
      `The data in ${path} was written by a newer Palabre (layout ${version}, this one knows up to ${steps.length}): ` +
        `start that version, or choose another data directory.`,
    );
  }
  if (layout === 'foreign') {
    throw new StoreRefused(`${path} is a database, but not one of Palabre: choose another data directory.`);
  }
  // Even with nothing to do, one transaction shows that the file can be written.
  connection.transaction(() => connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`));
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    connection.transaction(() => {
      connection.exec(step);
      connection.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}
