// Draws the header row of the matrix: each criterion with its weight and its must-have.
import { msg, str } from '@lit/localize';
import { type TemplateResult, html, nothing } from 'lit';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { noteCountWords } from './cell-words.ts';
import { editTemplate } from './edit-template.ts';
import type { ColumnModel, MatrixModel } from './matrix-model.ts';

function weightWords({ weight, share, standing }: ColumnModel): string {
  const shown = formatNumber(weight);
  if (standing === 'outside') return msg('not in this round', { id: 'matrix.not-in-round' });
  return share === undefined
    ? msg(str`weight ${shown}`, { id: 'matrix.weight' })
    : msg(str`weight ${shown} · ${formatShare(share)}`, { id: 'matrix.weight-share' });
}

const mustWords = (mustHave: number): string =>
  msg(str`must have ≥ ${formatNumber(mustHave)}`, { id: 'matrix.must-have' });

function columnWords(column: ColumnModel): string {
  const { criterion, mustHave } = column;
  return [
    criterion.name,
    weightWords(column),
    ...(mustHave === undefined ? [] : [mustWords(mustHave)]),
    ...(column.standing === 'removed' ? [msg('removed', { id: 'matrix.removed' })] : []),
    ...(column.notes > 0 ? [noteCountWords(column.notes)] : []),
  ].join(', ');
}

function columnTemplate(column: ColumnModel, editable: boolean): TemplateResult {
  const { criterion, mustHave, notes } = column;
  const title = criterion.description === undefined ? criterion.name : `${criterion.name} – ${criterion.description}`;
  return html`<div role="columnheader" class=${column.selected ? 'column selected' : 'column'}>
    <button
      class="name"
      type="button"
      tabindex=${column.active ? 0 : -1}
      aria-label=${columnWords(column)}
      title=${title}
      data-criterion=${criterion.id}
    >
      ${criterion.name}
    </button>
    <span class="under" aria-hidden="true"
      >${weightWords(column)}${notes > 0 ? html`<span class="count">${notes}</span>` : nothing}</span
    >
    ${mustHave === undefined ? nothing : html`<span class="under must" aria-hidden="true">${mustWords(mustHave)}</span>`}
    ${editable ? editTemplate('criterion', criterion, column.active) : nothing}
  </div>`;
}

export function headTemplate(shown: MatrixModel, editable: boolean): TemplateResult {
  return html`<div role="row" class="head">
    <div role="columnheader" class="corner">
      <span class="visually-hidden">${msg('Option', { id: 'matrix.option' })}</span>
    </div>
    ${shown.columns.map((column) => columnTemplate(column, editable))}
    ${
      shown.weighted
        ? html`<div role="columnheader" class="weighted-head">${msg('Weighted', { id: 'matrix.weighted' })}</div>`
        : nothing
    }
  </div>`;
}
