// What moved between two counts.
import { expect, test } from 'vitest';
import { cellShifts, shiftBetween } from '../../../shared/analysis/shift.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import type { ScoreTally } from '../../../shared/voting/tally.ts';
import { roundOf, scored } from '../voting/rounds.ts';

const criteria = [{ id: 'fit', weight: 1 }];
const before = roundOf('score', { options: ['a', 'b', 'c'], criteria });
const after = roundOf('score', { options: ['b', 'c', 'd'], criteria });

test('options that moved, came in and are no longer there', () => {
  const shift = shiftBetween(
    resultOf(before, scored(before.options, [5, 4, 1])),
    resultOf(after, scored(after.options, [4, 5, 0])),
  );
  expect(shift).toEqual({
    winnersChanged: true,
    winners: [['a'], ['c']],
    moved: [{ option: 'c', rank: [3, 1], value: [20, 100] }],
    cameIn: ['d'],
    leftOut: ['a'],
  });
});

test('the same count again moved nothing', () => {
  const result = resultOf(before, scored(before.options, [5, 4, 1]));
  expect(shiftBetween(result, result)).toMatchObject({ winnersChanged: false, moved: [], cameIn: [], leftOut: [] });
});

const fit = (counts: Readonly<Record<string, readonly number[]>>): ScoreTally => ({
  cells: Object.fromEntries(Object.entries(counts).map(([option, cell]) => [option, { fit: cell }])),
});

test('cells whose mean or spread changed, the largest change first', () => {
  const shifts = cellShifts(
    { round: before, tally: fit({ a: [1, 0, 0, 0, 0, 0, 0], b: [0, 0, 0, 2, 0, 0, 0], c: [0, 0, 0, 0, 0, 2, 0] }) },
    { round: after, tally: fit({ b: [0, 0, 1, 0, 1, 0, 0], c: [0, 0, 2, 0, 0, 0, 0], d: [0, 0, 0, 0, 0, 1, 0] }) },
  );
  expect(shifts).toEqual([
    { option: 'c', criterion: 'fit', mean: [5, 2], spread: [0, 0] },
    { option: 'b', criterion: 'fit', mean: [3, 3], spread: [0, 1] },
  ]);
});
