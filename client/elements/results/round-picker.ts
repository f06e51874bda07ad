// Chooses which round's results are looked at: rounds follow one another and keep their history.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, Round } from '../../../shared/board/board.ts';
import { formatDate } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { methodName } from '../rounds/counting-words.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';

/** Fires `round-looked-at`. */
@customElement('palabre-round-picker')
@localized()
export class PalabreRoundPicker extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        max-width: 1500px;
        margin: 0 auto var(--space-4);
      }
      .field {
        max-width: 520px;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  /** The round that is shown. */
  @property({ attribute: false }) round: Round | undefined;

  private readonly chosen = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const detail = { round: target.value };
    this.dispatchEvent(new CustomEvent('round-looked-at', { detail, bubbles: true, composed: true }));
  };

  private name(round: Round, place: number): string {
    const what = round.prompt ?? methodName(round.method);
    // Of a question that was asked before, the year says more than the number.
    const when = round.imported === true && round.revealedAt !== undefined ? ` · ${formatDate(round.revealedAt)}` : '';
    return `${roundTitle(place + 1)} · ${what}${when}`;
  }

  override render() {
    const { board, round } = this;
    if (board === undefined || round === undefined || board.rounds.length < 2) return nothing;
    return html`<div class="field">
      <label for="round">${msg('Results of', { id: 'outcome.results-of' })}</label>
      <select id="round" @change=${this.chosen}>
        ${board.rounds.map(
          (other, place) =>
            html`<option value=${other.id} .selected=${other.id === round.id}>${this.name(other, place)}</option>`,
        )}
      </select>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-round-picker': PalabreRoundPicker;
  }
  interface HTMLElementEventMap {
    'round-looked-at': CustomEvent<{ readonly round: string }>;
  }
}
