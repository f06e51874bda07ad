// Tells everybody what has just become of a round: said once to who listens, and offered to who looks elsewhere.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Secrecy } from '../../../shared/voting/method.ts';
import { controls } from '../../styles/controls.ts';

/** What happened to a round while the page was open. */
export interface RoundNews {
  readonly kind: 'opened' | 'closed' | 'revealed';
  readonly round: string;
  readonly secrecy: Secrecy;
  /** The place of the round on the board, from 1. */
  readonly number: number;
}

function sentence({ kind, secrecy, number }: RoundNews): string {
  if (kind === 'opened') return msg(str`Round ${number} is open.`, { id: 'board.news-opened' });
  if (kind === 'revealed') return msg(str`The result of round ${number} is here.`, { id: 'board.news-revealed' });
  return secrecy === 'live'
    ? msg(str`Round ${number} is closed. Its totals move no more.`, { id: 'board.news-closed-live' })
    : msg(str`Round ${number} is closed. The result stays hidden until the reveal.`, { id: 'board.news-closed' });
}

/** Fires `news-followed` and `news-dismissed`. It is always on the page, so that what changes in it is spoken. */
@customElement('palabre-round-notice')
@localized()
export class PalabreRoundNotice extends LitElement {
  static override styles = [
    ...controls,
    css`
      /* It takes no room: what is offered stands over the end of the view, just above the foot. */
      :host {
        position: relative;
        display: block;
        flex: none;
        height: 0;
      }
      .notice {
        position: absolute;
        left: 50%;
        bottom: var(--space-3);
        z-index: 15;
        display: flex;
        align-items: center;
        gap: var(--space-2);
        width: max-content;
        max-width: calc(100vw - 24px);
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        border: 1px solid var(--accent);
        border-radius: 999px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 500 var(--text-m) / 1.35 var(--font-text);
        transform: translateX(-50%);
      }
      .icon-button {
        width: 32px;
        min-height: 32px;
      }
      @media (prefers-reduced-motion: no-preference) {
        .notice {
          animation: arrive var(--calm) ease-out;
        }
        @keyframes arrive {
          from {
            opacity: 0;
          }
        }
      }
    `,
  ];

  @property({ attribute: false }) news: RoundNews | undefined;
  /** Whether it is also shown, with a way there: for who looks at another view. */
  @property({ type: Boolean }) shown = false;

  private tell(name: 'news-followed' | 'news-dismissed'): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true }));
  }

  private offer({ kind, number }: RoundNews) {
    const revealed = kind === 'revealed';
    return html`<section class="notice" aria-label=${msg('News of the round', { id: 'board.news' })}>
      <span
        >${
          revealed
            ? msg('The result is here', { id: 'board.result-here' })
            : msg(str`Round ${number} is open`, { id: 'board.round-is-open' })
        }</span
      >
      <button class="button primary small" type="button" @click=${() => this.tell('news-followed')}>
        ${revealed ? msg('See it', { id: 'board.see-result' }) : msg('Go and vote', { id: 'board.go-vote' })}
      </button>
      <button
        class="icon-button quiet"
        type="button"
        aria-label=${msg('Not now', { id: 'board.not-now' })}
        @click=${() => this.tell('news-dismissed')}
      >
        <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </svg>
      </button>
    </section>`;
  }

  override render() {
    const { news } = this;
    return html`<p class="visually-hidden" role="status">${news === undefined ? '' : sentence(news)}</p>
      ${news !== undefined && this.shown ? this.offer(news) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-round-notice': PalabreRoundNotice;
  }
  interface HTMLElementEventMap {
    'news-followed': CustomEvent<null>;
    'news-dismissed': CustomEvent<null>;
  }
}
