// Draws a long list in steps: at once about what a screen holds, the rest while the browser has nothing else to do.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A busy page puts the next step off for so long at most, in ms. */
const PATIENCE = 100;

/** Calls back once when nothing else is to be done, after what was drawn has been painted. Returns how to call it off. */
function whenIdle(act: () => void): () => void {
  // Safari has no idle callbacks.
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(act, 20);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(act, { timeout: PATIENCE });
  return () => cancelIdleCallback(request);
}

export interface Steps {
  /** How many are drawn at once. */
  readonly first: number;
  /** How many more each idle moment adds at most. */
  readonly more: number;
}

/**
 * What has been drawn stays drawn, whatever comes between; what is new is added from the beginning of the list on, so
 * that nothing moves where one looks. On paper everything is there.
 */
export class InSteps implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly steps: Steps;
  private drawn: ReadonlySet<string> = new Set();
  private isWhole = true;
  private isDue = false;
  private hurries = false;
  private callOff: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, steps: Steps) {
    this.host = host;
    this.steps = steps;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.finish);
    if (!this.isWhole) this.host.requestUpdate();
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.finish);
    this.callOff?.();
    this.callOff = undefined;
  }

  hostUpdated(): void {
    if (this.isWhole || this.callOff !== undefined) return;
    this.callOff = whenIdle(() => {
      this.callOff = undefined;
      this.isDue = true;
      this.host.requestUpdate();
    });
  }

  /** A drawing for another reason adds nothing while some are waiting for their turn. */
  private get added(): number {
    if (this.hurries) return Infinity;
    if (this.drawn.size === 0) return this.steps.first;
    return this.isWhole || this.isDue ? this.steps.more : 0;
  }

  /** Which of a list are to be drawn now; asked once in each drawing. The one at `until`, with all before it, is. */
  of(keys: readonly string[], until = -1): ReadonlySet<string> {
    let left = this.added;
    this.hurries = false;
    this.isDue = false;
    const kept = keys.filter((key, place) => {
      if (this.drawn.has(key)) return true;
      left -= 1;
      return left >= 0 || place <= until;
    });
    this.drawn = new Set(kept);
    this.isWhole = kept.length === keys.length;
    return this.drawn;
  }

  /** Draws all that is missing with the next drawing. */
  readonly finish = (): void => {
    if (this.isWhole) return;
    this.hurries = true;
    this.host.requestUpdate();
  };
}
