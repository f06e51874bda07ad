// Says that a link has been copied, or holds it out to be copied by hand where the browser would not.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';

export type LinkOutcome = { readonly link: string; readonly copied: boolean };

/** Fires `link-read` when it is put away. */
@customElement('palabre-link-notice')
@localized()
export class PalabreLinkNotice extends LitElement {
  static override styles = [
    ...controls,
    css`
      .notice {
        position: fixed;
        left: 50%;
        bottom: calc(80px + env(safe-area-inset-bottom));
        z-index: 30;
        display: flex;
        align-items: center;
        gap: var(--space-3);
        width: max-content;
        max-width: calc(100vw - 32px);
        padding: var(--space-2) var(--space-2) var(--space-2) var(--space-4);
        border: 1px solid var(--hairline);
        border-radius: var(--radius-m);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 400 var(--text-m) / 1.4 var(--font-text);
        transform: translateX(-50%);
      }
      p {
        margin: 0;
      }
      palabre-copy-field {
        width: min(420px, 60vw);
      }
      @media print {
        .notice {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) outcome: LinkOutcome | undefined;

  protected override willUpdate(): void {
    // Only where the browser would not copy; the link itself is told without it.
    if (this.outcome?.copied === false) void import('./copy-field.ts').catch(() => undefined);
  }

  private read(): void {
    this.dispatchEvent(new CustomEvent('link-read', { bubbles: true, composed: true }));
  }

  private said({ copied }: LinkOutcome): string {
    return copied
      ? msg('Link copied. It opens for those who are on the board.', { id: 'share.link-copied' })
      : msg('Copy this link by hand:', { id: 'share.link-by-hand' });
  }

  override render() {
    const { outcome } = this;
    // The region stands before it speaks, so that it is heard.
    return html`<div class=${outcome === undefined ? '' : 'notice'}>
      <p role="status">${outcome === undefined ? '' : this.said(outcome)}</p>
      ${
        outcome?.copied === false
          ? html`<palabre-copy-field
              .text=${outcome.link}
              .label=${msg('Link', { id: 'share.link' })}
            ></palabre-copy-field>`
          : nothing
      }
      ${
        outcome === undefined
          ? nothing
          : html`<button
              class="icon-button quiet"
              type="button"
              aria-label=${msg('Close', { id: 'dialog.close' })}
              @click=${() => this.read()}
            >
              <span aria-hidden="true">×</span>
            </button>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-link-notice': PalabreLinkNotice;
  }
  interface HTMLElementEventMap {
    'link-read': CustomEvent<null>;
  }
}
