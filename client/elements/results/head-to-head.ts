// Head to head: how many ballots prefer the row to the column, by the order of the result.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Board } from '../../../shared/board/board.ts';
import type { Result } from '../../../shared/voting/method.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { Printing } from '../printing.ts';
import { cardStyles } from './card-styles.ts';
import { nameOf } from './named.ts';
import { styled } from '../../styles/styled.ts';

const FIRST = 5;

@customElement('palabre-head-to-head')
@localized()
export class PalabreHeadToHead extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      table {
        width: 100%;
        margin-top: var(--space-2);
        border-collapse: separate;
        border-spacing: 3px;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }
      th {
        min-width: 72px;
        max-width: 140px;
        padding: 2px 6px;
        color: var(--ink-2);
        font-weight: 600;
        text-align: center;
        vertical-align: bottom;
        hyphens: auto;
        overflow-wrap: anywhere;
      }
      tbody th {
        min-width: 104px;
        padding-inline-start: 0;
        color: var(--ink);
        font-weight: 500;
        text-align: start;
        vertical-align: middle;
      }
      td {
        min-width: 56px;
        height: 27px;
        padding: 0 4px;
        border: 1px solid var(--hairline);
        border-radius: var(--radius-s);
        color: var(--ink-2);
        text-align: center;
        white-space: nowrap;
      }
      td.win {
        border-color: transparent;
        background: color-mix(in srgb, var(--option-1) var(--by), var(--surface));
        color: var(--ink);
        font-weight: 700;
      }
      td.self {
        border-color: transparent;
      }
      .more {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) result: Result | undefined;
  @state() private all = false;
  private readonly printing = new Printing(this);

  private cell(board: Board, pairwise: NonNullable<Result['pairwise']>, row: string, column: string) {
    if (row === column) return html`<td class="self"><span aria-hidden="true">·</span></td>`;
    const wins = pairwise[row]?.[column] ?? 0;
    const losses = pairwise[column]?.[row] ?? 0;
    const lead = wins - losses;
    const by = `${Math.round(10 + 32 * (Math.max(0, lead) / Math.max(1, wins + losses)))}%`;
    const words = msg(
      str`${formatNumber(wins)} prefer ${nameOf(board, row)}, ${formatNumber(losses)} prefer ${nameOf(board, column)}`,
      { id: 'results.prefer' },
    );
    return html`<td class=${classMap({ win: lead > 0 })} ${styled(lead > 0 ? { '--by': by } : {})}>
      <span aria-hidden="true">${formatNumber(wins)}–${formatNumber(losses)}</span>
      <span class="visually-hidden">${words}</span>
    </td>`;
  }

  override render() {
    const { board, result } = this;
    const pairwise = result?.pairwise;
    if (board === undefined || pairwise === undefined || result === undefined || result.order.length < 2)
      return nothing;
    const shown = this.all || this.printing.on ? result.order : result.order.slice(0, FIRST);
    return html`
      <section aria-labelledby="title">
        <h3 id="title">${msg('Head to head', { id: 'results.duels' })}</h3>
        <p class="hint">${msg('ballots for the row – for the column', { id: 'results.duels-hint' })}</p>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
          <table>
            <thead>
              <tr>
                <td class="self"></td>
                ${shown.map((option) => html`<th scope="col">${nameOf(board, option)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${shown.map(
                (row) =>
                  html`<tr>
                    <th scope="row">${nameOf(board, row)}</th>
                    ${shown.map((column) => this.cell(board, pairwise, row, column))}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${
          result.order.length > FIRST
            ? html`<button
                class="button small more"
                type="button"
                aria-expanded=${this.all ? 'true' : 'false'}
                @click=${() => (this.all = !this.all)}
              >
                ${this.all ? msg('Show fewer', { id: 'results.fewer' }) : msg('Show more', { id: 'results.more' })}
              </button>`
            : nothing
        }
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-head-to-head': PalabreHeadToHead;
  }
}
