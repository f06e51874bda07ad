// Owns the one card for who comes late, is let in, or returns after the board went on without them.
import { type LitElement, type ReactiveController, type TemplateResult, html, nothing } from 'lit';
import { type Board, openRound } from '../../shared/board/board.ts';
import type { BoardView } from '../board-view.ts';
import type { ArrivalKind, ArrivalStep } from '../elements/door/arrival-card.ts';
import { LATER } from './later.ts';

/** Who was away for less was there. */
const AWAY_MS = 30 * 60_000;

interface Visit {
  readonly id: string | undefined;
  readonly view: BoardView | undefined;
  readonly serverNow: number;
}

/** Something came of the meeting already. The question and a round that is open are told to everybody on entering. */
const isUnderWay = ({ rounds, decision }: Board): boolean =>
  decision !== undefined || rounds.some(({ state }) => state !== 'open');

/** Whether a board has something for who last saw it then. */
export function wentOn({ rounds, decision, notes }: Board, since: number): boolean {
  const later = (at: string | undefined): boolean => at !== undefined && Date.parse(at) > since;
  return (
    later(decision?.at) ||
    rounds.some((round) => later(round.openedAt) || later(round.closedAt) || later(round.revealedAt)) ||
    [...notes.values()].some(({ at, removed }) => removed === undefined && later(at))
  );
}

/** Which card somebody gets who has just become, or is again, a member on the board; most get none. */
export function arrivalOf(board: Board, since: number | undefined, now: number): ArrivalKind | undefined {
  if (since === undefined) return isUnderWay(board) ? 'late' : undefined;
  return now - since >= AWAY_MS && wentOn(board, since) ? 'back' : undefined;
}

export class BoardArrival implements ReactiveController {
  private readonly host: LitElement;
  private readonly visit: Visit;
  private readonly since: () => number | undefined;
  private board: string | undefined;
  /** Stood at the door in this visit. */
  private waited = false;
  private seen = false;
  private kind: ArrivalKind | undefined;

  /** `go`: leads to what is asked of them. */
  constructor(host: LitElement, visit: Visit, since: () => number | undefined, go: (step: ArrivalStep) => void) {
    this.host = host;
    this.visit = visit;
    this.since = since;
    host.addController(this);
    host.addEventListener('arrival-answered', ({ detail: { step } }) => {
      this.kind = undefined;
      host.requestUpdate();
      if (step !== undefined) go(step);
    });
  }

  hostUpdate(): void {
    const { id, view } = this.visit;
    if (id !== this.board) {
      this.board = id;
      this.waited = false;
      this.seen = false;
      this.kind = undefined;
    }
    if (id === undefined || view === undefined || this.seen || view.you.id === undefined) return;
    if (view.you.waiting === true) {
      this.waited = true;
      return;
    }
    this.seen = true;
    this.kind = this.waited ? 'let-in' : arrivalOf(view.board, this.since(), this.visit.serverNow);
    if (this.kind !== undefined) void LATER.arrival();
  }

  render({ board, rounds, mine }: BoardView, now: number): TemplateResult | typeof nothing {
    if (this.kind === undefined) return nothing;
    const round = openRound(board);
    return html`<palabre-arrival-card
      .board=${board}
      .kind=${this.kind}
      .since=${this.since()}
      .now=${now}
      .progress=${round && rounds.get(round.id)?.progress}
      .voted=${round !== undefined && mine.get(round.id)?.done === true}
    ></palabre-arrival-card>`;
  }
}
