// Owns my part in a meeting that is being led: whether I go where everybody is asked to, what I say without words, and
// the news of who facilitates; draws the strip that shows it.
import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { type Board, type Led, openRound } from '../../shared/board/board.ts';
import { BOARD_VIEWS, type BoardViewName } from '../board-address.ts';
import type { BoardView } from '../board-view.ts';
import type { BoardEventMap } from '../elements/board-events.ts';
import type { Leading } from '../elements/room/led-chip.ts';
import { ledWords } from '../elements/room/led-words.ts';
import { sameTarget } from '../elements/targets.ts';
import type { BoardPlace } from './board-place.ts';
import type { BoardSession } from './board-session.ts';
import { availableViews, targetExists } from './board-views.ts';
import { Following } from './following.ts';
import { LATER } from './later.ts';
import { OwnSignals } from './own-signals.ts';
import { RoleNews } from './role-news.ts';
import { holdsUnsaved } from './unsaved.ts';
import { keepRemembered, rememberedOf } from './visit-memory.ts';

export interface RoomParts {
  readonly session: BoardSession;
  readonly place: BoardPlace;
  readonly shownView: () => BoardViewName;
  /** Not yet in: the question for a name is up, or this is the big screen, which nobody moves. */
  readonly outside: () => boolean;
}

const viewNamed = (name: string): BoardViewName | undefined => BOARD_VIEWS.find((view) => view === name);

export class BoardRoom implements ReactiveController {
  private readonly host: LitElement;
  private readonly parts: RoomParts;
  private readonly signals = new OwnSignals();
  private readonly roles: RoleNews;
  private board: string | undefined;
  private following = new Following(undefined, () => undefined);
  /** The address asked for a place of its own when this page was opened. */
  private deepLink = false;

  constructor(host: LitElement, parts: RoomParts) {
    this.host = host;
    this.parts = parts;
    this.roles = new RoleNews(host);
    host.addController(this);
    host.addEventListener('bringing-requested', (event) => this.bring(event.detail));
    host.addEventListener('following-chosen', (event) => this.choose(event.detail.on));
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
    this.follow(view);
  }

  private enter(board: string): void {
    const remembered = rememberedOf(board);
    this.board = board;
    this.deepLink = remembered === undefined && this.parts.place.view !== undefined;
    this.following = new Following(remembered, (next) => keepRemembered(board, next));
    this.signals.forget();
    this.roles.forget();
  }

  get own(): OwnSignals['shown'] {
    return this.signals.shown;
  }

  private give(signals: BoardEventMap['signal-given']): void {
    this.signals.give(signals);
    this.parts.session.tell(signals);
    this.host.requestUpdate();
  }

  private bring({ target }: BoardEventMap['bringing-requested']): void {
    const { session, place, shownView } = this.parts;
    const asked = target ?? place.shownTarget;
    const board = session.view?.board;
    if (board === undefined) return;
    const there = asked !== undefined && asked.kind !== 'board' && targetExists(board, asked) ? asked : undefined;
    session.do({ type: 'room.bring', view: shownView(), ...(there !== undefined && { target: there }) });
  }

  private choose(on: boolean): void {
    const led = this.parts.session.view?.board.led;
    if (on) {
      this.following.resume();
      if (led !== undefined) this.go(led);
    } else this.following.stop();
    this.host.requestUpdate();
  }

  private follow(view: BoardView): void {
    const { led } = view.board;
    const isLeader = led !== undefined && led.by === view.you.id;
    // Nobody is led by who is not there; as long as that is not known, nothing changes.
    if (led !== undefined && (isLeader || !isLed(view, led))) return;
    const name = viewNamed(led?.view ?? '');
    const reachable = name !== undefined && availableViews(view).includes(name);
    const busy = led !== undefined && (this.deepLink || this.isBusy(view, led));
    const to = this.following.look(led, { view: this.parts.place.view, reachable, busy });
    if (led !== undefined && reachable) this.deepLink = false;
    if (to !== undefined) this.go(to);
  }

  private isBusy({ board, mine }: BoardView, led: Led): boolean {
    const round = openRound(board);
    const casting = this.parts.shownView() === 'ballot' && led.view !== 'ballot' && round !== undefined;
    if (casting && window.innerWidth < 720 && mine.get(round.id)?.done !== true) return true;
    const root = this.host.shadowRoot;
    return root !== null && holdsUnsaved(root);
  }

  private go({ view, target }: Led): void {
    const { place, session } = this.parts;
    const name = viewNamed(view);
    const { board } = session.view ?? {};
    if (name === undefined || board === undefined) return;
    if (place.view !== name) place.show(name);
    if (target !== undefined && targetExists(board, target)) {
      void LATER.panel();
      place.select(target, true);
      session.tell({ focus: target });
    }
    session.tell({ view: name });
  }

  private leading({ board, you }: BoardView): Leading | undefined {
    const { led } = board;
    if (led === undefined) return undefined;
    const { place, shownView } = this.parts;
    const name = (led.by !== undefined && board.members.get(led.by)?.name) || '';
    const here = shownView() === led.view && (led.target === undefined || sameTarget(place.shownTarget, led.target));
    if (led.by === you.id) return { kind: 'leading', name, place: ledWords(board, led), here };
    const kind = this.following.offered ? 'called' : this.following.isThere ? 'following' : 'apart';
    return { kind, name, place: ledWords(board, led), here };
  }

  /** Whether a clock runs that I may wish to run longer. */
  private runsClock({ board, you, connection }: BoardView): boolean {
    const clock = board.timer !== undefined || openRound(board)?.closesAt !== undefined;
    return clock && you.role === 'voter' && connection.phase === 'live';
  }

  /** Stands beside the tabs while there is something to say. `now`: the server's time, in ms. */
  render(view: BoardView, now: number): TemplateResult | typeof nothing {
    const { board, you } = view;
    const { led } = board;
    const leading = led !== undefined && (led.by === you.id || isLed(view, led)) ? this.leading(view) : undefined;
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

/** Whether who leads still facilitates, and a facilitator is here. */
function isLed({ board, here }: BoardView, { by }: Led): boolean {
  return here.facilitators > 0 && isFacilitator(board, by);
}

function isFacilitator(board: Board, by: string | undefined): boolean {
  const member = by === undefined ? undefined : board.members.get(by);
  return member?.role === 'facilitator' && member.removed === undefined;
}
