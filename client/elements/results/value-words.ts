// How the values of a result are written: their unit, and as many decimals as it takes to tell neighbours apart.
import { msg } from '@lit/localize';
import type { Ranked, Result, Rule } from '../../../shared/voting/method.ts';
import { formatNumber } from '../../i18n/format.ts';

const MOST_DECIMALS = 4;

/** The fewest decimals with which two different values do not read the same. */
function decimalsBetween(a: number | null, b: number | null | undefined): number {
  if (a === null || b === null || b === undefined || a === b) return 0;
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals += 1) {
    if (a.toFixed(decimals) !== b.toFixed(decimals)) return decimals;
  }
  return MOST_DECIMALS;
}

/** The fewest decimals with which a value does not read like that of a neighbour of another rank. */
export function decimalsAt(ranking: readonly Pick<Ranked, 'value'>[], place: number): number {
  const value = ranking[place]?.value ?? null;
  return Math.max(...[place - 1, place + 1].map((near) => decimalsBetween(value, ranking[near]?.value)));
}

/** A value in the method's own unit; a dash where nobody judged the option. */
export function valueText(value: number | null, decimals = 0): string {
  if (value === null) return '–';
  return formatNumber(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

const OF_100: ReadonlySet<Rule> = new Set(['mean', 'median', 'star']);

/** True when values are on the scale of 0 to 100. */
export const isOf100 = ({ method, rule }: Pick<Result, 'method' | 'rule'>): boolean =>
  method === 'score' && OF_100.has(rule);

/** What a full bar stands for. */
export const fullBar = (result: Pick<Result, 'method' | 'rule' | 'ranking'>): number =>
  isOf100(result) ? 100 : Math.max(1, ...result.ranking.map(({ value }) => value ?? 0));

const UNITS: Readonly<Partial<Record<Rule, () => string>>> = {
  approval: () => msg('ballots that give it 4 or more', { id: 'results.unit.approval' }),
  schulze: () => msg('options it stands above', { id: 'results.unit.above' }),
  'ranked-pairs': () => msg('options it stands above', { id: 'results.unit.above' }),
  copeland: () => msg('options it beats, a draw counting half', { id: 'results.unit.copeland' }),
  borda: () => msg('points for options put below it', { id: 'results.unit.borda' }),
  irv: () => msg('ballots when it was last counted', { id: 'results.unit.irv' }),
  sum: () => msg('dots', { id: 'results.unit.dots' }),
  count: () => msg('approvals', { id: 'results.unit.approvals' }),
};

/** What the values count, for the caption of the bars. */
export function unitWords({ method, rule }: Pick<Result, 'method' | 'rule'>): string {
  if (method === 'weights') return msg('points of 100', { id: 'results.unit.points' });
  return UNITS[rule]?.() ?? msg('of 100', { id: 'results.unit.of-100' });
}
