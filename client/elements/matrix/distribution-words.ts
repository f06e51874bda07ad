// Says a cell's scores in words, for the panel, for the histogram's name and for those who do not see it.
import { msg, str } from '@lit/localize';
import type { Camps } from '../../../shared/analysis/camps.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { distributionOf } from './distribution.ts';

/** `4.3`, `4,3`. */
export const meanText = (mean: number): string =>
  formatNumber(mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const band = (from: number, to: number): string => (from === to ? String(from) : `${from}–${to}`);

function gave(n: number, scores: string): string {
  return plural(n, {
    one: () => msg(str`${n} gave ${scores}`, { id: 'matrix.gave-one' }),
    other: () => msg(str`${n} gave ${scores}`, { id: 'matrix.gave-other' }),
  });
}

function campWords(camps: Camps): string {
  switch (camps.kind) {
    case 'none':
      return msg('Nobody has scored this', { id: 'matrix.nobody-scored' });
    case 'few':
      return gave(camps.n, band(camps.from, camps.to));
    case 'agreed': {
      const scores = band(camps.from, camps.to);
      return camps.within === camps.n
        ? msg(str`All ${camps.n} gave ${scores}`, { id: 'matrix.all-gave' })
        : msg(str`${camps.within} of ${camps.n} gave ${scores}`, { id: 'matrix.most-gave' });
    }
    case 'two-camps':
      return msg(str`Two camps: ${gave(camps.low, '0–1')}, ${gave(camps.high, '4–5')}`, { id: 'matrix.two-camps' });
    default:
      return msg(str`${camps.n} scores spread from ${camps.from} to ${camps.to}`, { id: 'matrix.spread' });
  }
}

/** `Two camps: 8 gave 0–1, 7 gave 4–5`, with how many do not know. */
export function distributionWords(counts: readonly number[]): string {
  const { unknown, camps } = distributionOf(counts);
  if (unknown === 0) return campWords(camps);
  const aside = plural(unknown, {
    one: () => msg(str`${unknown} does not know`, { id: 'matrix.unknown-one' }),
    other: () => msg(str`${unknown} do not know`, { id: 'matrix.unknown-other' }),
  });
  return `${campWords(camps)} · ${aside}`;
}

/** `you gave 2`; with no own score nothing. */
export function ownWords(own: Score | undefined): string {
  if (own === undefined) return '';
  if (own === 'unknown') return msg('you said “don’t know”', { id: 'matrix.you-do-not-know' });
  return msg(str`you gave ${own}`, { id: 'matrix.you-gave' });
}
