// Builders for rounds and ballots in tests of the counting.
import * as fc from 'fast-check';
import type { Ballot, MethodName, Score } from '../../../shared/voting/ballots.ts';
import type { CountedRound } from '../../../shared/voting/method.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import type { Tally } from '../../../shared/voting/tally.ts';

export const OPTIONS = ['bottle', 'django', 'flask', 'pyramid'];
export const CRITERIA = [
  { id: 'docs', weight: 20 },
  { id: 'ease', weight: 50 },
  { id: 'speed', weight: 30 },
];

export const roundOf = (method: MethodName, more: Partial<CountedRound> = {}): CountedRound => ({
  id: 'r1',
  method,
  rule: methodOf(method).defaultRule,
  options: OPTIONS,
  criteria: CRITERIA,
  tieSeed: 'seed',
  ...more,
});

/** One criterion, `fit`, and a row of scores a ballot in the order of the options; undefined leaves a cell out. */
export const scored = (options: readonly string[], ...rows: readonly (readonly (Score | undefined)[])[]): Ballot[] =>
  rows.map((row) => ({
    cells: Object.fromEntries(
      options.flatMap((option, place) => {
        const score = row[place];
        return score === undefined ? [] : [[option, { fit: score }] as const];
      }),
    ),
  }));

export const ranked = (...groups: readonly (string | readonly string[])[]): Ballot => ({
  ranking: groups.map((group) => (typeof group === 'string' ? [group] : group)),
});

export const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

export function tallyOf(round: CountedRound, ballots: readonly Ballot[]): Tally {
  const tally = methodOf(round.method).emptyTally(round);
  for (const ballot of ballots) methodOf(round.method).count(tally, round, ballot, 1);
  return tally;
}

const score = fc.constantFrom<Score>(0, 1, 2, 3, 4, 5, 'unknown');
const ids = CRITERIA.map(({ id }) => id);
const partly = <T>(keys: readonly string[], value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc
    .tuple(...keys.map((key) => fc.option(value, { nil: undefined }).map((given) => [key, given] as const)))
    .map((entries) =>
      Object.fromEntries(entries.flatMap(([key, given]) => (given === undefined ? [] : [[key, given]]))),
    );

/** Any order of any of the options, with ties and gaps. */
const ranking = fc.shuffledSubarray(OPTIONS).chain((order) =>
  fc.tuple(...order.map(() => fc.boolean())).map((joins) => {
    const groups: string[][] = [];
    for (const [place, option] of order.entries()) {
      const last = groups.at(-1);
      if (last && joins[place] === true) last.push(option);
      else groups.push([option]);
    }
    return groups;
  }),
);

const points = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
  .map(([a, b]) => ({ [ids[0] ?? '']: a, [ids[1] ?? '']: b - a, [ids[2] ?? '']: 100 - b }));

export const BALLOTS: Readonly<Record<MethodName, fc.Arbitrary<Ballot>>> = {
  score: partly(OPTIONS, partly(ids, score)).map((cells) => ({ cells })),
  weights: points.map((given) => ({ points: given })),
  dots: partly(OPTIONS, fc.constant(1)).map((dots) => ({ dots })),
  approval: fc.shuffledSubarray(OPTIONS).map((approved) => ({ approved })),
  ranking: ranking.map((groups) => ({ ranking: groups })),
  consent: fc.integer({ min: 0, max: 5 }).map((fingers) => ({ fingers, ...(fingers < 3 && { reason: 'why' }) })),
};
