// How weights, dots, approvals, rankings and consent are counted.
import { describe, expect, test } from 'vitest';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import { resultOf, resultOfTally } from '../../../shared/voting/result.ts';
import { drawOf } from '../../../shared/voting/ties.ts';
import { ranked, roundOf, tallyOf, times } from './rounds.ts';

test('weights are mean points, and name criteria where options stand elsewhere', () => {
  const round = roundOf('weights');
  const ballots: Ballot[] = [
    { points: { docs: 50, ease: 50 } },
    { points: { docs: 25, speed: 75 } },
    { points: { ease: 100 } },
  ];
  const result = resultOf(round, ballots);
  expect(result.ranking).toEqual([
    { rank: 1, option: 'ease', value: 50 },
    { rank: 2, option: 'docs', value: 25 },
    { rank: 2, option: 'speed', value: 25 },
  ]);
  expect(result.rule).toBe('mean');
});

test('dots are summed, equal sums tie and the ballots’ preferences order them', () => {
  const round = roundOf('dots', { stacking: true });
  const result = resultOf(round, [
    { dots: { flask: 3, django: 1 } },
    { dots: { django: 2, flask: 1 } },
    { dots: { django: 1 } },
  ]);
  expect(result.winners).toEqual(['django', 'flask']);
  expect(result.tieBroken).toBe('head-to-head');
  expect(result.ranking.slice(0, 2)).toEqual([
    { rank: 1, option: 'django', value: 4 },
    { rank: 1, option: 'flask', value: 4 },
  ]);
});

test('equal approvals go to the draw', () => {
  const options = ['a', 'b', 'c'];
  const round = roundOf('approval', { options });
  const result = resultOf(round, [{ approved: ['a', 'b'] }, { approved: ['c', 'b', 'a'] }]);
  expect(result.winners.toSorted()).toEqual(['a', 'b']);
  expect(result.order.slice(0, 2)).toEqual(
    ['a', 'b'].toSorted((x, y) => (drawOf('seed', x) < drawOf('seed', y) ? -1 : 1)),
  );
  expect(result.tieBroken).toBe('draw');
  expect(resultOfTally(round, tallyOf(round, [{ approved: ['a', 'b'] }, { approved: ['c', 'b', 'a'] }]), 2)).toEqual(
    result,
  );
});

describe('a ranking round', () => {
  const options = ['memphis', 'nashville', 'chattanooga', 'knoxville'];
  const ballots = [
    ...times(42, ranked('memphis', 'nashville', 'chattanooga', 'knoxville')),
    ...times(26, ranked('nashville', 'chattanooga', 'knoxville', 'memphis')),
    ...times(15, ranked('chattanooga', 'knoxville', 'nashville', 'memphis')),
    ...times(17, ranked('knoxville', 'chattanooga', 'nashville', 'memphis')),
  ];

  test('shows pairs, and what each other rule says', () => {
    const result = resultOf(roundOf('ranking', { options }), ballots);
    expect(result.winners).toEqual(['nashville']);
    expect(result.pairwise?.['nashville']).toEqual({ memphis: 58, chattanooga: 68, knoxville: 68 });
    expect(result.otherRules.map(({ rule, winners }) => [rule, winners[0]])).toEqual([
      ['ranked-pairs', 'nashville'],
      ['irv', 'knoxville'],
      ['borda', 'nashville'],
      ['copeland', 'nashville'],
    ]);
  });

  test('instant-runoff goes round by round, and blank or used-up ballots are counted as such', () => {
    const round = roundOf('ranking', { options, rule: 'irv' });
    const result = resultOf(round, [...ballots, ranked('chattanooga'), { ranking: [] }]);
    expect(result.ballots).toBe(101);
    expect(result.rounds).toEqual([
      {
        tallies: { memphis: 42, nashville: 26, chattanooga: 16, knoxville: 17 },
        eliminated: ['chattanooga'],
        exhausted: 0,
      },
      { tallies: { memphis: 42, nashville: 26, knoxville: 32 }, eliminated: ['nashville'], exhausted: 1 },
      { tallies: { memphis: 42, knoxville: 58 }, eliminated: [], exhausted: 1 },
    ]);
    expect(result.order).toEqual(['knoxville', 'memphis', 'nashville', 'chattanooga']);
  });

  test('options that share a rank at the top share the ballot exactly', () => {
    const result = resultOf(roundOf('ranking', { rule: 'irv', options: ['a', 'b', 'c'] }), [
      ranked(['a', 'b', 'c']),
      ranked('a'),
      ranked('b'),
      ranked('c', 'a'),
    ]);
    expect(result.rounds?.[0]?.tallies).toEqual({ a: 1.3333, b: 1.3333, c: 1.3333 });
  });

  test('an option withdrawn while voting is left out of every ballot', () => {
    const result = resultOf(roundOf('ranking', { options, withdrawn: ['nashville'], rule: 'irv' }), ballots);
    expect(result.order).not.toContain('nashville');
    expect(result.rounds?.[0]?.tallies).toEqual({ memphis: 42, chattanooga: 41, knoxville: 17 });
  });

  test('the tally alone gives every rule but instant-runoff', () => {
    const round = roundOf('ranking', { options, withdrawn: ['memphis'] });
    const whole = resultOf(round, ballots);
    const live = resultOfTally(round, tallyOf(round, ballots), ballots.length);
    expect(live).toEqual({ ...whole, otherRules: whole.otherRules.filter(({ rule }) => rule !== 'irv') });
    expect(resultOfTally({ ...round, rule: 'irv' }, tallyOf(round, ballots), ballots.length).ranking).toEqual([]);
  });
});

describe('consent', () => {
  const ballots: Ballot[] = [
    { fingers: 4 },
    { fingers: 2, reason: 'zoo' },
    { fingers: 1, reason: 'ant' },
    { fingers: 3, reason: 'aside' },
  ];

  test('stands when nobody blocks, with reasons below three as concerns in an order that gives nobody away', () => {
    const result = resultOf(roundOf('consent', { options: [] }), ballots);
    expect(result).toMatchObject({
      stands: true,
      concerns: ['ant', 'zoo'],
      ranking: [],
      winners: [],
      order: [],
      ballots: 4,
    });
  });

  test('falls on a block, below the round’s threshold, below its quorum, and without ballots', () => {
    const stands = (more: object, given: readonly Ballot[] = ballots) =>
      resultOf(roundOf('consent', more), given).stands;
    expect(stands({}, [...ballots, { fingers: 0, reason: 'no' }])).toBe(false);
    expect(stands({ threshold: 2 })).toBe(false);
    expect(stands({ quorum: 5 })).toBe(false);
    expect(stands({ quorum: 4 })).toBe(true);
    expect(stands({}, [])).toBe(false);
    expect(resultOfTally(roundOf('consent'), { fingers: [0, 1, 1, 1, 1, 0] }, 4).stands).toBe(true);
  });
});
