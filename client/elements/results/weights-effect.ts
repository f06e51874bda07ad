// What new weights do to the scores that are there: who leads as it was counted, under the new weights, and under equal ones.
import { localized, msg } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Board, type Round, criterionOf } from '../../../shared/board/board.ts';
import type { Ranked } from '../../../shared/voting/method.ts';
import { controls } from '../../styles/controls.ts';
import { cardStyles } from './card-styles.ts';
import { nameOf } from './named.ts';
import { decimalsAt, valueText } from './value-words.ts';
import { type Shares, equalShares, rankedWith, sharesOf } from './what-if.ts';

/** The latest score round about everything that was counted by weighted means. */
export const scoredRound = (board: Board): Round | undefined =>
  board.rounds.findLast(
    ({ method, rule, result, tally, cells }) =>
      method === 'score' && rule === 'mean' && cells === undefined && result !== undefined && tally !== undefined,
  );

/** The weights that the board has now, over the criteria of a round. */
const boardShares = (board: Board, round: Round): Shares =>
  sharesOf({
    ...round,
    criteria: round.criteria.map((criterion) => ({
      ...criterion,
      weight: criterionOf(board, criterion.id)?.weight ?? criterion.weight,
    })),
  });

@customElement('palabre-weights-effect')
@localized()
export class PalabreWeightsEffect extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      table {
        width: 100%;
        margin-top: var(--space-2);
        border-collapse: collapse;
      }
      th,
      td {
        padding: 6px var(--space-3) 6px 0;
        border-top: 1px solid var(--hairline);
        font-weight: 400;
        text-align: start;
        vertical-align: baseline;
        overflow-wrap: anywhere;
      }
      th {
        color: var(--ink-2);
      }
      thead th {
        border: 0;
        padding-block: 0;
      }
      .first {
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;

  private place(board: Board, ranking: readonly Ranked[], place: number): string {
    const rank = ranking[place]?.rank;
    const tied = ranking.filter((ranked) => ranked.rank === rank && rank === 1);
    const shown = place === 0 ? tied : ranking.slice(place, place + 1);
    const decimals = decimalsAt(ranking, place);
    return shown.map(({ option, value }) => `${nameOf(board, option)} ${valueText(value, decimals)}`).join(', ');
  }

  private row(board: Board, label: string, ranking: readonly Ranked[]): TemplateResult {
    const second = ranking.findIndex(({ rank }) => rank > 1);
    return html`<tr>
      <th scope="row">${label}</th>
      <td class="first">${this.place(board, ranking, 0)}</td>
      <td>${second < 0 ? '' : this.place(board, ranking, second)}</td>
    </tr>`;
  }

  override render() {
    const { board } = this;
    const round = board && scoredRound(board);
    if (board === undefined || round?.result === undefined || round.tally === undefined) return nothing;
    const out = new Map(
      round.result.ranking.flatMap(({ option, knockedOut }): [string, string][] =>
        knockedOut === undefined ? [] : [[option, knockedOut]],
      ),
    );
    const { tally } = round;
    const under = (shares: Shares): readonly Ranked[] => rankedWith(round, tally, shares, out);
    return html`<section aria-labelledby="title">
      <h3 id="title">${msg('What these weights do to the scores', { id: 'outcome.effect' })}</h3>
      <p class="hint">
        ${msg('The scores of the last score round. Its result stays as it was counted.', { id: 'outcome.effect-hint' })}
      </p>
      <table aria-labelledby="title">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">${msg('Weights', { id: 'outcome.effect-weights' })}</span>
            </th>
            <th scope="col">${msg('First', { id: 'results.first' })}</th>
            <th scope="col">${msg('Second', { id: 'results.second' })}</th>
          </tr>
        </thead>
        <tbody>
          ${this.row(board, msg('As it was counted', { id: 'outcome.as-counted' }), under(sharesOf(round)))}
          ${this.row(board, msg('With the new weights', { id: 'outcome.new-weights' }), under(boardShares(board, round)))}
          ${this.row(board, msg('With equal weights', { id: 'outcome.equal-weights' }), under(equalShares(round)))}
        </tbody>
      </table>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-weights-effect': PalabreWeightsEffect;
  }
}
