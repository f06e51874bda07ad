// The page that counts an exported board again, in this browser: nothing of the file is sent anywhere.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/home/language-switch.ts';
import '../elements/home/palabre-symbol.ts';
import '../elements/recount/recount-checks.ts';
import '../elements/recount/recount-verdict.ts';
import { unreadWords } from '../elements/recount/recount-words.ts';
import { type RecountedFile, type UnreadFile, recountFile } from '../elements/recount/recounted-file.ts';
import { identity } from '../identity.ts';
import type { Language } from '../../shared/rejections.ts';
import { BASE } from '../base-path.ts';
import { controls } from '../styles/controls.ts';
import { homeLayout } from '../styles/home-layout.ts';
import { BrowserOutbox } from '../sync/outbox.ts';

/** The receipts that this browser keeps of a board's rounds. */
async function receiptsHere(board: string): Promise<readonly string[]> {
  const member = identity.member(board);
  if (member === undefined) return [];
  const { ballots } = await new BrowserOutbox(Date.now()).open(`${board}/${member.id}`);
  return [...ballots.values()].flatMap(({ receipt }) => receipt ?? []);
}

@customElement('palabre-recount-page')
@localized()
export class RecountPage extends LitElement {
  static override styles = [
    ...controls,
    homeLayout,
    css`
      main {
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-5);
        max-width: 860px;
        padding-top: var(--space-4);
      }
      h1 {
        max-width: none;
        font-size: clamp(30px, 4vw, 42px);
      }
      .lead {
        max-width: 62ch;
        margin-top: var(--space-3);
      }
      .drop {
        display: grid;
        justify-items: center;
        gap: var(--space-3);
        padding: var(--space-6) var(--space-4);
        border: 2px dashed var(--control);
        border-radius: var(--radius-l);
        background: var(--surface);
        text-align: center;
      }
      .drop.over {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .drop p {
        margin: 0;
      }
      .problem {
        margin: 0;
        color: var(--danger);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property() language: Language = 'en';
  @state() private counted: RecountedFile | undefined;
  @state() private unread: UnreadFile | undefined;
  @state() private own: readonly string[] = [];
  @state() private over = false;
  @state() private busy = false;

  private async take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    this.busy = true;
    const text = await file.text();
    // The page says that it counts before it is busy counting.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const counted = recountFile(file.name, text);
    this.busy = false;
    this.own = [];
    this.unread = 'unread' in counted ? counted : undefined;
    this.counted = 'unread' in counted ? undefined : counted;
    if (this.counted !== undefined) this.own = await receiptsHere(this.counted.board.id);
  }

  private readonly dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.over = false;
    void this.take(event.dataTransfer?.files[0]);
  };

  private readonly draggedOver = (event: DragEvent): void => {
    event.preventDefault();
    this.over = true;
  };

  private readonly picked = (event: Event & { readonly target: HTMLInputElement }): void => {
    void this.take(event.target.files?.[0]);
    event.target.value = '';
  };

  private dropArea() {
    return html`<div
      class="drop ${this.over ? 'over' : ''}"
      @dragover=${this.draggedOver}
      @dragleave=${() => (this.over = false)}
      @drop=${this.dropped}
    >
      <p>${msg('Drop the export.json of a board here', { id: 'recount.drop' })}</p>
      <button
        class="button primary"
        type="button"
        @click=${() => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click()}
      >
        ${msg('Choose a file', { id: 'recount.choose' })}
      </button>
      <input hidden type="file" accept=".json,application/json" @change=${this.picked} />
      <p class="hint">${msg('It is counted in this browser and sent nowhere.', { id: 'recount.private' })}</p>
    </div>`;
  }

  override render() {
    const { counted, unread } = this;
    return html`
      <header>
        <a class="brand" href=${BASE}><palabre-symbol></palabre-symbol><span>Palabre</span></a>
        <palabre-language-switch .language=${this.language}></palabre-language-switch>
      </header>
      <main>
        <div>
          <h1>${msg('Count it again', { id: 'recount.title' })}</h1>
          <p class="lead">
            ${msg(
              'Every revealed round of an exported board, counted once more by the same rules: its file agrees with itself, or you see exactly what does not.',
              { id: 'recount.lead' },
            )}
          </p>
        </div>
        ${this.dropArea()}
        <p class="visually-hidden" role="status">${this.busy ? msg('Counting…', { id: 'recount.counting' }) : ''}</p>
        ${unread === undefined ? nothing : html`<p class="problem" role="alert">${unreadWords(unread)}</p>`}
        ${
          counted === undefined
            ? nothing
            : html`<palabre-recount-verdict .counted=${counted}></palabre-recount-verdict>
                <palabre-recount-checks .counted=${counted} .own=${this.own}></palabre-recount-checks>`
        }
      </main>
      <footer></footer>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-recount-page': RecountPage;
  }
}
