// The first visit to a board: type a name and be in, or only watch.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Round } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { controls } from '../../styles/controls.ts';
import '../dialog/palabre-dialog.ts';
import '../rounds/round-rules.ts';

@customElement('palabre-welcome-dialog')
@localized()
export class PalabreWelcomeDialog extends LitElement {
  static override styles = [
    ...controls,
    css`
      p {
        margin: 0 0 var(--space-4);
        color: var(--ink-2);
      }
      .question {
        color: var(--ink);
        overflow-wrap: anywhere;
      }
      .round {
        margin-bottom: var(--space-4);
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-m);
        background: var(--sunk);
      }
      .round h3 {
        margin: 0 0 var(--space-1);
        font: 700 var(--text-m) / 1.3 var(--font-heading);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-5);
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property() heading = '';
  @property() question = '';
  @property({ type: Boolean }) facilitating = false;
  /** The open round that whoever comes late walks into. */
  @property({ attribute: false }) round: Round | undefined;
  /** The place of that round on the board, from 1. */
  @property({ type: Number }) number = 1;
  /** Waits for the server's answer. */
  @property({ type: Boolean }) busy = false;
  @state() private name = '';
  @state() private missing = false;

  private enter(event: SubmitEvent): void {
    event.preventDefault();
    const name = this.name.trim();
    this.missing = name === '';
    if (this.missing || this.busy) return;
    this.dispatchEvent(new CustomEvent('name-given', { detail: { name }, bubbles: true, composed: true }));
  }

  private watch(): void {
    this.dispatchEvent(new CustomEvent('watching-chosen', { bubbles: true, composed: true }));
  }

  private rules(round: Round) {
    return html`<section class="round">
      <h3>${msg(str`Round ${this.number} is open`, { id: 'board.round-is-open' })}</h3>
      <palabre-round-rules .round=${round}></palabre-round-rules>
    </section>`;
  }

  override render() {
    const role = this.facilitating
      ? msg('You open this board as its facilitator: you lead the rounds and may vote.', { id: 'board.as-facilitator' })
      : msg('No account, no address: a name is enough. Everybody on the board sees it.', { id: 'board.as-voter' });
    return html`<palabre-dialog .open=${this.open} .heading=${this.heading} @dialog-closed=${this.watch}>
      ${this.question === '' ? nothing : html`<p class="question">${this.question}</p>`}
      ${this.round === undefined ? nothing : this.rules(this.round)}
      <form @submit=${this.enter}>
        <p>${role}</p>
        <div class="field">
          <label for="name">${msg('Your name', { id: 'board.your-name' })}</label>
          <input
            class="field"
            id="name"
            name="name"
            autofocus
            autocomplete="name"
            maxlength=${BOUNDS.memberName}
            aria-invalid=${this.missing ? 'true' : 'false'}
            aria-describedby=${this.missing ? 'missing' : nothing}
            .value=${live(this.name)}
            @input=${(event: InputEvent) => {
              this.name = (event.target as HTMLInputElement).value;
              this.missing = false;
            }}
          />
          ${
            this.missing
              ? html`<p class="error" id="missing" role="alert">
                  ${msg('Type a name first.', { id: 'board.name-missing' })}
                </p>`
              : nothing
          }
        </div>
        <div class="buttons">
          <button class="button primary" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
            ${msg('Join the board', { id: 'board.enter' })}
          </button>
          <button class="button quiet" type="button" @click=${this.watch}>
            ${msg('Only watch', { id: 'board.only-watch' })}
          </button>
        </div>
      </form>
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-welcome-dialog': PalabreWelcomeDialog;
  }
  interface HTMLElementEventMap {
    'name-given': CustomEvent<{ readonly name: string }>;
    'watching-chosen': CustomEvent<null>;
  }
}
