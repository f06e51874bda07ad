// What the facilitator finds below the matrix: adding, restoring, and the editors; and an empty board's first words.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Board, type Target, present } from '../../../shared/board/board.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { placeInOrder } from '../editing/place-in-order.ts';

type Kind = 'option' | 'criterion';

interface Removed {
  readonly id: string;
  readonly name: string;
  readonly removed?: true;
}

const styles = css`
  :host {
    display: block;
    flex: none;
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  .adders {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding-top: var(--space-3);
  }
  .empty {
    max-width: 46ch;
    padding-top: var(--space-6);
    color: var(--ink-2);
  }
  h3 {
    margin: 0 0 var(--space-1);
    color: var(--ink);
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  p {
    margin: 0;
  }
  details {
    padding-top: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  summary {
    width: fit-content;
    padding: 6px 2px;
    cursor: pointer;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
`;

const gone = (things: readonly Removed[]): readonly Removed[] => things.filter(({ removed }) => removed === true);

/** Without a line they come when something is edited. */
const fetchEditors = (): void => void import('../editing/editors.ts').catch(() => undefined);

@customElement('palabre-matrix-editing')
@localized()
export class PalabreMatrixEditing extends LitElement {
  static override styles = [...controls, styles];

  @property({ attribute: false }) board!: Board;
  @property({ type: Boolean }) editable = false;
  /** The day it is, as in `2026-11-23`. */
  @property() today = '';
  @state() private edited: { readonly kind: Kind; readonly id: string | undefined } | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('editable') && this.editable) fetchEditors();
  }

  /** Opens the editor of an option or a criterion; without an id that of a new one. */
  edit(kind: Kind, id?: string): void {
    if (!this.editable) return;
    fetchEditors();
    this.edited = { kind, id };
  }

  /** Alt and an arrow move an option up or down and a criterion left or right. True when the key was used. */
  shift(target: Target, key: string): boolean {
    if (!this.editable) return false;
    if (target.kind === 'option' && (key === 'ArrowUp' || key === 'ArrowDown')) {
      const place = placeInOrder(this.board.options, target.option);
      const after = key === 'ArrowUp' ? place.up : place.down;
      if (after !== undefined) emit(this, 'option-moved', { option: target.option, after });
      return true;
    }
    if (target.kind === 'criterion' && (key === 'ArrowLeft' || key === 'ArrowRight')) {
      const place = placeInOrder(this.board.criteria, target.criterion);
      const after = key === 'ArrowLeft' ? place.up : place.down;
      if (after !== undefined) emit(this, 'criterion-moved', { criterion: target.criterion, after });
      return true;
    }
    return false;
  }

  private readonly closed = (event: Event): void => {
    event.stopPropagation();
    this.edited = undefined;
  };

  private emptyTemplate(): TemplateResult | typeof nothing {
    const options = present(this.board.options).length;
    const criteria = present(this.board.criteria).length;
    if (options > 0 && criteria > 0) return nothing;
    const text = this.editable
      ? msg('Add the options you choose between and the criteria you judge them by. You can change both at any time.', {
          id: 'editing.empty-hint',
        })
      : msg('The facilitator is still preparing the options and criteria. They appear here as they are added.', {
          id: 'editing.empty-wait',
        });
    const heading =
      options > 0
        ? msg('No criteria yet', { id: 'editing.no-criteria' })
        : criteria > 0
          ? msg('No options yet', { id: 'editing.no-options' })
          : msg('Nothing to compare yet', { id: 'editing.nothing-yet' });
    return html`<div class="empty">
      <h3>${heading}</h3>
      <p>${text}</p>
    </div>`;
  }

  private removedTemplate(): TemplateResult | typeof nothing {
    const options = gone(this.board.options);
    const criteria = gone(this.board.criteria);
    const n = options.length + criteria.length;
    if (n === 0) return nothing;
    return html`<details>
      <summary>${msg(str`Removed: ${n}`, { id: 'editing.removed' })}</summary>
      <ul>
        ${options.map(({ id, name }) => this.restorable(name, () => emit(this, 'option-restored', { option: id })))}
        ${criteria.map(({ id, name }) =>
          this.restorable(name, () => emit(this, 'criterion-restored', { criterion: id })),
        )}
      </ul>
    </details>`;
  }

  private restorable(name: string, restore: () => void): TemplateResult {
    return html`<li>
      <span>${name}</span>
      <button
        class="button small"
        type="button"
        aria-label=${msg(str`Restore ${name}`, { id: 'editing.restore-named' })}
        @click=${restore}
      >
        ${msg('Restore', { id: 'editing.restore' })}
      </button>
    </li>`;
  }

  private addersTemplate(): TemplateResult {
    return html`<div class="adders">
        <button class="button" type="button" @click=${() => this.edit('option')}>
          <span aria-hidden="true">+</span> ${msg('Add an option', { id: 'editing.add-option' })}
        </button>
        <button class="button" type="button" @click=${() => this.edit('criterion')}>
          <span aria-hidden="true">+</span> ${msg('Add a criterion', { id: 'editing.add-criterion' })}
        </button>
      </div>
      ${this.removedTemplate()}
      <palabre-option-editor
        .board=${this.board}
        .option=${this.edited?.id}
        .today=${this.today}
        .open=${this.edited?.kind === 'option'}
        @dialog-closed=${this.closed}
      ></palabre-option-editor>
      <palabre-criterion-editor
        .board=${this.board}
        .criterion=${this.edited?.id}
        .open=${this.edited?.kind === 'criterion'}
        @dialog-closed=${this.closed}
      ></palabre-criterion-editor>`;
  }

  override render() {
    return html`${this.emptyTemplate()}${this.editable ? this.addersTemplate() : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-matrix-editing': PalabreMatrixEditing;
  }
}
