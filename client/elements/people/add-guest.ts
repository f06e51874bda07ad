// Adds somebody who is in the room without a device, so that their ballot can be recorded for them.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { BOUNDS } from '../../../shared/bounds.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { submittedForm, textOf } from '../editing/form-fields.ts';

/** Fires `guest-added`. Stays open after one, for the next. */
@customElement('palabre-add-guest')
@localized()
export class PalabreAddGuest extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        margin-top: var(--space-3);
      }
      form {
        display: grid;
        gap: var(--space-2);
      }
      label {
        font-weight: 600;
      }
      .hint {
        margin: 0;
      }
      .buttons {
        display: flex;
        gap: 6px;
      }
      @media (pointer: coarse) {
        .button {
          min-height: var(--touch);
        }
      }
    `,
  ];

  @state() private asking = false;
  @query('input') private readonly field!: HTMLInputElement | null;
  @query('.open') private readonly openButton!: HTMLButtonElement | null;

  private async ask(on: boolean): Promise<void> {
    this.asking = on;
    await this.updateComplete;
    (on ? this.field : this.openButton)?.focus();
  }

  private readonly submitted = (event: Event): void => {
    const form = submittedForm(event);
    const name = form === undefined ? '' : textOf(form, 'guest');
    if (name === '' || this.field === null) return;
    emit(this, 'guest-added', { name });
    this.field.value = '';
    this.field.focus();
  };

  override render() {
    if (!this.asking) {
      return html`<button class="button small open" type="button" @click=${() => void this.ask(true)}>
        ${msg('Add someone without a device', { id: 'people.add-guest' })}
      </button>`;
    }
    return html`<form @submit=${this.submitted}>
      <label for="guest">${msg('Name of who has no device', { id: 'people.guest-name' })}</label>
      <input
        class="field"
        id="guest"
        name="guest"
        required
        pattern=".*\\S.*"
        autocomplete="off"
        maxlength=${BOUNDS.memberName}
        aria-describedby="guest-hint"
      />
      <p class="hint" id="guest-hint">
        ${msg('You record their ballot in each round, and so you see it. It counts like any other.', {
          id: 'people.guest-hint',
        })}
      </p>
      <div class="buttons">
        <button class="button primary small" type="submit">${msg('Add', { id: 'people.guest-add' })}</button>
        <button class="button quiet small" type="button" @click=${() => void this.ask(false)}>
          ${msg('Done adding', { id: 'people.guest-done' })}
        </button>
      </div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-add-guest': PalabreAddGuest;
  }
}
