// The sign of Palabre: the tree under which a village talks, with three options in its crown.
import { LitElement, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';

/** Purely a picture: whoever uses it as a link or a heading says the name. Sized by `--symbol` (30 px high by default). */
@customElement('palabre-symbol')
export class PalabreSymbol extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      display: block;
      width: auto;
      height: var(--symbol, 30px);
    }
    .tree {
      fill: none;
      stroke: var(--accent);
      stroke-width: 2.6;
      stroke-linecap: round;
    }
    .one {
      fill: var(--option-11);
    }
    .two {
      fill: var(--option-5);
    }
    .three {
      fill: var(--option-1);
    }
  `;

  override render() {
    return html`
      <svg viewBox="0 0 22 30" aria-hidden="true">
        <circle class="tree" cx="11" cy="10.5" r="9" />
        <path class="tree" d="M11 15.5v13" />
        <circle class="one" cx="7.8" cy="10" r="1.7" />
        <circle class="two" cx="11.4" cy="6.9" r="1.7" />
        <circle class="three" cx="14.5" cy="10.9" r="1.7" />
      </svg>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-symbol': PalabreSymbol;
  }
}
