// The row of chips that chooses a note's kind.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { NoteKind } from '../../../shared/board/board.ts';
import { controls } from '../../styles/controls.ts';
import { NOTE_KINDS, kindLabel } from './note-kinds.ts';

const styles = css`
  div {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  button.chip {
    appearance: none;
    min-height: 24px;
    margin: 0;
    padding-inline: 8px;
    border: 1.5px solid transparent;
    cursor: pointer;
  }
  button.chip[aria-pressed='true'] {
    border-color: currentColor;
  }
  button.chip[aria-pressed='true']::after {
    content: '✓' / '';
  }
  @media (pointer: coarse) {
    button.chip {
      min-height: 36px;
      padding-inline: 12px;
    }
  }
`;

/** `kind` is the chosen one, a plain note when no chip is pressed; a choice fires `kind-chosen`. */
@customElement('palabre-kind-choice')
@localized()
export class PalabreKindChoice extends LitElement {
  static override styles = [...controls, styles];

  @property({ attribute: false }) kind: NoteKind = 'note';

  private choose(kind: NoteKind): void {
    this.kind = this.kind === kind ? 'note' : kind;
    this.dispatchEvent(new CustomEvent('kind-chosen', { detail: this.kind }));
  }

  override render() {
    return html`<div role="group" aria-label=${msg('Kind of note; none for a plain note', { id: 'notes.kind-choice' })}>
      ${NOTE_KINDS.filter((kind) => kind !== 'note').map(
        (kind) =>
          html`<button
            class="chip ${kind}"
            type="button"
            aria-pressed=${this.kind === kind}
            @click=${() => this.choose(kind)}
          >
            <span>${kindLabel(kind)}</span>
          </button>`,
      )}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-kind-choice': PalabreKindChoice;
  }
}
