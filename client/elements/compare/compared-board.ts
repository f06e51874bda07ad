// Puts options of a board side by side, with the numbers of the last round whose numbers are public.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Round } from '../../../shared/board/board.ts';
import { resultOfTally } from '../../../shared/voting/result.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import type { BoardView } from '../../board-view.ts';
import { carriedOf } from '../matrix/carried.ts';
import './compare-view.ts';
import { publicRound } from './comparison.ts';

/** Of a live round the result is counted here, from its tally. */
const resultNow = (round: Round, tally: Tally | undefined, ballots: number) =>
  round.result ?? (tally === undefined ? undefined : resultOfTally(round, tally, ballots));

@customElement('palabre-compared-board')
export class PalabreComparedBoard extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  @property({ attribute: false }) view: BoardView | undefined;
  @property({ attribute: false }) options: readonly string[] = [];
  /** The day it is, as in `2026-11-23`. */
  @property() today = '';

  override render() {
    if (this.view === undefined) return nothing;
    const { board, rounds, mine } = this.view;
    const asked = publicRound(board);
    // A round on some cells leaves the others as they were.
    const carried = carriedOf(board, asked);
    const round: Round | undefined = asked && carried ? { ...asked, ...carried.round } : asked;
    const known = round === undefined ? undefined : rounds.get(round.id);
    const tally = known?.tally ?? round?.tally;
    const ballots = (known?.progress ?? round?.progress)?.cast ?? 0;
    return html`<palabre-compare-view
      .board=${board}
      .options=${this.options}
      .today=${this.today}
      .round=${round}
      .number=${asked === undefined ? 0 : board.rounds.indexOf(asked) + 1}
      .tally=${carried?.tally ?? tally}
      .result=${round === undefined ? undefined : (carried?.result ?? resultNow(round, tally, ballots))}
      .mine=${round === undefined ? undefined : mine.get(round.id)}
    ></palabre-compare-view>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-compared-board': PalabreComparedBoard;
  }
}
