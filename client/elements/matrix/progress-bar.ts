// A thin bar on the dark foot: how many of how many are done.
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

@customElement('palabre-progress-bar')
export class PalabreProgressBar extends LitElement {
  static override styles = css`
    :host {
      display: block;
      width: 160px;
      height: 6px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .track {
      fill: var(--bar-raised);
    }
    .done {
      fill: var(--bar-accent);
      transition: width var(--calm);
    }
    @media (forced-colors: active) {
      .track {
        fill: Canvas;
        stroke: CanvasText;
      }
      .done {
        fill: Highlight;
      }
    }
  `;

  @property({ type: Number }) value = 0;
  @property({ type: Number }) max = 1;
  /** What is counted, in words. */
  @property() label = '';

  override render() {
    const share = this.max <= 0 ? 0 : Math.max(0, Math.min(1, this.value / this.max));
    return html`<svg
      role="progressbar"
      aria-label=${this.label}
      aria-valuemin="0"
      aria-valuemax=${this.max}
      aria-valuenow=${this.value}
    >
      <rect class="track" width="100%" height="100%" rx="3"></rect>
      <rect class="done" width="${share * 100}%" height="100%" rx="3"></rect>
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-progress-bar': PalabreProgressBar;
  }
}
