import { describe, expect, test } from 'vitest';
import { rankedWith, sharesOf, weightedValue, withShare } from '../../../client/elements/results/what-if.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { sampleBallots, sampleRound, sampleTally } from '../ballot/sample-board.ts';

const round = sampleRound();
const tally = sampleTally(round);

describe('weights being tried', () => {
  test('untouched they give the values that the round itself gives', () => {
    const result = resultOf(round, sampleBallots());
    const tried = rankedWith(round, tally, sharesOf(round), new Map());
    expect(tried.map(({ option, rank }) => [option, rank])).toEqual(
      result.ranking.map(({ option, rank }) => [option, rank]),
    );
    for (const [place, { value }] of tried.entries()) expect(value).toBeCloseTo(result.ranking[place]?.value ?? -1, 3);
  });

  test('one share moves and the others keep their proportions', () => {
    const shares = withShare(sharesOf(round), 'ecosystem', 0.5);
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect((shares.get('maintenance') ?? 0) / (shares.get('flexibility') ?? 1)).toBeCloseTo(2, 12);
  });

  test('from all weight on one criterion the others come back evenly', () => {
    const all = withShare(sharesOf(round), 'ecosystem', 1);
    expect(withShare(all, 'ecosystem', 0.5).get('async')).toBeCloseTo(0.1, 12);
  });

  test('a cell nobody scored gives its weight to the other cells of its option', () => {
    const half = { cells: { a: { x: [0, 0, 0, 0, 0, 2, 0], y: [0, 0, 0, 0, 0, 0, 1] } } };
    const shares = new Map([
      ['x', 0.25],
      ['y', 0.75],
    ]);
    expect(weightedValue('a', half, shares)).toBe(100);
    expect(weightedValue('b', half, shares)).toBeNull();
  });

  test('what a must-have knocked out stays last whatever the weights', () => {
    const tried = rankedWith(round, tally, sharesOf(round), new Map([['django', 'maintenance']]));
    expect(tried.at(-1)).toMatchObject({ option: 'django', knockedOut: 'maintenance' });
  });
});
