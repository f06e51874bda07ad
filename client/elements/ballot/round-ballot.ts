// The ballot of a round, whatever its method.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import type { MyBallot } from '../../board-view.ts';
import { noteCounts } from '../notes/note-counts.ts';
import './ballot-form.ts';

@customElement('palabre-round-ballot')
export class PalabreRoundBallot extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-height: 100%;
    }
    :host > * {
      min-height: inherit;
    }
  `;

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You = { role: 'watcher' };

  override render() {
    const { board, round, mine, you } = this;
    if (board === undefined || round === undefined) return nothing;
    return html`<palabre-ballot-form
      .board=${board}
      .round=${round}
      .mine=${mine}
      .you=${you}
      .shuffleSeed=${you.id === undefined ? undefined : `${round.id}/${you.id}`}
      .noteCounts=${noteCounts(board)}
    ></palabre-ballot-form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-round-ballot': PalabreRoundBallot;
  }
}
