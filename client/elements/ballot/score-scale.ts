// One criterion of a ballot: six scores as a radio group, "don't know", and taking back.
import { localized, msg, str } from '@lit/localize';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Score } from '../../../shared/voting/ballots.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import type { AskedCriterion } from './ballot-plan.ts';
import { scaleStyles } from './score-scale-styles.ts';

const SCORES = [0, 1, 2, 3, 4, 5] as const;
const FORWARD = new Set(['ArrowRight', 'ArrowDown']);
const BACKWARD = new Set(['ArrowLeft', 'ArrowUp']);

const isScore = (text: string): boolean => /^[0-5]$/.test(text);

/**
 * Real radio inputs, but arrows only move the focus: an arrow never casts a vote. Space or a digit scores, and only
 * while the focus is in the group, so that digits typed elsewhere stay text.
 */
@customElement('palabre-score-scale')
@localized()
export class PalabreScoreScale extends LitElement {
  static override styles = [...controls, scaleStyles];

  @property() option = '';
  @property({ attribute: false }) criterion: AskedCriterion | undefined;
  @property({ attribute: false }) value: Score | undefined;
  @property({ type: Boolean }) disabled = false;
  /** The score has not been acknowledged yet. */
  @property({ type: Boolean }) waiting = false;

  private inputs(): HTMLInputElement[] {
    return [...(this.shadowRoot?.querySelectorAll('input') ?? [])];
  }

  /** Puts the focus on the chosen score, or on the first. */
  override focus(options?: FocusOptions): void {
    const inputs = this.inputs();
    (inputs.find((input) => input.checked) ?? inputs[0])?.focus(options);
  }

  private choose(score: Score | null): void {
    if (this.disabled || this.criterion === undefined) return;
    emit(this, 'score-chosen', { option: this.option, criterion: this.criterion.id, score });
    this.requestUpdate();
  }

  private takeBack(): void {
    this.choose(null);
    this.inputs()[0]?.focus();
  }

  private move(event: KeyboardEvent, step: 1 | -1): void {
    const inputs = this.inputs();
    const at = inputs.findIndex((input) => input === event.target);
    if (at === -1) return;
    event.preventDefault();
    inputs.at((at + step) % inputs.length)?.focus();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (FORWARD.has(event.key)) this.move(event, 1);
    else if (BACKWARD.has(event.key)) this.move(event, -1);
    else if (isScore(event.key)) {
      const score = SCORES[Number(event.key)];
      if (score === undefined) return;
      event.preventDefault();
      this.inputs()[score]?.focus();
      this.choose(score);
    } else if ((event.key === 'Backspace' || event.key === 'Delete') && this.value !== undefined) {
      event.preventDefault();
      this.choose(null);
    }
  }

  private nameOf(score: number): string | typeof nothing {
    const word = score === 0 ? this.criterion?.low : score === 5 ? this.criterion?.high : undefined;
    return word === undefined ? nothing : `${score}, ${word}`;
  }

  private radio(score: (typeof SCORES)[number]) {
    return html`
      <label class="score">
        <input
          type="radio"
          name="score"
          aria-label=${this.nameOf(score)}
          .checked=${live(this.value === score)}
          ?disabled=${this.disabled}
          @change=${() => this.choose(score)}
        />
        <span class="face">${score}</span>
      </label>
    `;
  }

  private words(criterion: AskedCriterion) {
    const unknown = this.value === 'unknown';
    return html`
      <div class="words">
        <span class="low" aria-hidden="true">${criterion.low}</span>
        <span class="middle">
          <label class="unknown">
            <input
              type="radio"
              name="score"
              .checked=${live(unknown)}
              ?disabled=${this.disabled}
              @change=${() => this.choose('unknown')}
            />
            <span class="face">${msg('don’t know', { id: 'ballot.unknown' })}</span>
          </label>
          ${
            this.value === undefined || this.disabled
              ? nothing
              : html`<button type="button" class="take-back" @click=${() => this.takeBack()}>
                  <span>${msg('take back', { id: 'ballot.take-back' })}</span>
                  <span class="visually-hidden">${criterion.name}</span>
                </button>`
          }
        </span>
        <span class="high" aria-hidden="true">${criterion.high}</span>
      </div>
    `;
  }

  override render() {
    const { criterion } = this;
    if (criterion === undefined) return nothing;
    const weight = formatNumber(criterion.weight);
    return html`
      <fieldset aria-describedby=${criterion.description === undefined ? nothing : 'about'} @keydown=${this.pressed}>
        <legend>
          <span class="name">${criterion.name}</span>
          <span class="weight">
            ${msg(str`weight ${weight}`, { id: 'ballot.weight' })}${
              this.value === 'unknown'
                ? html`<span aria-hidden="true"> · <b>${msg('don’t know', { id: 'ballot.unknown' })}</b></span>`
                : nothing
            }${
              this.waiting
                ? html` · <span class="waiting">${msg('waiting', { id: 'ballot.waiting-cell' })}</span>`
                : nothing
            }
          </span>
        </legend>
        ${criterion.description === undefined ? nothing : html`<p id="about" class="about">${criterion.description}</p>`}
        <div class="scores">${SCORES.map((score) => this.radio(score))}</div>
        ${this.words(criterion)}
      </fieldset>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-score-scale': PalabreScoreScale;
  }
}
