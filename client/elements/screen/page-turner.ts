// Turns the pages of the big screen slowly, until somebody pauses it or turns them by hand.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a page stands, in ms: time to read eight rows from the back of a room. */
export const PAGE_STANDS = 12_000;

export class PageTurner implements ReactiveController {
  page = 0;
  paused = false;
  private pages = 1;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.start();
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Says how many pages there are now; a page that is gone gives way to the first. */
  count(pages: number): void {
    this.pages = Math.max(1, pages);
    if (this.page >= this.pages) this.page = 0;
  }

  turn(by: number): void {
    this.page = (this.page + by + this.pages) % this.pages;
    this.start();
    this.host.requestUpdate();
  }

  pause(paused: boolean): void {
    this.paused = paused;
    this.start();
    this.host.requestUpdate();
  }

  private start(): void {
    clearInterval(this.timer);
    this.timer = this.paused ? undefined : setInterval(() => this.pages > 1 && this.turn(1), PAGE_STANDS);
  }
}
