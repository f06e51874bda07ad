// The server's time for countdowns: redraws its host once a second while something is running, and rests otherwise.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class SecondsClock implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly read: () => number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = false;

  constructor(host: ReactiveControllerHost, read: () => number) {
    this.host = host;
    this.read = read;
    host.addController(this);
  }

  /** The server's time, in ms. */
  get now(): number {
    return this.read();
  }

  set running(wanted: boolean) {
    this.wanted = wanted;
    if (wanted) this.schedule();
    else this.stop();
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** At the next full second of the server, so that all screens change together. */
  private schedule(): void {
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        if (this.wanted) this.host.requestUpdate();
      },
      1000 - (this.read() % 1000),
    );
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
