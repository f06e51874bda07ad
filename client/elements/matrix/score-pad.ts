// The dark pad on which a cell is scored: 0 to 5, "don't know", and taking back.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Score } from '../../../shared/voting/ballots.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { dontKnow } from './cell-words.ts';

const DIGITS: readonly Score[] = [0, 1, 2, 3, 4, 5];
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

const styles = css`
  :host {
    display: block;
    width: max-content;
    max-width: calc(100vw - 16px);
    margin: 0;
    padding: 8px;
    overflow: visible;
    border: 0;
    border-radius: 12px;
    background: var(--bar);
    color: var(--bar-ink);
    box-shadow: var(--shadow);
    font: 400 var(--text-xs) / 1.3 var(--font-text);
  }
  :host([popover]:not(:popover-open)) {
    display: none;
  }
  .keys {
    display: flex;
    gap: 5px;
  }
  button {
    appearance: none;
    min-width: 31px;
    height: 38px;
    margin: 0;
    padding: 0 4px;
    border: 1px solid transparent;
    border-radius: var(--radius-m);
    background: var(--bar-raised);
    color: var(--bar-ink);
    font: 600 16px / 1 var(--font-heading);
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover {
    border-color: var(--bar-control);
  }
  button:focus-visible {
    outline: 2px solid var(--bar-accent);
    outline-offset: 1px;
  }
  button[aria-pressed='true'] {
    background: var(--bar-accent);
    color: #0c2a24;
  }
  .words {
    min-width: 66px;
    padding: 0 9px;
    font: 600 var(--text-xs) / 1.15 var(--font-text);
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    margin: 0 2px 6px;
    color: var(--bar-ink-2);
  }
  .ends span {
    overflow-wrap: anywhere;
  }
  @media (pointer: coarse), (max-width: 720px) {
    button {
      min-width: var(--touch);
      height: var(--touch);
    }
  }
  @media (max-width: 440px) {
    .keys {
      display: grid;
      grid-template-columns: repeat(6, var(--touch));
    }
    .words {
      grid-column: span 3;
    }
  }
`;

@customElement('palabre-score-pad')
@localized()
export class PalabreScorePad extends LitElement {
  static override styles = [...controls, styles];

  @property({ attribute: false }) option = '';
  @property({ attribute: false }) criterion = '';
  /** What is scored, for those who hear the pad: `Pyramid × Ecosystem`. */
  @property() label = '';
  /** What 0 and 5 mean. */
  @property() low = '';
  @property() high = '';
  @property({ attribute: false }) score: Score | undefined;

  constructor() {
    super();
    this.addEventListener('keydown', this.stepped);
  }

  /** Puts the focus on the score given, or on the first. */
  override focus(): void {
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    (buttons.find((button) => button.getAttribute('aria-pressed') === 'true') ?? buttons[0])?.focus();
  }

  /** Arrows move among the buttons; choosing stays Enter's, Space's or a digit's. */
  private readonly stepped = (event: KeyboardEvent): void => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };

  private choose(score: Score | null): void {
    emit(this, 'score-chosen', { option: this.option, criterion: this.criterion, score });
  }

  private buttonFor(score: Score): TemplateResult {
    const end = score === 0 ? this.low : score === 5 ? this.high : '';
    return html`<button
      type="button"
      class=${score === 'unknown' ? 'words' : ''}
      aria-pressed=${this.score === score}
      aria-label=${end === '' ? nothing : `${score}, ${end}`}
      @click=${() => this.choose(score)}
    >
      ${score === 'unknown' ? dontKnow() : score}
    </button>`;
  }

  private endsTemplate(): TemplateResult | typeof nothing {
    if (this.low === '' && this.high === '') return nothing;
    return html`<div class="ends" aria-hidden="true">
      <span>${this.low === '' ? '' : `0 = ${this.low}`}</span>
      <span>${this.high === '' ? '' : `5 = ${this.high}`}</span>
    </div>`;
  }

  override render() {
    return html`<div role="group" aria-label=${msg(str`Score: ${this.label}`, { id: 'matrix.pad' })}>
      ${this.endsTemplate()}
      <div class="keys">
        ${DIGITS.map((score) => this.buttonFor(score))} ${this.buttonFor('unknown')}
        ${
          this.score === undefined
            ? nothing
            : html`<button type="button" class="words" @click=${() => this.choose(null)}>
                ${msg('take back', { id: 'matrix.take-back' })}
              </button>`
        }
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-score-pad': PalabreScorePad;
  }
}
