// The words for how many would like more time, for who can give it.
import { msg, str } from '@lit/localize';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';

/** `3 would like more time`. */
export const moreWords = (count: number): string =>
  plural(count, {
    one: () => msg(str`${formatNumber(count)} would like more time`, { id: 'room.more-one' }),
    other: () => msg(str`${formatNumber(count)} would like more time`, { id: 'room.more-other' }),
  });
