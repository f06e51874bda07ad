// What a round published of its ballots: each with its name in a named round, whole ones without names where the round
// said so, and the sorted receipts of the others, one's own marked for oneself only.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import type { PublishedBallot } from '../../../shared/voting/round-count.ts';
import { formatNumber } from '../../i18n/format.ts';
import { at } from '../../base-path.ts';
import { controls } from '../../styles/controls.ts';
import { ballotText, scoreRows } from './ballot-text.ts';
import { cardStyles } from './card-styles.ts';
import { nameOf } from './named.ts';

/** What was fetched of a round's ballots; `failed` when it could not be. */
export type Papers =
  { readonly receipts?: readonly string[]; readonly ballots?: readonly PublishedBallot[] } | 'busy' | 'failed';

const recordedWords = (): string => msg('recorded by the facilitation', { id: 'results.recorded' });

const MOST_SHOWN = 500;

/** Fires `papers-requested` when it is opened. */
@customElement('palabre-published-ballots')
@localized()
export class PalabrePublishedBallots extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      summary {
        font: 700 var(--text-l) / 1.3 var(--font-heading);
        cursor: pointer;
      }
      details details summary {
        font: 600 var(--text-m) / 1.5 var(--font-text);
      }
      ul,
      ol {
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
      }
      ul > li {
        padding-block: 6px;
        border-top: 1px solid var(--hairline);
        overflow-wrap: anywhere;
      }
      a {
        color: var(--accent);
      }
      .who {
        font-weight: 600;
      }
      .receipts {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 200px), 1fr));
        gap: 2px var(--space-3);
        max-height: 240px;
        overflow-y: auto;
      }
      .receipts li {
        padding: 2px 6px;
        border-radius: var(--radius-s);
        overflow-wrap: anywhere;
      }
      .mine {
        background: var(--accent-soft);
        font-weight: 700;
      }
      code {
        font:
          500 var(--text-s) / 1.5 ui-monospace,
          monospace;
      }
      table {
        border-collapse: collapse;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
        overflow-wrap: normal;
      }
      tbody th {
        white-space: nowrap;
      }
      th,
      td {
        padding: 4px var(--space-3) 4px 0;
        text-align: start;
        font-weight: 400;
      }
      thead th {
        color: var(--ink-2);
        vertical-align: bottom;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) papers: Papers | undefined;
  /** One's own receipt, for one's own eyes. */
  @property({ attribute: false }) receipt: string | undefined;

  private opened(event: Event, round: Round): void {
    const { target } = event;
    if (!(target instanceof HTMLDetailsElement) || !target.open || this.papers !== undefined) return;
    const detail = { round: round.id };
    this.dispatchEvent(new CustomEvent('papers-requested', { detail, bubbles: true, composed: true }));
  }

  private scores(board: Board, round: Round, ballot: Ballot): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${msg('Scores', { id: 'results.scores' })}>
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${msg('Option', { id: 'results.option' })}</span></th>
            ${round.criteria.map(({ id }) => html`<th scope="col">${nameOf(board, id)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${scoreRows(round, ballot).map(
            ({ option, scores }) =>
              html`<tr>
                <th scope="row">${nameOf(board, option)}</th>
                ${scores.map((score) => html`<td>${score}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private ballot(board: Board, round: Round, { member, receipt, ballot }: PublishedBallot): TemplateResult {
    const own = receipt !== undefined && receipt === this.receipt;
    const who =
      member === undefined
        ? html`<code class=${own ? 'mine' : ''}>${receipt}</code>${own ? html` ${this.yours()}` : nothing}`
        : html`<span class="who">${board.members.get(member)?.name ?? member}</span>${
              board.members.get(member)?.guest === true ? html` <span class="hint">${recordedWords()}</span>` : nothing
            }`;
    if (!('cells' in ballot)) return html`<li>${who}: ${ballotText(board, ballot)}</li>`;
    return html`<li>
      <details>
        <summary>${who}</summary>
        ${this.scores(board, round, ballot)}
      </details>
    </li>`;
  }

  private yours(): string {
    return `← ${msg('yours', { id: 'outcome.yours' })}`;
  }

  private receipts(receipts: readonly string[]): TemplateResult {
    return html`<ol class="receipts" tabindex="0" aria-label=${msg('Receipts', { id: 'outcome.receipts' })}>
      ${receipts.map((receipt) => {
        const own = receipt === this.receipt;
        return html`<li class=${own ? 'mine' : ''}><code>${receipt}</code> ${own ? this.yours() : nothing}</li>`;
      })}
    </ol>`;
  }

  private list(board: Board, round: Round): TemplateResult | typeof nothing {
    const { papers } = this;
    if (papers === undefined || papers === 'busy') {
      return html`<p role="status">${msg('Fetching…', { id: 'outcome.fetching' })}</p>`;
    }
    if (papers === 'failed') {
      return html`<p role="alert">${msg('They could not be fetched.', { id: 'outcome.not-fetched' })}</p>`;
    }
    const { ballots, receipts = [] } = papers;
    if (ballots === undefined) return this.receipts(receipts);
    const left = ballots.length - MOST_SHOWN;
    return html`<ul>
        ${ballots.slice(0, MOST_SHOWN).map((ballot) => this.ballot(board, round, ballot))}
      </ul>
      ${
        left > 0
          ? html`<p>${msg(str`… and ${formatNumber(left)} more, in the export`, { id: 'outcome.more-ballots' })}</p>`
          : nothing
      }`;
  }

  private titleOf(round: Round): string {
    if (round.secrecy === 'named') return msg('Every ballot, with its name', { id: 'outcome.by-name' });
    return round.publish === 'ballots'
      ? msg('Every ballot, without names', { id: 'outcome.whole' })
      : msg('The receipts of all ballots', { id: 'outcome.all-receipts' });
  }

  override render() {
    const { board, round } = this;
    if (board === undefined || round?.state !== 'revealed' || round.imported === true) return nothing;
    return html`<section>
      <details @toggle=${(event: Event) => this.opened(event, round)}>
        <summary>${this.titleOf(round)}</summary>
        ${
          round.secrecy === 'named'
            ? nothing
            : html`<p class="hint">
                ${
                  this.receipt === undefined
                    ? msg('In an order of their own: it says nothing of who voted or when.', {
                        id: 'outcome.receipts-order',
                      })
                    : msg('Sorted. Yours is marked; only you see that.', { id: 'outcome.receipts-own' })
                }
              </p>`
        }
        ${this.list(board, round)}
        <p class="hint">
          <a href=${at('recount')}>${msg('Count the exported board again', { id: 'outcome.recount' })}</a>
        </p>
      </details>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-published-ballots': PalabrePublishedBallots;
  }
  interface HTMLElementEventMap {
    'papers-requested': CustomEvent<{ readonly round: string }>;
  }
}
