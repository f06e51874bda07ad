// The button on the dark foot that offers a board's files.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';
import { type ExportFormat, emit } from '../board-events.ts';

const FORMATS: readonly (readonly [ExportFormat, () => string])[] = [
  ['record', () => msg('Decision record (Markdown)', { id: 'matrix.export-record' })],
  ['md', () => msg('Board as Markdown', { id: 'matrix.export-md' })],
  ['csv', () => msg('Scores as a table (CSV)', { id: 'matrix.export-csv' })],
  ['json', () => msg('Everything (JSON)', { id: 'matrix.export-json' })],
];

const styles = css`
  :host {
    position: relative;
    display: inline-block;
  }
  .menu {
    position: absolute;
    right: 0;
    bottom: calc(100% + 8px);
    z-index: 5;
    display: grid;
    min-width: max-content;
    padding: var(--space-2);
    border: 1px solid var(--hairline);
    border-radius: var(--radius-m);
    background: var(--raised);
    box-shadow: var(--shadow);
  }
  svg {
    display: none;
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.6;
  }
  .menu .button {
    justify-content: start;
    color: var(--ink);
  }
  /* Wherever the button stands on a narrow bar, the menu lies above the whole of the bar. */
  @media (max-width: 720px) {
    :host {
      position: static;
    }
    .toggle {
      width: var(--touch);
      padding: 0;
    }
    .word {
      display: none;
    }
    svg {
      display: block;
    }
    .menu {
      right: var(--space-3);
      left: var(--space-3);
    }
  }
`;

@customElement('palabre-export-menu')
@localized()
export class PalabreExportMenu extends LitElement {
  static override styles = [...controls, styles];

  @state() private open = false;
  @query('.toggle') private readonly toggle!: HTMLButtonElement;

  private close(): void {
    this.open = false;
    this.toggle.focus();
  }

  private choose(format: ExportFormat): void {
    emit(this, 'export-requested', { format });
    this.close();
  }

  private readonly askForPictures = (): void => {
    this.close();
    emit(this, 'pictures-requested', {});
  };

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.close();
  };

  private readonly left = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node) || !this.renderRoot.contains(event.relatedTarget)) this.open = false;
  };

  override render() {
    const label = msg('Export', { id: 'matrix.export' });
    return html`<div @keydown=${this.keyed} @focusout=${this.left}>
      <button
        class="button on-bar toggle"
        type="button"
        aria-expanded=${this.open}
        aria-controls="menu"
        aria-label=${label}
        title=${label}
        @click=${() => (this.open = !this.open)}
      >
        <span class="word">${label}</span>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
          <path d="M9 2.5v8.5M5.5 7.8L9 11.3l3.5-3.5M3 14.5h12" />
        </svg>
      </button>
      <div class="menu" id="menu" ?hidden=${!this.open}>
        ${
          this.open
            ? FORMATS.map(
                ([format, name]) =>
                  html`<button class="button quiet" type="button" @click=${() => this.choose(format)}>
                    ${name()}
                  </button>`,
              ).concat(
                html`<button class="button quiet" type="button" @click=${this.askForPictures}>
                  ${msg('Pictures (PNG, SVG)…', { id: 'pictures.menu' })}
                </button>`,
              )
            : nothing
        }
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-export-menu': PalabreExportMenu;
  }
}
