// Owns my part in a meeting that is being led: what I say without words, the news of who facilitates, and, once somebody
// leads, where I stand to that; draws the strip that shows it.
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { openRound } from '../../shared/board/board.ts';
import type { BoardViewName } from '../board-address.ts';
import type { BoardView } from '../board-view.ts';
import type { BoardEventMap } from '../elements/board-events.ts';
import type { BoardPlace } from './board-place.ts';
import type { BoardSession } from './board-session.ts';
import { targetExists } from './board-views.ts';
import { LATER } from './later.ts';
import type { LedPlace } from './led-place.ts';
import { OwnSignals } from './own-signals.ts';
import { RoleNews } from './role-news.ts';

export interface RoomParts {
  readonly session: BoardSession;
  readonly place: BoardPlace;
  readonly shownView: () => BoardViewName;
  /** Not yet in: the question for a name is up, or this is the big screen, which nobody moves. */
  readonly outside: () => boolean;
}

export class BoardRoom implements ReactiveController {
  private readonly host: LitElement;
  private readonly parts: RoomParts;
  private readonly signals = new OwnSignals();
  private readonly roles: RoleNews;
  private board: string | undefined;
  /** Fetched when somebody leads for the first time. */
  private led: LedPlace | undefined;
  private fetching = false;
  /** The address asked for a place of its own when this page was opened. */
  private deepLink = false;

  constructor(host: LitElement, parts: RoomParts) {
    this.host = host;
    this.parts = parts;
    this.roles = new RoleNews(host);
    host.addController(this);
    host.addEventListener('bringing-requested', (event) => this.bring(event.detail));
    host.addEventListener('following-chosen', (event) => this.led?.choose(event.detail.on));
    host.addEventListener('signal-given', (event) => this.give(event.detail));
    host.addEventListener('role-news-read', () => this.roles.read());
  }

  hostUpdate(): void {
    const { session, outside } = this.parts;
    const { view, id } = session;
    if (view === undefined || id === undefined || outside()) return;
    if (id !== this.board) this.enter(id);
    this.roles.look(view);
    const back = this.signals.look(view.board);
    if (back !== undefined) session.tell(back);
    if (this.led !== undefined) this.led.follow(view);
    else if (view.board.led !== undefined) void this.fetchLed(id);
  }

  private async fetchLed(board: string): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    // Not to be had: the next change of the board asks again.
    const fetched = await import('./led-place.ts').catch(() => undefined);
    this.fetching = false;
    if (fetched === undefined || board !== this.board) return;
    this.led = new fetched.LedPlace(this.host, board, this.parts, this.deepLink);
    this.host.requestUpdate();
  }

  private enter(board: string): void {
    this.board = board;
    this.deepLink = this.parts.place.view !== undefined;
    this.led = undefined;
    this.signals.forget();
    this.roles.forget();
  }

  get own(): OwnSignals['shown'] {
    return this.signals.shown;
  }

  /** Whoever sits here did not choose the view that is shown. */
  get isLeftBehind(): boolean {
    return this.led?.isLeftBehind === true;
  }

  private give(signals: BoardEventMap['signal-given']): void {
    this.signals.give(signals);
    this.parts.session.tell(signals);
    this.host.requestUpdate();
  }

  private bring({ target, note }: BoardEventMap['bringing-requested']): void {
    const { session, place, shownView } = this.parts;
    const board = session.view?.board;
    if (board === undefined) return;
    const sought = note ?? (target === undefined && shownView() === 'notes' ? place.note : undefined);
    if (sought !== undefined && board.notes.get(sought)?.removed === undefined) {
      // Who leads sees what the others are to see.
      if (note !== undefined) place.show('notes', { note });
      session.tell({ view: 'notes' });
      session.do({ type: 'room.bring', view: 'notes', note: sought });
      return;
    }
    const asked = target ?? place.shownTarget;
    const there = asked !== undefined && asked.kind !== 'board' && targetExists(board, asked) ? asked : undefined;
    session.do({ type: 'room.bring', view: shownView(), ...(there !== undefined && { target: there }) });
  }

  /** Whether a clock runs that I may wish to run longer. */
  private runsClock({ board, you, connection }: BoardView): boolean {
    const clock = board.timer !== undefined || openRound(board)?.closesAt !== undefined;
    return clock && you.role === 'voter' && connection.phase === 'live';
  }

  /** Stands beside the tabs while there is something to say. `now`: the server's time, in ms. */
  render(view: BoardView, now: number): TemplateResult | typeof nothing {
    const { board, you } = view;
    const leading = this.led?.leading(view);
    const wish = this.runsClock(view) ? this.own.more : undefined;
    const { name } = this.roles;
    // Elsewhere the bar at the foot has it.
    const hand = this.own.hand && this.parts.shownView() === 'ballot';
    const quiet = leading === undefined && wish === undefined && name === '' && !hand;
    if (quiet && board.timer === undefined && board.agenda === undefined) return nothing;
    void LATER.strip();
    return html`<palabre-room-strip
      .board=${board}
      .leading=${leading}
      .facilitating=${you.role === 'facilitator'}
      .now=${now}
      .more=${view.signals.more}
      .wish=${wish}
      .handRaised=${hand}
      .newFacilitator=${name}
    ></palabre-room-strip>`;
  }
}
