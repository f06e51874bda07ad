// Backups: a consistent copy of a data directory's boards in one file, taken while a server may be writing to them.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AnswerEntry, packAnswers, unpackAnswers } from './answer-run.ts';
import { writeWhole } from './part-file.ts';
import { countBoards, reading, requireSound } from './readable-file.ts';
import type { Connection } from './sqlite-connection.ts';
import { databaseFile } from './sqlite.ts';
import { sentenceOf, StoreRefused } from './store-refused.ts';

export interface BackupReport {
  readonly boards: number;
  /** Open rounds of which something was left out: the ballots of live and anonymous ones, unsigned held notes. */
  readonly emptied: number;
}

/**
 * Open rounds that go into the copy without their ballots (`secrecy` live or anonymous) or without the notes that they
 * hold back (`notes` unsigned). `opened`: the revision that opened the round. One whose opening is not found counts as
 * anonymous, and its notes as unsigned.
 */
const LEFT_OUT = `
  CREATE TEMP TABLE left_out AS
  SELECT box.number, box.board, box.round, coalesce(event.revision, 0) AS opened,
    coalesce(json_extract(event.body, '$.secrecy'), 'anonymous') AS secrecy,
    CASE WHEN event.body IS NULL THEN 'unsigned' ELSE coalesce(json_extract(event.body, '$.silentNotes'), '') END AS notes
  FROM main.box AS box LEFT JOIN main.event AS event ON event.board = box.board
    AND json_extract(event.body, '$.type') = 'round.opened' AND json_extract(event.body, '$.round') = box.round
  WHERE box.open = 1 AND (json_extract(event.body, '$.secrecy') IS NOT 'named'
    OR json_extract(event.body, '$.silentNotes') = 'unsigned')`;

/** Their open tables: of ballots, and of notes. A file of an earlier layout has no note boxes. */
const BALLOTS = "SELECT number FROM temp.left_out WHERE secrecy <> 'named'";
const NOTES =
  'SELECT note_box.number FROM main.note_box JOIN temp.left_out AS l ON l.board = note_box.board AND ' +
  "l.round = note_box.round WHERE note_box.open = 1 AND l.notes = 'unsigned'";

/**
 * Which answers are copied. Those to what is left out are not, or the ballot of a voter who sends it once more would be
 * taken for one that is there; those to notes, and those of an anonymous round, cannot be told from other answers since
 * its opening.
 */
const ANSWERS_KEPT =
  'WHERE NOT EXISTS (SELECT 1 FROM temp.left_out AS l WHERE l.board = c.board AND c.revision >= l.opened ' +
  "AND (l.secrecy = 'anonymous' OR (c.version IS NULL AND l.notes = 'unsigned') " +
  "OR (c.version IS NOT NULL AND l.secrecy = 'live')))";

/** Which rows of a table are copied, where it is not all. A copy has no epoch: whatever opens it makes a new one. */
const COPIED: Readonly<Record<string, string>> = {
  meta: "WHERE key <> 'epoch'",
  scrub: 'WHERE false',
  // Of an earlier layout; today's are in the log and in runs, which are packed anew.
  command: `AS c ${ANSWERS_KEPT}`,
  recent_command: 'WHERE false',
  command_run: 'WHERE false',
};

/** One run for each board, in which nothing tells the order in which the answers came. */
function copyAnswers(connection: Connection): void {
  connection.exec('CREATE TEMP TABLE answer (board TEXT, hash TEXT, revision INTEGER, version INTEGER)');
  const put = connection.prepare(
    'INSERT INTO temp.answer SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)',
  );
  const boards = connection.prepare<{ board: string }>(
    'SELECT board FROM main.recent_command UNION SELECT board FROM main.command_run',
  );
  const log = connection.prepare<{ answers: string }>('SELECT answers FROM main.recent_command WHERE board = ?');
  const runs = connection.prepare<{ entries: ArrayBuffer }>('SELECT entries FROM main.command_run WHERE board = ?');
  const kept = connection.prepare<{ answers: string }>(
    `SELECT json_group_array(json_array(hash, revision, version)) AS answers FROM temp.answer AS c ${ANSWERS_KEPT}`,
  );
  const copy = connection.prepare('INSERT INTO copy.command_run (board, number, entries) VALUES (?, 1, ?)');
  for (const { board } of boards.all()) {
    for (const { answers } of log.all(board)) put.run(board, answers);
    for (const { entries } of runs.all(board)) put.run(board, JSON.stringify(unpackAnswers(Buffer.from(entries))));
    const answers: AnswerEntry[] = JSON.parse(kept.first()?.answers ?? '[]');
    if (answers.length > 0) copy.run(board, packAnswers(answers));
    connection.exec('DELETE FROM temp.answer');
  }
}

/** Copies within one read transaction. What is left out is never written to the copy, so nothing has to be wiped. */
function copyTables(connection: Connection): number {
  connection.exec(LEFT_OUT);
  const tables = connection
    .prepare<{ name: string; sql: string }>(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
    )
    .all();
  const numbers = (query: string) => connection.prepare<{ number: number }>(query).all();
  const holds = (table: string) => tables.some(({ name }) => name === table);
  const leftOut = new Set([
    ...numbers(BALLOTS).map(({ number }) => `open_box_${number}`),
    ...(holds('note_box') ? numbers(NOTES).map(({ number }) => `open_notes_${number}`) : []),
  ]);
  for (const { name, sql } of tables) {
    connection.exec(sql.replace(/^CREATE TABLE /, '$&copy.'));
    if (leftOut.has(name)) continue;
    connection.exec(`INSERT INTO copy.${name} SELECT * FROM main.${name} ${COPIED[name] ?? ''}`);
  }
  if (holds('command_run')) copyAnswers(connection);
  connection.exec(`UPDATE copy.box SET version = version + 1 WHERE number IN (${BALLOTS})`);
  for (const name of ['user_version', 'application_id']) {
    const row = connection.prepare<Record<string, number>>(`PRAGMA main.${name}`).first();
    connection.exec(`PRAGMA copy.${name} = ${row?.[name] ?? 0}`);
  }
  return numbers('SELECT number FROM temp.left_out').length;
}

function copyInto(part: string, connection: Connection): BackupReport {
  connection.prepare('ATTACH ? AS copy').run(part);
  // In memory, so that nothing but the copy itself is ever beside it.
  connection.exec('PRAGMA copy.journal_mode = MEMORY; PRAGMA copy.synchronous = FULL; BEGIN');
  const emptied = copyTables(connection);
  const boards = countBoards(connection);
  connection.exec('COMMIT');
  requireSound(connection, part, 'copy');
  connection.exec('DETACH copy');
  return { boards, emptied };
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new StoreRefused(`${file} is there already, and a backup overwrites nothing.`);
}

/**
 * Writes the boards of a data directory to a new file, while a server runs or not. As long as it reads, closing a live
 * or anonymous round and erasing a board wait for it.
 *
 * The ballots of open live and anonymous rounds stay out, so that no backup can tie a voter to one: a restored round is
 * still open, with an empty box whose version is one higher. Open named rounds keep theirs, as they are going to be
 * published with the voters' names anyway. With notes that are held back it is the same: those of a round that publishes
 * them unsigned stay out, signed ones go along. A backup still has what opens boards, and boards that are erased later.
 * @throws StoreRefused when there is nothing to back up, or the file exists or cannot be written
 */
export function writeBackup({ directory, file }: { directory: string; file: string }): BackupReport {
  const target = resolve(file);
  refuseExisting(target);
  return reading(resolve(databaseFile(directory)), (connection) => {
    try {
      return writeWhole(target, (part) => {
        const report = copyInto(part, connection);
        // Somebody else may have written it in the meantime.
        refuseExisting(target);
        return report;
      });
    } catch (error) {
      if (error instanceof StoreRefused) throw error;
      throw new StoreRefused(`The backup ${file} could not be written: ${sentenceOf(error)}.`);
    }
  });
}
