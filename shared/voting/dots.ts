// The dots method: a few dots laid on options, one an option unless the round allows stacking.
import { ok, reject } from '../result.ts';
import { isOffered } from './cells.ts';
import type { Method } from './method.ts';

export const DEFAULT_DOTS = 5;

export const dots: Method = {
  name: 'dots',
  rules: ['sum'],
  defaultRule: 'sum',

  cast(round, _previous, given) {
    if (!('dots' in given)) return reject('invalid', 'ballot.dots');
    const most = round.stacking === true ? Infinity : 1;
    let sum = 0;
    for (const [option, laid] of Object.entries(given.dots)) {
      if (!isOffered(round, option) || laid > most) return reject('invalid', `ballot.dots.${option}`);
      sum += laid;
    }
    return sum <= (round.dots ?? DEFAULT_DOTS) ? ok({ dots: { ...given.dots } }) : reject('invalid', 'ballot.dots');
  },

  isEmpty: (ballot) => !('dots' in ballot) || Object.values(ballot.dots).every((laid) => laid === 0),

  emptyTally: (round) => ({ dots: Object.fromEntries(round.options.map((option) => [option, 0])) }),

  count(tally, _round, ballot, sign) {
    if (!('dots' in ballot) || !('dots' in tally)) return;
    const sums: Record<string, number> = tally.dots;
    for (const [option, laid] of Object.entries(ballot.dots)) {
      const sum = sums[option];
      if (sum !== undefined) sums[option] = sum + sign * laid;
    }
  },
};
