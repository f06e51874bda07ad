// The two plain sentences of a round: who will see what and when, and how it will be counted; more on request.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Round } from '../../../shared/board/board.ts';
import { controls } from '../../styles/controls.ts';
import { countingDetails, howCounted } from './counting-words.ts';
import { secrecyDetails, whoSees } from './secrecy-words.ts';
import { silentNotesRule } from './silent-notes.ts';

/** What the rules are said about: an open round, or one about to be opened. */
export type RuledRound = Pick<
  Round,
  'method' | 'rule' | 'secrecy' | 'publish' | 'criteria' | 'quorum' | 'threshold' | 'dots' | 'stacking' | 'silentNotes'
>;

@customElement('palabre-round-rules')
@localized()
export class PalabreRoundRules extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        color: var(--ink);
        font: 400 var(--text-m) / 1.45 var(--font-text);
      }
      p {
        margin: 0;
      }
      p + p {
        margin-top: var(--space-1);
      }
      .counted,
      li {
        color: var(--ink-2);
      }
      ul {
        display: grid;
        gap: var(--space-1);
        margin: var(--space-2) 0 0;
        padding-inline-start: 18px;
      }
      summary {
        display: inline-flex;
        align-items: center;
        min-height: 28px;
        color: var(--ink-2);
        font-size: var(--text-s);
        text-decoration: underline;
        text-underline-offset: 2px;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      @media (pointer: coarse) {
        summary {
          min-height: var(--touch);
        }
      }
    `,
  ];

  @property({ attribute: false }) round: RuledRound | undefined;
  /** Shows everything at once, without the disclosure. */
  @property({ type: Boolean }) whole = false;

  override render() {
    const { round } = this;
    if (round === undefined) return nothing;
    const details = [...secrecyDetails(round), ...countingDetails(round)];
    const list = html`<ul>
      ${details.map((detail) => html`<li>${detail}</li>`)}
    </ul>`;
    return html`
      <p>${whoSees(round)}</p>
      <p class="counted">${howCounted(round)}</p>
      ${round.silentNotes === undefined ? nothing : html`<p>${silentNotesRule(round)}</p>`}
      ${
        this.whole
          ? list
          : html`<details>
              <summary>${msg('What does that mean?', { id: 'rounds.mean' })}</summary>
              ${list}
            </details>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-round-rules': PalabreRoundRules;
  }
}
