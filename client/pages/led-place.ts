// Owns whether this page goes where everybody is asked to look, and says how it stands to that. Fetched when somebody
// leads for the first time.
import type { LitElement } from 'lit';
import { type Board, type Led, openRound } from '../../shared/board/board.ts';
import { BOARD_VIEWS, type BoardViewName } from '../board-address.ts';
import type { BoardView } from '../board-view.ts';
import type { Leading } from '../elements/room/led-chip.ts';
import { ledWords } from '../elements/room/led-words.ts';
import { sameTarget } from '../elements/targets.ts';
import type { RoomParts } from './board-room.ts';
import { availableViews, targetExists } from './board-views.ts';
import { Following } from './following.ts';
import { LATER } from './later.ts';
import { holdsUnsaved } from './unsaved.ts';
import { keepRemembered, rememberedOf } from './visit-memory.ts';

const viewNamed = (name: string): BoardViewName | undefined => BOARD_VIEWS.find((view) => view === name);

export class LedPlace {
  private readonly host: LitElement;
  private readonly parts: RoomParts;
  private readonly following: Following;
  /** This page was opened at a place of its own, which is not left without asking. */
  private deepLink: boolean;

  constructor(host: LitElement, board: string, parts: RoomParts, deepLink: boolean) {
    this.host = host;
    this.parts = parts;
    const remembered = rememberedOf(board);
    this.deepLink = deepLink && remembered === undefined;
    this.following = new Following(remembered, (next) => keepRemembered(board, next));
  }

  choose(on: boolean): void {
    const led = this.parts.session.view?.board.led;
    if (on) {
      this.following.resume();
      if (led !== undefined) this.go(led);
    } else this.following.stop();
    this.host.requestUpdate();
  }

  follow(view: BoardView): void {
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

  private go({ view, target, note }: Led): void {
    const { place, session } = this.parts;
    const name = viewNamed(view);
    const { board } = session.view ?? {};
    if (name === undefined || board === undefined) return;
    if (place.view !== name || note !== undefined) {
      place.show(name, note === undefined ? {} : { note });
      place.led = true;
    }
    if (target !== undefined && targetExists(board, target)) {
      void LATER.panel();
      place.select(target, true);
      session.tell({ focus: target });
    }
    session.tell({ view: name });
  }

  /** Led here, released, and nothing done since: what comes next may be shown. */
  get isLeftBehind(): boolean {
    const { place, session } = this.parts;
    const root = this.host.shadowRoot;
    return place.led && session.view?.board.led === undefined && root !== null && !holdsUnsaved(root);
  }

  leading(view: BoardView): Leading | undefined {
    const { board, you } = view;
    const { led } = board;
    if (led === undefined || (led.by !== you.id && !isLed(view, led))) return undefined;
    const { place, shownView } = this.parts;
    const name = (led.by !== undefined && board.members.get(led.by)?.name) || '';
    const here =
      shownView() === led.view &&
      (led.target === undefined || sameTarget(place.shownTarget, led.target)) &&
      (led.note === undefined || place.note === led.note);
    if (led.by === you.id) return { kind: 'leading', name, place: ledWords(board, led), here };
    const kind = this.following.offered ? 'called' : this.following.isThere ? 'following' : 'apart';
    return { kind, name, place: ledWords(board, led), here };
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
