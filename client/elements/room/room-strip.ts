// The strip beside the tabs: who leads where, the agenda and its clock, and what has just become of who facilitates.
// It is there only while it has something to say.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../../shared/board/board.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import './agenda-list.ts';
import './led-chip.ts';
import type { Leading } from './led-chip.ts';
import './room-timer.ts';

/** Fires `signal-given` and `role-news-read` beside what its parts fire. */
@customElement('palabre-room-strip')
@localized()
export class PalabreRoomStrip extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        min-width: 0;
      }
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 6px var(--space-4);
        min-height: 100%;
        padding: 5px var(--space-6);
        background: var(--surface);
        color: var(--ink-2);
        font: 400 var(--text-m) / 1.35 var(--font-text);
      }
      .news {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
        color: var(--ink);
      }
      .news .icon-button {
        width: 28px;
        min-height: 28px;
      }
      palabre-led-chip,
      palabre-agenda-list {
        max-width: 100%;
      }
      @media (max-width: 720px) {
        section {
          justify-content: flex-start;
          gap: 6px 10px;
          padding: 5px var(--space-3);
          border-bottom: 1px solid var(--hairline);
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) leading: Leading | undefined;
  @property({ type: Boolean }) facilitating = false;
  /** The server's time, in ms. */
  @property({ type: Number }) now = 0;
  /** How many would like more time. */
  @property({ type: Number }) more = 0;
  /** A clock runs that I may wish to run longer: whether I have said so. */
  @property({ attribute: false }) wish: boolean | undefined;
  @property({ type: Boolean }) handRaised = false;
  /** Who facilitates since a moment ago. */
  @property() newFacilitator = '';

  private wishTemplate(): TemplateResult | typeof nothing {
    const { wish } = this;
    if (wish === undefined) return nothing;
    return html`<button
      class="button small"
      type="button"
      aria-pressed=${wish ? 'true' : 'false'}
      title=${msg('Nobody sees who asks, only how many', { id: 'room.more-hint' })}
      @click=${() => emit(this, 'signal-given', { more: !wish })}
    >
      ${msg('More time, please', { id: 'room.more' })}
    </button>`;
  }

  private handTemplate(): TemplateResult | typeof nothing {
    if (!this.handRaised) return nothing;
    return html`<button
      class="button small"
      type="button"
      aria-pressed="true"
      @click=${() => emit(this, 'signal-given', { hand: false })}
    >
      ${msg('Lower my hand', { id: 'room.lower-hand' })}
    </button>`;
  }

  private newsTemplate(): TemplateResult | typeof nothing {
    if (this.newFacilitator === '') return nothing;
    return html`<span class="news"
      >${msg(str`${this.newFacilitator} now facilitates too`, { id: 'room.now-facilitates' })}
      <button
        class="icon-button quiet"
        type="button"
        aria-label=${msg('Close', { id: 'dialog.close' })}
        @click=${() => this.dispatchEvent(new CustomEvent('role-news-read', { bubbles: true, composed: true }))}
      >
        <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </svg></button
    ></span>`;
  }

  override render() {
    const { board } = this;
    if (board === undefined) return nothing;
    return html`<section aria-label=${msg('The meeting', { id: 'room.meeting' })}>
      ${this.newsTemplate()}
      ${this.leading === undefined ? nothing : html`<palabre-led-chip .leading=${this.leading}></palabre-led-chip>`}
      ${
        board.agenda === undefined
          ? nothing
          : html`<palabre-agenda-list .board=${board} .facilitating=${this.facilitating}></palabre-agenda-list>`
      }
      ${
        board.timer === undefined
          ? nothing
          : html`<palabre-room-timer
              .timer=${board.timer}
              .now=${this.now}
              .facilitating=${this.facilitating}
              .more=${this.more}
            ></palabre-room-timer>`
      }
      ${this.wishTemplate()} ${this.handTemplate()}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-room-strip': PalabreRoomStrip;
  }
  interface HTMLElementEventMap {
    'role-news-read': CustomEvent<null>;
  }
}
