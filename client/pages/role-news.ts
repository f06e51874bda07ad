// Notices that somebody has begun to facilitate while this page is open, and keeps the name for a while.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Member } from '../../shared/board/board.ts';
import type { BoardView } from '../board-view.ts';

/** How long the news stands, in ms. */
const STANDS = 12_000;

export class RoleNews implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private members: ReadonlyMap<string, Member> | undefined;
  private known: ReadonlySet<string> | undefined;
  /** Who facilitates since a moment ago; empty: nobody. */
  name = '';

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  look({ board: { members }, you }: BoardView): void {
    // The map is another one only when somebody on it has changed.
    if (members === this.members) return;
    this.members = members;
    const { known } = this;
    const now = [...members.values()].filter(({ role, removed }) => role === 'facilitator' && removed === undefined);
    this.known = new Set(now.map(({ id }) => id));
    // The first one to come runs the board; that another one does too is news.
    if (known === undefined || known.size === 0) return;
    const fresh = now.find(({ id }) => !known.has(id) && id !== you.id);
    if (fresh !== undefined) this.tell(fresh.name);
  }

  readonly read = (): void => this.tell('');

  forget(): void {
    this.members = undefined;
    this.known = undefined;
  }

  private tell(name: string): void {
    clearTimeout(this.timer);
    this.name = name;
    if (name !== '') this.timer = setTimeout(this.read, STANDS);
    this.host.requestUpdate();
  }
}
