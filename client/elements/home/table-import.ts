// Takes a table that was pasted, dropped or picked as a file, and says what it would make, or what is wrong with it.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { boardFromTable, suggestMapping, type BoardRead, type ColumnUse } from '../../../shared/exchange/mapping.ts';
import { tableErrorSentence, type TableError } from '../../../shared/exchange/table-errors.ts';
import { readTable, type TableFormat, type TableRead } from '../../../shared/exchange/table.ts';
import type { Language } from '../../../shared/rejections.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import './table-preview.ts';

/** What is to be sent along; the mapping only where the person changed it. Columns count from 0, the one of names. */
export interface TableImport {
  readonly format: TableFormat;
  readonly text: string;
  readonly mapping?: readonly { readonly column: number; readonly as: ColumnUse }[];
  readonly redecide?: boolean;
}

const LARGEST_FILE = 1_000_000;
const ERRORS_SHOWN = 6;

/** Fires `table-changed` with the import, or with undefined while there is none that would work. */
@customElement('palabre-table-import')
@localized()
export class TableImportField extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: var(--space-3);
        min-width: 0;
      }
      :host > * {
        min-width: 0;
      }
      .drop {
        position: relative;
      }
      .drop.over textarea {
        border-color: var(--accent);
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      textarea.field {
        min-height: 132px;
        font:
          400 13px/1.5 ui-monospace,
          'SF Mono',
          'Cascadia Mono',
          Menlo,
          Consolas,
          monospace;
        tab-size: 12;
        white-space: pre;
      }
      .under {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-2);
      }
      .under .hint {
        flex: 1 1 24ch;
      }
      .errors {
        display: grid;
        gap: 4px;
        margin: 0;
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-m);
        background: var(--con-paper);
        color: var(--con-ink);
        font-size: var(--text-s);
        list-style: none;
        overflow-wrap: anywhere;
      }
      .made {
        margin: 0;
        font-weight: 600;
      }
    `,
  ];

  @property() language: Language = 'en';
  @state() private text = '';
  @state() private read: TableRead | undefined;
  @state() private made: BoardRead | undefined;
  @state() private mapping: readonly ColumnUse[] = [];
  @state() private over = false;
  @state() private tooLarge = false;
  /** An exported board's question is to be asked again. */
  @state() private redecide = false;
  private changed = false;

  private take(text: string): void {
    this.text = text;
    this.tooLarge = text.length > LARGEST_FILE;
    this.read = text.trim() === '' || this.tooLarge ? undefined : readTable(text);
    this.mapping = this.read?.ok && this.read.kind === 'table' ? suggestMapping(this.read.table) : [];
    this.changed = false;
    this.conclude();
  }

  private conclude(): void {
    const { read } = this;
    this.made = read?.ok && read.kind === 'table' ? boardFromTable(read.table, this.mapping) : undefined;
    let made: TableImport | undefined;
    if (read?.ok && read.kind === 'palabre-export')
      made = { format: 'json', text: this.text, ...(this.redecide && { redecide: true }) };
    else if (read?.ok && this.made?.ok) {
      const mapping = this.mapping.map((as, at) => ({ column: at + 1, as }));
      made = { format: read.table.format, text: this.text, ...(this.changed && { mapping }) };
    }
    this.dispatchEvent(new CustomEvent('table-changed', { detail: { import: made }, bubbles: true, composed: true }));
  }

  private mapped({ column, as }: { readonly column: number; readonly as: ColumnUse }): void {
    this.mapping = this.mapping.map((use, at) => (at === column - 1 ? as : use));
    this.changed = true;
    this.conclude();
  }

  private async takeFile(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > LARGEST_FILE) {
      this.take('');
      this.tooLarge = true;
      return;
    }
    this.take(await file.text());
  }

  private readonly dropped = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    this.over = false;
    if (!file) return;
    event.preventDefault();
    void this.takeFile(file);
  };

  private readonly draggedOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = true;
  };

  private readonly picked = (event: Event & { readonly target: HTMLInputElement }): void => {
    void this.takeFile(event.target.files?.[0]);
    event.target.value = '';
  };

  private readonly pick = (): void => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();

  private readonly redecided = (event: Event & { readonly target: HTMLInputElement }): void => {
    this.redecide = event.target.checked;
    this.conclude();
  };

  private renderErrors(errors: readonly TableError[]) {
    const left = errors.length - ERRORS_SHOWN;
    return html`<ul class="errors">
      ${errors.slice(0, ERRORS_SHOWN).map((error) => html`<li>${tableErrorSentence(error, this.language)}</li>`)}
      ${left > 0 ? html`<li>${msg(str`… and ${left} more`, { id: 'home.more-errors' })}</li>` : nothing}
    </ul>`;
  }

  /** What is said of the text: one line of what it makes, or what is wrong. */
  private renderVerdict() {
    const { read, made } = this;
    if (this.tooLarge) {
      return html`<p class="errors">
        ${msg(str`This is larger than ${formatNumber(LARGEST_FILE / 1000)} kB: too large for a board.`, {
          id: 'home.table-too-large',
        })}
      </p>`;
    }
    if (!read) return nothing;
    if (!read.ok) return this.renderErrors(read.errors);
    if (read.kind === 'palabre-export') {
      return html`<p class="made">
          ${msg('A board exported from Palabre: all of it is taken over, its rounds marked as imported.', {
            id: 'home.table-export',
          })}
        </p>
        <label class="check">
          <input type="checkbox" .checked=${this.redecide} @change=${this.redecided} />
          ${msg('Decide again: a new vote, with the old results and the old decision to stand against it', {
            id: 'past.import-redecide',
          })}
        </label>`;
    }
    if (!made) return nothing;
    return made.ok ? html`<p class="made">${this.summary(made.board)}</p>` : this.renderErrors(made.errors);
  }

  private renderPreview() {
    if (!this.read?.ok || this.read.kind !== 'table') return nothing;
    return html`<palabre-table-preview
      .table=${this.read.table}
      .mapping=${this.mapping}
      @column-mapped=${(event: HTMLElementEventMap['column-mapped']) => this.mapped(event.detail)}
    ></palabre-table-preview>`;
  }

  private summary({ options, criteria }: Extract<BoardRead, { ok: true }>['board']): string {
    const facts = this.mapping.filter((use) => use === 'fact').length;
    return [
      plural(options.length, {
        one: () => msg(str`${options.length} option`, { id: 'home.made-options.one' }),
        other: () => msg(str`${options.length} options`, { id: 'home.made-options.other' }),
      }),
      plural(criteria.length, {
        one: () => msg(str`${criteria.length} criterion`, { id: 'home.made-criteria.one' }),
        other: () => msg(str`${criteria.length} criteria`, { id: 'home.made-criteria.other' }),
      }),
      plural(facts, {
        one: () => msg(str`${facts} column of facts`, { id: 'home.made-facts.one' }),
        other: () => msg(str`${facts} columns of facts`, { id: 'home.made-facts.other' }),
      }),
    ].join(' · ');
  }

  override render() {
    return html`
      <div class="field">
        <label for="table">${msg('Table', { id: 'home.table' })}</label>
        <div
          class="drop ${this.over ? 'over' : ''}"
          @dragover=${this.draggedOver}
          @dragleave=${() => (this.over = false)}
          @drop=${this.dropped}
        >
          <textarea
            class="field"
            id="table"
            rows="6"
            spellcheck="false"
            aria-describedby="hint"
            placeholder=${msg('Option, Licence, Learning curve\nFlask, BSD,\nDjango, BSD,', { id: 'home.table-example' })}
            .value=${this.text}
            @input=${(event: Event & { readonly target: HTMLTextAreaElement }) => this.take(event.target.value)}
          ></textarea>
        </div>
        <div class="under">
          <p class="hint" id="hint">
            ${msg('One option a row, names first, headings on top. Drop a file here or paste from a spreadsheet.', {
              id: 'home.table-hint',
            })}
          </p>
          <button class="button small" type="button" @click=${this.pick}>
            ${msg('Choose a file', { id: 'home.table-file' })}
          </button>
          <input hidden type="file" accept=".csv,.tsv,.txt,.md,.json,text/*,application/json" @change=${this.picked} />
        </div>
      </div>
      ${this.renderPreview()}
      <div role="status">${this.renderVerdict()}</div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-table-import': TableImportField;
  }
  interface HTMLElementEventMap {
    'table-changed': CustomEvent<{ readonly import: TableImport | undefined }>;
  }
}
