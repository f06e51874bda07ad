// The answers by which a repeated command is known. Hashes come in no order, and in a table sorted by them each would
// change a page of its own: new ones are appended to a log, which is at hand in memory, and become a sorted run of the
// board by the thousand.
import {
  type AnswerEntry,
  answerIn,
  ENTRY_BYTES,
  findAnswer,
  packAnswers,
  Sketch,
  unpackAnswers,
} from './answer-run.ts';
import type { Connection, Statement } from './sqlite-connection.ts';
import type { CommandAnswer } from './store.ts';

/** The log becomes runs when it has so many answers. */
const MOST_RECENT = 4096;
const RUN_ENTRIES = MOST_RECENT;
/** A board's last run is written anew with what comes to it, unless it is so many times as long. */
const MUCH_LONGER = 4;
/** Runs that are kept in memory, of all boards together. */
const MOST_BYTES = 32 * 1024 * 1024;

type Recent = Map<string, Map<string, AnswerEntry>>;

interface RunRow {
  readonly number: number;
  readonly entries: Buffer;
}

interface Runs {
  readonly rows: readonly RunRow[];
  readonly sketch: Sketch;
}

const sketchOf = (rows: readonly RunRow[]): Sketch => new Sketch(rows.map(({ entries }) => entries));
/** What they take in memory, about, with their sketch. */
const bytesOf = (rows: readonly RunRow[]): number =>
  rows.reduce((sum, { entries }) => sum + entries.length, 0) * 1.3 + 200;

function addTo(recent: Recent, board: string, entries: readonly AnswerEntry[]): void {
  const known = recent.get(board) ?? new Map<string, AnswerEntry>();
  recent.set(board, known);
  for (const entry of entries) known.set(entry[0], entry);
}

/** Works within the caller's transactions. */
export class Answers {
  readonly #logRows: Statement<{ board: string; answers: string }>;
  readonly #runRows: Statement<{ number: number; entries: ArrayBuffer }>;
  readonly #log: Statement<never>;
  readonly #putRun: Statement<never>;
  readonly #clear: Statement<never>;
  readonly #clearAll: Statement<never>;
  readonly #dropRuns: Statement<never>;
  /** The log, by board and hash; undefined: to be read again. */
  #recent: Recent | undefined;
  #count = 0;
  #longAt = MOST_RECENT;
  readonly #runs = new Map<string, Runs>();
  #bytes = 0;

  constructor(connection: Connection) {
    this.#logRows = connection.prepare('SELECT board, answers FROM recent_command');
    this.#runRows = connection.prepare('SELECT number, entries FROM command_run WHERE board = ? ORDER BY number');
    this.#log = connection.prepare('INSERT INTO recent_command (board, answers) VALUES (?, ?)');
    this.#putRun = connection.prepare('INSERT OR REPLACE INTO command_run (board, number, entries) VALUES (?, ?, ?)');
    this.#clear = connection.prepare('DELETE FROM recent_command WHERE board = ?');
    this.#clearAll = connection.prepare('DELETE FROM recent_command');
    this.#dropRuns = connection.prepare('DELETE FROM command_run WHERE board = ?');
    connection.whenUndone(() => this.forget());
  }

  /** What a command was answered with when it was accepted; undefined when it never was. */
  first(board: string, hash: string): CommandAnswer | undefined {
    const recent = this.#inLog().get(board)?.get(hash);
    if (recent !== undefined) return answerIn(recent);
    const { rows, sketch } = this.#runsOf(board);
    if (!sketch.mayHave(hash)) return undefined;
    for (const { entries } of rows) {
      const answer = findAnswer(entries, hash);
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  /**
   * Keeps what several commands were answered with; false, and nothing kept, when one of them was accepted before.
   * @param json of AnswerEntry[], as it goes into the log
   */
  add(board: string, json: string): boolean {
    const entries: AnswerEntry[] = JSON.parse(json);
    const isKnown = entries.some(([hash]) => this.first(board, hash) !== undefined);
    if (isKnown || new Set(entries.map(([hash]) => hash)).size < entries.length) return false;
    this.#append(board, json, entries);
    return true;
  }

  /** The same of one that is known to be new. */
  put(board: string, entry: AnswerEntry): void {
    this.#append(board, JSON.stringify([entry]), [entry]);
  }

  get isLogLong(): boolean {
    this.#inLog();
    return this.#count >= this.#longAt;
  }

  /** The log could not be put into runs: it may grow by as much again before that is tried once more. */
  postpone(): void {
    this.#longAt = this.#count + MOST_RECENT;
  }

  /** Puts the log into runs. */
  sort(): void {
    const recent = this.#inLog();
    for (const [board, entries] of recent) this.#putInto(board, [...entries.values()]);
    this.#clearAll.run();
    recent.clear();
    this.#count = 0;
    this.#longAt = MOST_RECENT;
  }

  /** Deals all of a board's answers out to runs by their hashes: nothing is left of the order in which commands came. */
  mix(board: string): void {
    const { rows } = this.#runsOf(board);
    const recent = this.#inLog().get(board);
    if (recent === undefined && rows.length < 2) return;
    const all = packAnswers([...rows.flatMap(({ entries }) => unpackAnswers(entries)), ...(recent?.values() ?? [])]);
    this.#dropRuns.run(board);
    const mixed: RunRow[] = [];
    for (let at = 0; at < all.length; at += RUN_ENTRIES * ENTRY_BYTES) {
      const run = { number: mixed.length + 1, entries: all.subarray(at, at + RUN_ENTRIES * ENTRY_BYTES) };
      this.#putRun.run(board, run.number, run.entries);
      mixed.push(run);
    }
    this.#keep(board, mixed);
    this.#clear.run(board);
    this.#count -= recent?.size ?? 0;
    this.#inLog().delete(board);
  }

  /** Memory may say more than the tables: they are read again. */
  forget(): void {
    this.#recent = undefined;
    this.#runs.clear();
    this.#bytes = 0;
  }

  #append(board: string, json: string, entries: readonly AnswerEntry[]): void {
    const recent = this.#inLog();
    this.#log.run(board, json);
    addTo(recent, board, entries);
    this.#count += entries.length;
  }

  #putInto(board: string, entries: readonly AnswerEntry[]): void {
    const { rows, sketch } = this.#runsOf(board);
    const last = rows.at(-1);
    const length = last === undefined ? 0 : last.entries.length / ENTRY_BYTES;
    const isRoom = length <= MUCH_LONGER * entries.length && length + entries.length <= RUN_ENTRIES;
    const joined = isRoom ? last : undefined;
    const run = packAnswers(joined === undefined ? entries : [...unpackAnswers(joined.entries), ...entries]);
    const number = joined?.number ?? (last?.number ?? 0) + 1;
    this.#putRun.run(board, number, run);
    const all = [...(joined === undefined ? rows : rows.slice(0, -1)), { number, entries: run }];
    this.#keep(board, all, sketch.add(run) ? sketch : sketchOf(all));
  }

  #inLog(): Recent {
    if (this.#recent !== undefined) return this.#recent;
    const recent: Recent = new Map();
    for (const { board, answers } of this.#logRows.all()) addTo(recent, board, JSON.parse(answers) as AnswerEntry[]);
    this.#count = 0;
    for (const { size } of recent.values()) this.#count += size;
    return (this.#recent = recent);
  }

  #runsOf(board: string): Runs {
    const read = () =>
      this.#runRows.all(board).map(({ number, entries }) => ({ number, entries: Buffer.from(entries) }));
    return this.#runs.get(board) ?? this.#keep(board, read());
  }

  #keep(board: string, rows: readonly RunRow[], sketch = sketchOf(rows)): Runs {
    const before = this.#runs.get(board);
    this.#bytes += bytesOf(rows) - (before === undefined ? 0 : bytesOf(before.rows));
    if (this.#bytes > MOST_BYTES) {
      this.#runs.clear();
      this.#bytes = bytesOf(rows);
    }
    const runs = { rows, sketch };
    this.#runs.set(board, runs);
    return runs;
  }
}
