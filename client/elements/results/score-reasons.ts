// Why: for each option how its scores are spread, and how many of its points each criterion gives.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Board, criterionOf } from '../../../shared/board/board.ts';
import type { CountedRound } from '../../../shared/voting/method.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { distributionWords } from '../matrix/distribution-words.ts';
import { HISTOGRAM_BOX, histogramBars, histogramStyles } from '../matrix/histogram.ts';
import { optionStyle } from '../option-colour.ts';
import { cardStyles } from './card-styles.ts';
import { named } from './named.ts';
import { type Shares, cellMeanOf, sharesOf } from './what-if.ts';
import { styled } from '../../styles/styled.ts';

const SCORES = 7;

/** All scores of an option added up over its criteria: how many 0, 1, … 5 and "don't know". */
export function spreadOf(tally: Tally, option: string): readonly number[] {
  const cells = 'cells' in tally ? Object.values(tally.cells[option] ?? {}) : [];
  return Array.from({ length: SCORES }, (_, score) => cells.reduce((sum, cell) => sum + (cell[score] ?? 0), 0));
}

/** The points of 100 that one criterion gives an option; undefined where nobody scored the cell. */
function pointsOf(tally: Tally, shares: Shares, option: string, criterion: string): number | undefined {
  if (!('cells' in tally)) return undefined;
  const row = tally.cells[option];
  const judged = [...shares].reduce((sum, [id, share]) => (cellMeanOf(row?.[id]) === undefined ? sum : sum + share), 0);
  const mean = cellMeanOf(row?.[criterion]);
  return mean === undefined || judged === 0 ? undefined : (((shares.get(criterion) ?? 0) * mean) / judged) * 20;
}

@customElement('palabre-score-reasons')
@localized()
export class PalabreScoreReasons extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    histogramStyles,
    css`
      table {
        width: 100%;
        margin-top: var(--space-2);
        border-collapse: collapse;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 5px 6px;
        border-top: 1px solid var(--hairline);
        text-align: end;
      }
      thead th {
        border: 0;
        color: var(--ink-2);
        font-weight: 600;
        vertical-align: bottom;
      }
      th:first-child {
        min-width: 126px;
        padding-inline-start: 0;
        font-size: var(--text-m);
        text-align: start;
        hyphens: auto;
        overflow-wrap: anywhere;
      }
      td.spread {
        width: 96px;
        text-align: start;
      }
      svg {
        display: block;
        width: 90px;
        height: 24px;
        --team-bar: var(--option);
      }
      .points {
        background: linear-gradient(var(--option), var(--option)) no-repeat 0 calc(100% - 2px) /
          calc(var(--full) * 100%) 3px;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: CountedRound | undefined;
  @property({ attribute: false }) tally: Tally | undefined;
  /** Options in the order of the result. */
  @property({ attribute: false }) order: readonly string[] = [];
  /** Points by criterion only make sense of weighted means. */
  @property({ type: Boolean }) points = false;

  private pointCells(tally: Tally, shares: Shares, option: string) {
    return [...shares].map(([criterion, share]) => {
      const points = pointsOf(tally, shares, option, criterion);
      if (points === undefined) return html`<td>–</td>`;
      const full = share > 0 ? Math.min(1, points / (share * 100)) : 0;
      return html`<td class="points" ${styled({ '--full': full.toFixed(3) })}>
        ${formatNumber(points, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
      </td>`;
    });
  }

  private row(board: Board, tally: Tally, shares: Shares, option: string) {
    const { name, index = 0 } = named(board, option);
    const counts = spreadOf(tally, option);
    return html`<tr ${styled(optionStyle(index))}>
      <th scope="row">${name}</th>
      <td class="spread">
        <svg aria-hidden="true" viewBox=${HISTOGRAM_BOX} preserveAspectRatio="none">
          ${histogramBars(counts, undefined)}
        </svg>
        <span class="visually-hidden">${distributionWords(counts)}</span>
      </td>
      ${this.points ? this.pointCells(tally, shares, option) : nothing}
    </tr>`;
  }

  override render() {
    const { board, round, tally } = this;
    if (!board || !round || !tally || !('cells' in tally)) return nothing;
    const shares = sharesOf(round);
    return html`
      <section aria-labelledby="title">
        <h3 id="title">${msg('Where the points come from', { id: 'results.reasons' })}</h3>
        <p class="hint">
          ${
            this.points
              ? msg('all its scores from 0 to 5, and the points of 100 by criterion', { id: 'results.reasons-hint' })
              : msg('all its scores from 0 to 5', { id: 'results.spread-hint' })
          }
        </p>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
          <table>
            <thead>
              <tr>
                <th scope="col"><span class="visually-hidden">${msg('Option', { id: 'results.option' })}</span></th>
                <th scope="col">
                  <span class="visually-hidden">${msg('Scores', { id: 'results.scores' })}</span>
                </th>
                ${
                  this.points
                    ? [...shares].map(([id, share]) => {
                        const most = formatNumber(share * 100, { maximumFractionDigits: 0 });
                        return html`<th scope="col">
                          ${criterionOf(board, id)?.name ?? id}<br />${msg(str`of ${most}`, { id: 'results.of-most' })}
                        </th>`;
                      })
                    : nothing
                }
              </tr>
            </thead>
            <tbody>
              ${this.order.map((option) => this.row(board, tally, shares, option))}
            </tbody>
          </table>
        </div>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-score-reasons': PalabreScoreReasons;
  }
}
