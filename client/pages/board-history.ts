// Owns the public log of a board, with the totals of its live rounds over time, as it was fetched: at the first look at the history, and when it is asked for anew.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Note } from '../../shared/board/board.ts';
import * as z from 'zod/mini';
import type { Event } from '../../shared/board/events.ts';
import { fold } from '../../shared/board/evolve.ts';
import { withoutText } from '../../shared/board/redaction.ts';
import type { HistoryPoints } from '../../shared/history-points.ts';
import { readOfBoard } from '../api.ts';
import type { BoardSession } from './board-session.ts';

const historySchema = z.object({
  events: z.array(z.looseObject({ type: z.string(), revision: z.number(), at: z.string() })),
  points: z._default(
    z.record(z.string(), z.array(z.looseObject({ at: z.string(), since: z.number(), version: z.number() }))),
    {},
  ),
});

interface Log {
  readonly events: readonly Event[];
  readonly points: HistoryPoints;
}

/** What does not fold is no history this page can show; folding it throws. */
function readLog(body: unknown): Log {
  const log = z.parse(historySchema, body) as unknown as Log;
  fold(log.events);
  return log;
}

export class BoardHistory implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly session: BoardSession;
  private board: string | undefined;
  private log: Log | 'failed' | undefined;
  /** The notes as they were looked at last, and those of them whose texts were dropped from the log since. */
  private seen: ReadonlyMap<string, Note> | undefined;
  private readonly dropped = new Set<string>();

  constructor(host: ReactiveControllerHost, session: BoardSession) {
    this.host = host;
    this.session = session;
    host.addController(this);
  }

  /** A text that was redacted meanwhile is not kept here either. */
  hostUpdate(): void {
    const notes = this.session.view?.board.notes;
    if (notes === undefined || notes === this.seen || typeof this.log !== 'object') return;
    this.seen = notes;
    for (const { id, redacted } of notes.values()) {
      if (redacted === undefined || this.dropped.has(id)) continue;
      this.dropped.add(id);
      this.log = { ...this.log, events: this.log.events.map((event) => withoutText(event, id)) };
    }
  }

  /** Undefined while it is on its way. */
  get shown(): readonly Event[] | 'failed' | undefined {
    if (this.board !== this.session.id) void this.fetch();
    return typeof this.log === 'object' ? this.log.events : this.log;
  }

  get points(): HistoryPoints {
    return typeof this.log === 'object' ? this.log.points : {};
  }

  async fetch(): Promise<void> {
    const { id, credentials } = this.session;
    if (id === undefined) return;
    if (id !== this.board || this.log === 'failed') this.log = undefined;
    this.board = id;
    const answer = await readOfBoard(id, credentials, '/history', readLog);
    if (this.board !== id) return;
    this.log = answer.ok ? answer.value : 'failed';
    this.seen = undefined;
    this.dropped.clear();
    this.host.requestUpdate();
  }
}
