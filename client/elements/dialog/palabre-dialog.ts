// The frame of every dialog: a native <dialog> with a title, a close button, and focus where it belongs.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../../styles/controls.ts';

/**
 * Opens while `open` is true. Escape, the close button and a click beside it fire `dialog-closed`; the owner then
 * sets `open` to false. Slots: the content; `actions`, the buttons at the foot. A slotted `[autofocus]` gets the focus.
 */
@customElement('palabre-dialog')
@localized()
export class PalabreDialog extends LitElement {
  static override styles = [
    ...controls,
    css`
      dialog {
        width: min(100vw - 32px, 480px);
        max-height: min(100dvh - 32px, 860px);
        margin: auto;
        padding: 0;
        border: 1px solid var(--hairline);
        border-radius: var(--radius-l);
        background: var(--raised);
        color: var(--ink);
        box-shadow: var(--shadow);
        font: 400 var(--text-m) / 1.45 var(--font-text);
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog.wide {
        width: min(100vw - 32px, 760px);
      }
      dialog::backdrop {
        background: rgb(20 18 13 / 45%);
      }
      .head {
        display: flex;
        flex: none;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--space-3);
        padding: var(--space-4) var(--space-3) 0 var(--space-6);
      }
      h2 {
        min-width: 0;
        margin: 4px 0 0;
        overflow-wrap: anywhere;
        font: 700 var(--text-xl) / 1.25 var(--font-heading);
      }
      h2:focus {
        outline: none;
      }
      .content {
        flex: 1 1 auto;
        min-height: 0;
        padding: var(--space-3) var(--space-6) var(--space-6);
        overflow-y: auto;
        overscroll-behavior: contain;
      }
      .content:focus-visible {
        outline-offset: -2px;
      }
      .foot {
        display: flex;
        flex: none;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-6) var(--space-4);
        border-top: 1px solid var(--hairline);
      }
      .foot:not(.filled) {
        display: none;
      }
      @media (max-width: 520px) {
        dialog,
        dialog.wide {
          width: 100vw;
          max-width: 100vw;
          max-height: calc(100dvh - 24px);
          margin-bottom: 0;
          border-width: 1px 0 0;
          border-radius: var(--radius-l) var(--radius-l) 0 0;
        }
        .head {
          padding-inline-start: var(--space-4);
        }
        .content,
        .foot {
          padding-inline: var(--space-4);
        }
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property() heading = '';
  @property({ type: Boolean }) wide = false;
  /** A click beside the dialog does not close it: for forms with something to lose. */
  @property({ type: Boolean }) persistent = false;
  /** Holds text and no controls, so that the text itself takes the focus to be scrolled. */
  @property({ type: Boolean }) reading = false;
  @state() private hasActions = false;

  @query('dialog') private readonly dialog: HTMLDialogElement | null | undefined;
  @query('h2') private readonly titleElement: HTMLHeadingElement | null | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && this.dialog?.open === false) {
      this.dialog.showModal();
      (this.querySelector<HTMLElement>('[autofocus]') ?? this.titleElement)?.focus();
    } else if (!this.open) {
      this.dialog?.close();
    }
  }

  constructor() {
    super();
    // Taken out of the page while open, a dialog would come back without its backdrop.
    this.addController({ hostDisconnected: () => this.dialog?.close() });
  }

  private askToClose(): void {
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  }

  /** The owner decides: `open` is the truth, so the browser's own closing is stopped. */
  private cancelled(event: Event): void {
    if (event.target !== this.dialog) return; // a file field's cancel bubbles up to here
    event.preventDefault();
    this.askToClose();
  }

  private clickedBeside(event: MouseEvent): void {
    if (this.persistent || !this.dialog || event.target !== this.dialog) return;
    const box = this.dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!inside) this.askToClose();
  }

  private readonly actionsChanged = (event: Event & { readonly target: EventTarget | null }): void => {
    if (event.target instanceof HTMLSlotElement) this.hasActions = event.target.assignedElements().length > 0;
  };

  override render() {
    return html`
      <dialog
        class=${this.wide ? 'wide' : ''}
        aria-labelledby="heading"
        @cancel=${this.cancelled}
        @close=${() => this.open && this.askToClose()}
        @mousedown=${this.clickedBeside}
      >
        <div class="head">
          <h2 id="heading" tabindex="-1">${this.heading}</h2>
          <button
            class="icon-button quiet"
            type="button"
            aria-label=${msg('Close', { id: 'dialog.close' })}
            @click=${this.askToClose}
          >
            <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
            </svg>
          </button>
        </div>
        <div
          class="content"
          role=${this.reading ? 'region' : nothing}
          aria-labelledby=${this.reading ? 'heading' : nothing}
          tabindex=${this.reading ? 0 : nothing}
        >
          <slot></slot>
        </div>
        <div class=${this.hasActions ? 'foot filled' : 'foot'}>
          <slot name="actions" @slotchange=${this.actionsChanged}></slot>
        </div>
      </dialog>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-dialog': PalabreDialog;
  }
  interface HTMLElementEventMap {
    'dialog-closed': CustomEvent<null>;
  }
}
