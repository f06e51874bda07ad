// Erasing a board for good: asked for twice, the second time by typing its title.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';

/** A title as a keyboard types it: spaces and apostrophes may be set finer than people can type them. */
const plain = (text: string): string =>
  text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').replaceAll('’', "'").toLowerCase();

/** Fires `board-erased` once the title has been typed. */
@customElement('palabre-erase-board')
@localized()
export class PalabreEraseBoard extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
        margin-top: var(--space-6);
        padding-top: var(--space-4);
        scroll-margin-bottom: var(--space-6);
        border-top: 1px solid var(--hairline);
        color: var(--ink);
        font: 400 var(--text-m) / 1.45 var(--font-text);
      }
      h3 {
        margin: 0;
        font: 700 var(--text-l) / 1.3 var(--font-heading);
      }
      p {
        margin: var(--space-1) 0 var(--space-3);
        color: var(--ink-2);
      }
      form {
        display: grid;
        gap: var(--space-3);
      }
      .field > label {
        font-weight: 400;
        overflow-wrap: anywhere;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .error {
        margin: 0;
        color: var(--danger);
      }
    `,
  ];

  /** The board's title. */
  @property() heading = '';
  @property({ attribute: false }) state: 'no' | 'busy' | 'failed' = 'no';
  @state() private asked = false;
  @state() private typed = '';
  @query('input') private readonly input!: HTMLInputElement | null;
  @query('.ask') private readonly askButton!: HTMLButtonElement | null;

  private get titleTyped(): boolean {
    return plain(this.typed) === plain(this.heading);
  }

  private async ask(asked: boolean): Promise<void> {
    this.asked = asked;
    this.typed = '';
    await this.updateComplete;
    this.scrollIntoView({ block: 'end' });
    (asked ? this.input : this.askButton)?.focus({ preventScroll: true });
  }

  private readonly submitted = (event: Event): void => {
    event.preventDefault();
    if (this.titleTyped && this.state !== 'busy') emit(this, 'board-erased', {});
  };

  private confirmation() {
    const ready = this.titleTyped && this.state !== 'busy';
    return html`<form @submit=${this.submitted}>
      <div class="field">
        <label for="typed">
          ${msg('To confirm, type the title:', { id: 'board.erase-type' })} <strong>${this.heading}</strong>
        </label>
        <input
          class="field"
          id="typed"
          autocomplete="off"
          spellcheck="false"
          .value=${live(this.typed)}
          @input=${(event: Event) => event.target instanceof HTMLInputElement && (this.typed = event.target.value)}
        />
      </div>
      <div class="buttons">
        <button class="button danger" type="submit" aria-disabled=${ready ? 'false' : 'true'}>
          ${msg('Erase for good', { id: 'board.erase-now' })}
        </button>
        <button class="button quiet" type="button" @click=${() => void this.ask(false)}>
          ${msg('Keep it', { id: 'board.erase-keep' })}
        </button>
      </div>
    </form>`;
  }

  override render() {
    return html`
      <h3>${msg('Erase this board', { id: 'board.erase' })}</h3>
      <p>
        ${msg(
          'Options, notes, rounds and results go for everybody, from the server’s disk too. There is no way back: export what you want to keep.',
          { id: 'board.erase-about' },
        )}
      </p>
      ${
        this.asked
          ? this.confirmation()
          : html`<button class="button danger ask" type="button" @click=${() => void this.ask(true)}>
              ${msg('Erase this board…', { id: 'board.erase-ask' })}
            </button>`
      }
      <div role="alert">
        ${
          this.state === 'failed'
            ? html`<p class="error">
                ${msg('The board could not be erased. Try again in a moment.', { id: 'board.erase-failed' })}
              </p>`
            : nothing
        }
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-erase-board': PalabreEraseBoard;
  }
}
