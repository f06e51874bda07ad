// "Where we split": the cells where scores lie farthest apart and weigh most, to talk about first.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Board, criterionOf, optionOf } from '../../../shared/board/board.ts';
import type { Division, Secrecy } from '../../../shared/voting/method.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { HISTOGRAM_BOX, histogramBars, histogramStyles } from '../matrix/histogram.ts';
import { optionStyle } from '../option-colour.ts';
import { Printing } from '../printing.ts';
import { cardStyles } from './card-styles.ts';
import { splitWords } from './split-words.ts';
import { styled } from '../../styles/styled.ts';

const FIRST = 3;
/** As many cells as a short second round can ask about. */
const MOST_AGAIN = 8;
/** Fewer than this apart is no split worth a talk (population standard deviation of 0–5 scores). */
const WORTH_A_TALK = 1;

export const splits = (divided: readonly Division[]): readonly Division[] =>
  divided.filter((division) => division.spread >= WORTH_A_TALK);

/** Of a second round on divided cells: as open or hidden as the first, by a rule that needs no whole ballots. */
export interface Asking {
  readonly secrecy: Secrecy;
  readonly rule: 'mean' | 'median';
}

/** Fires `round-opened` with the most divided cells, and `target-selected`. */
@customElement('palabre-split-cells')
@localized()
export class PalabreSplitCells extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    histogramStyles,
    css`
      ol {
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr) 130px auto;
        align-items: center;
        gap: var(--space-3);
        min-height: 43px;
        padding-block: 6px;
        border-top: 1px solid var(--hairline);
      }
      .cell {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .words {
        color: var(--ink-2);
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }
      svg {
        width: 130px;
        height: 26px;
        --team-bar: var(--option);
      }
      .none {
        margin-top: var(--space-2);
      }
      .under {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      @media (max-width: 640px) {
        li {
          grid-template-columns: minmax(0, 1fr) auto;
          padding-block: var(--space-2);
        }
        .cell {
          grid-column: 1;
        }
        .words {
          grid-column: 1 / -1;
          grid-row: 2;
        }
        svg {
          width: 84px;
        }
        .button {
          grid-column: 1 / -1;
          justify-self: start;
        }
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) divided: readonly Division[] = [];
  @property({ attribute: false }) tally: Tally | undefined;
  /** How such a round is to be held; absent: nobody here may ask again now. */
  @property({ attribute: false }) asking: Asking | undefined;
  @state() private all = false;
  private readonly printing = new Printing(this);

  private counts({ option, criterion }: Division): readonly number[] {
    return this.tally !== undefined && 'cells' in this.tally ? (this.tally.cells[option]?.[criterion] ?? []) : [];
  }

  private row(board: Board, division: Division) {
    const { option, criterion } = division;
    const counts = this.counts(division);
    const name = optionOf(board, option)?.name ?? option;
    const under = criterionOf(board, criterion)?.name ?? criterion;
    const index = board.options.findIndex((other) => other.id === option);
    return html`
      <li ${styled(optionStyle(Math.max(0, index)))}>
        <span class="cell"><b>${name}</b> × ${under}</span>
        <span class="words">${splitWords(counts)}</span>
        <svg aria-hidden="true" viewBox=${HISTOGRAM_BOX} preserveAspectRatio="none">
          ${histogramBars(counts, undefined)}
        </svg>
        <button
          class="button small"
          type="button"
          aria-label=${`${msg('Notes', { id: 'results.notes' })}: ${name} × ${under}`}
          @click=${() => emit(this, 'target-selected', { target: { kind: 'cell', option, criterion }, open: true })}
        >
          ${msg('Notes', { id: 'results.notes' })}
        </button>
      </li>
    `;
  }

  private ask(asking: Asking, found: readonly Division[]): void {
    emit(this, 'round-opened', {
      method: 'score',
      ...asking,
      cells: found.map(({ option, criterion }) => [option, criterion] as const),
      prompt: msg('Once more: the cells we are divided on', { id: 'outcome.again-prompt' }),
    });
  }

  private again(found: readonly Division[]) {
    const { asking } = this;
    const cells = found.slice(0, MOST_AGAIN);
    if (asking === undefined || cells.length === 0) return nothing;
    const number = formatNumber(cells.length);
    return html`<button class="button small" type="button" @click=${() => this.ask(asking, cells)}>
      ${plural(cells.length, {
        one: () => msg('Ask again on the divided cell', { id: 'outcome.again.one' }),
        other: () => msg(str`Ask again on the ${number} divided cells`, { id: 'outcome.again' }),
      })}
    </button>`;
  }

  private moreButton(found: readonly Division[]) {
    if (found.length <= FIRST) return nothing;
    return html`<button
      class="button small more"
      type="button"
      aria-expanded=${this.all ? 'true' : 'false'}
      @click=${() => (this.all = !this.all)}
    >
      ${this.all ? msg('Show fewer', { id: 'results.fewer' }) : msg('Show more', { id: 'results.more' })}
    </button>`;
  }

  override render() {
    const { board } = this;
    if (board === undefined) return nothing;
    const found = splits(this.divided);
    const shown = this.all || this.printing.on ? found : found.slice(0, FIRST);
    return html`
      <section aria-labelledby="title">
        <h3 id="title">${msg('Where we split — talk about these first', { id: 'results.split' })}</h3>
        ${
          found.length === 0
            ? html`<p class="none">
                ${msg('Nowhere far: in no cell do the scores lie far apart.', { id: 'results.split-none' })}
              </p>`
            : html`<p class="hint">${msg('spread × weight', { id: 'results.split-hint' })}</p>
                <ol>
                  ${shown.map((division) => this.row(board, division))}
                </ol>`
        }
        ${found.length === 0 ? nothing : html`<div class="under">${this.moreButton(found)} ${this.again(found)}</div>`}
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-split-cells': PalabreSplitCells;
  }
}
