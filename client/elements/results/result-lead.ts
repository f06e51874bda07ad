// The first card of a result: the sentence, the order as bars, and what is to be known about the count.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { Ranked, Result } from '../../../shared/voting/method.ts';
import { controls } from '../../styles/controls.ts';
import { roundTitle, secrecyName } from '../rounds/secrecy-words.ts';
import { barRows } from './bar-rows.ts';
import { cardStyles } from './card-styles.ts';
import './ranked-bars.ts';
import { isOf100, unitWords } from './value-words.ts';
import { coverageWords, quorumWords } from './coverage-words.ts';
import { verdictDetails, verdictWords } from './verdict-words.ts';

@customElement('palabre-result-lead')
@localized()
export class PalabreResultLead extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      h2 {
        margin: 0 0 var(--space-3);
        font: 700 var(--text-xl) / 1.3 var(--font-heading);
        text-wrap: pretty;
        overflow-wrap: anywhere;
      }
      .note,
      .legend,
      .unit,
      .live {
        color: var(--ink-2);
        font-size: var(--text-s);
      }
      .note,
      .legend {
        margin-top: var(--space-2);
      }
      .legend {
        padding-inline-start: 34px;
      }
      .legend::before {
        display: inline-block;
        height: 16px;
        margin-inline-end: 7px;
        border-inline-start: 2px solid var(--ink);
        vertical-align: middle;
        content: '';
      }
      .unit {
        margin: calc(var(--space-2) * -1) 0 var(--space-2);
      }
      .live {
        display: flex;
        align-items: center;
        gap: 6px;
        margin-bottom: var(--space-1);
      }
      .dot {
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: var(--accent);
      }
      .invalid {
        margin-bottom: var(--space-2);
        color: var(--danger);
        font-weight: 600;
      }
      .private {
        margin-bottom: var(--space-2);
        color: var(--accent);
        font-weight: 500;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) result: Result | undefined;
  @property({ attribute: false }) previous: Round | undefined;
  /** The order under weights that the reader tries; absent: the result's own. */
  @property({ attribute: false }) tried: readonly Ranked[] | undefined;
  @property({ type: Boolean }) fresh = false;

  private above(round: Round, result: Result) {
    const invalid = quorumWords(result, round.quorum);
    return html`
      ${
        round.state === 'open'
          ? html`<p class="live"><span class="dot"></span>${msg('Live: still moving', { id: 'results.moving' })}</p>`
          : nothing
      }
      ${invalid === '' ? nothing : html`<p class="invalid">${invalid}</p>`}
    `;
  }

  private bars(board: Board, round: Round, result: Result) {
    const bars = barRows(board, round, result, this.previous?.result, this.tried);
    if (bars.length === 0) return nothing;
    const marked = this.previous !== undefined && bars.some((bar) => bar.before !== undefined);
    const number = this.previous === undefined ? 0 : board.rounds.indexOf(this.previous) + 1;
    return html`
      ${isOf100(result) ? nothing : html`<p class="unit">${unitWords(result)}</p>`}
      <palabre-ranked-bars
        ?growing=${this.fresh}
        .bars=${bars}
        .caption=${`${msg('Order', { id: 'results.order' })}, ${unitWords(result)}`}
      ></palabre-ranked-bars>
      ${
        marked
          ? html`<p class="legend" aria-hidden="true">
              ${msg(str`where it stood after round ${number}`, { id: 'results.legend' })}
            </p>`
          : nothing
      }
    `;
  }

  private notes(board: Board, round: Round, result: Result) {
    const number = board.rounds.findIndex(({ id }) => id === round.id) + 1;
    return html`
      ${verdictDetails(board, result).map((words) => html`<p class="note">${words}</p>`)}
      <p class="note">${roundTitle(number)} · ${secrecyName(round.secrecy)} · ${coverageWords(result)}</p>
    `;
  }

  override render() {
    const { board, round, result } = this;
    if (!board || !round || !result) return nothing;
    return html`
      <section aria-labelledby="verdict">
        ${this.above(round, result)}
        <h2 id="verdict">${verdictWords(board, result)}</h2>
        ${
          this.tried === undefined
            ? nothing
            : html`<p class="private">
                ${msg('Drawn with your weights. Only you see this.', { id: 'results.private' })}
              </p>`
        }
        ${this.bars(board, round, result)} ${this.notes(board, round, result)}
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-result-lead': PalabreResultLead;
  }
}
