// Where everything stands after a round on some options or cells only: the others keep what they had.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, Round } from '../../../shared/board/board.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { carriedOf } from '../matrix/carried.ts';
import { barRows } from './bar-rows.ts';
import { cardStyles } from './card-styles.ts';
import './ranked-bars.ts';
import { unitWords } from './value-words.ts';
import { verdictWords } from './verdict-words.ts';

@customElement('palabre-carried-result')
@localized()
export class PalabreCarriedResult extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      .says {
        margin-block: var(--space-2) var(--space-3);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;

  /** Where only cells were asked about, everything above is counted with the kept ones; this says how the round was. */
  private alone(board: Board, round: Round, from: readonly number[]) {
    const numbers = from.map((number) => formatNumber(number)).join(', ');
    const cells = formatNumber(round.cells?.length ?? 0);
    return html`<section aria-labelledby="title">
      <h3 id="title">${msg('Only some cells were asked about', { id: 'outcome.some-cells' })}</h3>
      <p>
        ${msg(
          str`Cells of this round: ${cells}. The others are counted as they stood after round ${numbers}, and say so in the matrix.`,
          { id: 'outcome.some-cells-hint' },
        )}
      </p>
      <p>
        ${
          round.result === undefined
            ? ''
            : msg(str`By the cells of this round alone: ${verdictWords(board, { ...round.result, otherRules: [] })}`, {
                id: 'outcome.alone',
              })
        }
      </p>
    </section>`;
  }

  override render() {
    const { board, round } = this;
    const carried = board && carriedOf(board, round);
    if (board === undefined || round === undefined || carried === undefined) return nothing;
    const { result, from } = carried;
    if (round.cells !== undefined) return this.alone(board, round, from);
    const counted: Round = { ...round, options: carried.round.options, criteria: carried.round.criteria };
    const numbers = from.map((number) => formatNumber(number)).join(', ');
    const before = board.rounds.find((_, at) => at + 1 === from.at(-1))?.result;
    return html`<section aria-labelledby="title">
      <h3 id="title">${msg('With everything scored so far', { id: 'outcome.carried' })}</h3>
      <p class="hint">
        ${msg(str`The cells of this round, and the others as they stood after round ${numbers}.`, {
          id: 'outcome.carried-hint',
        })}
      </p>
      <p class="says">${verdictWords(board, result)}</p>
      <palabre-ranked-bars
        .bars=${barRows(board, counted, result, before)}
        .caption=${`${msg('Order with everything scored so far', { id: 'outcome.carried-order' })}, ${unitWords(result)}`}
      ></palabre-ranked-bars>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-carried-result': PalabreCarriedResult;
  }
}
