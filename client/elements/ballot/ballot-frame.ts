// The frame of every ballot: who sees what above, the ballot in the middle, where one stands and the buttons below.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Round } from '../../../shared/board/board.ts';
import { controls } from '../../styles/controls.ts';
import { secrecyInShort } from '../rounds/secrecy-words.ts';
import '../rounds/round-rules.ts';

/** Slots: the ballot; `actions`, the buttons at the foot. */
@customElement('palabre-ballot-frame')
@localized()
export class PalabreBallotFrame extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 100%;
        color: var(--ink);
        font: 400 var(--text-m) / 1.45 var(--font-text);
      }
      .body {
        flex: 1;
        width: 100%;
        max-width: 640px;
        margin: 0 auto;
        padding: var(--space-4) var(--space-5) var(--space-6);
      }
      .rules {
        margin: 0;
        color: var(--ink-2);
        font-size: var(--text-s);
      }
      .rules button {
        margin: -13px 0;
        padding: 13px 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        text-decoration: underline;
        text-underline-offset: 2px;
        cursor: pointer;
      }
      .prompt {
        margin: var(--space-1) 0 var(--space-2);
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--accent);
        overflow-wrap: anywhere;
      }
      palabre-round-rules {
        margin: var(--space-2) 0 var(--space-4);
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--hairline);
        border-radius: var(--radius-m);
        background: var(--surface);
        font-size: var(--text-s);
      }
      footer {
        position: sticky;
        bottom: var(--foot-inset, 0);
        border-top: 1px solid var(--hairline);
        background: var(--foot-paper, var(--surface));
      }
      .foot {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        max-width: 640px;
        margin: 0 auto;
        padding: 10px var(--space-5);
        padding-bottom: max(10px, env(safe-area-inset-bottom));
      }
      .status {
        min-width: 0;
        margin: 0;
        color: var(--ink-2);
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums;
      }
      .actions {
        display: flex;
        flex: none;
        gap: var(--space-2);
      }
      @media (max-width: 400px) {
        .body,
        .foot {
          padding-inline: var(--space-4);
        }
      }
    `,
  ];

  @property({ attribute: false }) round: Round | undefined;
  /** Before the rules: "3 of 9". */
  @property() lead = '';
  /** At the foot: "15 of 54 · saved". */
  @property() status = '';
  @state() private explained = false;

  private rules(round: Round) {
    return html`
      <p class="rules">
        ${this.lead === '' ? nothing : html`${this.lead} · `}${secrecyInShort(round.secrecy)}
        <button
          type="button"
          aria-expanded=${this.explained ? 'true' : 'false'}
          aria-controls="meaning"
          @click=${() => (this.explained = !this.explained)}
        >
          ${msg('what does that mean?', { id: 'ballot.mean' })}
        </button>
      </p>
      <div id="meaning" ?hidden=${!this.explained}>
        ${this.explained ? html`<palabre-round-rules .round=${round} whole></palabre-round-rules>` : nothing}
      </div>
    `;
  }

  override render() {
    return html`
      <div class="body">
        ${this.round === undefined ? nothing : this.rules(this.round)}
        ${this.round?.prompt === undefined ? nothing : html`<p class="prompt">${this.round.prompt}</p>`}
        <slot></slot>
      </div>
      <footer>
        <div class="foot">
          <p class="status">${this.status}</p>
          <div class="actions"><slot name="actions"></slot></div>
        </div>
      </footer>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-ballot-frame': PalabreBallotFrame;
  }
}
