// The tie rule, step by step, and that a tie is said to be one.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { rankedPairs } from '../../../shared/voting/ranked-pairs.ts';
import { resultOf } from '../../../shared/voting/result.ts';
import { drawOf, settle } from '../../../shared/voting/ties.ts';
import { ranked, roundOf, scored, times } from './rounds.ts';

const contest = { options: ['a', 'b', 'c'], voters: 9, tieSeed: 's' };

describe('a tied group is put in order', () => {
  test('first by head-to-head', () => {
    const pairwise = [
      [0, 1, 5],
      [8, 0, 0],
      [4, 0, 0],
    ];
    expect(settle({ ...contest, pairwise }, [0, 1])).toEqual({ order: [1, 0], tieBroken: 'head-to-head' });
    expect(settle({ ...contest, pairwise }, [0, 1, 2])).toEqual({ order: [1, 0, 2], tieBroken: 'head-to-head' });
  });

  test('by margins over all options where head-to-head goes round in a circle', () => {
    const pairwise = [
      [0, 5, 1],
      [4, 0, 8],
      [8, 1, 0],
    ];
    // a beats b, b beats c, c beats a; margins: a −6, b +6, c 0.
    expect(settle({ ...contest, pairwise }, [0, 1, 2])).toEqual({ order: [1, 2, 0], tieBroken: 'margins' });
  });

  test('then by first places, then by a draw that anybody can repeat', () => {
    const draws = contest.options.map((option) => bytesToHex(sha256(utf8ToBytes(`s|${option}`))));
    expect(contest.options.map((option) => drawOf('s', option))).toEqual(draws);
    const order = [0, 1, 2].toSorted((x, y) => ((draws[x] ?? '') < (draws[y] ?? '') ? -1 : 1));
    expect(settle(contest, [0, 1, 2])).toEqual({ order, tieBroken: 'draw' });
    expect(settle({ ...contest, firsts: [1, 1, 2] }, [0, 1, 2])).toEqual({
      order: [2, ...order.filter((option) => option !== 2)],
      tieBroken: 'firsts',
    });
  });
});

test('another seed may draw another order, the winners stay all of the tied', () => {
  const options = Array.from({ length: 8 }, (_, place) => `o${place}`);
  const orders = ['x', 'y'].map((tieSeed) =>
    resultOf(roundOf('approval', { options, tieSeed }), [{ approved: options }]),
  );
  expect(orders[0]?.order).not.toEqual(orders[1]?.order);
  for (const result of orders) {
    expect(result.winners.toSorted()).toEqual(options);
    expect(result.ranking.every(({ rank }) => rank === 1)).toBe(true);
  }
});

test('a list of options nobody judged is no tie that was broken', () => {
  const criteria = [{ id: 'fit', weight: 1 }];
  const round = roundOf('score', { options: ['a', 'b', 'c'], criteria });
  expect(resultOf(round, []).tieBroken).toBeUndefined();
  expect(resultOf(round, scored(['a'], [3])).tieBroken).toBeUndefined();
  expect(resultOf({ ...round, rule: 'irv' }, []).tieBroken).toBeUndefined();
});

test('a tie for first in a score round is broken by who is preferred', () => {
  const options = ['a', 'b'];
  const round = roundOf('score', { options, criteria: [{ id: 'fit', weight: 1 }] });
  const result = resultOf(round, scored(options, [5, 3], [2, 3], [2, 3]));
  expect(result.winners).toEqual(['b', 'a']);
  expect(result.tieBroken).toBe('head-to-head');
  expect(result.order).toEqual(['b', 'a']);
});

test('in instant-runoff the one with fewer ballots in an earlier round goes first', () => {
  const options = ['a', 'b', 'c', 'd'];
  const ballots = [
    ...times(6, ranked('a')),
    ...times(4, ranked('b')),
    ...times(3, ranked('c')),
    ...times(1, ranked('d', 'c')),
  ];
  const result = resultOf(roundOf('ranking', { rule: 'irv', options }), ballots);
  // d goes, its ballot makes c equal to b with 4; in the first round c had 3.
  expect(result.rounds?.map(({ eliminated }) => eliminated)).toEqual([['d'], ['c'], []]);
  expect(result.order).toEqual(['a', 'b', 'c', 'd']);
  expect(result.winners).toEqual(['a']);
  expect(result.tieBroken).toBe('earlier-round');
});

test('of earlier rounds in which the tied differ the latest one counts', () => {
  const ballots = [
    ...times(9, ranked('a')),
    ...times(3, ranked('b')),
    ...times(4, ranked('c')),
    ...times(2, ranked('d', 'b')),
    ...times(1, ranked('e', 'c')),
    ...times(2, ranked('e')),
  ];
  const result = resultOf(roundOf('ranking', { rule: 'irv', options: ['a', 'b', 'c', 'd', 'e'] }), ballots);
  // b and c tie with 5 in the third round; they had 5 and 4 in the second, 3 and 4 in the first.
  expect(result.rounds?.map(({ eliminated }) => eliminated[0])).toEqual(['d', 'e', 'c', undefined]);
});

test('of victories with as many votes for them the one with fewer against is locked first', () => {
  const pairwise = [
    [0, 5, 3],
    [4, 0, 5],
    [5, 2, 0],
  ];
  expect(rankedPairs({ ...contest, pairwise }).groups).toEqual([[1], [2], [0]]);
});

test('in instant-runoff everyone who may win, as ties for leaving go, is a winner', () => {
  const result = resultOf(roundOf('ranking', { rule: 'irv', options: ['a', 'b', 'c'] }), [
    ...times(2, ranked('a', 'c')),
    ...times(2, ranked('b', 'a')),
    ...times(2, ranked('c', 'a')),
  ]);
  // Without a: c has 4. Without b: a has 4. Without c: a has 4.
  expect(result.winners.toSorted()).toEqual(['a', 'c']);
  expect(result.order[0]).toBe(result.winners[0]);
});

test('ranked pairs names everyone whom some order among equal victories elects', () => {
  const circle = [ranked('a', 'b', 'c'), ranked('b', 'c', 'a'), ranked('c', 'a', 'b')];
  const result = resultOf(roundOf('ranking', { rule: 'ranked-pairs', options: ['a', 'b', 'c'] }), circle);
  expect(result.winners.toSorted()).toEqual(['a', 'b', 'c']);
  expect(result.tieBroken).toBe('draw');
});

test('very many equal victories are set aside together instead of tried one by one', () => {
  const options = Array.from({ length: 9 }, (_, place) => `o${place}`);
  const circle = options.map((_, place) => ranked(...options.slice(place), ...options.slice(0, place)));
  const result = resultOf(roundOf('ranking', { rule: 'ranked-pairs', options }), circle);
  expect(result.winners.toSorted()).toEqual(options);
});
