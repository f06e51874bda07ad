// Draws options side by side, with the numbers of the last round whose numbers are public.
import { type TemplateResult, html } from 'lit';
import type { Round } from '../../shared/board/board.ts';
import { resultOfTally } from '../../shared/voting/result.ts';
import type { Tally } from '../../shared/voting/tally.ts';
import type { BoardView } from '../board-view.ts';
import { publicRound } from '../elements/compare/comparison.ts';
import { carriedOf } from '../elements/matrix/carried.ts';
import { LATER } from './later.ts';

/** Of a live round the result is counted here, from its tally. */
const resultNow = (round: Round, tally: Tally | undefined, ballots: number) =>
  round.result ?? (tally === undefined ? undefined : resultOfTally(round, tally, ballots));

export function compareTemplate({ board, rounds, mine }: BoardView, options: readonly string[]): TemplateResult {
  void LATER.compare();
  const asked = publicRound(board);
  // A round on some cells leaves the others as they were.
  const carried = carriedOf(board, asked);
  const round: Round | undefined = asked && carried ? { ...asked, ...carried.round } : asked;
  const known = round === undefined ? undefined : rounds.get(round.id);
  const tally = known?.tally ?? round?.tally;
  const ballots = (known?.progress ?? round?.progress)?.cast ?? 0;
  return html`<palabre-compare-view
    .board=${board}
    .options=${options}
    .round=${round}
    .number=${asked === undefined ? 0 : board.rounds.indexOf(asked) + 1}
    .tally=${carried?.tally ?? tally}
    .result=${round === undefined ? undefined : (carried?.result ?? resultNow(round, tally, ballots))}
    .mine=${round === undefined ? undefined : mine.get(round.id)}
  ></palabre-compare-view>`;
}
