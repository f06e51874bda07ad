// Taking a note's text out of what a board has on disk. The bytes themselves are the scrubber's (sqlite-scrub.ts).
import type { Event } from '../../shared/board/events.ts';
import { withoutText } from '../../shared/board/redaction.ts';
import type { Connection, Statement } from './sqlite-connection.ts';

export class Redactor {
  readonly #saying: Statement<{ revision: number; body: string }>;
  readonly #rewrite: Statement<never>;
  readonly #dropSnapshot: Statement<never>;
  readonly #later: Statement<{ n: number }>;

  constructor(connection: Connection) {
    this.#saying = connection.prepare(
      "SELECT revision, body FROM event WHERE board = ? AND (revision = 1 OR json_extract(body, '$.note') = ?)",
    );
    this.#rewrite = connection.prepare('UPDATE event SET body = ? WHERE board = ? AND revision = ?');
    this.#dropSnapshot = connection.prepare('DELETE FROM snapshot WHERE board = ?');
    this.#later = connection.prepare(
      "SELECT 1 AS n FROM event WHERE board = ? AND revision > ? AND json_extract(body, '$.type') = 'note.redacted'",
    );
  }

  redact(board: string, note: string): void {
    for (const { revision, body } of this.#saying.all(board, note)) {
      const event: Event = JSON.parse(body);
      const emptied = withoutText(event, note);
      if (emptied !== event) this.#rewrite.run(JSON.stringify(emptied), board, revision);
    }
    this.#dropSnapshot.run(board);
  }

  /** Whether a text was redacted after a revision, so that a snapshot of that time may still have it. */
  isAfter(board: string, revision: number): boolean {
    return this.#later.first(board, revision) !== undefined;
  }
}
