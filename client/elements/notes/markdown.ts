// Shows a text written in Markdown: as it was typed until the reader of Markdown is loaded, then drawn.
import { LitElement, css, html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

type SafeHtml = (text: string) => string;

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
const MARKED_UP = /[*_`~[\]#>|<&\\]|^\s*(?:[-+]|\d+[.)])\s|https?:|www\.|@|\n\s*(?:=+|-+)\s*$/mu;

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
`;

@customElement('palabre-markdown')
export class PalabreMarkdown extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) text = '';
  @state() private safeHtml = loaded;

  protected override willUpdate(changed: PropertyValues): void {
    if (this.safeHtml !== undefined || !changed.has('text') || !MARKED_UP.test(this.text)) return;
    load().then(
      (safeHtml) => (this.safeHtml = safeHtml),
      () => undefined, // The text stays as it was typed.
    );
  }

  override render() {
    if (this.safeHtml === undefined || !MARKED_UP.test(this.text)) return html`<p class="plain">${this.text}</p>`;
    return html`<div class="drawn">${unsafeHTML(this.safeHtml(this.text))}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-markdown': PalabreMarkdown;
  }
}
