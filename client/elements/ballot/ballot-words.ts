// The words that every ballot says about itself: how far it is, whether it is saved, and why it may be shut.
import { msg, str } from '@lit/localize';
import type { MyBallot } from '../../board-view.ts';
import type { Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';

/** "saved", "2 waiting", or nothing while there is nothing to save. */
export function savedWords(mine: MyBallot | undefined): string {
  const waiting = mine?.waiting.size ?? 0;
  if (waiting > 0) {
    const n = formatNumber(waiting);
    return plural(waiting, {
      one: () => msg(str`${n} waiting`, { id: 'ballot.waiting.one' }),
      other: () => msg(str`${n} waiting`, { id: 'ballot.waiting' }),
    });
  }
  return mine?.ballot === undefined ? '' : msg('saved', { id: 'ballot.saved' });
}

export const ofWords = (n: number, all: number): string =>
  msg(str`${formatNumber(n)} of ${formatNumber(all)}`, { id: 'ballot.of' });

/** The parts that are not empty, with a dot between. */
export const dotted = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** Why nothing can be chosen, or undefined when it can. */
export function shutBecause(round: Round, you: You): string | undefined {
  if (you.role === 'watcher') return msg('You are watching. Only voters have a ballot.', { id: 'ballot.watching' });
  if (round.state !== 'open') {
    return msg('This round is closed. Nothing in your ballot can change any more.', { id: 'ballot.closed' });
  }
  return undefined;
}
