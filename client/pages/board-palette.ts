// Owns the palette of a board's page: its key, what it finds, and doing what was chosen.
import { type LitElement, type ReactiveController, type TemplateResult, html } from 'lit';
import type { BoardView } from '../board-view.ts';
import { LATER } from './later.ts';
import type { PaletteEntry } from './palette-entries.ts';

export class BoardPalette implements ReactiveController {
  private readonly host: LitElement;
  private readonly view: () => BoardView | undefined;
  private readonly presenting: () => boolean;
  /** Empty while the palette is shut. */
  private entries: readonly PaletteEntry[] = [];

  constructor(host: LitElement, view: () => BoardView | undefined, presenting: () => boolean) {
    this.host = host;
    this.view = view;
    this.presenting = presenting;
    host.addController(this);
    host.addEventListener('palette-requested', () => void this.open());
    host.addEventListener('palette-item-chosen', (event) => void this.run(event.detail.id));
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.pressed);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.pressed);
  }

  /** What there is to find is written with the palette, and fetched with it. */
  private async open(): Promise<void> {
    await LATER.palette();
    const { paletteEntries } = await import('./palette-entries.ts');
    const view = this.view();
    if (view === undefined) return;
    this.entries = paletteEntries(view, this.presenting());
    this.host.requestUpdate();
  }

  private readonly close = (): void => {
    this.entries = [];
    this.host.requestUpdate();
  };

  private async run(id: string): Promise<void> {
    const entry = this.entries.find((one) => one.id === id);
    this.close();
    // The dialog gives the focus back to where it was before something else may take it.
    await new Promise(requestAnimationFrame);
    entry?.run(this.host);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const asked =
      event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!asked) return;
    // In a dialog there is something to finish first; the palette's own key shuts it again.
    if (this.entries.length === 0 && event.composedPath().some((node) => node instanceof HTMLDialogElement)) return;
    event.preventDefault();
    if (this.entries.length > 0) this.close();
    else void this.open();
  };

  render(): TemplateResult {
    return html`<palabre-command-palette
      .open=${this.entries.length > 0}
      .items=${this.entries}
      @dialog-closed=${this.close}
    ></palabre-command-palette>`;
  }
}
