// The picture of the home page: a tree with options in its crown, and the people who talk beneath it.
import { LitElement, css, html, svg } from 'lit';
import { customElement } from 'lit/decorators.js';

/** x, y, radius, and the number of the option's colour. */
const LEAVES = [
  [118, 62, 9, 11],
  [152, 48, 11, 5],
  [186, 64, 9, 1],
  [98, 94, 7, 9],
  [133, 92, 12, 3],
  [169, 96, 8, 2],
  [203, 96, 10, 12],
  [117, 124, 9, 7],
  [188, 126, 8, 8],
] as const;

/** x and y of those who sit around, front to back as one sees them. */
const PEOPLE = [
  [34, 206],
  [66, 216],
  [100, 222],
  [202, 222],
  [236, 216],
  [268, 206],
] as const;

/** Only a picture: it says nothing that the page does not say in words. */
@customElement('palabre-tree')
export class PalabreTree extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: auto;
      overflow: visible;
    }
    .tree {
      fill: none;
      stroke: var(--accent);
      stroke-width: 7;
      stroke-linecap: round;
    }
    .ground {
      fill: none;
      stroke: var(--hairline);
      stroke-width: 2;
      stroke-linecap: round;
    }
    .person {
      fill: var(--ink-3);
    }
    .c1 {
      fill: var(--option-1);
    }
    .c2 {
      fill: var(--option-2);
    }
    .c3 {
      fill: var(--option-3);
    }
    .c5 {
      fill: var(--option-5);
    }
    .c7 {
      fill: var(--option-7);
    }
    .c8 {
      fill: var(--option-8);
    }
    .c9 {
      fill: var(--option-9);
    }
    .c11 {
      fill: var(--option-11);
    }
    .c12 {
      fill: var(--option-12);
    }
  `;

  override render() {
    return html`
      <svg viewBox="0 0 302 252" aria-hidden="true">
        <path class="ground" d="M8 226c50 22 236 22 286 0" />
        <circle class="tree" cx="151" cy="90" r="80" />
        <path class="tree" d="M151 128v98M151 160l22-18M151 176l-18-15" />
        ${LEAVES.map(([x, y, r, colour]) => svg`<circle class="c${colour}" cx=${x} cy=${y} r=${r} />`)}
        ${PEOPLE.map(
          ([x, y]) => svg`<g class="person">
            <circle cx=${x} cy=${y - 13} r="6.5" />
            <path d="M${x - 11} ${y + 9}c0-18 22-18 22 0z" />
          </g>`,
        )}
      </svg>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-tree': PalabreTree;
  }
}
