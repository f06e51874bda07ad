// What was refused, in a corner of the page, until it is read.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Rejection, toWireError } from '../../../shared/rejections.ts';
import type { Refusal } from '../../board-view.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { controls } from '../../styles/controls.ts';

/** The sentence for people: a late score is said to be uncounted, everything else in the words of the list. */
export function refusalSentence(type: string, error: Rejection): string {
  if (type === 'ballot.cast' && error.code === 'round-not-open') {
    return msg('The round had closed: this score is not counted.', { id: 'board.score-late' });
  }
  return toWireError(error, currentLanguage()).message;
}

@customElement('palabre-refusal-notices')
@localized()
export class PalabreRefusalNotices extends LitElement {
  static override styles = [
    ...controls,
    css`
      .notices {
        position: fixed;
        right: var(--space-4);
        bottom: calc(72px + env(safe-area-inset-bottom));
        z-index: 30;
        display: grid;
        gap: var(--space-2);
        max-width: min(420px, 100vw - 32px);
      }
      .notice {
        display: flex;
        align-items: flex-start;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-3) var(--space-3) var(--space-4);
        border: 1px solid var(--danger);
        border-radius: var(--radius-m);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 400 var(--text-m) / 1.45 var(--font-text);
      }
      p {
        flex: 1;
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) refusals: readonly Refusal[] = [];

  private dismiss(): void {
    this.dispatchEvent(new CustomEvent('refusals-read', { bubbles: true, composed: true }));
  }

  override render() {
    const sentences = [...new Set(this.refusals.map(({ type, error }) => refusalSentence(type, error)))];
    return html`<div class="notices" role="alert">
      ${
        sentences.length === 0
          ? nothing
          : html`<div class="notice">
              <div>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
              <button class="button small" type="button" @click=${this.dismiss}>
                ${msg('Understood', { id: 'board.understood' })}
              </button>
            </div>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-refusal-notices': PalabreRefusalNotices;
  }
  interface HTMLElementEventMap {
    'refusals-read': CustomEvent<null>;
    'share-requested': CustomEvent<null>;
  }
}
