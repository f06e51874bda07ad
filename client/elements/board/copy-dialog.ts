// Making a board from another one: a duplicate, or the same question asked again with the old results beside the new.
import { localized, msg } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { BOUNDS } from '../../../shared/bounds.ts';
import { controls } from '../../styles/controls.ts';
import '../dialog/palabre-dialog.ts';
import { submittedForm, textField, textOf } from '../editing/form-fields.ts';
import { openRoundStyles } from '../rounds/open-round-styles.ts';

/** What is to become of the board. */
export interface CopyRequest {
  readonly title: string;
  readonly notes: boolean;
  readonly redecide: boolean;
}

/** Fires `copy-chosen` and `dialog-closed`. */
@customElement('palabre-copy-dialog')
@localized()
export class PalabreCopyDialog extends LitElement {
  static override styles = [
    ...controls,
    openRoundStyles,
    css`
      .ways {
        display: grid;
        gap: var(--space-2);
      }
      .check {
        margin: 0;
      }
      .problem {
        margin: 0;
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-m);
        background: var(--con-paper);
        color: var(--con-ink);
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** Of the board that is copied. */
  @property() heading = '';
  /** Nothing has been revealed or decided there, so there is nothing to decide again; undefined: not known. */
  @property({ attribute: false }) decided: boolean | undefined;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: string | undefined;
  @state() private redecide = false;

  private readonly close = (): void => {
    this.redecide = false;
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  };

  private readonly submitted = (event: Event): void => {
    const form = submittedForm(event);
    if (form === undefined || this.busy) return;
    const title = textOf(form, 'title');
    if (title === '') return;
    const detail = { title, notes: form.get('notes') !== null, redecide: this.redecide };
    this.dispatchEvent(new CustomEvent('copy-chosen', { detail, bubbles: true, composed: true }));
  };

  private way(redecide: boolean, label: string, hint: string): TemplateResult {
    return html`<label class="check">
      <input
        type="radio"
        name="way"
        .checked=${redecide === this.redecide}
        @change=${() => (this.redecide = redecide)}
      />
      <span>${label}<span class="hint">${hint}</span></span>
    </label>`;
  }

  private ways(): TemplateResult {
    return html`<fieldset>
      <legend>${msg('What it is for', { id: 'past.copy-for' })}</legend>
      <div class="ways">
        ${this.way(
          false,
          msg('A duplicate', { id: 'past.duplicate' }),
          msg('Options, facts, criteria with their weights and the agenda; nobody’s votes.', {
            id: 'past.duplicate-hint',
          }),
        )}
        ${this.way(
          true,
          msg('Decide again', { id: 'past.redecide' }),
          msg('The old results and the old decision come along, so that old stands against new.', {
            id: 'past.redecide-hint',
          }),
        )}
      </div>
    </fieldset>`;
  }

  private form(): TemplateResult {
    return html`<form id="form" @submit=${this.submitted}>
      ${this.decided === false ? nothing : this.ways()}
      ${textField({
        name: 'title',
        label: msg('Title of the new board', { id: 'past.copy-title' }),
        value: this.heading,
        max: BOUNDS.title,
        required: true,
      })}
      <label class="check">
        <input type="checkbox" name="notes" checked />
        <span>${msg('With its notes, without the names of who wrote them', { id: 'past.copy-notes' })}</span>
      </label>
      ${this.problem === undefined ? nothing : html`<p class="problem" role="alert">${this.problem}</p>`}
    </form>`;
  }

  override render() {
    return html`<palabre-dialog
      .open=${this.open}
      .heading=${msg('Duplicate this board', { id: 'past.copy-heading' })}
      @dialog-closed=${() => (this.redecide = false)}
    >
      ${this.open ? this.form() : nothing}
      <button slot="actions" class="button quiet" type="button" @click=${this.close}>
        ${msg('Cancel', { id: 'board.cancel' })}
      </button>
      <button
        slot="actions"
        class="button primary"
        type="submit"
        form="form"
        aria-disabled=${this.busy ? 'true' : 'false'}
      >
        ${msg('Make the new board', { id: 'past.copy-make' })}
      </button>
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-copy-dialog': PalabreCopyDialog;
  }
  interface HTMLElementEventMap {
    'copy-chosen': CustomEvent<CopyRequest>;
  }
}
