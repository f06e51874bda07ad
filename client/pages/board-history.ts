// Owns the public log of a board as it was fetched: at the first look at the history, and when it is asked for anew.
import type { ReactiveControllerHost } from 'lit';
import * as z from 'zod/mini';
import type { Event } from '../../shared/board/events.ts';
import { fold } from '../../shared/board/evolve.ts';
import { readOfBoard } from '../api.ts';
import type { BoardSession } from './board-session.ts';

const historySchema = z.object({
  events: z.array(z.looseObject({ type: z.string(), revision: z.number(), at: z.string() })),
});

/** What does not fold is no history this page can show; folding it throws. */
function readEvents(body: unknown): readonly Event[] {
  const events = z.parse(historySchema, body).events as unknown as readonly Event[];
  fold(events);
  return events;
}

export class BoardHistory {
  private readonly host: ReactiveControllerHost;
  private readonly session: BoardSession;
  private board: string | undefined;
  private events: readonly Event[] | 'failed' | undefined;

  constructor(host: ReactiveControllerHost, session: BoardSession) {
    this.host = host;
    this.session = session;
  }

  /** Undefined while it is on its way. */
  get shown(): readonly Event[] | 'failed' | undefined {
    if (this.board !== this.session.id) void this.fetch();
    return this.events;
  }

  async fetch(): Promise<void> {
    const { id, credentials } = this.session;
    if (id === undefined) return;
    if (id !== this.board || this.events === 'failed') this.events = undefined;
    this.board = id;
    const answer = await readOfBoard(id, credentials, '/history', readEvents);
    if (this.board !== id) return;
    this.events = answer.ok ? answer.value : 'failed';
    this.host.requestUpdate();
  }
}
