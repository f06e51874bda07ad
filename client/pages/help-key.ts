// The key that lists the keys, anywhere on a page but where people type and in dialogs.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TYPING = 'input, textarea, select, [contenteditable], dialog';

export class HelpKey implements ReactiveController {
  private readonly asked: () => void;
  /** Off, the key does nothing. */
  on = true;

  constructor(host: ReactiveControllerHost, asked: () => void) {
    this.asked = asked;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.pressed);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.pressed);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== '?' || !this.on || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.composedPath().some((node) => node instanceof Element && node.matches(TYPING))) return;
    event.preventDefault();
    this.asked();
  };
}
