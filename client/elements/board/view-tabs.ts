// The views of a board, as tabs that are links: each has an address of its own.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { BOARD_VIEWS, type BoardViewName } from '../../board-address.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';

export const viewTitle = (view: BoardViewName): string =>
  ({
    matrix: msg('Matrix', { id: 'board.view-matrix' }),
    compare: msg('Compare', { id: 'board.view-compare' }),
    ballot: msg('My ballot', { id: 'board.view-ballot' }),
    results: msg('Results', { id: 'board.view-results' }),
    notes: msg('Notes', { id: 'board.view-notes' }),
    record: msg('Record', { id: 'board.view-record' }),
    history: msg('History', { id: 'board.view-history' }),
  })[view];

/** The title of a view that may be one this page does not know. */
export function knownViewTitle(name: string): string {
  const view = BOARD_VIEWS.find((known) => known === name);
  return view === undefined ? name : viewTitle(view);
}

@customElement('palabre-view-tabs')
@localized()
export class PalabreViewTabs extends LitElement {
  static override styles = [
    ...controls,
    css`
      nav {
        position: relative;
        display: flex;
        gap: var(--space-1);
        padding: 0 var(--space-6);
        background: var(--surface);
        overflow-x: auto;
        scrollbar-width: none;
      }
      /* What lies beyond an edge fades there. */
      .before {
        mask-image: linear-gradient(to right, transparent, black 40px);
      }
      .after {
        mask-image: linear-gradient(to left, transparent, black 40px);
      }
      .before.after {
        mask-image: linear-gradient(to right, transparent, black 40px, black calc(100% - 40px), transparent);
      }
      a {
        flex: none;
        padding: 10px 14px 9px;
        border-bottom: 2px solid transparent;
        color: var(--ink-2);
        font: 500 var(--text-m) / 1.45 var(--font-text);
        text-decoration: none;
      }
      a:hover {
        color: var(--ink);
      }
      a[aria-current='page'] {
        border-color: var(--accent);
        color: var(--ink);
        font-weight: 600;
      }
      a:focus-visible {
        outline-offset: -3px;
      }
      .count {
        color: var(--ink-3);
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 720px) {
        nav {
          padding: 0 var(--space-2);
        }
        a {
          padding-block: 12px 11px;
        }
      }
    `,
  ];

  @property({ attribute: false }) views: readonly BoardViewName[] = ['matrix'];
  @property() view: BoardViewName = 'matrix';
  @property({ type: Number }) notes = 0;
  /** How many of the notes mention the reader. */
  @property({ type: Number }) mentions = 0;
  /** The address of a view. */
  @property({ attribute: false }) hrefOf: (view: BoardViewName) => string = (view) => `?view=${view}`;

  @query('nav') private readonly row!: HTMLElement | null;
  private readonly sizes = new ResizeObserver(() => this.fade());

  protected override firstUpdated(): void {
    if (this.row !== null) this.sizes.observe(this.row);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.row !== null) this.sizes.observe(this.row);
  }

  /** Where the tabs are is asked before the next painting, when the rest of the page has been drawn too. */
  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('view') || changed.has('views')) requestAnimationFrame(() => this.showTab());
  }

  private readonly fade = (): void => {
    const { row } = this;
    if (row === null) return;
    const beyond = row.scrollWidth - row.clientWidth - row.scrollLeft;
    row.classList.toggle('before', row.scrollLeft > 1);
    row.classList.toggle('after', beyond > 1);
  };

  /** On a phone the tab of the view that is shown may lie outside the row. */
  private showTab(): void {
    const { row } = this;
    const tab = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row && tab) row.scrollTo({ left: tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2 });
    this.fade();
  }

  private choose(event: MouseEvent, view: BoardViewName): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('view-chosen', { detail: { view }, bubbles: true, composed: true }));
  }

  private mentionsTemplate(): TemplateResult {
    const n = formatNumber(this.mentions);
    const words = plural(this.mentions, {
      one: () => msg(str`${n} note mentions you`, { id: 'board.mention-one' }),
      other: () => msg(str`${n} notes mention you`, { id: 'board.mention-other' }),
    });
    return html` <span class="chip accent" title=${words}
      ><span aria-hidden="true">@ ${n}</span><span class="visually-hidden">, ${words}</span></span
    >`;
  }

  override render() {
    return html`<nav aria-label=${msg('Views of the board', { id: 'board.views' })} @scroll=${this.fade}>
      ${this.views.map(
        (view) =>
          html`<a
            href=${this.hrefOf(view)}
            aria-current=${view === this.view ? 'page' : 'false'}
            @click=${(event: MouseEvent) => this.choose(event, view)}
            >${viewTitle(view)}${
              view === 'notes' && this.notes > 0 ? html` <span class="count">${formatNumber(this.notes)}</span>` : ''
            }${view === 'notes' && this.mentions > 0 ? this.mentionsTemplate() : ''}</a
          >`,
      )}
    </nav>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-view-tabs': PalabreViewTabs;
  }
  interface HTMLElementEventMap {
    'view-chosen': CustomEvent<{ readonly view: BoardViewName }>;
  }
}
