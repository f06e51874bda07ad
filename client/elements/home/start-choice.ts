// What a new board begins with, as three large radio buttons.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';

export type Start = 'blank' | 'python-web-frameworks' | 'table';

interface Choice {
  readonly start: Start;
  readonly name: string;
  readonly about: string;
}

const choices = (): readonly Choice[] => [
  {
    start: 'blank',
    name: msg('Blank board', { id: 'home.start-blank' }),
    about: msg('You add options and criteria', { id: 'home.start-blank-about' }),
  },
  {
    start: 'python-web-frameworks',
    name: msg('Python web frameworks', { id: 'home.start-python' }),
    about: msg('Nine options with facts and arguments', { id: 'home.start-python-about' }),
  },
  {
    start: 'table',
    name: msg('Your own table', { id: 'home.start-table' }),
    about: msg('Paste a spreadsheet, Markdown or JSON', { id: 'home.start-table-about' }),
  },
];

/** Fires `start-chosen`. */
@customElement('palabre-start-choice')
@localized()
export class StartChoice extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }
      fieldset {
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: 6px;
        padding: 0;
        font: 600 var(--text-m) / 1.3 var(--font-text);
      }
      .choices {
        display: grid;
        gap: var(--space-2);
      }
      label {
        display: grid;
        grid-template-columns: auto minmax(0, 12.5em) minmax(0, 1fr);
        align-items: center;
        gap: 2px var(--space-3);
        min-height: var(--touch);
        padding: 9px var(--space-4);
        border: 1px solid var(--control);
        border-radius: var(--radius-m);
        background: var(--surface);
        cursor: pointer;
      }
      label:hover {
        background: color-mix(in srgb, var(--ink) 4%, var(--surface));
      }
      label:has(:checked) {
        border-color: var(--accent);
        background: color-mix(in srgb, var(--accent-soft) 45%, var(--surface));
        box-shadow: inset 0 0 0 1px var(--accent);
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      input:focus-visible {
        outline: none;
      }
      .name {
        font-weight: 600;
      }
      .about {
        color: var(--ink-2);
        font-size: var(--text-s);
        line-height: 1.35;
      }
      @container (max-width: 460px) {
        label {
          grid-template-columns: auto minmax(0, 1fr);
        }
        input {
          grid-row: span 2;
        }
        .about {
          grid-column: 2;
        }
      }
    `,
  ];

  @property() start: Start = 'blank';

  private choose(start: Start): void {
    this.dispatchEvent(new CustomEvent('start-chosen', { detail: { start }, bubbles: true, composed: true }));
  }

  override render() {
    return html`
      <fieldset>
        <legend>${msg('Begin with', { id: 'home.start' })}</legend>
        <div class="choices">
          ${choices().map(
            ({ start, name, about }) => html`
              <label>
                <input
                  type="radio"
                  name="start"
                  .value=${start}
                  .checked=${start === this.start}
                  @change=${() => this.choose(start)}
                />
                <span class="name">${name}</span>
                <span class="about">${about}</span>
              </label>
            `,
          )}
        </div>
      </fieldset>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-start-choice': StartChoice;
  }
  interface HTMLElementEventMap {
    'start-chosen': CustomEvent<{ readonly start: Start }>;
  }
}
