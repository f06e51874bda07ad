// What somebody sees who asked to come in and waits: who will let them in, over a board that they may watch meanwhile.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';
import '../home/palabre-symbol.ts';

@customElement('palabre-waiting-card')
@localized()
export class PalabreWaitingCard extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 25;
        display: grid;
        place-items: center;
        padding: var(--space-4);
        color: var(--ink);
        font: 400 var(--text-m) / 1.5 var(--font-text);
        pointer-events: none;
      }
      section {
        display: grid;
        justify-items: center;
        gap: var(--space-2);
        box-sizing: border-box;
        width: min(100%, 420px);
        padding: var(--space-6);
        border: 1px solid var(--hairline);
        border-radius: var(--radius-l);
        background: var(--raised);
        box-shadow: var(--shadow);
        text-align: center;
        pointer-events: auto;
      }
      h2 {
        margin: var(--space-2) 0 0;
        font: 700 var(--text-xl) / 1.25 var(--font-heading);
        overflow-wrap: anywhere;
      }
      p {
        margin: 0;
        color: var(--ink-2);
        overflow-wrap: anywhere;
      }
      .button {
        min-height: var(--touch);
        margin-top: var(--space-3);
      }
      palabre-symbol {
        --symbol: 44px;
      }
      :host(.aside) {
        inset: auto 0 calc(72px + env(safe-area-inset-bottom));
      }
      .pill {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        max-width: 100%;
        min-height: var(--touch);
        padding: 0 var(--space-4);
        border: 1px solid var(--accent);
        border-radius: 999px;
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 600 var(--text-m) / 1.3 var(--font-text);
        cursor: pointer;
        pointer-events: auto;
      }
      .pill palabre-symbol {
        --symbol: 22px;
      }
      @media (prefers-reduced-motion: no-preference) {
        palabre-symbol {
          animation: breathe 1.8s ease-in-out infinite alternate;
        }
        @keyframes breathe {
          to {
            opacity: 0.45;
          }
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** One's own name, as the facilitator reads it. */
  @property() name = '';
  @property() heading = '';
  /** Those who can open the door. */
  @property({ attribute: false }) facilitators: readonly string[] = [];
  @state() private aside = false;

  private async put(aside: boolean): Promise<void> {
    this.aside = aside;
    this.classList.toggle('aside', aside);
    await this.updateComplete;
    this.renderRoot.querySelector('button')?.focus();
  }

  private who(): string {
    const [first, second] = this.facilitators;
    if (first === undefined) return msg('The facilitator will let you in', { id: 'door.will-let-in' });
    return second === undefined
      ? msg(str`${first} will let you in`, { id: 'door.one-will-let-in' })
      : msg(str`${first} or ${second} will let you in`, { id: 'door.some-will-let-in' });
  }

  override render() {
    if (this.aside) {
      return html`<button class="pill" type="button" @click=${() => void this.put(false)}>
        <palabre-symbol></palabre-symbol>${this.who()}
      </button>`;
    }
    return html`<section aria-labelledby="who">
      <palabre-symbol></palabre-symbol>
      <div role="status"><h2 id="who">${this.who()}</h2></div>
      <p>${msg(str`You asked to come in to “${this.heading}” as ${this.name}.`, { id: 'door.asked' })}</p>
      <p>${msg('Keep this page open: it changes by itself. Until then you can watch.', { id: 'door.keep-open' })}</p>
      <button class="button" type="button" @click=${() => void this.put(true)}>
        ${msg('Watch meanwhile', { id: 'door.watch' })}
      </button>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-waiting-card': PalabreWaitingCard;
  }
}
