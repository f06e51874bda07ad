// Whether somebody has just moved a pointer or touched the screen: what is there for hands shows then, and only then.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long it lasts, in ms. */
const LASTS = 3000;

export class Stirring implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  get on(): boolean {
    return this.timer !== undefined;
  }

  hostConnected(): void {
    window.addEventListener('pointermove', this.stirred);
    window.addEventListener('pointerdown', this.stirred);
  }

  hostDisconnected(): void {
    window.removeEventListener('pointermove', this.stirred);
    window.removeEventListener('pointerdown', this.stirred);
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private readonly stirred = (): void => {
    const before = this.on;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.host.requestUpdate();
    }, LASTS);
    if (!before) this.host.requestUpdate();
  };
}
