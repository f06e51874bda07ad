// Says that a part of the page could not be fetched, and fetches it when asked to or when the network is back.
import { msg } from '@lit/localize';
import { type ReactiveController, type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import { parts } from './later.ts';

export class MissingParts implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private forget: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.forget = parts.subscribe(() => this.host.requestUpdate());
    window.addEventListener('online', this.retry);
  }

  hostDisconnected(): void {
    this.forget?.();
    window.removeEventListener('online', this.retry);
  }

  private readonly retry = (): void => void parts.retry();

  /** Some browsers remember for the life of a page that a part was not there: then only a new page has it. */
  private readonly asked = async (): Promise<void> => {
    await parts.retry();
    if (parts.isIncomplete && navigator.onLine) location.reload();
  };

  render(): TemplateResult {
    return html`<div role="alert">
      ${
        parts.isIncomplete
          ? html`<p class="failed">
              ${msg('A part of this page could not be fetched. What you gave is kept.', { id: 'board.part-missing' })}
              <button class="button small" type="button" @click=${this.asked}>
                ${msg('Try again', { id: 'board.retry' })}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }
}
