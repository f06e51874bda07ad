// The verdict as data.
import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../shared/voting/explain.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { ranked, roundOf, scored, times } from './rounds.ts';

const options = ['a', 'b', 'c'];
const FIT = [{ id: 'fit', weight: 1 }];

describe('the verdict', () => {
  test('says who leads, by how much, and which rules say otherwise', () => {
    const ballots = [...times(3, [5, 4, 0] as const), ...times(2, [0, 4, 5] as const)];
    const verdict = verdictOf(resultOf(roundOf('score', { options, criteria: FIT }), scored(options, ...ballots)));
    expect(verdict).toMatchObject({
      kind: 'win',
      leader: 'b',
      runnerUp: 'a',
      values: { leader: 80, runnerUp: 60 },
      margin: 20,
      agreeing: ['approval'],
      beatsAll: false,
      duels: [
        { option: 'a', for: 2, against: 3 },
        { option: 'c', for: 3, against: 2 },
      ],
    });
    expect(verdict.disagreeing).toContainEqual({ rule: 'star', winners: ['a'] });
    expect(verdict.circle).toBeUndefined();
  });

  test('shows the circle of victories where nobody beats everybody', () => {
    const ballots = [
      ...times(4, ranked('a', 'b', 'c')),
      ...times(3, ranked('b', 'c', 'a')),
      ...times(2, ranked('c', 'a', 'b')),
    ];
    const verdict = verdictOf(resultOf(roundOf('ranking', { options }), ballots));
    expect(verdict.leader).toBe('a');
    expect(verdict.circle).toEqual([
      { winner: 'a', loser: 'b', for: 6, against: 3 },
      { winner: 'b', loser: 'c', for: 7, against: 2 },
      { winner: 'c', loser: 'a', for: 5, against: 4 },
    ]);
  });

  test('says a tie is one, and how it was broken', () => {
    const verdict = verdictOf(resultOf(roundOf('approval', { options }), [{ approved: ['a', 'c'] }]));
    expect(verdict).toMatchObject({ kind: 'tie', tieBroken: 'draw', runnerUp: 'b' });
    expect(verdict.winners.toSorted()).toEqual(['a', 'c']);
  });

  test('names nobody without ballots, or when all are knocked out', () => {
    expect(verdictOf(resultOf(roundOf('approval'), []))).toMatchObject({ kind: 'empty', winners: [], margin: null });
    const criteria = [{ id: 'fit', weight: 1, mustHave: 5 }];
    const out = verdictOf(resultOf(roundOf('score', { options, criteria }), scored(options, [1, 2])));
    expect(out).toMatchObject({ kind: 'nobody', unjudged: ['c'] });
    expect(out.leader).toBeUndefined();
    expect(out.knockedOut).toEqual([
      { option: 'b', criterion: 'fit' },
      { option: 'a', criterion: 'fit' },
    ]);
  });
});
