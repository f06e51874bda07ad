// Two questions about a file that was counted again: is it the one noted at the reveal, and is my receipt in it?
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fingerprintMatches, readFingerprint } from '../../../shared/exchange/fingerprint.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import { recountStyles } from './recount-styles.ts';
import { matchWords } from './recount-words.ts';
import { type RecountedFile, readReceipt, receiptPlaces } from './recounted-file.ts';

const textOf = (event: Event): string => (event.target instanceof HTMLInputElement ? event.target.value : '');

@customElement('palabre-recount-checks')
@localized()
export class PalabreRecountChecks extends LitElement {
  static override styles = [...controls, recountStyles];

  @property({ attribute: false }) counted: RecountedFile | undefined;
  /** Receipts that this browser keeps of the board's rounds. */
  @property({ attribute: false }) own: readonly string[] = [];
  @state() private noted = '';
  @state() private receipt = '';

  private fingerprintVerdict({ file, board, consistent }: RecountedFile): TemplateResult | typeof nothing {
    if (this.noted.trim() === '') return nothing;
    const digits = readFingerprint(this.noted);
    if (digits === undefined) {
      return html`<p>
        ${msg('A fingerprint has 8 or more of the digits 0–9 and A–F.', { id: 'recount.no-fingerprint' })}
      </p>`;
    }
    const matches = fingerprintMatches(file, digits);
    if (matches.length === 0) {
      return html`<p class="differs">
        ${msg('✗ Nothing in this file has that fingerprint: it is not what was noted.', { id: 'recount.no-match' })}
      </p>`;
    }
    return html`${matches.map((match) => html`<p class="same">✓ ${matchWords(board, match)}</p>`)}
    ${
      consistent
        ? nothing
        : html`<p class="differs">
            ${msg('But the file contradicts itself, so the fingerprint in it proves nothing.', {
              id: 'recount.match-worthless',
            })}
          </p>`
    }`;
  }

  private receiptVerdict({ rounds }: RecountedFile): TemplateResult | typeof nothing {
    const receipt = readReceipt(this.receipt);
    if (receipt === '') return nothing;
    const places = receiptPlaces(rounds, receipt);
    if (places.length === 0) {
      return html`<p class="differs">
        ${msg('✗ This receipt is in no round of the file.', { id: 'recount.receipt-missing' })}
      </p>`;
    }
    return html`${places.map(
      ({ number, place, of }) =>
        html`<p class="same">
          ✓ ${roundTitle(number)}:
          ${msg(str`receipt ${formatNumber(place)} of ${formatNumber(of)}, so your ballot is among those counted.`, {
            id: 'recount.receipt-found',
          })}
        </p>`,
    )}`;
  }

  private lists({ rounds }: RecountedFile): TemplateResult[] {
    const mine = new Set([...this.own, readReceipt(this.receipt)]);
    return rounds.flatMap(({ number, receipts }) =>
      receipts === undefined || receipts.length === 0
        ? []
        : [
            html`<details ?open=${receipts.some((receipt) => mine.has(receipt))}>
              <summary>${roundTitle(number)} · ${msg('the receipts, sorted', { id: 'recount.list' })}</summary>
              <ol class="receipts" tabindex="0" aria-label=${roundTitle(number)}>
                ${receipts.map(
                  (receipt) =>
                    html`<li ?data-mine=${mine.has(receipt)}>
                      <code>${receipt}</code>
                      ${mine.has(receipt) ? html`← ${msg('yours', { id: 'recount.yours' })}` : nothing}
                    </li>`,
                )}
              </ol>
            </details>`,
          ],
    );
  }

  private receiptPart(counted: RecountedFile): TemplateResult | typeof nothing {
    if (!counted.rounds.some(({ receipts }) => (receipts?.length ?? 0) > 0)) return nothing;
    const found = this.own.filter((receipt) => receiptPlaces(counted.rounds, receipt).length > 0);
    return html`<section aria-labelledby="receipts">
      <h3 id="receipts">${msg('Is my receipt in it?', { id: 'recount.receipt-title' })}</h3>
      <div class="field">
        <label for="receipt">${msg('Your receipt', { id: 'recount.receipt' })}</label>
        <input
          class="field"
          id="receipt"
          autocomplete="off"
          spellcheck="false"
          .value=${this.receipt}
          @input=${(event: Event) => (this.receipt = textOf(event))}
        />
      </div>
      <div role="status">${this.receiptVerdict(counted)}</div>
      ${
        found.length === 0
          ? nothing
          : html`<p>
              ${msg(
                str`Receipts kept in this browser and found in the file: ${formatNumber(found.length)}. Only you see this.`,
                {
                  id: 'recount.own-found',
                },
              )}
            </p>`
      }
      ${this.lists(counted)}
    </section>`;
  }

  override render() {
    const { counted } = this;
    if (counted === undefined) return nothing;
    return html`<section aria-labelledby="noted-title">
        <h3 id="noted-title">${msg('Is it the one we noted?', { id: 'recount.noted-title' })}</h3>
        <div class="field">
          <label for="noted">${msg('Fingerprint noted at the reveal or in the record', { id: 'recount.noted' })}</label>
          <input
            class="field"
            id="noted"
            autocomplete="off"
            spellcheck="false"
            placeholder="4F2A 9C01"
            .value=${this.noted}
            @input=${(event: Event) => (this.noted = textOf(event))}
          />
        </div>
        <div role="status">${this.fingerprintVerdict(counted)}</div>
      </section>
      ${this.receiptPart(counted)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-recount-checks': PalabreRecountChecks;
  }
}
