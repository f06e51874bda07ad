// The weights method: 100 points shared over the criteria.
import { ok, reject } from '../result.ts';
import type { Method } from './method.ts';

const POINTS = 100;

export const weights: Method = {
  name: 'weights',
  rules: ['mean'],
  defaultRule: 'mean',

  cast(round, _previous, given) {
    if (!('points' in given)) return reject('invalid', 'ballot.points');
    const criteria = new Set(round.criteria.map((criterion) => criterion.id));
    let sum = 0;
    for (const [criterion, points] of Object.entries(given.points)) {
      if (!criteria.has(criterion)) return reject('invalid', `ballot.points.${criterion}`);
      sum += points;
    }
    return sum === POINTS ? ok({ points: { ...given.points } }) : reject('invalid', 'ballot.points');
  },

  isEmpty: (ballot) => !('points' in ballot) || Object.values(ballot.points).every((points) => points === 0),

  emptyTally: (round) => ({ points: Object.fromEntries(round.criteria.map((criterion) => [criterion.id, 0])) }),

  count(tally, _round, ballot, sign) {
    if (!('points' in ballot) || !('points' in tally)) return;
    const sums: Record<string, number> = tally.points;
    for (const [criterion, points] of Object.entries(ballot.points)) {
      const sum = sums[criterion];
      if (sum !== undefined) sums[criterion] = sum + sign * points;
    }
  },
};
