// The ballot of a round, whatever its method.
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import type { MyBallot } from '../../board-view.ts';
import { noteCounts } from '../notes/note-counts.ts';
import './approval-ballot.ts';
import { shuffleSeed } from './ballot-plan.ts';
import './ballot-form.ts';
import './consent-ballot.ts';
import './dots-ballot.ts';
import type { EarlierScores } from './earlier-scores.ts';
import './ranking-ballot.ts';
import './weights-ballot.ts';

@customElement('palabre-round-ballot')
export class PalabreRoundBallot extends LitElement {
  static override styles = css`
    :host {
      display: flex;
      flex: 1 0 auto;
      flex-direction: column;
      min-height: 100%;
    }
    :host > * {
      flex: 1 0 auto;
    }
  `;

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You = { role: 'watcher' };
  /** One's own scores of earlier rounds, to start from. */
  @property({ attribute: false }) earlier: EarlierScores | undefined;

  /** Recorded for somebody else: taking it back is offered around the ballot, not in it. */
  @property({ type: Boolean }) recording = false;

  private ballot(board: Board, round: Round): TemplateResult {
    const { mine, you } = this;
    const seed = shuffleSeed(round, you.id);
    switch (round.method) {
      case 'dots':
        return html`<palabre-dots-ballot
          .board=${board}
          .round=${round}
          .mine=${mine}
          .you=${you}
          .shuffleSeed=${seed}
        ></palabre-dots-ballot>`;
      case 'approval':
        return html`<palabre-approval-ballot
          .board=${board}
          .round=${round}
          .mine=${mine}
          .you=${you}
          .shuffleSeed=${seed}
        ></palabre-approval-ballot>`;
      case 'ranking':
        return html`<palabre-ranking-ballot
          .board=${board}
          .round=${round}
          .mine=${mine}
          .you=${you}
          .shuffleSeed=${seed}
        ></palabre-ranking-ballot>`;
      case 'weights':
        return html`<palabre-weights-ballot
          .board=${board}
          .round=${round}
          .mine=${mine}
          .you=${you}
        ></palabre-weights-ballot>`;
      case 'consent':
        return html`<palabre-consent-ballot
          .board=${board}
          .round=${round}
          .mine=${mine}
          .you=${you}
        ></palabre-consent-ballot>`;
      default:
        return html`<palabre-ballot-form
          .board=${board}
          .round=${round}
          .mine=${mine}
          .you=${you}
          .shuffleSeed=${seed}
          .noteCounts=${noteCounts(board)}
          .earlier=${this.earlier}
          .recording=${this.recording}
        ></palabre-ballot-form>`;
    }
  }

  override render() {
    const { board, round } = this;
    if (board === undefined || round === undefined) return nothing;
    return keyed(round.id, this.ballot(board, round));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-round-ballot': PalabreRoundBallot;
  }
}
