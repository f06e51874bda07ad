// Owns the redaction of a note on a board's page: which one is asked about, and the dialog that asks.
import { type LitElement, type TemplateResult, html, nothing } from 'lit';
import type { BoardView } from '../board-view.ts';
import type { Redacting } from '../elements/notes/redacting.ts';
import { LATER } from './later.ts';

export class BoardRedaction {
  private readonly host: LitElement;
  private readonly view: () => BoardView | undefined;
  private redacting: Redacting | undefined;
  /** Kept once it has been fetched, so that the dialog can close itself. */
  private wanted = false;

  constructor(host: LitElement, view: () => BoardView | undefined) {
    this.host = host;
    this.view = view;
    host.addEventListener('redaction-requested', (event) => this.ask(event.detail.note));
  }

  private ask(id: string): void {
    const note = this.view()?.board.notes.get(id);
    if (note === undefined || note.redacted !== undefined) return;
    void LATER.redaction();
    this.wanted = true;
    this.redacting = { note: id, text: note.text };
    this.host.requestUpdate();
  }

  private readonly closed = (): void => {
    this.redacting = undefined;
    this.host.requestUpdate();
  };

  render({ board, salts }: BoardView): TemplateResult | typeof nothing {
    if (!this.wanted) return nothing;
    const id = this.redacting?.note ?? '';
    return html`<palabre-redact-dialog
      .redacting=${this.redacting}
      .note=${board.notes.get(id)}
      .salt=${salts.get(id) ?? ''}
      @dialog-closed=${this.closed}
    ></palabre-redact-dialog>`;
  }
}
