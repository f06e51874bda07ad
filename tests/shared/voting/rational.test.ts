// Exact fractions.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compare,
  decimal,
  dividedBy,
  fraction,
  minus,
  plus,
  rounded,
  squareRoot,
  sumOf,
  times,
  wholeProportions,
} from '../../../shared/voting/rational.ts';

const rational = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([n, d]) => fraction(n, d));

test('arithmetic undoes itself exactly', () => {
  fc.assert(
    fc.property(rational, rational, (a, b) => {
      expect(compare(minus(plus(a, b), b), a)).toBe(0);
      const divisor = b.n === 0n ? fraction(-1) : b;
      expect(compare(times(dividedBy(a, divisor), divisor), a)).toBe(0);
      expect(dividedBy(a, divisor).d > 0n).toBe(true);
    }),
  );
});

test('a sum is the same in any order', () => {
  fc.assert(
    fc.property(fc.array(rational, { maxLength: 20 }), (terms) => {
      expect(compare(sumOf(terms), sumOf(terms.toReversed()))).toBe(0);
    }),
  );
});

test('a number is what it says in decimals', () => {
  expect(compare(plus(decimal(0.1), decimal(0.2)), decimal(0.3))).toBe(0);
  expect(decimal(-2.5)).toEqual({ n: -5n, d: 2n });
  expect(decimal(1e-7)).toEqual({ n: 1n, d: 10_000_000n });
  expect(decimal(1.5e21)).toEqual({ n: 1_500_000_000_000_000_000_000n, d: 1n });
  expect(() => decimal(Infinity)).toThrow('finite');
});

test('numbers are shown with halves away from zero', () => {
  expect(rounded(fraction(1, 3))).toBe(0.3333);
  expect(rounded(fraction(2, 3))).toBe(0.6667);
  expect(rounded(fraction(1, 20_000))).toBe(0.0001);
  expect(rounded(fraction(-1, 20_000))).toBe(-0.0001);
  expect(Object.is(rounded(fraction(-1, 30_000)), 0)).toBe(true);
});

test('proportions become whole numbers without a common divisor', () => {
  expect(wholeProportions([0.2, 0.15, 0.4, 0.25])).toEqual([4n, 3n, 8n, 5n]);
  expect(wholeProportions([50, 0, 100])).toEqual([1n, 0n, 2n]);
  expect(wholeProportions([0, 0])).toEqual([1n, 1n]);
  expect(wholeProportions([])).toEqual([]);
});

test('a square root is exact where it can be', () => {
  expect(squareRoot(fraction(9, 4))).toEqual({ n: 3n, d: 2n });
  expect(squareRoot(fraction(0))).toEqual({ n: 0n, d: 1n });
  expect(rounded(squareRoot(fraction(5)), 12)).toBe(2.2360679775);
});
