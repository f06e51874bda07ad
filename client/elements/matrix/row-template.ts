// Draws one option's row: its rank and name, its cells, its weighted value.
import { msg, str } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { criterionOf, type Board } from '../../../shared/board/board.ts';
import type { Ranked } from '../../../shared/voting/method.ts';
import { formatNumber } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { optionColour } from '../option-colour.ts';
import { cellTemplate } from './cell-template.ts';
import { noteCountWords } from './cell-words.ts';
import { distributionOf } from './distribution.ts';
import { editTemplate } from './edit-template.ts';
import type { MatrixModel, RowModel } from './matrix-model.ts';

const FULL = 100;

export const valueText = (value: number): string => formatNumber(value, { maximumFractionDigits: 0 });

/** The mean that knocked an option out, with as many decimals as it takes to be below the threshold. */
function failingMean(mean: number, mustHave: number): string {
  const enough = [1, 2, 3].find((digits) => Number(mean.toFixed(digits)) < mustHave) ?? 1;
  return formatNumber(mean, { minimumFractionDigits: enough, maximumFractionDigits: enough });
}

/** Why an option is out: `out: Ecosystem 2.1`. */
function outWords(board: Board, { ranked, cells }: RowModel, shown: MatrixModel, short: boolean): string {
  const id = ranked?.knockedOut ?? '';
  const name = criterionOf(board, id)?.name ?? id;
  const counts = cells.find((cell) => cell.criterion === id)?.counts;
  const mean = counts === undefined ? null : distributionOf(counts).mean;
  const mustHave = shown.columns.find(({ criterion }) => criterion.id === id)?.mustHave ?? 0;
  const said = mean === null ? name : `${name} ${failingMean(mean, mustHave)}`;
  return short
    ? msg(str`out: ${said}`, { id: 'matrix.out' })
    : msg(str`knocked out: ${said} is below the must-have`, { id: 'matrix.knocked-out' });
}

function standingWords(row: RowModel): string {
  if (row.standing === 'withdrawn') return msg('withdrawn from this round', { id: 'matrix.withdrawn' });
  if (row.standing === 'removed') return msg('removed', { id: 'matrix.removed' });
  if (row.standing === 'outside') return msg('not in this round', { id: 'matrix.not-in-round' });
  return row.option.summary ?? '';
}

function nameWords(board: Board, row: RowModel, shown: MatrixModel): string {
  const { ranked, option } = row;
  const rank = ranked?.rank;
  return [
    option.name,
    ...(shown.ranked && rank !== undefined ? [msg(str`rank ${rank}`, { id: 'matrix.rank' })] : []),
    ...(ranked === undefined || ranked.value === null ? [] : [ofHundred(ranked.value)]),
    ...(ranked?.knockedOut === undefined ? [] : [outWords(board, row, shown, false)]),
    ...(standingWords(row) === '' ? [] : [standingWords(row)]),
    ...(row.notes > 0 ? [noteCountWords(row.notes)] : []),
  ].join(', ');
}

const ofHundred = (value: number): string => msg(str`${valueText(value)} of 100`, { id: 'matrix.value-of-100' });

function valueTemplate({ value }: Ranked): TemplateResult {
  if (value === null) return html`<span class="of">${msg('not scored', { id: 'matrix.not-scored' })}</span>`;
  return html`<span class="value">${valueText(value)}</span>
    <span class="of">${msg('of 100', { id: 'matrix.of-100' })}</span>`;
}

function weightedTemplate(board: Board, row: RowModel, shown: MatrixModel): TemplateResult {
  const { ranked } = row;
  if (ranked === undefined) return html`<div role="gridcell" class="weighted"></div>`;
  const width = Math.max(0, Math.min(FULL, ranked.value ?? 0));
  const out = ranked.knockedOut !== undefined;
  return html`<div role="gridcell" class="weighted">
    ${valueTemplate(ranked)}
    ${
      out
        ? html`<span class="out" title=${outWords(board, row, shown, false)}
            >${outWords(board, row, shown, true)}</span
          >`
        : html`<svg class="bar" aria-hidden="true"><rect width="${width}%" height="6" rx="2"></rect></svg>`
    }
  </div>`;
}

function optionTemplate(board: Board, row: RowModel, shown: MatrixModel, editable: boolean): TemplateResult {
  const { option } = row;
  const words = nameWords(board, row, shown);
  const title = option.summary === undefined ? option.name : `${option.name} – ${option.summary}`;
  const under = standingWords(row);
  return html`<div role="rowheader" class=${row.selected ? 'option selected' : 'option'}>
    <span class="rank" aria-hidden="true">${shown.ranked ? row.ranked?.rank : nothing}</span>
    <span class=${optionColour(row.index).pattern ? 'swatch patterned' : 'swatch'}></span>
    <span class="who">
      <span class="line"
        ><button
          class="name"
          type="button"
          tabindex=${row.active ? 0 : -1}
          aria-label=${words}
          title=${title}
          data-option=${option.id}
        >
          ${option.name}
        </button>
        ${row.notes > 0 ? html`<span class="count" aria-hidden="true">${row.notes}</span>` : nothing}</span
      >
      ${under === '' ? nothing : html`<span class="under" aria-hidden="true">${under}</span>`}
    </span>
    ${editable ? editTemplate('option', option, row.active) : nothing}
  </div>`;
}

const classesOf = ({ standing, ranked }: RowModel): string =>
  `option-row${standing === 'plain' ? '' : ' aside'}${ranked?.knockedOut === undefined ? '' : ' knocked-out'}`;

/** The place of a row that is not drawn yet, as high as the row will be. */
export const rowToCome = (): TemplateResult => html`<div class="option-row"></div>`;

/** `editable` shows the button that edits the option in place. */
export function rowTemplate(board: Board, row: RowModel, shown: MatrixModel, editable: boolean): TemplateResult {
  return html`<div
    role="row"
    class=${classesOf(row)}
    data-row=${row.option.id}
    .style=${`--option: var(${optionColour(row.index).token})`}
  >
    ${optionTemplate(board, row, shown, editable)}
    ${row.cells.map((cell) => guard([cell, currentLanguage()], () => cellTemplate(cell)))}
    ${shown.weighted ? weightedTemplate(board, row, shown) : nothing}
  </div>`;
}
