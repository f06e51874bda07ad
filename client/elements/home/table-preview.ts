// The first rows of a pasted table, with what each of its columns is to become.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { COLUMN_USES, type ColumnUse, type Mapping } from '../../../shared/exchange/mapping.ts';
import type { Table } from '../../../shared/exchange/table.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';

const FIRST_ROWS = 5;

const useName = (use: ColumnUse): string =>
  use === 'fact'
    ? msg('Fact', { id: 'home.use-fact' })
    : use === 'criterion'
      ? msg('Criterion', { id: 'home.use-criterion' })
      : msg('Leave out', { id: 'home.use-nothing' });

/** Fires `column-mapped` with the column (the first, of names, is 0) and its use. */
@customElement('palabre-table-preview')
@localized()
export class TablePreview extends LitElement {
  static override styles = [
    ...controls,
    css`
      .scroll {
        overflow-x: auto;
        border: 1px solid var(--hairline);
        border-radius: var(--radius-m);
        background: var(--surface);
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: var(--text-s);
      }
      th,
      td {
        max-width: 220px;
        padding: 7px var(--space-3);
        border-bottom: 1px solid var(--hairline);
        overflow: hidden;
        text-align: start;
        text-overflow: ellipsis;
        vertical-align: top;
        white-space: nowrap;
      }
      tbody tr:last-child :is(th, td) {
        border-bottom: 0;
      }
      tbody th {
        font-weight: 600;
      }
      thead th {
        min-width: 128px;
        font-weight: 600;
      }
      thead .heading {
        display: block;
        margin-bottom: 6px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      thead .names {
        color: var(--ink-2);
        font-weight: 400;
      }
      select.field {
        min-height: 32px;
        padding-block: 3px;
        font-size: var(--text-s);
      }
      .faint {
        color: var(--ink-3);
      }
      .nothing {
        text-decoration: line-through;
      }
      p.hint {
        margin: var(--space-2) 0 0;
      }
      :is(thead, tbody) th:first-child {
        position: sticky;
        left: 0;
        background: var(--surface);
      }
    `,
  ];

  @property({ attribute: false }) table: Table | undefined;
  @property({ attribute: false }) mapping: Mapping = [];

  private choose(column: number, value: string): void {
    const use = COLUMN_USES.find((known) => known === value);
    if (use === undefined) return;
    this.dispatchEvent(
      new CustomEvent('column-mapped', { detail: { column, as: use }, bubbles: true, composed: true }),
    );
  }

  private renderHeading(heading: string, column: number) {
    if (column === 0) {
      return html`<th scope="col">
        <span class="heading">${heading}</span>
        <span class="names">${msg('Names of the options', { id: 'home.use-names' })}</span>
      </th>`;
    }
    const use = this.mapping[column - 1] ?? 'nothing';
    const name = heading.trim() === '' ? msg('(no heading)', { id: 'home.no-heading' }) : heading;
    return html`<th scope="col">
      <span class="heading ${use === 'nothing' ? 'faint' : ''}" title=${name}>${name}</span>
      <select
        class="field"
        aria-label=${msg(str`What “${name}” becomes`, { id: 'home.use' })}
        .value=${live(use)}
        @change=${(event: Event & { readonly target: HTMLSelectElement }) => this.choose(column, event.target.value)}
      >
        ${COLUMN_USES.map((choice) => html`<option value=${choice} ?selected=${choice === use}>${useName(choice)}</option>`)}
      </select>
    </th>`;
  }

  private renderCell(cell: string, column: number) {
    if (column === 0) return html`<th scope="row" title=${cell}>${cell}</th>`;
    const use = this.mapping[column - 1] ?? 'nothing';
    return html`<td class=${use === 'fact' ? '' : use === 'criterion' ? 'faint' : 'faint nothing'} title=${cell}>
      ${cell}
    </td>`;
  }

  override render() {
    const { table } = this;
    if (!table) return nothing;
    const rows = table.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    const left = rows.length - FIRST_ROWS;
    const scored = this.mapping.some(
      (use, at) => use === 'criterion' && rows.some(({ cells }) => cells[at + 1]?.trim()),
    );
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${msg('Preview of the table', { id: 'home.preview' })}>
        <table>
          <thead>
            <tr>
              ${table.header.map((heading, column) => this.renderHeading(heading, column))}
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, FIRST_ROWS).map(
              ({ cells }) =>
                html`<tr>
                  ${cells.map((cell, column) => this.renderCell(cell, column))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${
        left > 0
          ? html`<p class="hint">
              ${plural(left, {
                one: () => msg(str`… and ${left} more row`, { id: 'home.more-rows.one' }),
                other: () => msg(str`… and ${left} more rows`, { id: 'home.more-rows.other' }),
              })}
            </p>`
          : nothing
      }
      ${
        scored
          ? html`<p class="hint">
              ${msg('Scores in a criterion’s column stay behind: on the board they come from votes only.', {
                id: 'home.scores-stay',
              })}
            </p>`
          : nothing
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-table-preview': TablePreview;
  }
  interface HTMLElementEventMap {
    'column-mapped': CustomEvent<{ readonly column: number; readonly as: ColumnUse }>;
  }
}
