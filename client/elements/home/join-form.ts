// The field for a board's short code: read with or without dashes, spaces and capitals.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { readCode, showCode } from '../../../shared/ids.ts';
import { controls } from '../../styles/controls.ts';

/** Fires `code-entered` with the code in its plain form. */
@customElement('palabre-join-form')
@localized()
export class JoinForm extends LitElement {
  static override styles = [
    ...controls,
    css`
      form {
        display: grid;
        gap: 6px;
      }
      .row {
        display: flex;
        gap: var(--space-2);
      }
      input.field {
        flex: 1 1 12ch;
        min-height: var(--touch);
        font: 600 var(--text-l) / 1.3 var(--font-text);
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.04em;
        text-transform: uppercase;
      }
      input::placeholder {
        font-weight: 400;
      }
      .button {
        min-height: var(--touch);
        padding-inline: var(--space-6);
      }
      label {
        font: 600 var(--text-m) / 1.3 var(--font-text);
      }
    `,
  ];

  /** What an address gave as a code and was none: shown to be corrected. */
  @property() badCode = '';
  @state() private wrong = false;
  @query('input') private readonly input: HTMLInputElement | null | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('badCode')) this.wrong = this.badCode !== '';
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const code = readCode(this.input?.value ?? '');
    this.wrong = code === undefined;
    if (code === undefined) this.input?.focus();
    else this.dispatchEvent(new CustomEvent('code-entered', { detail: { code }, bubbles: true, composed: true }));
  }

  private leave(): void {
    const code = readCode(this.input?.value ?? '');
    if (code !== undefined && this.input) this.input.value = showCode(code);
  }

  override render() {
    return html`
      <form novalidate @submit=${this.submit}>
        <label for="code">${msg('Join with a code', { id: 'home.join' })}</label>
        <div class="row">
          <input
            class="field"
            id="code"
            name="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="40"
            placeholder="7KQ2-MX4P"
            .value=${this.badCode}
            aria-invalid=${this.wrong ? 'true' : 'false'}
            aria-describedby=${this.wrong ? 'wrong' : 'hint'}
            @input=${() => (this.wrong = false)}
            @blur=${this.leave}
          />
          <button class="button" type="submit">${msg('Join', { id: 'home.join-button' })}</button>
        </div>
        ${
          this.wrong
            ? html`<p class="error" id="wrong" role="alert">
                ${msg('A code is eight letters and digits, as in 7KQ2-MX4P. Look at it again.', { id: 'home.join-wrong' })}
              </p>`
            : html`<p class="hint" id="hint">
                ${msg('Eight letters and digits, from the screen or the invitation.', { id: 'home.join-hint' })}
              </p>`
        }
      </form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-join-form': JoinForm;
  }
  interface HTMLElementEventMap {
    'code-entered': CustomEvent<{ readonly code: string }>;
  }
}
