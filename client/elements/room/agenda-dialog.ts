// Writes the agenda: a line an item, minutes at its end, as it would be pasted; beside it what that makes.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { type Board, type Target, present } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { formatDuration } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { type AgendaDraft, emit } from '../board-events.ts';
import { PHASES, phaseName } from '../board/phase-words.ts';
import '../dialog/palabre-dialog.ts';
import { submittedForm } from '../editing/form-fields.ts';
import { agendaDialogStyles } from './agenda-dialog-styles.ts';
import { itemsOfLines, lineOfItem, minutesOf } from './agenda-lines.ts';

/** Minutes of the usual course: frame, discuss, vote, reveal, decide. */
const USUAL = [5, 15, 10, 5, 10];

/** How a place stands in the value of a select: ids hold no space. */
const written = (target: Target | undefined): string =>
  target?.kind === 'option'
    ? `option ${target.option}`
    : target?.kind === 'criterion'
      ? `criterion ${target.criterion}`
      : '';

function read(value: string): Target | undefined {
  const [kind, id = ''] = value.split(' ');
  if (kind === 'option') return { kind, option: id };
  return kind === 'criterion' ? { kind, criterion: id } : undefined;
}

/** Fires `agenda-set` and `dialog-closed`. */
@customElement('palabre-agenda-dialog')
@localized()
export class PalabreAgendaDialog extends LitElement {
  static override styles = [...controls, agendaDialogStyles];

  @property({ attribute: false }) board: Board | undefined;
  @property({ type: Boolean }) open = false;
  @state() private text = '';
  /** Places given to items here, by title; null: taken away. */
  @state() private places: ReadonlyMap<string, Target | null> = new Map();
  /** The board as it was when the dialog opened: what is typed is not overwritten by what others change. */
  private start: Board | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    this.start = this.open ? this.board : undefined;
    this.text = (this.start?.agenda ?? []).map(lineOfItem).join('\n');
    this.places = new Map();
  }

  private get items(): readonly AgendaDraft[] {
    return itemsOfLines(this.text, this.start?.agenda ?? []).map(({ target, ...item }) => {
      const place = this.places.get(item.title);
      const given = place === undefined ? target : (place ?? undefined);
      return { ...item, ...(given !== undefined && { target: given }) };
    });
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  };

  private readonly submitted = (event: Event): void => {
    if (submittedForm(event) === undefined) return;
    emit(this, 'agenda-set', { items: this.items });
    this.close();
  };

  private readonly typed = (event: Event): void => {
    if (event.target instanceof HTMLTextAreaElement) this.text = event.target.value;
  };

  /** Ctrl + Enter is done, as in other fields of several lines. */
  private readonly keyed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.renderRoot.querySelector('form')?.requestSubmit();
  };

  private readonly usual = (): void => {
    this.text = PHASES.map((phase, place) => `${phaseName(phase)} ${USUAL[place] ?? ''}`.trim()).join('\n');
  };

  private place(board: Board, { title, target }: AgendaDraft): TemplateResult {
    const chosen = written(target);
    const choice = (value: string, name: string) =>
      html`<option value=${value} ?selected=${value === chosen}>${name}</option>`;
    return html`<select
      class="field"
      aria-label=${msg(str`What ${title} is about`, { id: 'room.item-about' })}
      @change=${(event: Event) => {
        if (!(event.target instanceof HTMLSelectElement)) return;
        this.places = new Map(this.places).set(title, read(event.target.value) ?? null);
      }}
    >
      ${choice('', msg('no place', { id: 'room.no-place' }))}
      <optgroup label=${msg('Options', { id: 'room.options' })}>
        ${present(board.options).map(({ id, name }) => choice(`option ${id}`, name))}
      </optgroup>
      <optgroup label=${msg('Criteria', { id: 'room.criteria' })}>
        ${present(board.criteria).map(({ id, name }) => choice(`criterion ${id}`, name))}
      </optgroup>
    </select>`;
  }

  private preview(board: Board): TemplateResult {
    const { items } = this;
    if (items.length === 0) {
      return html`<p class="hint empty">
        ${msg('Nothing yet. An empty agenda is taken off the board.', { id: 'room.agenda-empty' })}
        <button class="button small" type="button" @click=${this.usual}>
          ${msg('Take the usual course', { id: 'room.usual' })}
        </button>
      </p>`;
    }
    const whole = minutesOf(items);
    return html`<ol aria-label=${msg('Agenda', { id: 'room.agenda' })}>
        ${items.map(
          (item) =>
            html`<li>
              <span class="title">${item.title}</span>
              <span class="minutes">${item.minutes === undefined ? '–' : formatDuration(item.minutes * 60)}</span>
              ${this.place(board, item)}
            </li>`,
        )}
      </ol>
      <p class="whole">
        ${whole === 0 ? nothing : msg(str`${formatDuration(whole * 60)} in all`, { id: 'room.in-all' })}
      </p>`;
  }

  private form(board: Board): TemplateResult {
    return html`<form id="form" @submit=${this.submitted}>
      <div class="field">
        <label for="lines">${msg('A line for each item, its minutes at the end', { id: 'room.lines' })}</label>
        <textarea
          id="lines"
          name="lines"
          rows="8"
          autofocus
          autocomplete="off"
          spellcheck="true"
          maxlength=${BOUNDS.agendaItems * (BOUNDS.title + 8)}
          aria-describedby="lines-hint"
          placeholder=${msg('The question 5', { id: 'room.lines-example' })}
          .value=${live(this.text)}
          @input=${this.typed}
          @keydown=${this.keyed}
        ></textarea>
        <p class="hint" id="lines-hint">
          ${msg('A list can be pasted as it is. Ctrl + Enter saves.', { id: 'room.lines-hint' })}
        </p>
      </div>
      ${this.preview(board)}
    </form>`;
  }

  override render() {
    const board = this.open ? this.start : undefined;
    return html`<palabre-dialog persistent wide .open=${this.open} .heading=${msg('Agenda', { id: 'room.agenda' })}>
      ${board === undefined ? nothing : this.form(board)}
      <button slot="actions" class="button quiet" type="button" @click=${this.close}>
        ${msg('Cancel', { id: 'board.cancel' })}
      </button>
      <button slot="actions" class="button primary" type="submit" form="form">
        ${msg('Save', { id: 'board.save' })}
      </button>
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-agenda-dialog': PalabreAgendaDialog;
  }
}
