// Two to four options side by side: scores, facts, arguments, and where they differ most.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board, Option, Round } from '../../../shared/board/board.ts';
import type { Result } from '../../../shared/voting/method.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import type { MyBallot } from '../../board-view.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { controls } from '../../styles/controls.ts';
import { styled } from '../../styles/styled.ts';
import { emit } from '../board-events.ts';
import { factAgeStyles } from '../editing/fact-age-words.ts';
import { meanText } from '../matrix/distribution-words.ts';
import { histogramStyles } from '../matrix/histogram.ts';
import { optionColour, optionStyle, optionSwatch } from '../option-colour.ts';
import { decimalsAt, fullBar, isOf100, valueText } from '../results/value-words.ts';
import { cellTemplate, factTemplate, argumentTemplate } from './compared-templates.ts';
import { compareStyles } from './compare-styles.ts';
import {
  type Compared,
  type CriterionRow,
  FEWEST_COMPARED,
  MOST_COMPARED,
  argumentsOn,
  comparedOptions,
  criterionRows,
  factRows,
  mostApartFirst,
  withRanks,
} from './comparison.ts';
import './duels.ts';

/** Fires `compared-options-chosen`, `target-selected`, `link-requested` and `print-requested`. */
@customElement('palabre-compare-view')
@localized()
export class PalabreCompareView extends LitElement {
  static override styles = [...controls, optionSwatch, histogramStyles, factAgeStyles, compareStyles];

  @property({ attribute: false }) board!: Board;
  /** The options asked for; where they are fewer than two, the leaders or the first ones stand in. */
  @property({ attribute: false }) options: readonly string[] = [];
  /** A round whose numbers are public. */
  @property({ attribute: false }) round: Round | undefined;
  /** Which round of the board it is, from 1. */
  @property({ type: Number }) number = 0;
  @property({ attribute: false }) tally: Tally | undefined;
  @property({ attribute: false }) result: Result | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;

  /** The day it is, as in `2026-11-23`: facts age by it. */
  @property() today = '';

  @state() private boardOrder = false;

  private choose(options: readonly string[]): void {
    emit(this, 'compared-options-chosen', { options });
  }

  private optionsFor(taken: readonly Option[], own?: Option): TemplateResult[] {
    return this.board.options
      .filter((option) => option === own || (option.removed === undefined && !taken.includes(option)))
      .map(({ id, name }) => html`<option value=${id} ?selected=${id === own?.id}>${name}</option>`);
  }

  private columnHead({ option, index }: Compared, place: number, taken: readonly Option[]): TemplateResult {
    const ids = taken.map(({ id }) => id);
    const changed = (event: Event): void => {
      if (event.target instanceof HTMLSelectElement) this.choose(ids.with(place, event.target.value));
    };
    return html`<th role="columnheader" scope="col" ${styled(optionStyle(index))}>
      <div class="who">
        <span class=${optionColour(index).pattern ? 'swatch patterned' : 'swatch'}></span>
        <span class="printed">${option.name}</span>
        <select
          class="field"
          aria-label=${msg(str`Option ${place + 1}: ${option.name}`, { id: 'compare.option' })}
          .value=${option.id}
          @change=${changed}
        >
          ${this.optionsFor(taken, option)}
        </select>
        ${
          taken.length > FEWEST_COMPARED
            ? html`<button
                class="icon-button quiet"
                type="button"
                aria-label=${msg(str`Take ${option.name} out`, { id: 'compare.take-out' })}
                @click=${() => this.choose(ids.filter((id) => id !== option.id))}
              >
                <span aria-hidden="true">×</span>
              </button>`
            : nothing
        }
      </div>
    </th>`;
  }

  private adder(taken: readonly Option[]): TemplateResult | typeof nothing {
    const left = this.optionsFor(taken);
    if (taken.length >= MOST_COMPARED || left.length === 0) return nothing;
    const changed = (event: Event): void => {
      if (!(event.target instanceof HTMLSelectElement) || event.target.value === '') return;
      this.choose([...taken.map(({ id }) => id), event.target.value]);
      event.target.value = '';
    };
    const words = msg('Add an option', { id: 'compare.add' });
    return html`<select class="field adder" aria-label=${words} @change=${changed}>
      <option value="">${words}…</option>
      ${left}
    </select>`;
  }

  private headTemplate(taken: readonly Option[]): TemplateResult {
    const names = taken.map(({ name }) => name);
    const listed = new Intl.ListFormat(currentLanguage(), { type: 'disjunction' }).format(names);
    return html`<div class="head">
      <h2>${msg(str`${listed}?`, { id: 'compare.heading' })}</h2>
      <div class="acts controls">
        ${this.adder(taken)}
        <button
          class="button"
          type="button"
          @click=${() => emit(this, 'link-requested', { view: 'compare', options: taken.map(({ id }) => id) })}
        >
          ${msg('Copy the link', { id: 'share.copy-link' })}
        </button>
        <button class="button" type="button" @click=${() => emit(this, 'print-requested', {})}>
          ${msg('Print', { id: 'compare.print' })}
        </button>
      </div>
    </div>`;
  }

  private totalsRow(compared: readonly Compared[], result: Result): TemplateResult {
    const full = fullBar(result);
    const of = isOf100(result) ? msg('of 100', { id: 'compare.of-100' }) : '';
    const cell = ({ option, index, ranked }: Compared): TemplateResult => {
      if (ranked === undefined) return html`<td role="cell" class="quiet">–</td>`;
      const place = result.ranking.findIndex((one) => one.option === option.id);
      const share = Math.max(0, Math.min(1, (ranked.value ?? 0) / full));
      return html`<td role="cell">
        <span class="total">${valueText(ranked.value, decimalsAt(result.ranking, place))}</span> ${of}
        <span class="from">${msg(str`rank ${formatNumber(ranked.rank)}`, { id: 'compare.rank' })}</span>
        <div class="bar" ${styled({ ...optionStyle(index), '--by': `${share * 100}%` })}></div>
      </td>`;
    };
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        ${msg('Result', { id: 'compare.result' })}
        <small>${msg(str`round ${formatNumber(this.number)}`, { id: 'compare.round' })}</small>
        ${this.round?.state === 'open' ? html`<small>${msg('live: still moving', { id: 'compare.live' })}</small>` : nothing}
      </th>
      ${compared.map(cell)}
    </tr>`;
  }

  private criterionRow({ criterion, share, cells, apart }: CriterionRow, taken: readonly Option[]): TemplateResult {
    const weight = msg(str`weight ${formatShare(share)}`, { id: 'compare.weight' });
    const far = apart === null ? '' : ` · ${msg(str`${meanText(apart)} apart`, { id: 'compare.apart' })}`;
    return html`<tr role="row">
      <th role="rowheader" scope="row">${criterion.name}<small>${weight}${far}</small></th>
      ${taken.map((option, place) => {
        const cell = cells[place];
        return cell === undefined ? nothing : cellTemplate(this, option, criterion, cell, this.mine);
      })}
    </tr>`;
  }

  private section(words: string, width: number, control: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`<tr role="row" class="section">
      <th role="rowheader" scope="rowgroup" colspan=${width}>
        <div class="title">
          <h3>${words}</h3>
          ${control}
        </div>
      </th>
    </tr>`;
  }

  private criteriaRows(taken: readonly Option[], width: number): unknown {
    const rows = criterionRows(this.board, taken, this.round, this.tally);
    if (!rows.some(({ cells }) => cells.some(({ counts }) => counts !== undefined))) return nothing;
    const sorted = this.boardOrder ? rows : mostApartFirst(rows);
    const order = html`<button
      class="button small controls"
      type="button"
      aria-pressed=${this.boardOrder}
      @click=${() => (this.boardOrder = !this.boardOrder)}
    >
      ${msg('In the board’s order', { id: 'compare.board-order' })}
    </button>`;
    const words = this.boardOrder
      ? msg('By criterion', { id: 'compare.by-criterion' })
      : msg('Where they differ most, first', { id: 'compare.differ-first' });
    return html`${this.section(words, width, order)} ${sorted.map((row) => this.criterionRow(row, taken))}`;
  }

  private factsRows(taken: readonly Option[], width: number): unknown {
    const rows = factRows(taken);
    if (rows.length === 0) return nothing;
    return html`${this.section(msg('Facts', { id: 'compare.facts' }), width)}
    ${rows.map(
      ({ label, facts }) =>
        html`<tr role="row">
          <th role="rowheader" scope="row">${label}</th>
          ${facts.map((fact) => html`<td role="cell">${factTemplate(fact, this.today)}</td>`)}
        </tr>`,
    )}`;
  }

  private argumentsRow(taken: readonly Option[], kind: 'pro' | 'con', words: string): TemplateResult {
    return html`<tr role="row">
      <th role="rowheader" scope="row"><span class="chip ${kind}">${words}</span></th>
      ${taken.map(({ id }) => {
        const found = argumentsOn(this.board, id, kind);
        return html`<td role="cell">
          ${
            found.length === 0
              ? html`<span class="quiet">${msg('none yet', { id: 'compare.none' })}</span>`
              : html`<ul>
                  ${found.map((thread) => argumentTemplate(this.board, thread))}
                </ul>`
          }
        </td>`;
      })}
    </tr>`;
  }

  private summaries(taken: readonly Option[]): TemplateResult | typeof nothing {
    if (taken.every(({ summary = '' }) => summary === '')) return nothing;
    return html`<tr role="row">
      <th role="rowheader" scope="row">${msg('In short', { id: 'compare.summary' })}</th>
      ${taken.map(({ summary = '' }) => html`<td role="cell">${summary}</td>`)}
    </tr>`;
  }

  override render() {
    const { board, result } = this;
    const taken = comparedOptions(board, this.options, result?.order);
    if (taken.length < FEWEST_COMPARED) {
      return html`<p class="quiet">${msg('It takes two options to compare.', { id: 'compare.too-few' })}</p>`;
    }
    const compared = withRanks(board, taken, result);
    const width = taken.length + 1;
    return html`<div class="page">
      ${this.headTemplate(taken)}
      <div class="scroll" tabindex="0" role="group" aria-label=${msg('Side by side', { id: 'compare.table' })}>
        <table role="table" ${styled({ '--columns': String(taken.length) })}>
          <thead role="rowgroup">
            <tr role="row">
              <td role="cell" class="row-names"></td>
              ${compared.map((one, place) => this.columnHead(one, place, taken))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${this.summaries(taken)}
            ${result !== undefined && compared.some(({ ranked }) => ranked) ? this.totalsRow(compared, result) : nothing}
            ${this.criteriaRows(taken, width)} ${this.factsRows(taken, width)}
            ${this.section(msg('Arguments', { id: 'compare.arguments' }), width)}
            ${this.argumentsRow(taken, 'pro', msg('Pros', { id: 'compare.pros' }))}
            ${this.argumentsRow(taken, 'con', msg('Cons', { id: 'compare.cons' }))}
          </tbody>
        </table>
      </div>
      <palabre-duels .compared=${compared} .pairwise=${result?.pairwise}></palabre-duels>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-compare-view': PalabreCompareView;
  }
}
