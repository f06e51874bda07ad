// The consent method (fist of five): 0–5 fingers on one proposal, with a reason below 3.
import { ok, reject } from '../result.ts';
import type { Method } from './method.ts';

/** Fewer fingers than this are an open concern and need a reason. */
export const CONCERN_BELOW = 3;

export const consent: Method = {
  name: 'consent',
  rules: ['threshold'],
  defaultRule: 'threshold',

  cast(_round, _previous, given) {
    if (!('fingers' in given)) return reject('invalid', 'ballot.fingers');
    const { fingers, reason = '' } = given;
    if (fingers < CONCERN_BELOW && reason === '') return reject('invalid', 'ballot.reason');
    return ok({ fingers, ...(reason !== '' && { reason }) });
  },

  isEmpty: (ballot) => !('fingers' in ballot),

  emptyTally: () => ({ fingers: [0, 0, 0, 0, 0, 0] }),

  count(tally, _round, ballot, sign) {
    if (!('fingers' in ballot) || !('fingers' in tally)) return;
    const counts: { fingers: readonly number[] } = tally;
    counts.fingers = counts.fingers.with(ballot.fingers, (counts.fingers[ballot.fingers] ?? 0) + sign);
  },
};
