// Spread, agreement and camps, against published values.
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { campsOf } from '../../../shared/analysis/camps.ts';
import {
  agreement,
  disagreementIn,
  kendallW,
  krippendorffAlpha,
  variance,
} from '../../../shared/analysis/disagreement.ts';
import { rounded, squareRoot } from '../../../shared/voting/rational.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { fixture } from '../voting/oracle-cases.ts';
import { roundOf, scored } from '../voting/rounds.ts';

const ratings = z.array(z.array(z.nullable(z.number())));
const { cases } = z
  .object({
    cases: z.array(
      z.object({
        method: z.string(),
        input: z.object({
          ratings_by_rater: z.optional(ratings),
          frequencies: z.optional(z.array(z.number())),
          values: z.optional(z.array(z.number())),
        }),
        expected: z.object({
          W: z.optional(z.number()),
          A: z.optional(z.number()),
          population: z.optional(z.number()),
          alpha: z.optional(z.object({ nominal: z.number(), interval: z.number() })),
        }),
      }),
    ),
  })
  .parse(fixture('agreement.json'));

const oracle = (method: string) => {
  const found = cases.find((one) => one.method === method);
  if (found === undefined) throw new Error(method);
  return found;
};

describe('published measures of agreement', () => {
  test('the population standard deviation', () => {
    const { input, expected } = oracle('stddev');
    const squared = variance((input.values ?? []).map((value) => [value, 1]));
    expect(squared && rounded(squareRoot(squared))).toBe(expected.population);
  });

  test('van der Eijk’s A', () => {
    const { input, expected } = oracle('van_der_eijk_A');
    const found = agreement(input.frequencies ?? []);
    expect(found && rounded(found, 7)).toBeCloseTo(expected.A ?? 0, 6);
  });

  test('Kendall’s W', () => {
    const { input, expected } = oracle('kendall_w');
    const rows = (input.ratings_by_rater ?? []).map((row) => row.flatMap((value) => value ?? []));
    expect(kendallW(rows)).toBeCloseTo(expected.W ?? 0, 9);
  });

  test('Krippendorff’s alpha with missing ratings', () => {
    const { input, expected } = oracle('krippendorff_alpha');
    const rows = input.ratings_by_rater ?? [];
    expect(krippendorffAlpha(rows, 'nominal')).toBeCloseTo(expected.alpha?.nominal ?? 0, 6);
    expect(krippendorffAlpha(rows, 'interval')).toBeCloseTo(expected.alpha?.interval ?? 0, 6);
  });
});

const shown = (counts: readonly number[]): number | undefined => {
  const found = agreement(counts);
  return found && rounded(found);
};

describe('the ends of the measures', () => {
  test('A is 1 in one place, 0 when flat and −1 in two opposite camps', () => {
    expect(shown([0, 0, 0, 7, 0, 0])).toBe(1);
    expect(shown([2, 2, 2, 2, 2, 2])).toBe(0);
    expect(shown([4, 0, 0, 0, 0, 4])).toBe(-1);
    expect(shown([0, 0, 0, 0, 0, 0])).toBeUndefined();
  });

  test('W counts ties, and says nothing where everybody ties everything', () => {
    expect(
      kendallW([
        [1, 2, 2, 3],
        [1, 2, 2, 3],
      ]),
    ).toBe(1);
    expect(
      kendallW([
        [1, 2],
        [2, 1],
      ]),
    ).toBe(0);
    expect(
      kendallW([
        [1, 1],
        [1, 1],
      ]),
    ).toBeUndefined();
  });

  test('alpha says nothing where all values are equal', () => {
    expect(
      krippendorffAlpha([
        [1, 1],
        [1, 1],
      ]),
    ).toBeUndefined();
    expect(krippendorffAlpha([])).toBeUndefined();
    expect(
      krippendorffAlpha([
        [1, 2, 3],
        [1, 2, 3],
      ]),
    ).toBe(1);
  });

  test('a cell of "don’t know" has no spread', () => {
    expect(disagreementIn([0, 0, 0, 0, 0, 0, 4])).toBeUndefined();
    expect(disagreementIn([1, 0, 0, 0, 0, 1, 3])).toEqual({ spread: 2.5, agreement: -1, n: 2 });
  });
});

test('what to talk about first is where spread times weight is largest', () => {
  const criteria = [
    { id: 'light', weight: 10 },
    { id: 'heavy', weight: 90 },
  ];
  const { divided } = resultOf(roundOf('score', { options: ['a', 'b'], criteria }), [
    { cells: { a: { light: 0, heavy: 2 }, b: { heavy: 3 } } },
    { cells: { a: { light: 5, heavy: 4 }, b: { heavy: 3 } } },
  ]);
  expect(divided).toEqual([
    { option: 'a', criterion: 'heavy', spread: 1, agreement: 0.35, n: 2 },
    { option: 'a', criterion: 'light', spread: 2.5, agreement: -1, n: 2 },
  ]);
});

test('a round in which everybody agrees divides nobody', () => {
  const options = ['a', 'b'];
  const round = roundOf('score', { options, criteria: [{ id: 'fit', weight: 1 }] });
  expect(resultOf(round, scored(options, [3, 4], [3, 4])).divided).toEqual([]);
});

test('camps say in data how a cell is spread', () => {
  expect(campsOf([0, 0, 0, 0, 0, 0, 5])).toEqual({ kind: 'none' });
  expect(campsOf([0, 1, 0, 0, 1, 0])).toEqual({ kind: 'few', n: 2, from: 1, to: 4 });
  expect(campsOf([4, 3, 0, 1, 2, 4])).toEqual({ kind: 'two-camps', n: 14, low: 7, middle: 1, high: 6 });
  expect(campsOf([0, 0, 0, 1, 8, 0])).toEqual({ kind: 'agreed', n: 9, within: 9, from: 3, to: 4 });
  expect(campsOf([1, 0, 0, 0, 8, 0])).toEqual({ kind: 'agreed', n: 9, within: 8, from: 4, to: 4 });
  expect(campsOf([0, 0, 0, 0, 0, 6])).toEqual({ kind: 'agreed', n: 6, within: 6, from: 5, to: 5 });
  expect(campsOf([1, 2, 2, 2, 1, 1])).toEqual({ kind: 'spread', n: 9, from: 0, to: 5 });
});
