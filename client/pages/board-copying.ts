// Owns the making of a board from another one: its dialog, the call, and going there.
import { msg } from '@lit/localize';
import { type ReactiveControllerHost, type TemplateResult, html } from 'lit';
import { type ApiAnswer, type Credentials, createBoard } from '../api.ts';
import type { CopyRequest } from '../elements/board/copy-dialog.ts';
import { identity } from '../identity.ts';
import type { BoardSession } from './board-session.ts';
import { LATER } from './later.ts';

/** The board that is copied, and by what right. */
export interface CopySource {
  readonly board: string;
  readonly title: string;
  readonly credentials: Credentials;
  /** Whether anything was revealed or decided there; undefined: not known here. */
  readonly decided?: boolean;
}

function problemOf({ error }: Extract<ApiAnswer<never>, { ok: false }>): string {
  if (error === undefined)
    return msg('The server does not answer. Try again when you are online.', { id: 'past.copy-away' });
  return error.message === ''
    ? msg('The board could not be copied. Try again in a moment.', { id: 'past.copy-failed' })
    : error.message;
}

export class BoardCopying {
  private readonly host: ReactiveControllerHost & EventTarget;
  private source: CopySource | undefined;
  private busy = false;
  private problem: string | undefined;

  constructor(host: ReactiveControllerHost & EventTarget) {
    this.host = host;
  }

  begin(source: CopySource): void {
    void LATER.copy();
    this.source = source;
    this.problem = undefined;
    this.host.requestUpdate();
  }

  /** The board that is open. */
  beginHere({ id: board, credentials, view }: BoardSession): void {
    if (board === undefined || view === undefined) return;
    const { title, rounds, decision } = view.board;
    const decided = decision !== undefined || rounds.some(({ state }) => state === 'revealed');
    this.begin({ board, title, credentials, decided });
  }

  private readonly closed = (): void => {
    this.source = undefined;
    this.host.requestUpdate();
  };

  private async make({ title, notes, redecide }: CopyRequest): Promise<void> {
    const { source } = this;
    if (source === undefined || this.busy) return;
    this.busy = true;
    this.problem = undefined;
    this.host.requestUpdate();
    const answer = await createBoard({ title, copy: { board: source.board, notes, redecide } }, source.credentials);
    this.busy = false;
    if (answer.ok) {
      const { id, code, keys } = answer.value;
      identity.keepKeys(id, keys);
      identity.visited({ board: id, code, title, role: 'facilitator', at: new Date().toISOString() });
      this.source = undefined;
      this.host.dispatchEvent(
        new CustomEvent('board-chosen', { detail: { board: id }, bubbles: true, composed: true }),
      );
    } else this.problem = problemOf(answer);
    this.host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<palabre-copy-dialog
      .open=${this.source !== undefined}
      .heading=${this.source?.title ?? ''}
      .decided=${this.source?.decided}
      .busy=${this.busy}
      .problem=${this.problem}
      @dialog-closed=${this.closed}
      @copy-chosen=${(event: HTMLElementEventMap['copy-chosen']) => void this.make(event.detail)}
    ></palabre-copy-dialog>`;
  }
}
