// Declaring a ballot done, or an empty one an abstention; undoing that; and the receipt, where there is one.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';

@customElement('palabre-ballot-done')
@localized()
export class PalabreBallotDone extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        padding: var(--space-4);
        border: 1px solid var(--hairline);
        border-radius: var(--radius-l);
        background: var(--surface);
        color: var(--ink);
      }
      p {
        margin: 0;
      }
      .hint {
        margin-top: var(--space-1);
      }
      .button {
        min-height: var(--touch);
        margin-top: var(--space-3);
      }
      .said {
        font-weight: 600;
      }
      code {
        padding: 2px 6px;
        border-radius: var(--radius-s);
        background: var(--sunk);
        font-size: var(--text-m);
        font-weight: 600;
        letter-spacing: 0.04em;
        overflow-wrap: anywhere;
      }
      .receipt {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ type: Boolean }) done = false;
  /** Nothing is in the ballot: done, it is an abstention. */
  @property({ type: Boolean }) empty = false;
  @property({ type: Boolean }) shut = false;
  /** How much is left unanswered. */
  @property({ type: Number }) left = 0;
  @property({ attribute: false }) receipt: string | undefined;

  private declare(done: boolean): void {
    emit(this, 'done-changed', { done });
  }

  private label(): string {
    if (this.empty) return msg('I abstain', { id: 'ballot.abstain' });
    if (this.left === 0) return msg('I’m done', { id: 'ballot.confirm' });
    const left = formatNumber(this.left);
    return plural(this.left, {
      one: () => msg(str`I’m done, ${left} left out`, { id: 'ballot.confirm-left.one' }),
      other: () => msg(str`I’m done, ${left} left out`, { id: 'ballot.confirm-left' }),
    });
  }

  private hint(): string {
    return this.empty
      ? msg('An empty ballot declared done is an abstention: you are counted as having voted, for nothing.', {
          id: 'ballot.abstain-hint',
        })
      : msg('You can still change your ballot until the round closes.', { id: 'ballot.confirm-hint' });
  }

  private undone() {
    if (this.shut) return nothing;
    return html`
      <p class="hint">${this.hint()}</p>
      <button class="button primary" type="button" @click=${() => this.declare(true)}>${this.label()}</button>
    `;
  }

  private said() {
    return html`
      <p class="said">
        ${
          this.empty
            ? msg('You abstain in this round.', { id: 'ballot.abstained' })
            : msg('You are done.', { id: 'ballot.is-done' })
        }
      </p>
      ${
        this.shut
          ? nothing
          : html`<p class="hint">
                ${msg('You can still change your ballot until the round closes.', { id: 'ballot.confirm-hint' })}
              </p>
              <button class="button" type="button" @click=${() => this.declare(false)}>
                ${msg('Not done after all', { id: 'ballot.undo-done' })}
              </button>`
      }
    `;
  }

  override render() {
    return html`
      <div role="status">${this.done ? this.said() : nothing}</div>
      ${this.done ? nothing : this.undone()}
      ${
        this.receipt === undefined
          ? nothing
          : html`<p class="receipt">${msg('Your receipt:', { id: 'ballot.receipt' })} <code>${this.receipt}</code></p>
              <p class="hint">
                ${msg('After the reveal you find it in the published list, if your ballot was counted.', {
                  id: 'ballot.receipt-hint',
                })}
              </p>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-ballot-done': PalabreBallotDone;
  }
}
