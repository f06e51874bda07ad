// The palette: type to find an option, a criterion, a cell, a note, a view or an action, and press Enter.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import '../dialog/palabre-dialog.ts';
import { type PaletteItem, type PaletteKind, foundItems } from './palette-items.ts';

const KINDS: Readonly<Record<PaletteKind, () => string>> = {
  view: () => msg('view', { id: 'palette.view' }),
  action: () => msg('action', { id: 'palette.action' }),
  option: () => msg('option', { id: 'palette.option' }),
  criterion: () => msg('criterion', { id: 'palette.criterion' }),
  cell: () => msg('cell', { id: 'palette.cell' }),
  note: () => msg('note', { id: 'palette.note' }),
};

/** Fires `palette-item-chosen` and `dialog-closed`. */
@customElement('palabre-command-palette')
@localized()
export class PalabreCommandPalette extends LitElement {
  static override styles = [
    ...controls,
    css`
      ul {
        height: min(46dvh, 420px);
        margin: var(--space-3) 0 0;
        padding: 0;
        overflow-y: auto;
        list-style: none;
      }
      li {
        display: flex;
        align-items: baseline;
        gap: var(--space-3);
        min-height: 36px;
        padding: 7px var(--space-3);
        border-radius: var(--radius-m);
        cursor: pointer;
      }
      li[aria-selected='true'] {
        background: var(--accent-soft);
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .name {
        flex: 0 1 auto;
        min-width: 0;
        overflow: hidden;
        font-weight: 600;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .hint {
        flex: 1 1 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .kind {
        flex: none;
        margin-inline-start: auto;
        color: var(--ink-2);
        font-size: var(--text-xs);
      }
      .none {
        margin: var(--space-3) 0 0;
        color: var(--ink-2);
      }
      @media (pointer: coarse) {
        li {
          align-items: center;
          min-height: var(--touch);
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) items: readonly PaletteItem[] = [];

  @state() private text = '';
  @state() private place = 0;
  private found: readonly PaletteItem[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) {
      this.text = '';
      this.place = 0;
    }
    this.found = this.open ? foundItems(this.items, this.text) : [];
    this.place = Math.min(this.place, Math.max(0, this.found.length - 1));
  }

  protected override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  private choose(item: PaletteItem | undefined): void {
    if (item === undefined) return;
    this.dispatchEvent(
      new CustomEvent('palette-item-chosen', { detail: { id: item.id }, bubbles: true, composed: true }),
    );
  }

  private readonly typed = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.text = event.target.value;
    this.place = 0;
  };

  private readonly keyed = (event: KeyboardEvent): void => {
    const many = this.found.length;
    if (event.isComposing || many === 0) return;
    if (event.key === 'ArrowDown') this.place = (this.place + 1) % many;
    else if (event.key === 'ArrowUp') this.place = (this.place + many - 1) % many;
    else if (event.key === 'Enter') this.choose(this.found[this.place]);
    else return;
    event.preventDefault();
  };

  private itemTemplate(item: PaletteItem, place: number): TemplateResult {
    return html`<li
      id=${`item-${place}`}
      role="option"
      aria-selected=${place === this.place}
      @click=${() => this.choose(item)}
    >
      <span class="name">${item.name}</span>
      ${item.hint === undefined ? nothing : html`<span class="hint">${item.hint}</span>`}
      <span class="kind">${KINDS[item.kind]()}</span>
    </li>`;
  }

  private foundWords(): string {
    const n = this.found.length;
    const many = formatNumber(n);
    return plural(n, {
      one: () => msg(str`${many} found`, { id: 'palette.found-one' }),
      other: () => msg(str`${many} found`, { id: 'palette.found-other' }),
    });
  }

  private contentTemplate(): TemplateResult {
    const words = msg('An option, a criterion, a note, a view, an action', { id: 'palette.what' });
    return html`<input
        class="field"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        autofocus
        aria-autocomplete="list"
        aria-expanded=${this.found.length > 0}
        aria-controls="found"
        aria-activedescendant=${this.found.length > 0 ? `item-${this.place}` : nothing}
        aria-label=${words}
        placeholder=${words}
        .value=${this.text}
        @input=${this.typed}
        @keydown=${this.keyed}
      />
      <p class="visually-hidden" role="status">${this.text === '' ? '' : this.foundWords()}</p>
      ${
        this.found.length === 0
          ? html`<p class="none">${msg('Nothing on this board has all of these words.', { id: 'palette.none' })}</p>`
          : nothing
      }
      <ul
        id="found"
        role="listbox"
        aria-label=${msg('Found', { id: 'palette.found' })}
        ?hidden=${this.found.length === 0}
      >
        ${this.found.map((item, place) => this.itemTemplate(item, place))}
      </ul>`;
  }

  override render() {
    return html`<palabre-dialog .open=${this.open} .heading=${msg('Find or do', { id: 'palette.heading' })}>
      ${this.open ? this.contentTemplate() : nothing}
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-command-palette': PalabreCommandPalette;
  }
  interface HTMLElementEventMap {
    'palette-item-chosen': CustomEvent<{ readonly id: string }>;
  }
}
