// The rounds of an instant-runoff count: who held how many ballots, who dropped out, how many were exhausted.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Board } from '../../../shared/board/board.ts';
import type { Result, RunoffRound } from '../../../shared/voting/method.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { cardStyles } from './card-styles.ts';
import { nameOf } from './named.ts';

@customElement('palabre-runoff-rounds')
@localized()
export class PalabreRunoffRounds extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      table {
        width: 100%;
        margin-top: var(--space-2);
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 4px 6px;
        border-top: 1px solid var(--hairline);
        font-weight: 400;
        text-align: end;
        white-space: nowrap;
      }
      thead th {
        border: 0;
        color: var(--ink-2);
        font-size: var(--text-s);
      }
      th:first-child {
        padding-inline-start: 0;
        font-weight: 600;
        text-align: start;
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .dropped,
      .exhausted * {
        color: var(--ink-2);
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) result: Result | undefined;

  private cell(round: RunoffRound, option: string) {
    const tally = round.tallies[option];
    if (tally === undefined) return html`<td></td>`;
    const out = round.eliminated.includes(option);
    return html`<td class=${classMap({ dropped: out })}>
      ${formatNumber(tally, { maximumFractionDigits: 2 })}${
        out ? html`<br /><small>${msg('drops out', { id: 'results.drops-out' })}</small>` : nothing
      }
    </td>`;
  }

  override render() {
    const { board, result } = this;
    const rounds = result?.rounds;
    if (board === undefined || result === undefined || rounds === undefined || rounds.length === 0) return nothing;
    return html`
      <section aria-labelledby="title">
        <h3 id="title">${msg('Round by round', { id: 'results.runoff' })}</h3>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
          <table>
            <thead>
              <tr>
                <th scope="col"><span class="visually-hidden">${msg('Option', { id: 'results.option' })}</span></th>
                ${rounds.map(
                  (_, place) =>
                    html`<th scope="col">${msg(str`count ${formatNumber(place + 1)}`, { id: 'results.count' })}</th>`,
                )}
              </tr>
            </thead>
            <tbody>
              ${result.order.map(
                (option) =>
                  html`<tr>
                    <th scope="row">${nameOf(board, option)}</th>
                    ${rounds.map((round) => this.cell(round, option))}
                  </tr>`,
              )}
              <tr class="exhausted">
                <th scope="row">${msg('no choice left', { id: 'results.exhausted' })}</th>
                ${rounds.map((round) => html`<td>${formatNumber(round.exhausted)}</td>`)}
              </tr>
            </tbody>
          </table>
        </div>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-runoff-rounds': PalabreRunoffRounds;
  }
}
