// Turns a result, or weights being tried, into the rows that ranked bars draw.
import { msg, str } from '@lit/localize';
import { type Board, type Round, criterionOf } from '../../../shared/board/board.ts';
import type { Ranked, Result } from '../../../shared/voting/method.ts';
import { formatNumber } from '../../i18n/format.ts';
import { named } from './named.ts';
import type { Bar } from './ranked-bars.ts';
import { decimalsAt, fullBar, valueText } from './value-words.ts';

function knockedOutWords(board: Board, round: Round, criterion: string): string {
  const name = criterionOf(board, criterion)?.name ?? criterion;
  const least = round.criteria.find((counted) => counted.id === criterion)?.mustHave;
  return least === undefined
    ? msg(str`knocked out by ${name}`, { id: 'results.knocked-out' })
    : msg(str`knocked out: ${name} is below ${formatNumber(least)}`, { id: 'results.knocked-out-below' });
}

/** Where an option stood before, if the two results can be compared. */
function before(previous: Result | undefined, result: Result, option: string): number | undefined {
  if (previous === undefined || previous.method !== result.method || previous.rule !== result.rule) return undefined;
  return previous.ranking.find((ranked) => ranked.option === option)?.value ?? undefined;
}

export function barRows(
  board: Board,
  round: Round,
  result: Result,
  previous: Result | undefined,
  ranking: readonly Ranked[] = result.ranking,
): readonly Bar[] {
  const full = fullBar(result);
  return ranking.map(({ option, rank, value, knockedOut }, place): Bar => {
    const decimals = decimalsAt(ranking, place);
    const was = before(previous, result, option);
    return {
      ...named(board, option),
      rank,
      share: value === null ? null : value / full,
      text: valueText(value, decimals),
      ...(was !== undefined && {
        before: was / full,
        beforeText: msg(str`before: ${valueText(was, decimals)}`, { id: 'results.before' }),
      }),
      ...(knockedOut !== undefined && { out: knockedOutWords(board, round, knockedOut) }),
    };
  });
}
