// Shows a text written in Markdown: as it was typed until the reader of Markdown is loaded, then drawn.
import { withMentions } from '../../../shared/board/mentions.ts';
import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

type SafeHtml = typeof import('./safe-html.ts').safeHtml;

let loaded: SafeHtml | undefined;
let loading: Promise<SafeHtml> | undefined;

function load(): Promise<SafeHtml> {
  loading ??= import('./safe-html.ts').then(
    ({ safeHtml }) => (loaded = safeHtml),
    (reason: unknown) => {
      loading = undefined;
      throw reason;
    },
  );
  return loading;
}

/** Text without any of these reads the same with and without Markdown. */
const MARKED_UP = /[*_`~[\]#>|<&\\]|^[ \t]*(?:[-+]|\d+[.)])\s|https?:|www\.|@|\n[ \t]*(?:=+|-+)[ \t]*$/mu;

const styles = css`
  :host {
    display: block;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .plain {
    white-space: pre-line;
  }
  .drawn > :first-child,
  .plain {
    margin-top: 0;
  }
  .drawn > :last-child,
  .plain {
    margin-bottom: 0;
  }
  p,
  ul,
  ol,
  blockquote,
  pre,
  table {
    margin: 0 0 0.5em;
  }
  ul,
  ol {
    padding-inline-start: 1.3em;
  }
  a {
    color: var(--accent);
    text-underline-offset: 2px;
  }
  b,
  mark {
    padding: 0 4px;
    border-radius: var(--radius-s);
    background: var(--sunk);
    color: inherit;
    font-weight: 600;
  }
  mark {
    background: var(--accent-soft);
    color: var(--ink);
  }
  code,
  pre {
    border-radius: var(--radius-s);
    background: var(--sunk);
    font:
      0.9em / 1.4 ui-monospace,
      'Cascadia Code',
      Menlo,
      Consolas,
      monospace;
  }
  code {
    padding: 1px 4px;
  }
  pre {
    padding: 8px 10px;
    overflow-x: auto;
  }
  pre code {
    padding: 0;
    background: none;
  }
  blockquote {
    padding-inline-start: 10px;
    border-inline-start: 3px solid var(--hairline);
    color: var(--ink-2);
  }
  table {
    display: block;
    max-width: 100%;
    overflow-x: auto;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 3px 8px;
    border: 1px solid var(--hairline);
    text-align: start;
  }
  /* Words and numbers stay whole, as far as they are short enough for a column. */
  th,
  td {
    max-width: 320px;
    overflow-wrap: break-word;
  }
  @media print {
    :is(h1, h2, h3, h4, h5, h6) {
      break-after: avoid;
    }
    tr {
      break-inside: avoid;
    }
  }
`;

@customElement('palabre-markdown')
export class PalabreMarkdown extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) text = '';
  /** Who can be mentioned, by id. */
  @property({ attribute: false }) members: ReadonlyMap<string, { readonly name: string }> = new Map();
  /** The id of the reader. */
  @property({ attribute: false }) you: string | undefined;
  @state() private safeHtml = loaded;

  protected override willUpdate(changed: PropertyValues): void {
    if (this.safeHtml !== undefined || !changed.has('text') || !MARKED_UP.test(this.text)) return;
    load().then(
      (safeHtml) => (this.safeHtml = safeHtml),
      () => undefined, // The text stays as it was typed.
    );
  }

  /** The text with names, and what was drawn from it: who joins does not have every note drawn anew. */
  private key = '';
  private drawn = '';

  private drawnHtml(safeHtml: SafeHtml, named: string): string {
    const key = `${this.you} ${named}`;
    if (this.key !== key) {
      this.key = key;
      this.drawn = safeHtml(this.text, (id) => {
        const name = this.members.get(id)?.name;
        return name === undefined ? undefined : { name, you: id === this.you };
      });
    }
    return this.drawn;
  }

  override render() {
    const { text, safeHtml, members } = this;
    const named = withMentions(text, (id) => members.get(id)?.name);
    if (safeHtml === undefined || !MARKED_UP.test(text)) return html`<p class="plain">${named}</p>`;
    return html`<div class="drawn">${unsafeHTML(this.drawnHtml(safeHtml, named))}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-markdown': PalabreMarkdown;
  }
}
