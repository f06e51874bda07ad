// What the big screen draws of a round: its rows, page by page, and the words around them.
import { msg, str } from '@lit/localize';
import type { BoardView, RoundView } from '../../board-view.ts';
import type { Board, Progress, Round } from '../../../shared/board/board.ts';
import type { Result } from '../../../shared/voting/method.ts';
import { resultOfTally } from '../../../shared/voting/result.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { barRows } from '../results/bar-rows.ts';
import { fingerBars } from '../results/consent-words.ts';
import type { Bar } from '../results/ranked-bars.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';

export const ROWS_A_PAGE = 8;
/** Names longer than this take two lines, so fewer rows fit. */
const LONG = 16;
const ROWS_WITH_LONG_NAMES = 5;
export const hasLongNames = (rows: readonly Bar[]): boolean => rows.some(({ name }) => name.length > LONG);

export interface Shown {
  readonly rows: readonly Bar[];
  readonly result: Result;
  readonly tally: Tally;
}

export const progressOf = (round: Round, state: RoundView | undefined): Progress | undefined =>
  state?.progress ?? round.progress;

/** The totals that are public now: of a live round while it runs, of any other after its reveal. */
export function shownOf(board: Board, round: Round, state: RoundView | undefined): Shown | undefined {
  const revealed = round.state === 'revealed';
  if (!revealed && round.secrecy !== 'live') return undefined;
  const tally = round.tally ?? state?.tally;
  if (tally === undefined) return undefined;
  const result = round.result ?? resultOfTally(round, tally, progressOf(round, state)?.cast ?? 0);
  const rows = 'fingers' in tally ? fingerBars(tally.fingers) : barRows(board, round, result, undefined);
  return rows.length === 0 ? undefined : { rows, result, tally };
}

export function pagesOf(rows: readonly Bar[]): readonly (readonly Bar[])[] {
  const size = hasLongNames(rows) ? ROWS_WITH_LONG_NAMES : ROWS_A_PAGE;
  const pages: (readonly Bar[])[] = [];
  for (let start = 0; start < rows.length; start += size) pages.push(rows.slice(start, start + size));
  return pages;
}

function ballotsWords(n: number): string {
  const count = formatNumber(n);
  return plural(n, {
    one: () => msg(str`${count} ballot`, { id: 'screen.ballots.one' }),
    other: () => msg(str`${count} ballots`, { id: 'screen.ballots' }),
  });
}

function watchingWords(n: number): string {
  const count = formatNumber(n);
  return plural(n, {
    one: () => msg(str`${count} watching`, { id: 'screen.watching.one' }),
    other: () => msg(str`${count} watching`, { id: 'screen.watching' }),
  });
}

/** "Round 2 · 1,350 ballots · 218 watching". */
export function sublineOf({ board, here, rounds }: BoardView, round: Round | undefined): string {
  const parts: string[] = [];
  if (round !== undefined) {
    const cast = progressOf(round, rounds.get(round.id))?.cast ?? round.result?.ballots;
    parts.push(roundTitle(board.rounds.indexOf(round) + 1));
    if (cast !== undefined) parts.push(ballotsWords(cast));
  }
  if (here.watchers > 0) parts.push(watchingWords(here.watchers));
  return parts.join(' · ');
}
