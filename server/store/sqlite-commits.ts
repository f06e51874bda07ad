// Writes commits into the boards' tables: in one transaction, each behind a savepoint of its own.
import { type BallotRun, isRun } from './ballot-run.ts';
import { accessWriter } from './sqlite-access.ts';
import type { Answers } from './sqlite-answers.ts';
import type { Boxes } from './sqlite-boxes.ts';
import type { Connection } from './sqlite-connection.ts';
import type { NoteBoxes } from './sqlite-note-boxes.ts';
import type { Redactor } from './sqlite-redaction.ts';
import { type CommitRow, type EventRow, wipes } from './sqlite-rows.ts';
import type { Scrubber } from './sqlite-scrub.ts';
import { sentenceOf } from './store-refused.ts';
import type { CommitOutcome } from './store.ts';

type Outcome = CommitOutcome & { readonly kind: 'committed' | 'duplicate' | 'conflict' };

const COMMITTED: Outcome = { kind: 'committed' };
const CONFLICT: Outcome = { kind: 'conflict' };

interface CommitsParts {
  readonly answers: Answers;
  readonly boxes: Boxes;
  readonly noteBoxes: NoteBoxes;
  readonly redactor: Redactor;
  readonly scrubber: Scrubber;
}

function statements(connection: Connection) {
  return {
    setAccess: accessWriter(connection),
    last: connection.prepare<{ revision: number | null }>(
      'SELECT max(revision) AS revision FROM event WHERE board = ?',
    ),
    addEvent: connection.prepare('INSERT INTO event (board, revision, body) VALUES (?, ?, ?)'),
    admit: connection.prepare('INSERT OR IGNORE INTO member_token (board, member, token_hash) VALUES (?, ?, ?)'),
  };
}

export class Commits {
  readonly #connection: Connection;
  readonly #parts: CommitsParts;
  readonly #sql: ReturnType<typeof statements>;

  constructor(connection: Connection, parts: CommitsParts) {
    this.#connection = connection;
    this.#parts = parts;
    this.#sql = statements(connection);
  }

  /**
   * An outcome for each row, in the same order: for a run, `committed` or `conflict` of all of it, and then what follows
   * on the same board is a conflict as well.
   * @throws Error of SQLite when nothing of it was kept
   */
  write(rows: readonly (CommitRow | BallotRun)[]): CommitOutcome[] {
    const [first, ...others] = rows;
    // One that is alone needs no savepoint inside its transaction.
    if (first !== undefined && !isRun(first) && others.length === 0) {
      return [this.#connection.attempt(() => this.#verdict(first))];
    }
    return this.#connection.transaction(() => this.#writeAll(rows));
  }

  #writeAll(rows: readonly (CommitRow | BallotRun)[]): CommitOutcome[] {
    const apart = new Set<string>();
    return rows.map((row) => {
      if (apart.has(row.board)) return CONFLICT;
      if (!isRun(row)) return this.#writeOne(row);
      const outcome = this.#writeRun(row);
      if (outcome.kind !== 'committed') apart.add(row.board);
      return outcome;
    });
  }

  #writeRun({ board, expected, round, versions, answers, ballots }: BallotRun): CommitOutcome {
    return this.#connection.savepoint<CommitOutcome>(
      () => {
        const isNext = this.#sql.last.first(board)?.revision === expected;
        // Nothing was done that would have to be undone.
        if (!isNext || !this.#parts.answers.add(board, answers)) return { keep: true, value: CONFLICT };
        const keep = this.#parts.boxes.changeAll(board, round, versions, ballots);
        return { keep, value: keep ? COMMITTED : CONFLICT };
      },
      // Each of them says for itself what fails.
      () => CONFLICT,
    );
  }

  #writeOne(commit: CommitRow): CommitOutcome {
    return this.#connection.savepoint<CommitOutcome>(
      () => this.#verdict(commit),
      (error) => ({ kind: 'failed', why: sentenceOf(error) }),
    );
  }

  #verdict(commit: CommitRow): { readonly keep: boolean; readonly value: CommitOutcome } {
    const refused = this.#refusal(commit);
    // Nothing was done that would have to be undone.
    if (refused !== undefined) return { keep: true, value: refused };
    const value = this.#apply(commit);
    return { keep: value.kind === 'committed', value };
  }

  #refusal({ board, expected, command }: CommitRow): Outcome | undefined {
    const answer = command && this.#parts.answers.first(board, command.hash);
    if (answer !== undefined) return { kind: 'duplicate', answer };
    return this.#sql.last.first(board)?.revision === expected ? undefined : CONFLICT;
  }

  #apply(commit: CommitRow): Outcome {
    const { board, expected, events, command, ballot, opens, admits, access } = commit;
    if (command !== undefined) {
      const { hash, answer } = command;
      this.#parts.answers.put(board, [hash, answer.revision, answer.version ?? null]);
    }
    this.append(board, expected, events);
    if (opens !== undefined && !this.#parts.boxes.open(board, opens.round, opens.tieSeed)) return CONFLICT;
    if (ballot !== undefined && !this.#parts.boxes.change(board, ballot)) return CONFLICT;
    if (!this.#applyToNotes(commit)) return CONFLICT;
    if (admits !== undefined && this.#sql.admit.run(board, admits.member, admits.tokenHash) === 0) return CONFLICT;
    if (access !== undefined) this.#sql.setAccess(board, access);
    return COMMITTED;
  }

  /** What happens to held notes, to a closing round, and to a text that is redacted; false for a conflict. */
  #applyToNotes(commit: CommitRow): boolean {
    const { board, opens, held, closes, publishes, redacts } = commit;
    if (opens?.holdsNotes === true) this.#parts.noteBoxes.open(board, opens.round);
    if (held !== undefined && !this.#parts.noteBoxes.change(board, held)) return false;
    if (closes !== undefined) {
      if (!this.#parts.boxes.close(board, closes.round, closes.unlink)) return false;
      this.#parts.noteBoxes.close(board, closes.round, closes.unlinkNotes === true);
    }
    if (publishes !== undefined && !this.#parts.noteBoxes.publish(board, publishes)) return false;
    if (redacts !== undefined) this.#parts.redactor.redact(board, redacts);
    if (redacts !== undefined) this.#parts.scrubber.mark('file');
    else if (wipes(commit)) this.#parts.scrubber.mark('journal');
    if (wipes(commit)) this.#parts.answers.mix(board);
    return true;
  }

  /** Puts events behind the last one. @throws Error when they do not follow it */
  append(board: string, after: number, events: readonly EventRow[]): void {
    for (const [index, { revision, body }] of events.entries()) {
      if (revision !== after + 1 + index)
        throw new Error(`event ${revision} does not follow revision ${after + index}`);
      this.#sql.addEvent.run(board, revision, body);
    }
  }
}
