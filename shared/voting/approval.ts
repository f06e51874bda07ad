// The approval method: yes to any number of options.
import { ok, reject } from '../result.ts';
import { isOffered } from './cells.ts';
import type { Method } from './method.ts';

export const approval: Method = {
  name: 'approval',
  rules: ['count'],
  defaultRule: 'count',

  cast(round, _previous, given) {
    if (!('approved' in given)) return reject('invalid', 'ballot.approved');
    const seen = new Set<string>();
    for (const [place, option] of given.approved.entries()) {
      if (seen.has(option) || !isOffered(round, option)) return reject('invalid', `ballot.approved.${place}`);
      seen.add(option);
    }
    return ok({ approved: [...given.approved] });
  },

  isEmpty: (ballot) => !('approved' in ballot) || ballot.approved.length === 0,

  emptyTally: (round) => ({ approvals: Object.fromEntries(round.options.map((option) => [option, 0])) }),

  count(tally, _round, ballot, sign) {
    if (!('approved' in ballot) || !('approvals' in tally)) return;
    const counts: Record<string, number> = tally.approvals;
    for (const option of ballot.approved) {
      const count = counts[option];
      if (count !== undefined) counts[option] = count + sign;
    }
  },
};
