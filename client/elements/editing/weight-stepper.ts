// A weight as a number with a button on each side: minus, the weight, plus.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';

const MOST = 100;

const styles = css`
  :host {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
  }
  input.field {
    width: 64px;
    padding-inline: 6px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
`;

/** Fires `weight-changed` with the new weight (0–100) as its detail. `name` says of what, for screen readers. */
@customElement('palabre-weight-stepper')
@localized()
export class PalabreWeightStepper extends LitElement {
  static override styles = [...controls, styles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  @property({ type: Number }) weight = 1;
  @property() name = '';

  private set(weight: number): void {
    const next = Math.max(0, Math.min(MOST, Number.isFinite(weight) ? weight : this.weight));
    if (next === this.weight) {
      this.requestUpdate();
      return;
    }
    this.weight = next;
    this.dispatchEvent(new CustomEvent('weight-changed', { detail: next }));
  }

  private readonly typed = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.set(Number(event.target.value.trim().replace(',', '.') || NaN));
  };

  override render() {
    return html`<button
        class="icon-button"
        type="button"
        aria-label=${msg(str`Less weight: ${this.name}`, { id: 'editing.less-weight' })}
        ?disabled=${this.weight <= 0}
        @click=${() => this.set(Math.ceil(this.weight) - 1)}
      >
        −
      </button>
      <input
        class="field"
        inputmode="decimal"
        aria-label=${msg(str`Weight: ${this.name}`, { id: 'editing.weight-of' })}
        .value=${live(formatNumber(this.weight))}
        @change=${this.typed}
      />
      <button
        class="icon-button"
        type="button"
        aria-label=${msg(str`More weight: ${this.name}`, { id: 'editing.more-weight' })}
        ?disabled=${this.weight >= MOST}
        @click=${() => this.set(Math.floor(this.weight) + 1)}
      >
        +
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-weight-stepper': PalabreWeightStepper;
  }
}
