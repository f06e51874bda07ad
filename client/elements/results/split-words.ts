// Says how a cell's scores lie apart: "8 gave 0–1, 7 gave 4–5".
import { msg, str } from '@lit/localize';
import { campsOf } from '../../../shared/analysis/camps.ts';
import { formatNumber } from '../../i18n/format.ts';

/** "0–1", kept on one line by word joiners. */
const band = (from: number, to: number): string => (from === to ? String(from) : `${from}\u2060–\u2060${to}`);

export function splitWords(counts: readonly number[]): string {
  const camps = campsOf(counts);
  switch (camps.kind) {
    case 'none':
      return '';
    case 'two-camps': {
      const [low, high] = [formatNumber(camps.low), formatNumber(camps.high)];
      return msg(str`${low} gave ${band(0, 1)}, ${high} gave ${band(4, 5)}`, { id: 'results.two-camps' });
    }
    case 'agreed': {
      const [within, n] = [formatNumber(camps.within), formatNumber(camps.n)];
      return msg(str`${within} of ${n} gave ${band(camps.from, camps.to)}`, { id: 'results.most' });
    }
    default: {
      const n = formatNumber(camps.n);
      return msg(str`${n} gave from ${camps.from} to ${camps.to}`, { id: 'results.spread' });
    }
  }
}
