// Which weights would change who comes first, against constructed and published cases.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { exactTips, type Means } from '../../../shared/analysis/fragility.ts';
import { weightingShares } from '../../../shared/analysis/weightings.ts';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import type { CountedRound } from '../../../shared/voting/method.ts';
import { compare, decimal, rounded, times, wholeProportions } from '../../../shared/voting/rational.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { meanValues, weightedMean } from '../../../shared/voting/score-count.ts';
import { type ScoreSheet, sheetOfTally } from '../../../shared/voting/score-sheet.ts';
import { fixture } from '../voting/oracle-cases.ts';
import { BALLOTS, CRITERIA, roundOf, tallyOf } from '../voting/rounds.ts';

const casesSchema = z.object({
  cases: z.array(
    z.object({
      name: z.string(),
      method: z.string(),
      input: z.object({
        alternatives: z.optional(z.array(z.string())),
        criteria: z.optional(z.array(z.string())),
        matrix: z.array(z.array(z.number())),
        weights: z.optional(z.array(z.number())),
      }),
      expected: z.object({
        scores: z.optional(z.record(z.string(), z.number())),
        smallest: z.optional(z.object({ criterion: z.string(), overtaken_by: z.string(), new_weight: z.number() })),
        flips: z.optional(
          z.array(z.object({ criterion: z.string(), overtaken_by: z.string(), new_weight: z.number() })),
        ),
      }),
    }),
  ),
});
const { cases } = casesSchema.parse(fixture('mcdm.json'));

const meansOf = (matrix: readonly (readonly number[])[]): Means => matrix.map((row) => row.map(decimal));

test.each(cases.filter(({ method }) => method === 'wsm').map((one) => [one.name, one] as const))(
  '%s',
  (_, { input, expected }) => {
    const weights = wholeProportions(input.weights ?? []);
    const sum = (input.weights ?? []).reduce((all, weight) => all + weight, 0);
    for (const [place, row] of meansOf(input.matrix).entries()) {
      const mean = weightedMean(row, weights);
      expect(mean && rounded(times(mean, decimal(sum)))).toBe(expected.scores?.[input.alternatives?.[place] ?? '']);
    }
  },
);

describe('the constructed case of weight flip points', () => {
  const one = cases.find(({ method }) => method === 'weight_sensitivity');
  const { alternatives = [], criteria = [], matrix = [], weights = [] } = one?.input ?? {};
  const tips = exactTips(meansOf(matrix), wholeProportions(weights), [0, 1, 2]);
  const shown = tips.map(({ criterion, tipsAt }) => ({
    criterion: criteria[criterion],
    overtaken_by: alternatives[tipsAt?.to ?? -1],
    new_weight: tipsAt && rounded(tipsAt.weight, 9),
  }));

  test('the smallest change comes first', () => {
    const { criterion, overtaken_by, new_weight } = one?.expected.smallest ?? {};
    expect(shown[0]).toEqual({ criterion, overtaken_by, new_weight });
  });

  test('each criterion has its nearest flip, to whoever leads beyond it', () => {
    for (const tip of shown) {
      const flips = (one?.expected.flips ?? []).filter(({ criterion }) => criterion === tip.criterion);
      expect(tip.new_weight).toBe(flips[0]?.new_weight);
      expect(flips.map((flip) => flip.overtaken_by)).toContain(tip.overtaken_by);
    }
  });
});

const only = (scores: Readonly<Record<string, readonly (0 | 1 | 2 | 3 | 4 | 5 | undefined)[]>>): Ballot => ({
  cells: Object.fromEntries(
    Object.entries(scores).map(([option, row]) => [
      option,
      Object.fromEntries(
        CRITERIA.flatMap(({ id }, place) => {
          const score = row[place];
          return score === undefined ? [] : [[id, score] as const];
        }),
      ),
    ]),
  ),
});

function sheetFor(round: CountedRound, ballots: readonly Ballot[]): ScoreSheet {
  const tally = tallyOf(round, ballots);
  if (!('cells' in tally)) throw new Error('not a score tally');
  return sheetOfTally(round, tally);
}

test('where no weighting changes first place, nothing tips', () => {
  const { fragility } = resultOf(roundOf('score'), [only({ flask: [5, 5, 5], django: [1, 4, 5] })]);
  expect(fragility?.map(({ tipsAt }) => tipsAt)).toEqual([null, null, null]);
});

test('a tie for first tips at the weight as it is', () => {
  const round = roundOf('score', {
    options: ['a', 'b'],
    criteria: [
      { id: 'docs', weight: 1 },
      { id: 'ease', weight: 1 },
    ],
  });
  const { fragility, order } = resultOf(round, [only({ a: [5, 1], b: [1, 5] })]);
  expect(fragility).toEqual([
    { criterion: 'docs', weight: 0.5, tipsAt: { weight: 0.5, to: order[1] } },
    { criterion: 'ease', weight: 0.5, tipsAt: { weight: 0.5, to: order[1] } },
  ]);
});

test('a criterion that has all the weight cannot be rescaled', () => {
  const criteria = [
    { id: 'docs', weight: 1 },
    { id: 'ease', weight: 0 },
  ];
  const { fragility } = resultOf(roundOf('score', { options: ['a', 'b'], criteria }), [only({ a: [3, 1], b: [2, 5] })]);
  expect(fragility?.find(({ criterion }) => criterion === 'docs')?.tipsAt).toBeNull();
  // Beyond ease = 0.2 option b leads: 3·0.8 + 0.2 = 2.6 = 2·0.8 + 5·0.2.
  expect(fragility?.find(({ criterion }) => criterion === 'ease')).toEqual({
    criterion: 'ease',
    weight: 0,
    tipsAt: { weight: 0.2, to: 'b' },
  });
});

test('beyond the tip the other option leads, and just before it the leader still does', () => {
  const ballots = fc.array(BALLOTS.score, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(ballots, (given) => {
      const round = roundOf('score');
      const sheet = sheetFor(round, given);
      const result = resultOf(round, given);
      const [leader] = result.winners;
      if (leader === undefined || result.winners.length > 1) return;
      for (const { criterion, weight, tipsAt } of result.fragility ?? []) {
        if (tipsAt === null) continue;
        const index = sheet.criteria.findIndex(({ id }) => id === criterion);
        const leads = (share: number, option: string): boolean => {
          const others = 1 - weight;
          const weights = wholeProportions(
            sheet.criteria.map((each, place) =>
              place === index ? share : ((each.weight / 100) * (1 - share)) / others,
            ),
          );
          const values = meanValues({ ...sheet, weights });
          const own = values[sheet.options.indexOf(option)];
          return (
            own !== null && own !== undefined && values.every((value) => value === null || compare(value, own) <= 0)
          );
        };
        const away = tipsAt.weight > weight ? 1 : -1;
        const [before, beyond] = [tipsAt.weight - away * 2e-4, tipsAt.weight + away * 2e-4];
        expect((before - weight) * away <= 0 || leads(before, leader)).toBe(true);
        expect(beyond > 0 && beyond < 1 && leads(beyond, leader)).toBe(false);
      }
    }),
  );
});

describe('random weightings', () => {
  const round = roundOf('score', { options: ['a', 'b', 'c'] });
  test('give each option the share of weightings under which it leads, the same every time', () => {
    const sheet = sheetFor(round, [only({ a: [5, 0, 0], b: [0, 5, 0], c: [0, 0, 5] })]);
    const shares = weightingShares(sheet);
    for (const share of Object.values(shares)) expect(Math.abs(share - 1 / 3)).toBeLessThan(0.02);
    expect(weightingShares(sheet)).toEqual(shares);
  });

  test('share a draw between equals, and never elect what nobody judged', () => {
    expect(weightingShares(sheetFor(round, [only({ a: [3, 3, 3], b: [3, 3, 3] })]))).toEqual({ a: 0.5, b: 0.5, c: 0 });
  });

  test('follow the weights that lead to a change: half the draws give docs more than ease', () => {
    const two = sheetFor(round, [only({ a: [4, 2, 3], b: [2, 4, 3] })]);
    expect(Math.abs((weightingShares(two)['a'] ?? 0) - 0.5)).toBeLessThan(0.02);
  });
});
