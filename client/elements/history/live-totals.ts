// The totals of a live round as the room saw them at a moment: how many had voted, and how the options stood.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, Round } from '../../../shared/board/board.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import '../results/ranked-bars.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import { shownOf } from '../screen/screen-rows.ts';
import type { LiveTotals } from './timeline.ts';

export function ballotsWords(n: number): string {
  const count = formatNumber(n);
  return plural(n, {
    one: () => msg(str`${count} ballot`, { id: 'results.ballots.one' }),
    other: () => msg(str`${count} ballots`, { id: 'results.ballots' }),
  });
}

/** "Round 2, live: 12 ballots". */
export const totalsWords = (board: Board, { round, progress }: LiveTotals): string =>
  msg(str`${roundTitle(board.rounds.findIndex(({ id }) => id === round) + 1)}, live: ${ballotsWords(progress.cast)}`, {
    id: 'history.totals',
  });

@customElement('palabre-live-totals')
@localized()
export class PalabreLiveTotals extends LitElement {
  static override styles = [
    ...controls,
    css`
      :host {
        display: block;
      }
      p {
        margin: 0 0 var(--space-2);
        color: var(--ink-2);
      }
      .bars {
        max-height: 40dvh;
        overflow-y: auto;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  /** Undefined before the first ballot, and where nothing was kept. */
  @property({ attribute: false }) totals: LiveTotals | undefined;

  override render() {
    const { board, round, totals } = this;
    if (board === undefined || round === undefined) return nothing;
    const title = roundTitle(board.rounds.indexOf(round) + 1);
    if (totals === undefined) {
      return html`<p>${msg(str`${title}, live: no ballot yet at this moment.`, { id: 'history.no-totals' })}</p>`;
    }
    const { tally, progress } = totals;
    const rows = shownOf(board, round, { version: 0, progress, tally })?.rows ?? [];
    return html`<p>${totalsWords(board, totals)}</p>
      <div class="bars" tabindex="0" role="group" aria-label=${title}>
        <palabre-ranked-bars
          .bars=${rows}
          .caption=${title}
          ?unranked=${round.method === 'consent'}
        ></palabre-ranked-bars>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-live-totals': PalabreLiveTotals;
  }
}
