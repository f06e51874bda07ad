// Replacing one link that has got around: says what it does to whom, and asks once more.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Role } from '../../../shared/board/board.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';

/** How the replacing of a link stands. */
export type LinkReplacing = 'no' | 'busy' | 'failed' | 'done';

const effects: Readonly<Record<Role, () => string>> = {
  facilitator: () =>
    msg(
      'All three links become new: the old ones open nothing any more. Keep the new facilitator link: without it nobody can replace one again.',
      { id: 'share.replace-facilitator' },
    ),
  voter: () =>
    msg('The links for voters and for watchers become new: the old ones open nothing any more.', {
      id: 'share.replace-voter',
    }),
  watcher: () =>
    msg('The link for watchers becomes new: whoever watches by the old one is cut off.', {
      id: 'share.replace-watcher',
    }),
};

/** Fires `link-replaced` with the role once it was confirmed. */
@customElement('palabre-replace-link')
@localized()
export class ReplaceLink extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
      }
      .asked {
        display: grid;
        gap: var(--space-3);
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-m);
        background: var(--sunk);
      }
      p {
        margin: 0;
        color: var(--ink-2);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .error {
        color: var(--danger);
      }
    `,
  ];

  @property() of: Role = 'voter';
  @property({ attribute: false }) state: LinkReplacing = 'no';
  @state() private asked = false;
  @query('.ask') private readonly askButton!: HTMLButtonElement | null;
  @query('.keep') private readonly keepButton!: HTMLButtonElement | null;

  private async ask(asked: boolean): Promise<void> {
    this.asked = asked;
    await this.updateComplete;
    (asked ? this.keepButton : this.askButton)?.focus();
  }

  private readonly confirmed = (): void => {
    if (this.state === 'busy') return;
    void this.ask(false);
    emit(this, 'link-replaced', { role: this.of });
  };

  private confirmation() {
    return html`<div class="asked">
      <p>${effects[this.of]()}</p>
      <p>
        ${msg('Those who are members already stay: remove them, or change their role, if they should not.', {
          id: 'share.replace-members',
        })}
      </p>
      <div class="buttons">
        <button class="button danger" type="button" @click=${this.confirmed}>
          ${msg('Replace it', { id: 'share.replace-now' })}
        </button>
        <button class="button quiet keep" type="button" @click=${() => void this.ask(false)}>
          ${msg('Keep it as it is', { id: 'share.replace-keep' })}
        </button>
      </div>
    </div>`;
  }

  private outcome(): string {
    if (this.state === 'busy') return msg('Replacing…', { id: 'share.replacing' });
    return this.state === 'done' ? msg('Replaced: pass the new link on.', { id: 'share.replaced' }) : '';
  }

  override render() {
    return html`
      ${
        this.asked
          ? this.confirmation()
          : html`<button class="button quiet ask" type="button" @click=${() => void this.ask(true)}>
              ${msg('Replace this link…', { id: 'share.replace' })}
            </button>`
      }
      <p role="status">${this.outcome()}</p>
      <div role="alert">
        ${
          this.state === 'failed'
            ? html`<p class="error">
                ${msg('It was not replaced, or the answer was lost. Try again.', { id: 'share.replace-failed' })}
              </p>`
            : nothing
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-replace-link': ReplaceLink;
  }
}
