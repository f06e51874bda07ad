// Owns when this browser last looked at a board before this visit, and remembers when this visit ends.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { identity } from '../identity.ts';

interface Visited {
  readonly id: string | undefined;
  readonly serverNow: number;
}

export class LastVisit implements ReactiveController {
  private readonly session: Visited;
  private board: string | undefined;
  /** The server's time, in ms; undefined on a first visit. */
  since: number | undefined;

  constructor(host: ReactiveControllerHost, session: Visited) {
    this.session = session;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.left);
    window.addEventListener('pagehide', this.left);
  }

  hostDisconnected(): void {
    this.keep();
    document.removeEventListener('visibilitychange', this.left);
    window.removeEventListener('pagehide', this.left);
  }

  hostUpdate(): void {
    const { id } = this.session;
    if (id === this.board) return;
    this.keep();
    this.board = id;
    const seen = id === undefined ? undefined : identity.seen(id);
    this.since = seen === undefined ? undefined : Date.parse(seen);
  }

  private readonly left = (event: Event): void => {
    if (event.type === 'pagehide' || document.visibilityState === 'hidden') this.keep();
  };

  private keep(): void {
    if (this.board !== undefined) identity.keepSeen(this.board, new Date(this.session.serverNow).toISOString());
  }
}
