// Redacting a note for good: asks once, and then hands out, once, what can prove later what stood there.
import { localized, msg } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Note } from '../../../shared/board/board.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import '../dialog/palabre-dialog.ts';
import '../share/copy-field.ts';
import type { Redacting } from './redacting.ts';

const styles = css`
  .content {
    display: grid;
    gap: var(--space-3);
    color: var(--ink);
    font: 400 var(--text-m) / 1.5 var(--font-text);
  }
  p,
  blockquote {
    margin: 0;
  }
  blockquote {
    max-height: 30dvh;
    padding: 8px 12px;
    overflow-y: auto;
    border-inline-start: 3px solid var(--control);
    background: var(--sunk);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .hint {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
`;

/** Fires `note-redacted` when it is meant, and `dialog-closed`. */
@customElement('palabre-redact-dialog')
@localized()
export class PalabreRedactDialog extends LitElement {
  static override styles = [...controls, styles];

  @property({ attribute: false }) redacting: Redacting | undefined;
  /** The note as it is now. */
  @property({ attribute: false }) note: Note | undefined;
  /** Told by the server once. */
  @property() salt = '';
  @state() private sent = false;

  private get done(): boolean {
    return this.note?.redacted !== undefined;
  }

  protected override willUpdate(): void {
    if (this.redacting === undefined) this.sent = false;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  };

  private readonly redact = (): void => {
    if (this.redacting === undefined) return;
    this.sent = true;
    emit(this, 'note-redacted', { note: this.redacting.note });
  };

  private askTemplate({ text }: Redacting): TemplateResult {
    return html`<div class="content">
      <blockquote>${text}</blockquote>
      <p>
        ${msg(
          'The text disappears for everybody and for good: from the board, its history, the exports and the server’s disk. Replies stay. This cannot be undone.',
          { id: 'redact.meaning' },
        )}
      </p>
      <p class="hint">
        ${msg('Backups, files that were exported before, and what people remember are out of reach.', {
          id: 'redact.limits',
        })}
      </p>
    </div>`;
  }

  private fieldTemplate(label: string, text: string): TemplateResult {
    return html`<div>
      <p class="hint" aria-hidden="true">${label}</p>
      <palabre-copy-field .text=${text} .label=${label}></palabre-copy-field>
    </div>`;
  }

  private doneTemplate({ text }: Redacting): TemplateResult {
    const { salt } = this;
    if (salt === '') {
      return html`<div class="content">
        <p role="status">
          ${this.note?.redacted?.hash === '' ? msg('On its way…', { id: 'redact.waiting' }) : msg('The text is gone.', { id: 'redact.done' })}
        </p>
      </div>`;
    }
    return html`<div class="content">
      <p role="status">
        ${msg(
          'The text is gone. What stays is a fingerprint. Whoever keeps this salt together with the text can prove later what stood there; it is shown only now, and kept nowhere.',
          { id: 'redact.proof' },
        )}
      </p>
      ${this.fieldTemplate(msg('Salt', { id: 'redact.salt' }), salt)}
      ${this.fieldTemplate(
        msg('Salt and text, whose SHA-256 is the fingerprint', { id: 'redact.salt-and-text' }),
        `${salt}|${text}`,
      )}
    </div>`;
  }

  override render() {
    const { redacting } = this;
    const over = this.sent && this.done;
    return html`<palabre-dialog
      .open=${redacting !== undefined}
      .heading=${over ? msg('Redacted', { id: 'redact.over' }) : msg('Redact this note for good?', { id: 'redact.heading' })}
    >
      ${redacting === undefined ? nothing : over ? this.doneTemplate(redacting) : this.askTemplate(redacting)}
      ${
        over
          ? html`<button slot="actions" class="button primary" type="button" @click=${this.close}>
              ${msg('Close', { id: 'redact.close' })}
            </button>`
          : html`<button slot="actions" class="button" type="button" @click=${this.close}>
                ${msg('Cancel', { id: 'notes.cancel' })}</button
              ><button slot="actions" class="button danger" type="button" @click=${this.redact}>
                ${msg('Redact for good', { id: 'redact.act' })}
              </button>`
      }
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-redact-dialog': PalabreRedactDialog;
  }
}
