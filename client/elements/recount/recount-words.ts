// What counting again found, in words.
import { msg, str } from '@lit/localize';
import type { Board } from '../../../shared/board/board.ts';
import type { FingerprintMatch } from '../../../shared/exchange/fingerprint.ts';
import type { RecountedRound } from '../../../shared/exchange/recount.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import type { UnreadFile } from './recounted-file.ts';

export function unreadWords({ name, unread, field }: UnreadFile): string {
  if (unread === 'no-json') {
    return msg(str`${name} cannot be read: it is no JSON file.`, { id: 'recount.no-json' });
  }
  return field === undefined
    ? msg(str`${name} is no export of a board.`, { id: 'recount.no-export' })
    : msg(str`${name} is no export of a board: look at “${field}”.`, { id: 'recount.no-export-field' });
}

const ballotsText = (ballots: number): string =>
  plural(ballots, {
    one: () => msg(str`${formatNumber(ballots)} ballot`, { id: 'recount.ballots.one' }),
    other: () => msg(str`${formatNumber(ballots)} ballots`, { id: 'recount.ballots' }),
  });

/** What a round was counted from, and whether that gave the same. */
export function basisWords({ basis, ballots, differences }: RecountedRound): string {
  const all = ballotsText(ballots);
  const same = differences.length === 0;
  if (basis === 'imported') {
    return msg('Brought along from another board: its ballots are not in this file, so it is not counted again.', {
      id: 'recount.imported',
    });
  }
  if (basis === 'nothing') {
    return msg('Its rule needs whole ballots, and they were not published: it is not counted again.', {
      id: 'recount.nothing',
    });
  }
  if (basis === 'tally') {
    return same
      ? msg(str`Counted again from the published tally of ${all}: the same result.`, { id: 'recount.tally-same' })
      : msg(str`Counted again from the published tally of ${all}: not the same.`, { id: 'recount.tally-differs' });
  }
  return same
    ? msg(str`Counted again from ${all}: the same result, to the last digit.`, { id: 'recount.ballots-same' })
    : msg(str`Counted again from ${all}: not the same.`, { id: 'recount.ballots-differ' });
}

export function matchWords(board: Board, match: FingerprintMatch): string {
  if (match.of === 'log') {
    const revision = formatNumber(match.revision);
    return msg(str`It matches the log of this board up to its event ${revision}.`, { id: 'recount.matches-log' });
  }
  const title = roundTitle(board.rounds.findIndex(({ id }) => id === match.round) + 1);
  return msg(str`It matches the ballots of this: ${title}.`, { id: 'recount.matches' });
}

const LONGEST = 160;

/** A value of a difference, as short as can be looked at. */
export function shownValue(value: unknown): string {
  if (value === undefined) return msg('nothing', { id: 'recount.no-value' });
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
