// A text to take along: a field that shows it and a button that copies it, or selects it where copying is refused.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';

/** `label` names the text. */
@customElement('palabre-copy-field')
@localized()
export class CopyField extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: 4px;
        min-width: 0;
      }
      .row {
        display: flex;
        gap: var(--space-2);
        min-width: 0;
      }
      input.field {
        flex: 1 1 auto;
        min-height: 36px;
        padding-block: 5px;
        background: var(--sunk);
        color: var(--ink-2);
        font-size: var(--text-s);
        text-overflow: ellipsis;
      }
      .button {
        flex: none;
        min-width: 92px;
      }
      .button.copied {
        border-color: var(--accent);
        color: var(--accent);
      }
    `,
  ];

  @property() text = '';
  @property() label = '';
  @state() private outcome: 'copied' | 'selected' | undefined;
  @query('input') private readonly field: HTMLInputElement | null | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.outcome = undefined;
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.outcome = 'copied';
    } catch {
      // No clipboard on plain http, or it was refused: the text is there to be taken by hand.
      this.field?.focus();
      this.field?.select();
      this.outcome = 'selected';
    }
  }

  override render() {
    const copied = this.outcome === 'copied';
    return html`
      <div class="row">
        <input
          class="field"
          readonly
          aria-label=${this.label}
          .value=${this.text}
          @focus=${(event: Event & { readonly target: HTMLInputElement }) => event.target.select()}
        />
        <button class="button ${copied ? 'copied' : ''}" type="button" @click=${this.copy}>
          <span aria-hidden="true">
            ${copied ? msg('Copied', { id: 'share.copied' }) : msg('Copy', { id: 'share.copy' })}
          </span>
          <span class="visually-hidden">${msg('Copy', { id: 'share.copy' })} ${this.label}</span>
        </button>
      </div>
      <p class="hint ${this.outcome === 'selected' ? '' : 'visually-hidden'}" role="status">${this.said()}</p>
    `;
  }

  private said(): string {
    if (this.outcome === 'selected') {
      return msg('It is selected: copy it with Ctrl+C, or ⌘C on a Mac.', { id: 'share.selected' });
    }
    return this.outcome === 'copied' ? msg('Copied', { id: 'share.copied' }) : '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-copy-field': CopyField;
  }
}
