// What a second round moved: who leads, which options rose or fell, and the cells whose means changed most.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import {
  type CellShift,
  type OptionShift,
  type Shift,
  cellShifts,
  shiftBetween,
} from '../../../shared/analysis/shift.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import { cardStyles } from './card-styles.ts';
import { nameOf, namesOf } from './named.ts';

const MOST_CELLS = 5;
/** A mean that moved less than this is no news. */
const NEWS = 0.5;

const one = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

/** The round compares with an earlier one of the same method and rule. */
export const comparable = (before: Round | undefined, after: Round): before is Round =>
  before?.result !== undefined &&
  after.result !== undefined &&
  before.method === after.method &&
  before.rule === after.rule &&
  before.method !== 'consent';

@customElement('palabre-what-moved')
@localized()
export class PalabreWhatMoved extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      ul {
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--space-4);
        padding-block: 6px;
        border-top: 1px solid var(--hairline);
        overflow-wrap: anywhere;
      }
      .from {
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
      }
      .news {
        margin-top: var(--space-2);
        font-weight: 600;
      }
      h4 {
        margin: var(--space-4) 0 0;
        font: 600 var(--text-m) / 1.3 var(--font-text);
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) previous: Round | undefined;

  private leader(board: Board, { winnersChanged, winners: [before, after] }: Shift): string {
    const [was, is] = [namesOf(board, before).join(', '), namesOf(board, after).join(', ')];
    return winnersChanged
      ? msg(str`First place changed: from ${was} to ${is}.`, { id: 'outcome.leader-changed' })
      : msg(str`Still in front: ${is}.`, { id: 'outcome.leader-same' });
  }

  private option(board: Board, { option, rank }: OptionShift): TemplateResult {
    const [was, is] = rank;
    const sign = is < was ? '↑' : '↓';
    return html`<li>
      <b>${nameOf(board, option)}</b>
      <span class="from"
        >${sign}
        ${msg(str`from place ${formatNumber(was)} to ${formatNumber(is)}`, { id: 'outcome.place-moved' })}</span
      >
    </li>`;
  }

  private cell(board: Board, { option, criterion, mean, spread }: CellShift): TemplateResult {
    const [was, is] = mean.map((value) => formatNumber(value, one));
    const closer = spread[1] < spread[0] - NEWS / 2;
    const apart = spread[1] > spread[0] + NEWS / 2;
    return html`<li>
      <span><b>${nameOf(board, option)}</b> × ${nameOf(board, criterion)}</span>
      <span class="from">
        ${msg(str`mean from ${was ?? ''} to ${is ?? ''}`, { id: 'outcome.mean-moved' })}${
          closer
            ? html` · ${msg('closer together', { id: 'outcome.closer' })}`
            : apart
              ? html` · ${msg('farther apart', { id: 'outcome.apart' })}`
              : nothing
        }
      </span>
    </li>`;
  }

  private cells(before: Round, after: Round): readonly CellShift[] {
    const [was, is] = [before.tally, after.tally];
    if (was === undefined || is === undefined || !('cells' in was) || !('cells' in is)) return [];
    const all = cellShifts({ round: before, tally: was }, { round: after, tally: is });
    return all
      .filter(({ mean, spread }) => Math.max(Math.abs(mean[1] - mean[0]), Math.abs(spread[1] - spread[0])) >= NEWS)
      .slice(0, MOST_CELLS);
  }

  private options(board: Board, shift: Shift): TemplateResult | typeof nothing {
    const ranked = shift.moved.filter(({ rank }) => rank[0] !== rank[1]);
    if (ranked.length === 0) {
      return html`<p>${msg('No option changed its place.', { id: 'outcome.no-place-moved' })}</p>`;
    }
    return html`<ul>
      ${ranked.map((moved) => this.option(board, moved))}
    </ul>`;
  }

  override render() {
    const { board, round, previous } = this;
    if (board === undefined || round === undefined || !comparable(previous, round)) return nothing;
    if (previous.result === undefined || round.result === undefined) return nothing;
    // A round on other options or cells has ranks of its own, which say nothing of those before.
    const whole = previous.cells === undefined && round.cells === undefined;
    const shift = shiftBetween(previous.result, round.result);
    const cells = this.cells(previous, round);
    const title = roundTitle(board.rounds.indexOf(previous) + 1);
    const past = board.previous !== undefined && previous.imported === true && round.imported !== true;
    const heading = past
      ? msg(str`Old against new: what moved since ${formatDate(previous.revealedAt ?? board.previous.at)}`, {
          id: 'past.old-new',
        })
      : msg(str`What moved since then: ${title}`, { id: 'outcome.moved' });
    return html`<section aria-labelledby="title">
      <h3 id="title">${heading}</h3>
      ${
        whole
          ? html`<p class="news">${this.leader(board, shift)}</p>
              ${this.options(board, shift)}`
          : nothing
      }
      ${
        cells.length === 0
          ? whole
            ? nothing
            : html`<p>${msg('No mean moved by half a point or more.', { id: 'outcome.no-mean-moved' })}</p>`
          : html`<h4>${msg('Cells that moved most', { id: 'outcome.cells-moved' })}</h4>
              <ul>
                ${cells.map((cell) => this.cell(board, cell))}
              </ul>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-what-moved': PalabreWhatMoved;
  }
}
