// The clock that everybody sees: it counts to nought by the server's time, and then says calmly how long it is over.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Timer } from '../../../shared/board/board.ts';
import { formatClock, formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { type TimerStanding, timerStanding } from './agenda-place.ts';
import { moreWords } from './more-words.ts';
import { stripStyles } from './strip-styles.ts';

const MINUTE = 60;
const SOON = 15;

function overWords(minutes: number): string {
  return minutes === 0
    ? msg('time is up', { id: 'room.time-up' })
    : msg(str`${formatNumber(minutes)} min over`, { id: 'room.over' });
}

/** Fires `timer-extended` and `timer-stopped`. */
@customElement('palabre-room-timer')
@localized()
export class PalabreRoomTimer extends LitElement {
  static override styles = [
    ...controls,
    stripStyles,
    css`
      :host {
        flex-wrap: wrap;
      }
      .clock {
        min-width: 52px;
        color: var(--ink);
        font: 700 18px / 1 var(--font-heading);
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
      .soon,
      .over {
        color: var(--warning);
      }
      .over,
      .wish {
        font-size: var(--text-s);
        white-space: nowrap;
      }
      .wish {
        color: var(--ink);
      }
    `,
  ];

  @property({ attribute: false }) timer: Timer | undefined;
  /** The server's time, in ms. */
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) facilitating = false;
  /** How many would like more time. */
  @property({ type: Number }) more = 0;

  private clock({ left, over }: TimerStanding): TemplateResult {
    const soon = over === undefined && left <= SOON;
    return html`<span class=${soon ? 'clock soon' : 'clock'} role="timer" aria-live="off">${formatClock(left)}</span
      >${over === undefined ? nothing : html`<span class="over">${overWords(over)}</span>`}
      <span class="visually-hidden" role="status"
        >${over === undefined ? '' : msg('Time is up.', { id: 'room.time-is-up' })}</span
      >`;
  }

  private controls(): TemplateResult {
    return html`${this.more > 0 ? html`<span class="wish">${moreWords(this.more)}</span>` : nothing}
      <button class="button small" type="button" @click=${() => emit(this, 'timer-extended', { seconds: MINUTE })}>
        ${msg('+1 min', { id: 'matrix.one-minute' })}
      </button>
      <button class="button small quiet" type="button" @click=${() => emit(this, 'timer-stopped', {})}>
        ${msg('Stop', { id: 'room.stop' })}
      </button>`;
  }

  override render() {
    if (this.timer === undefined) return nothing;
    return html`${this.clock(timerStanding(this.timer, this.now))} ${this.facilitating ? this.controls() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-room-timer': PalabreRoomTimer;
  }
}
