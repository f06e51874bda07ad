// Whether the page is being printed: what is folded on the screen stands open on paper.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

let isPrinting = false;
window.addEventListener('beforeprint', () => (isPrinting = true));
window.addEventListener('afterprint', () => (isPrinting = false));

export class Printing implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  on = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  /** Some of what is printed is drawn only for that. */
  hostConnected(): void {
    this.on = isPrinting;
    window.addEventListener('beforeprint', this.begins);
    window.addEventListener('afterprint', this.ends);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.begins);
    window.removeEventListener('afterprint', this.ends);
    this.on = false;
  }

  private readonly begins = (): void => this.set(true);
  private readonly ends = (): void => this.set(false);

  private set(on: boolean): void {
    this.on = on;
    this.host.requestUpdate();
  }
}
