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
/** A board's last run is written anew with what comes to it, as long as it stays within this. */
const RUN_BYTES = MOST_RECENT * ENTRY_BYTES;
/** Runs that are kept in memory, of all boards together. */
const MOST_BYTES = 32 * 1024 * 1024;

interface RunRow {
  readonly number: number;
  readonly entries: Buffer;
}

interface Runs {
  readonly rows: readonly RunRow[];
  readonly sketch: Sketch;
}

const sketchOf = (rows: readonly RunRow[]): Sketch => new Sketch(rows.map(({ entries }) => entries));
const bytesOf = (rows: readonly RunRow[]): number => rows.reduce((sum, { entries }) => sum + entries.length, 0);

/** Works within the caller's transactions. */
export class Answers {
  readonly #logRows: Statement<{ board: string; answers: string }>;
  readonly #runRows: Statement<{ number: number; entries: ArrayBuffer }>;
  readonly #log: Statement<never>;
  readonly #putRun: Statement<never>;
  readonly #clear: Statement<never>;
  /** The log, by board and hash; undefined: to be read again. */
  #recent: Map<string, Map<string, AnswerEntry>> | undefined;
  #count = 0;
  readonly #runs = new Map<string, Runs>();
  #bytes = 0;

  constructor(connection: Connection) {
    this.#logRows = connection.prepare('SELECT board, answers FROM recent_command');
    this.#runRows = connection.prepare('SELECT number, entries FROM command_run WHERE board = ? ORDER BY number');
    this.#log = connection.prepare('INSERT INTO recent_command (board, answers) VALUES (?, ?)');
    this.#putRun = connection.prepare('INSERT OR REPLACE INTO command_run (board, number, entries) VALUES (?, ?, ?)');
    this.#clear = connection.prepare('DELETE FROM recent_command WHERE board = ?');
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
   * Keeps what commands were answered with; false, and nothing kept, when one of them was accepted before.
   * @param json of AnswerEntry[]
   */
  add(board: string, json: string): boolean {
    const entries: AnswerEntry[] = JSON.parse(json);
    const isKnown = entries.some(([hash]) => this.first(board, hash) !== undefined);
    if (isKnown || new Set(entries.map(([hash]) => hash)).size < entries.length) return false;
    this.#log.run(board, json);
    this.#remember(board, entries);
    return true;
  }

  get isLogLong(): boolean {
    this.#inLog();
    return this.#count >= MOST_RECENT;
  }

  /** Puts what the log has of a board, or all of it, into runs: nothing is left of the order in which commands came. */
  sort(board?: string): void {
    const recent = this.#inLog();
    for (const each of board === undefined ? [...recent.keys()] : [board]) {
      const entries = recent.get(each);
      if (entries === undefined) continue;
      this.#putInto(each, [...entries.values()]);
      this.#clear.run(each);
      recent.delete(each);
      this.#count -= entries.size;
    }
  }

  /** Memory may say more than the tables: they are read again. */
  forget(): void {
    this.#recent = undefined;
    this.#runs.clear();
    this.#bytes = 0;
  }

  #putInto(board: string, entries: readonly AnswerEntry[]): void {
    const { rows, sketch } = this.#runsOf(board);
    const last = rows.at(-1);
    const isRoom = last !== undefined && last.entries.length + entries.length * ENTRY_BYTES <= RUN_BYTES;
    const run = packAnswers(isRoom ? [...unpackAnswers(last.entries), ...entries] : entries);
    const number = (last?.number ?? 0) + (isRoom ? 0 : 1);
    this.#putRun.run(board, number, run);
    const all = [...(isRoom ? rows.slice(0, -1) : rows), { number, entries: run }];
    this.#keep(board, all, sketch.add(run) ? sketch : sketchOf(all));
  }

  #inLog(): Map<string, Map<string, AnswerEntry>> {
    if (this.#recent !== undefined) return this.#recent;
    this.#recent = new Map();
    this.#count = 0;
    for (const { board, answers } of this.#logRows.all()) this.#remember(board, JSON.parse(answers));
    return this.#recent;
  }

  #remember(board: string, entries: readonly AnswerEntry[]): void {
    const recent = this.#inLog();
    const known = recent.get(board) ?? new Map<string, AnswerEntry>();
    recent.set(board, known);
    for (const entry of entries) known.set(entry[0], entry);
    this.#count += entries.length;
  }

  #runsOf(board: string): Runs {
    const read = () =>
      this.#runRows.all(board).map(({ number, entries }) => ({ number, entries: Buffer.from(entries) }));
    return this.#runs.get(board) ?? this.#keep(board, read());
  }

  #keep(board: string, rows: readonly RunRow[], sketch = sketchOf(rows)): Runs {
    this.#bytes += bytesOf(rows) - bytesOf(this.#runs.get(board)?.rows ?? []);
    if (this.#bytes > MOST_BYTES) {
      this.#runs.clear();
      this.#bytes = bytesOf(rows);
    }
    const runs = { rows, sketch };
    this.#runs.set(board, runs);
    return runs;
  }
}
