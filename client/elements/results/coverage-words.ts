// Says how complete the ballots of a round are, and when they are too few to count.
import { msg, str } from '@lit/localize';
import type { Result } from '../../../shared/voting/method.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';

/** "17 ballots · 98% of the cells answered · “don’t know” in 3%". */
export function coverageWords(result: Result): string {
  const { asked, answered, unknown } = result.coverage;
  const n = formatNumber(result.ballots);
  const ballots = plural(result.ballots, {
    one: () => msg(str`${n} ballot`, { id: 'results.ballots.one' }),
    other: () => msg(str`${n} ballots`, { id: 'results.ballots' }),
  });
  if (result.method !== 'score' || asked === 0) return ballots;
  const scored = msg(str`${formatShare(answered / asked)} of the cells answered`, { id: 'results.coverage' });
  if (unknown === 0) return `${ballots} · ${scored}`;
  const share = formatShare(unknown / asked, unknown / asked < 0.01 ? 1 : 0);
  return `${ballots} · ${scored} · ${msg(str`“don’t know” in ${share}`, { id: 'results.unknown' })}`;
}

/** Why a result below its quorum does not count; empty where it does. */
export function quorumWords(result: Result, quorum: number | undefined): string {
  if (result.valid !== false || quorum === undefined) return '';
  const [came, needed] = [formatNumber(result.ballots), formatNumber(quorum)];
  return msg(str`Not valid: ${came} ballots came, and this round needs ${needed}.`, { id: 'results.invalid' });
}
