// What a consent round came to, in words and as bars of fingers.
import { msg, str } from '@lit/localize';
import type { Result } from '../../../shared/voting/method.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import type { Bar } from './ranked-bars.ts';

/** Whether the proposal stands; `threshold` is the round's, and below it a voter stops it. */
export function consentWords(result: Result, fingers: readonly number[], threshold = 1): string {
  if (result.ballots === 0) return msg('No ballots yet.', { id: 'results.empty' });
  if (result.stands === true) return msg('The proposal stands.', { id: 'results.stands' });
  const below = fingers.slice(0, threshold).reduce((sum, count) => sum + count, 0);
  if (below === 0) return msg('The proposal does not stand yet.', { id: 'results.stands-not-yet' });
  const n = formatNumber(below);
  return plural(below, {
    one: () => msg(str`The proposal does not stand: ${n} voter is below the threshold.`, { id: 'results.falls.one' }),
    other: () => msg(str`The proposal does not stand: ${n} voters are below the threshold.`, { id: 'results.falls' }),
  });
}

/** One bar for each number of fingers, five first. */
export function fingerBars(fingers: readonly number[]): readonly Bar[] {
  const most = Math.max(1, ...fingers);
  return fingers
    .map((count, shown): Bar => {
      const name = plural(shown, {
        one: () => msg(str`${formatNumber(shown)} finger`, { id: 'results.fingers.one' }),
        other: () => msg(str`${formatNumber(shown)} fingers`, { id: 'results.fingers' }),
      });
      return { id: String(shown), name, index: undefined, rank: 0, share: count / most, text: formatNumber(count) };
    })
    .toReversed();
}
