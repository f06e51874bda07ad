// Says a cell's scores in words, for the panel, for the histogram's name and for those who do not see it.
import { msg, str } from '@lit/localize';
import type { Score } from '../../../shared/voting/ballots.ts';
import { formatNumber } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { plural } from '../../i18n/plural.ts';
import { type Band, distributionOf } from './distribution.ts';

const means = new Map<string, string>();

/** `4.3`, `4,3`. Remembered, because a matrix shows hundreds and there are 51. */
export function meanText(mean: number): string {
  const key = `${currentLanguage()} ${Math.round(mean * 10)}`;
  const before = means.get(key);
  if (before !== undefined) return before;
  const text = formatNumber(Math.round(mean * 10) / 10, { minimumFractionDigits: 1 });
  means.set(key, text);
  return text;
}

const bandText = ({ from, to }: Band): string => (from === to ? String(from) : `${from}–${to}`);

function spread(counts: readonly number[]): string {
  const { n, camps, most } = distributionOf(counts);
  if (n === 0) return msg('Nobody has scored this', { id: 'matrix.nobody-scored' });
  if (camps !== undefined) {
    const { low, high } = camps;
    return msg(str`Two camps: ${low.n} gave ${bandText(low)}, ${high.n} gave ${bandText(high)}`, {
      id: 'matrix.two-camps',
    });
  }
  if (most.n === n) {
    return plural(n, {
      one: () => msg(str`The only score is ${bandText(most)}`, { id: 'matrix.only-score' }),
      other: () => msg(str`All ${n} gave ${bandText(most)}`, { id: 'matrix.all-gave' }),
    });
  }
  return msg(str`${most.n} of ${n} gave ${bandText(most)}`, { id: 'matrix.most-gave' });
}

/** `Two camps: 8 gave 0–1, 7 gave 4–5`, with how many do not know. */
export function distributionWords(counts: readonly number[]): string {
  const { unknown } = distributionOf(counts);
  if (unknown === 0) return spread(counts);
  const aside = plural(unknown, {
    one: () => msg(str`${unknown} does not know`, { id: 'matrix.unknown-one' }),
    other: () => msg(str`${unknown} do not know`, { id: 'matrix.unknown-other' }),
  });
  return `${spread(counts)} · ${aside}`;
}

/** `you gave 2`; with no own score nothing. */
export function ownWords(own: Score | undefined): string {
  if (own === undefined) return '';
  if (own === 'unknown') return msg('you said “don’t know”', { id: 'matrix.you-do-not-know' });
  return msg(str`you gave ${own}`, { id: 'matrix.you-gave' });
}
