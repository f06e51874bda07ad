// A whole ballot in one line of text, and a score ballot as rows. Pure.
import { msg, str } from '@lit/localize';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { Ballot, Score } from '../../../shared/voting/ballots.ts';
import { countedOptions } from '../../../shared/voting/cells.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { nameOf, namesOf } from './named.ts';

const given = (board: Board, counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([id, count]) => `${nameOf(board, id)} ${formatNumber(count)}`)
    .join(', ');

const fingersText = (fingers: number): string =>
  plural(fingers, {
    one: () => msg(str`${formatNumber(fingers)} finger`, { id: 'outcome.fingers.one' }),
    other: () => msg(str`${formatNumber(fingers)} fingers`, { id: 'outcome.fingers' }),
  });

function text(board: Board, ballot: Ballot): string {
  if ('approved' in ballot) return namesOf(board, ballot.approved).join(', ');
  if ('dots' in ballot) return given(board, ballot.dots);
  if ('points' in ballot) return given(board, ballot.points);
  if ('ranking' in ballot) return ballot.ranking.map((tied) => namesOf(board, tied).join(' = ')).join(' > ');
  if ('fingers' in ballot) {
    return [fingersText(ballot.fingers), ballot.reason ?? ''].filter((part) => part !== '').join(' – ');
  }
  return '';
}

/** `Flask > Django = Bottle`, `Flask 3, Django 2`: what one voter gave. */
export const ballotText = (board: Board, ballot: Ballot): string =>
  text(board, ballot) || msg('nothing', { id: 'outcome.nothing' });

const scoreText = (score: Score | undefined): string =>
  score === undefined ? '–' : score === 'unknown' ? '?' : String(score);

/** A score ballot, an option a row, in the order of the round's criteria; other ballots have no rows. */
export function scoreRows(
  round: Round,
  ballot: Ballot,
): readonly { readonly option: string; readonly scores: readonly string[] }[] {
  if (!('cells' in ballot)) return [];
  return countedOptions(round).map((option) => ({
    option,
    scores: round.criteria.map(({ id }) => scoreText(ballot.cells[option]?.[id])),
  }));
}
