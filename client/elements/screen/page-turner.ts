// Turns the pages of the big screen slowly, until somebody pauses it or turns them by hand or key.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a page stands, in ms: time to read eight rows from the back of a room. */
export const PAGE_STANDS = 12_000;

export class PageTurner implements ReactiveController {
  page = 0;
  paused = false;
  /** How many there are now. */
  pages = 1;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.pressed);
    this.start();
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.pressed);
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

  /** Arrows turn; the space bar pauses, unless it is for a control. */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (this.pages < 2 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowRight' || event.key === 'PageDown') this.turn(1);
    else if (event.key === 'ArrowLeft' || event.key === 'PageUp') this.turn(-1);
    else if (event.key === ' ' && event.composedPath()[0] === document.body) this.pause(!this.paused);
    else return;
    event.preventDefault();
  };

  private start(): void {
    clearInterval(this.timer);
    this.timer = this.paused ? undefined : setInterval(() => this.pages > 1 && this.turn(1), PAGE_STANDS);
  }
}
