// Owns whether this tab is shown to others: then nothing on the page tells how its own person voted. Remembered by the
// tab alone, so that a reload in the middle of a meeting gives nothing away.
import { msg } from '@lit/localize';
import { type LitElement, type ReactiveController, type TemplateResult, html, nothing } from 'lit';
import type { BoardView, MyBallot } from '../board-view.ts';

const KEPT = 'palabre.presenting';
const NO_BALLOT: MyBallot = { ballot: undefined, done: false, waiting: new Set() };

function kept(): boolean {
  try {
    return sessionStorage.getItem(KEPT) === 'on';
  } catch {
    return false;
  }
}

/**
 * A board as its own person may show it to everybody: no ballot, no receipt, no note
 * that is held back, nothing recorded for others.
 */
export const presented = (view: BoardView): BoardView => ({
  ...view,
  mine: new Map(Array.from(view.mine.keys(), (round) => [round, NO_BALLOT])),
  recorded: new Map(),
  held: [],
});

export class Presenting implements ReactiveController {
  private readonly host: LitElement;
  on = kept();

  constructor(host: LitElement) {
    this.host = host;
    host.addController(this);
    host.addEventListener('own-scores-masked', ({ detail }) => this.turn(detail.on));
  }

  hostConnected(): void {
    this.on = kept();
  }

  private turn(on: boolean): void {
    this.on = on;
    try {
      if (on) sessionStorage.setItem(KEPT, 'on');
      else sessionStorage.removeItem(KEPT);
    } catch {
      // Storage is off: it holds until the page is closed.
    }
    this.host.requestUpdate();
  }

  private readonly stop = (): void => this.turn(false);

  private stopButton(): TemplateResult {
    return html`<button class="button small" type="button" @click=${this.stop}>
      ${msg('Stop presenting', { id: 'board.stop-presenting' })}
    </button>`;
  }

  /** Says that it is on, above everything, so that nobody looks for their scores. */
  banner({ you }: BoardView): TemplateResult | typeof nothing {
    if (!this.on || you.role === 'watcher') return nothing;
    return html`<section class="presenting" aria-label=${msg('Presenting', { id: 'board.presenting' })}>
      <p>
        <strong>${msg('Presenting', { id: 'board.presenting' })}</strong>
        ${msg('Your own ballot and receipts are hidden on this screen.', { id: 'board.presenting-about' })}
      </p>
      ${this.stopButton()}
    </section>`;
  }

  /** In the place of one's ballot. */
  inPlaceOfBallot(): TemplateResult {
    return html`<div class="message">
      <h1>${msg('Your ballot is hidden', { id: 'board.ballot-hidden' })}</h1>
      <p>
        ${msg('You are presenting this screen. Vote on your phone, or stop presenting first.', {
          id: 'board.ballot-hidden-about',
        })}
      </p>
      <div class="buttons">${this.stopButton()}</div>
    </div>`;
  }
}
