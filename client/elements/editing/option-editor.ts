// The dialog that adds or edits an option: its name, summary and link, its place, and whether it is there.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { type Board, type Option, optionOf } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import '../dialog/palabre-dialog.ts';
import './facts.ts';
import { formStyles, submittedForm, textField, textOf } from './form-fields.ts';
import { placeInOrder } from './place-in-order.ts';
import { actionsTemplate, addWord, saveWord, standingTemplate } from './standing-template.ts';

/** Fires `dialog-closed` when it is done or given up; the owner then sets `open` to false. */
@customElement('palabre-option-editor')
@localized()
export class PalabreOptionEditor extends LitElement {
  static override styles = [
    ...controls,
    formStyles,
    css`
      .facts {
        margin-top: var(--space-5);
        padding-top: var(--space-4);
        border-top: 1px solid var(--hairline);
      }
      h3 {
        margin: 0 0 var(--space-2);
        font: 700 var(--text-l) / 1.3 var(--font-heading);
      }
    `,
  ];

  @property({ attribute: false }) board!: Board;
  /** The id of the option to edit; undefined adds one. */
  @property({ attribute: false }) option: string | undefined;
  @property({ type: Boolean }) open = false;
  /** The day it is, as in `2026-11-23`: facts age by it. */
  @property() today = '';

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  };

  private readonly submitted = (event: Event): void => {
    const form = submittedForm(event);
    if (form === undefined) return;
    const [name, summary, url] = [textOf(form, 'name'), textOf(form, 'summary'), textOf(form, 'url')];
    if (name === '') return;
    const option = this.option === undefined ? undefined : optionOf(this.board, this.option);
    if (option === undefined) {
      emit(this, 'option-added', { name, ...(summary !== '' && { summary }), ...(url !== '' && { url }) });
    } else {
      this.saveChanges(option, { name, summary, url });
    }
    this.close();
  };

  /** Sends only what changed; an emptied field is sent empty. */
  private saveChanges(option: Option, given: Readonly<Record<'name' | 'summary' | 'url', string>>): void {
    const changes = {
      ...(given.name !== option.name && { name: given.name }),
      ...(given.summary !== (option.summary ?? '') && { summary: given.summary }),
      ...(given.url !== (option.url ?? '') && { url: given.url }),
    };
    if (Object.keys(changes).length > 0) emit(this, 'option-edited', { option: option.id, ...changes });
  }

  private fields(option: Option | undefined) {
    return html`<form id="form" @submit=${this.submitted}>
      ${textField({
        name: 'name',
        label: msg('Name', { id: 'editing.name' }),
        value: option?.name,
        max: BOUNDS.name,
        required: true,
        first: true,
      })}
      ${textField({
        name: 'summary',
        label: msg('In a few words', { id: 'editing.summary' }),
        value: option?.summary,
        max: BOUNDS.summary,
        type: 'lines',
      })}
      ${textField({
        name: 'url',
        label: msg('Link', { id: 'editing.link' }),
        value: option?.url,
        max: BOUNDS.url,
        type: 'url',
        placeholder: 'https://',
        pattern: 'https?://.+',
      })}
    </form>`;
  }

  /** Facts are saved one by one, apart from the form. */
  private facts(option: Option) {
    return html`<section class="facts" aria-labelledby="facts">
      <h3 id="facts">${msg('Facts', { id: 'editing.facts' })}</h3>
      <palabre-facts .option=${option} .today=${this.today} editable></palabre-facts>
    </section>`;
  }

  private standing(option: Option) {
    return standingTemplate({
      place: placeInOrder(this.board.options, option.id),
      move: (after) => emit(this, 'option-moved', { option: option.id, after }),
      remove: () => {
        emit(this, 'option-removed', { option: option.id });
        this.close();
      },
    });
  }

  override render() {
    const option = this.option === undefined ? undefined : optionOf(this.board, this.option);
    const heading =
      option === undefined
        ? msg('Add an option', { id: 'editing.add-option' })
        : msg(str`Edit ${option.name}`, { id: 'editing.edit' });
    return html`<palabre-dialog .open=${this.open} persistent .heading=${heading}>
      ${this.open ? keyed(this.option, this.fields(option)) : nothing}
      ${this.open && option !== undefined ? html`${this.facts(option)} ${this.standing(option)}` : nothing}
      ${actionsTemplate(option === undefined ? addWord() : saveWord(), this.close)}
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-option-editor': PalabreOptionEditor;
  }
}
