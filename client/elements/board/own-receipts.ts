// The receipts of one's own ballots: what they are good for, and looking one up in the published list.
import { localized, msg } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RoundStage } from '../../../shared/board/board.ts';
import type { Secrecy } from '../../../shared/voting/method.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { roundTitle, secrecyName } from '../rounds/secrecy-words.ts';

export interface OwnReceipt {
  readonly round: string;
  /** The place of the round on the board, from 1. */
  readonly number: number;
  readonly secrecy: Secrecy;
  readonly state: RoundStage;
  readonly receipt: string;
}

export type ReceiptCheck = 'busy' | 'counted' | 'missing' | 'failed';

const OUTCOMES: Readonly<Record<ReceiptCheck, () => string>> = {
  busy: () => msg('Looking…', { id: 'board.receipt-busy' }),
  counted: () => msg('It is in the published list: your ballot is counted.', { id: 'board.receipt-counted' }),
  missing: () => msg('It is not in the published list. Tell the facilitator.', { id: 'board.receipt-missing' }),
  failed: () => msg('The list could not be fetched.', { id: 'board.receipt-failed' }),
};

/** Fires `receipt-check-requested`. */
@customElement('palabre-own-receipts')
@localized()
export class PalabreOwnReceipts extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        color: var(--ink);
        font: 400 var(--text-m) / 1.45 var(--font-text);
      }
      h3 {
        margin: 0;
        font: 700 var(--text-m) / 1.3 var(--font-heading);
      }
      ul {
        display: grid;
        gap: var(--space-3);
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--space-2);
      }
      .round {
        flex: 1 1 auto;
        color: var(--ink-2);
        font-size: var(--text-s);
      }
      code {
        flex-basis: 100%;
        font:
          600 var(--text-m) / 1.4 ui-monospace,
          monospace;
        letter-spacing: 0.03em;
        overflow-wrap: anywhere;
      }
      .outcome {
        flex-basis: 100%;
        margin: 0;
        font-size: var(--text-s);
      }
      .hint {
        margin-top: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) receipts: readonly OwnReceipt[] = [];
  /** By round. */
  @property({ attribute: false }) checks: ReadonlyMap<string, ReceiptCheck> = new Map();

  private item({ round, number, secrecy, state, receipt }: OwnReceipt): TemplateResult {
    const check = this.checks.get(round);
    return html`<li>
      <span class="round">${roundTitle(number)} · ${secrecyName(secrecy)}</span>
      ${
        state === 'revealed'
          ? html`<button
              class="button small"
              type="button"
              aria-label=${`${msg('Look it up', { id: 'board.receipt-check' })}, ${roundTitle(number)}`}
              @click=${() => emit(this, 'receipt-check-requested', { round })}
            >
              ${msg('Look it up', { id: 'board.receipt-check' })}
            </button>`
          : nothing
      }
      <code>${receipt}</code>
      <p class="outcome" role="status">${check === undefined ? '' : OUTCOMES[check]()}</p>
    </li>`;
  }

  override render() {
    if (this.receipts.length === 0) return nothing;
    return html`<h3>${msg('My receipts', { id: 'board.receipts' })}</h3>
      <ul>
        ${this.receipts.map((receipt) => this.item(receipt))}
      </ul>
      <p class="hint">
        ${msg(
          'Only you have this code. After the reveal it stands in a public list, so you can see that your ballot is counted. It does not say how you voted; shown to somebody, it says that you did.',
          { id: 'board.receipts-about' },
        )}
      </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-own-receipts': PalabreOwnReceipts;
  }
}
