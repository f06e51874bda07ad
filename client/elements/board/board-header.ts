// The head of a board: its title, its code, the phase, and room for who is here and how the line stands.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, Phase } from '../../../shared/board/board.ts';
import { showCode } from '../../../shared/ids.ts';
import { controls } from '../../styles/controls.ts';
import '../home/palabre-symbol.ts';

const phaseName = (phase: Phase): string =>
  ({
    frame: msg('Frame', { id: 'board.phase-frame' }),
    discuss: msg('Discuss', { id: 'board.phase-discuss' }),
    vote: msg('Vote', { id: 'board.phase-vote' }),
    reveal: msg('Reveal', { id: 'board.phase-reveal' }),
    decide: msg('Decide', { id: 'board.phase-decide' }),
  })[phase];

/** Slots: `people`, `line`, and the default one for buttons. Fires `share-requested` from the code. */
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
      h1 {
        min-width: 0;
        margin: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font: 700 var(--text-xl) / 1.25 var(--font-heading);
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
      @media (max-width: 720px) {
        header {
          gap: var(--space-2);
          min-height: 56px;
          padding: var(--space-2) var(--space-3);
        }
        h1 {
          flex: 1;
          font-size: var(--text-l);
        }
        .end {
          flex: none;
          gap: var(--space-2);
        }
        .code,
        .phase {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;

  override render() {
    const { board } = this;
    if (board === undefined) return nothing;
    const code = showCode(board.code);
    return html`<header>
      <a href="/" aria-label=${msg('Palabre, to the home page', { id: 'board.home' })}
        ><palabre-symbol></palabre-symbol
      ></a>
      <h1 title=${board.title}>${board.title}</h1>
      <button
        class="code"
        type="button"
        aria-label=${`${msg('Code of the board', { id: 'board.code' })} ${code}`}
        @click=${() => this.dispatchEvent(new CustomEvent('share-requested', { bubbles: true, composed: true }))}
      >
        ${code}
      </button>
      <div class="end">
        <span class="phase">${phaseName(board.phase)}</span>
        <slot name="line"></slot>
        <slot name="people"></slot>
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
