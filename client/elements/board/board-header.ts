// The head of a board: its title, its code, the phase, and room for who is here and how the line stands.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Board } from '../../../shared/board/board.ts';
import { showCode } from '../../../shared/ids.ts';
import { BASE } from '../../base-path.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import '../home/palabre-symbol.ts';
import { phaseName } from './phase-words.ts';

/**
 * Slots: `people`, `line`, and the default one for one's own menu. Fires `share-requested`, `about-requested` from the
 * question, `settings-requested` and `joining-requested`.
 */
@customElement('palabre-board-header')
@localized()
export class PalabreBoardHeader extends LitElement {
  static override styles = [
    ...controls,
    css`
      header {
        display: flex;
        align-items: center;
        gap: var(--space-4);
        min-height: 60px;
        padding: var(--space-2) var(--space-6);
        border-bottom: 1px solid var(--hairline);
        background: var(--surface);
      }
      a {
        flex: none;
        display: inline-flex;
        border-radius: var(--radius-m);
      }
      palabre-symbol {
        --symbol: 28px;
      }
      .name {
        min-width: 0;
      }
      h1,
      .question {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      h1 {
        margin: 0;
        font: 700 var(--text-xl) / 1.25 var(--font-heading);
      }
      h1:focus {
        outline: none;
      }
      .question {
        display: block;
        max-width: 100%;
        margin: 0;
        padding: 0;
        border: 0;
        border-radius: var(--radius-s);
        background: none;
        color: var(--ink-2);
        font: 400 var(--text-s) / 1.4 var(--font-text);
        text-align: start;
        cursor: pointer;
      }
      .question:hover {
        color: var(--ink);
      }
      .code {
        flex: none;
        padding: 3px 11px;
        border: 0;
        border-radius: 999px;
        background: var(--sunk);
        color: var(--ink-2);
        font: 600 var(--text-m) / 1.4 var(--font-text);
        letter-spacing: 0.02em;
        cursor: pointer;
      }
      .code:hover {
        color: var(--ink);
      }
      .end {
        display: flex;
        flex: 1;
        align-items: center;
        justify-content: flex-end;
        gap: var(--space-3);
      }
      .phase {
        padding: 2px 10px;
        border-radius: 999px;
        background: var(--accent-soft);
        color: var(--accent);
        font: 600 var(--text-s) / 1.45 var(--font-text);
      }
      .lock {
        display: inline-grid;
        place-items: center;
        color: var(--ink-2);
      }
      .lock[aria-pressed='true'] {
        color: var(--accent);
      }
      svg {
        fill: none;
        stroke: currentcolor;
        stroke-linecap: round;
        stroke-width: 1.8;
      }
      /* What one's own menu offers too gives way to the title. */
      @media (max-width: 720px) {
        .roomy {
          display: none;
        }
        header {
          gap: var(--space-2);
          min-height: 56px;
          padding: var(--space-2) var(--space-3);
        }
        .name {
          flex: 1;
        }
        h1 {
          font-size: var(--text-l);
        }
        .end {
          flex: none;
          gap: var(--space-2);
        }
        .joining slot[name='people'] {
          display: none;
        }
        .code,
        .phase,
        .question {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  /** Offers the settings. */
  @property({ type: Boolean }) facilitating = false;
  /** A watcher whom a name would make a voter. */
  @property({ type: Boolean }) mayJoin = false;

  @query('h1') private readonly headline!: HTMLHeadingElement | null;

  /** Puts the reader at the beginning of the page. */
  focusHeading(): void {
    this.headline?.focus({ preventScroll: true });
  }

  private question({ question }: Board) {
    if (question === '') return nothing;
    return html`<button
      class="question"
      type="button"
      title=${msg('The question and the rules', { id: 'board.about' })}
      @click=${() => emit(this, 'about-requested', {})}
    >
      ${question}
    </button>`;
  }

  private readonly share = (): void => {
    this.dispatchEvent(new CustomEvent('share-requested', { bubbles: true, composed: true }));
  };

  /** Everybody sees that the structure is locked; the facilitator has the lock at hand. */
  private lock({ locked }: Board) {
    const says = locked
      ? msg('Options and criteria are locked', { id: 'room.lock' })
      : msg('Lock options and criteria', { id: 'palette.lock' });
    const drawing = html`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <rect x="3" y="7" width="10" height="7" rx="1.6" />
      <path d=${locked ? 'M5 7V5a3 3 0 0 1 6 0v2' : 'M5 7V4.6a3 3 0 0 1 5.8-1'} />
    </svg>`;
    if (this.facilitating) {
      return html`<button
        class=${locked ? 'icon-button quiet lock' : 'icon-button quiet lock roomy'}
        type="button"
        aria-label=${msg('Options and criteria are locked', { id: 'room.lock' })}
        aria-pressed=${locked ? 'true' : 'false'}
        title=${locked ? msg('Unlock options and criteria', { id: 'palette.unlock' }) : says}
        @click=${() => emit(this, 'board-edited', { locked: !locked })}
      >
        ${drawing}
      </button>`;
    }
    if (!locked) return nothing;
    return html`<span class="lock" role="img" aria-label=${says} title=${says}>${drawing}</span>`;
  }

  private buttons() {
    const settings = msg('Settings of the board', { id: 'board.settings-of' });
    return html`
      ${
        this.mayJoin
          ? html`<button class="button primary" type="button" @click=${() => emit(this, 'joining-requested', {})}>
              ${msg('Join', { id: 'board.join' })}
            </button>`
          : nothing
      }
      <button class="button roomy" type="button" @click=${this.share}>${msg('Share', { id: 'board.share' })}</button>
      ${
        this.facilitating
          ? html`<button
              class="icon-button roomy"
              type="button"
              aria-label=${settings}
              title=${settings}
              @click=${() => emit(this, 'settings-requested', {})}
            >
              <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
                <path d="M2 6h6.5M13.5 6H18M2 14h3.5M10.5 14H18" />
                <circle cx="11" cy="6" r="2.3" />
                <circle cx="8" cy="14" r="2.3" />
              </svg>
            </button>`
          : nothing
      }
    `;
  }

  override render() {
    const { board } = this;
    if (board === undefined) return nothing;
    const code = showCode(board.code);
    return html`<header>
      <a href=${BASE} aria-label=${msg('Palabre, to the home page', { id: 'board.home' })}
        ><palabre-symbol></palabre-symbol
      ></a>
      <div class="name">
        <h1 tabindex="-1" title=${board.title}>${board.title}</h1>
        ${this.question(board)}
      </div>
      <button
        class="code"
        type="button"
        aria-label=${`${msg('Code of the board', { id: 'board.code' })} ${code}`}
        @click=${this.share}
      >
        ${code}
      </button>
      <div class=${this.mayJoin ? 'end joining' : 'end'}>
        ${this.lock(board)} ${this.facilitating ? nothing : html`<span class="phase">${phaseName(board.phase)}</span>`}
        <slot name="line"></slot>
        <slot name="people"></slot>
        ${this.buttons()}
        <slot></slot>
      </div>
    </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-board-header': PalabreBoardHeader;
  }
}
