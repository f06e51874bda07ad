// The boards this browser has been on, to go back to or to be forgotten.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Role } from '../../../shared/board/board.ts';
import { formatAgo } from '../../i18n/format.ts';
import { boardPath } from '../../route.ts';
import { controls } from '../../styles/controls.ts';

export interface VisitedBoard {
  readonly board: string;
  readonly title: string;
  readonly role: Role;
  /** ISO 8601. */
  readonly at: string;
}

const FIRST_SHOWN = 5;

const roleName = (role: Role): string =>
  role === 'facilitator'
    ? msg('facilitator', { id: 'home.role-facilitator' })
    : role === 'voter'
      ? msg('voter', { id: 'home.role-voter' })
      : msg('watcher', { id: 'home.role-watcher' });

/** Fires `visit-removed` with the board's id once the person has confirmed, and `visit-copied`. */
@customElement('palabre-visited-boards')
@localized()
export class VisitedBoards extends LitElement {
  static override styles = [
    ...controls,
    css`
      h2 {
        margin: 0 0 var(--space-1);
        font: 700 var(--text-l) / 1.3 var(--font-heading);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 0 var(--space-2);
        border-bottom: 1px solid var(--hairline);
      }
      a {
        display: grid;
        min-width: 0;
        min-height: 52px;
        align-content: center;
        padding: 7px 0;
        border-radius: var(--radius-s);
        color: var(--ink);
        text-decoration: none;
      }
      a:hover .title {
        text-decoration: underline;
        text-decoration-thickness: 1px;
        text-underline-offset: 3px;
      }
      .title {
        overflow: hidden;
        font-weight: 600;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .about {
        color: var(--ink-2);
        font-size: var(--text-s);
      }
      .ask {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
        padding: 0 0 var(--space-3);
      }
      .ask p {
        flex: 1 1 100%;
        margin: 0;
        font-size: var(--text-s);
      }
      .icon-button {
        color: var(--ink-3);
      }
      .more {
        margin-top: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) boards: readonly VisitedBoard[] = [];
  /** The browser's time, ms. */
  @property({ type: Number }) now = 0;
  @state() private asking: string | undefined;
  @state() private all = false;

  private forget(board: string): void {
    this.asking = undefined;
    this.dispatchEvent(new CustomEvent('visit-removed', { detail: { board }, bubbles: true, composed: true }));
  }

  private copy(board: string): void {
    this.dispatchEvent(new CustomEvent('visit-copied', { detail: { board }, bubbles: true, composed: true }));
  }

  private renderAsk({ board, role }: VisitedBoard) {
    return html`
      <div class="ask">
        <p role="alert">
          ${
            role === 'facilitator'
              ? msg(
                  'This browser then forgets its facilitator link: without a copy of it, nobody can lead this board.',
                  {
                    id: 'home.forget-facilitator',
                  },
                )
              : msg('This browser then forgets who you are there. The board itself stays.', { id: 'home.forget-voter' })
          }
        </p>
        <button class="button small danger" type="button" @click=${() => this.forget(board)}>
          ${msg('Forget it', { id: 'home.forget' })}
        </button>
        <button class="button small" type="button" @click=${() => (this.asking = undefined)}>
          ${msg('Keep it', { id: 'home.keep' })}
        </button>
      </div>
    `;
  }

  private renderBoard(visit: VisitedBoard) {
    return html`
      <li>
        <a href=${boardPath(visit.board)}>
          <span class="title" title=${visit.title}>${visit.title}</span>
          <span class="about">${roleName(visit.role)} · ${formatAgo(visit.at, this.now)}</span>
        </a>
        <button
          class="icon-button quiet"
          type="button"
          title=${msg('Duplicate', { id: 'past.duplicate-short' })}
          aria-label=${msg(str`Duplicate ${visit.title}`, { id: 'past.duplicate-named' })}
          @click=${() => this.copy(visit.board)}
        >
          <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true">
            <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" stroke-width="1.6" />
            <path d="M10.5 3.2V2.5H2.5v8h.7" stroke-width="1.6" stroke-linejoin="round" />
          </svg>
        </button>
        <button
          class="icon-button quiet"
          type="button"
          aria-label=${msg(str`Forget ${visit.title}`, { id: 'home.forget-named' })}
          aria-expanded=${this.asking === visit.board ? 'true' : 'false'}
          @click=${() => (this.asking = this.asking === visit.board ? undefined : visit.board)}
        >
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
          </svg>
        </button>
        ${this.asking === visit.board ? this.renderAsk(visit) : nothing}
      </li>
    `;
  }

  override render() {
    const shown = this.all ? this.boards : this.boards.slice(0, FIRST_SHOWN);
    const left = this.boards.length - shown.length;
    return html`
      <section aria-labelledby="heading">
        <h2 id="heading">${msg('Your boards', { id: 'home.visited' })}</h2>
        <ul>
          ${repeat(
            shown,
            ({ board }) => board,
            (visit) => this.renderBoard(visit),
          )}
        </ul>
        ${
          left > 0
            ? html`<button class="button quiet small more" type="button" @click=${() => (this.all = true)}>
                ${msg(str`Show ${left} more`, { id: 'home.visited-more' })}
              </button>`
            : nothing
        }
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-visited-boards': VisitedBoards;
  }
  interface HTMLElementEventMap {
    'visit-removed': CustomEvent<{ readonly board: string }>;
    'visit-copied': CustomEvent<{ readonly board: string }>;
  }
}
