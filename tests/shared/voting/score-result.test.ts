// How a score round is counted, with numbers that can be checked by hand.
import { describe, expect, test } from 'vitest';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import { resultOf, resultOfTally } from '../../../shared/voting/result.ts';
import { CRITERIA, roundOf, scored, tallyOf, times } from './rounds.ts';

const FIT = [{ id: 'fit', weight: 100 }];
const TWO = ['a', 'b'];

const row = (scores: readonly number[]) => Object.fromEntries(scores.map((score, place) => [`c${place}`, score]));

describe('by mean', () => {
  test('is the weighted mean of the cells’ means, from 0 to 100', () => {
    const ballots: Ballot[] = [
      { cells: { flask: { docs: 5, ease: 4, speed: 3 }, django: { docs: 5, ease: 2, speed: 4 } } },
      { cells: { flask: { docs: 4, ease: 5 } } },
    ];
    const { ranking, winners, ballots: n } = resultOf(roundOf('score', { options: ['django', 'flask'] }), ballots);
    // flask: 0.2 · 4.5 + 0.5 · 4.5 + 0.3 · 3 = 4.05; django: 0.2 · 5 + 0.5 · 2 + 0.3 · 4 = 3.2
    expect(ranking).toEqual([
      { rank: 1, option: 'flask', value: 81 },
      { rank: 2, option: 'django', value: 64 },
    ]);
    expect(winners).toEqual(['flask']);
    expect(n).toBe(2);
  });

  test('shares the weight of a cell nobody scored, and puts an option nobody scored last', () => {
    const ballots: Ballot[] = [{ cells: { flask: { ease: 4, docs: 2, speed: 'unknown' }, bottle: { speed: 0 } } }];
    const { ranking, coverage } = resultOf(roundOf('score'), ballots);
    expect(ranking.map(({ rank, option, value }) => [rank, option, value])).toEqual([
      [1, 'flask', 68.5714],
      [2, 'bottle', 0],
      [3, expect.any(String), null],
      [3, expect.any(String), null],
    ]);
    expect(coverage).toEqual({ asked: 12, answered: 4, unknown: 1 });
  });

  test('a tie that floating point would break stays a tie', () => {
    const criteria = [0.2, 0.15, 0.4, 0.25].map((weight, place) => ({ id: `c${place}`, weight }));
    // Wikipedia's weighted sum example, a fifth as large: 22.00 each.
    const tally = (matrix: Readonly<Record<string, readonly number[]>>) => ({
      cells: Object.fromEntries(
        Object.entries(matrix).map(([option, scores]) => [
          option,
          Object.fromEntries(Object.entries(row(scores)).map(([id, score]) => [id, [6 - score, 0, 0, 0, 0, score, 0]])),
        ]),
      ),
    });
    const round = roundOf('score', { options: ['x', 'y', 'z'], criteria });
    const result = resultOfTally(round, tally({ x: [5, 4, 3, 6], y: [2, 6, 4, 6], z: [6, 2, 6, 2] }), 6);
    expect(result.winners.toSorted()).toEqual(['y', 'z']);
    expect(result.ranking.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  test('weights that are all zero count alike', () => {
    const criteria = CRITERIA.map(({ id }) => ({ id, weight: 0 }));
    const { ranking } = resultOf(roundOf('score', { options: ['flask'], criteria }), [
      { cells: { flask: { docs: 5, ease: 5, speed: 2 } } },
    ]);
    expect(ranking[0]?.value).toBe(80);
  });

  test('an option below a must-have comes after all others, with the reason', () => {
    const criteria = [
      { id: 'docs', weight: 90, mustHave: 2 },
      { id: 'ease', weight: 10, mustHave: 3 },
    ];
    const ballots: Ballot[] = [
      { cells: { flask: { docs: 5, ease: 2 }, django: { docs: 2, ease: 3 }, bottle: { docs: 0, ease: 0 } } },
    ];
    const result = resultOf(roundOf('score', { options: ['bottle', 'django', 'flask', 'pyramid'], criteria }), ballots);
    expect(result.ranking).toEqual([
      { rank: 1, option: 'django', value: 42 },
      { rank: 2, option: 'pyramid', value: null },
      { rank: 3, option: 'flask', value: 94, knockedOut: 'ease' },
      { rank: 4, option: 'bottle', value: 0, knockedOut: 'ease' },
    ]);
    expect(result.winners).toEqual(['django']);
    expect(result.otherRules.map(({ winners }) => winners)).toEqual(result.otherRules.map(() => ['django']));
  });

  test('nobody wins when every option is knocked out, or when there are no ballots', () => {
    const criteria = [{ id: 'fit', weight: 1, mustHave: 3 }];
    expect(resultOf(roundOf('score', { options: TWO, criteria }), scored(TWO, [1, 2])).winners).toEqual([]);
    const none = resultOf(roundOf('score'), [{ cells: {} }]);
    expect(none).toMatchObject({ ballots: 0, winners: [], coverage: { asked: 0, answered: 0, unknown: 0 } });
    expect(none.order.length).toBe(4);
  });

  test('a withdrawn option is left out, and only cells that the round asks about count', () => {
    const round = roundOf('score', {
      options: ['a', 'b', 'c'],
      criteria: FIT,
      withdrawn: ['a'],
      cells: [
        ['a', 'fit'],
        ['b', 'fit'],
      ],
    });
    const result = resultOf(round, scored(['a', 'b', 'c'], [5, 3, 4]));
    expect(result.ranking.map(({ option, value }) => [option, value])).toEqual([
      ['b', 60],
      ['c', null],
    ]);
    expect(result.coverage).toEqual({ asked: 1, answered: 1, unknown: 0 });
  });
});

describe('by median', () => {
  const round = roundOf('score', { rule: 'median', options: TWO, criteria: FIT });

  test('the lower of two middle grades counts', () => {
    const { ranking } = resultOf(round, scored(TWO, [1, 2], [4, 3]));
    expect(ranking.map(({ option, value }) => [option, value])).toEqual([
      ['b', 40],
      ['a', 20],
    ]);
  });

  test('with one criterion equal medians are told apart by taking median grades away', () => {
    const { winners, ranking } = resultOf(round, scored(TWO, [3, 3], [3, 3], [5, 4], [0, 2], [0, 0]));
    // Without their median 3 the medians are a: 0, b: 2.
    expect(ranking.map(({ value }) => value)).toEqual([60, 60]);
    expect(winners).toEqual(['b']);
  });

  test('with several criteria the weighted mean of medians decides, and equal ones tie', () => {
    const criteria = [
      { id: 'x', weight: 1 },
      { id: 'y', weight: 1 },
    ];
    const ballots: Ballot[] = [{ cells: { a: { x: 5, y: 1 }, b: { x: 3, y: 3 } } }];
    expect(resultOf({ ...round, criteria }, ballots).winners.toSorted()).toEqual(['a', 'b']);
  });
});

describe('by voters’ own values', () => {
  const options = ['a', 'b', 'c'];
  const ballots = [...times(3, scored(options, [5, 4, 0])[0]), ...times(2, scored(options, [0, 4, 5])[0])].flatMap(
    (ballot) => ballot ?? [],
  );

  test('STAR takes the two largest sums and then the one that more ballots prefer', () => {
    const result = resultOf(roundOf('score', { rule: 'star', options, criteria: FIT }), ballots);
    // Sums: a 15, b 20, c 10; a is preferred to b by 3 of 5.
    expect(result.winners).toEqual(['a']);
    expect(result.ranking).toEqual([
      { rank: 1, option: 'a', value: 60 },
      { rank: 2, option: 'b', value: 80 },
      { rank: 3, option: 'c', value: 40 },
    ]);
  });

  test('approval counts ballots whose own value reaches four, or the round’s threshold', () => {
    const round = roundOf('score', { rule: 'approval', options, criteria: FIT });
    expect(resultOf(round, ballots).ranking.map(({ option, value }) => [option, value])).toEqual([
      ['b', 5],
      ['a', 3],
      ['c', 2],
    ]);
    expect(resultOf({ ...round, threshold: 5 }, ballots).winners).toEqual(['a']);
  });

  test('a voter’s own value is exact: three thirds make one', () => {
    const criteria = ['x', 'y', 'z'].map((id) => ({ id, weight: 1 / 3 }));
    const round = roundOf('score', { rule: 'schulze', options: TWO, criteria });
    const ballot: Ballot = { cells: { a: { x: 5, y: 4, z: 3 }, b: { x: 4, y: 4 } } };
    expect(resultOf(round, [ballot]).winners.toSorted()).toEqual(['a', 'b']);
  });

  test('other rules say who wins under them', () => {
    const result = resultOf(roundOf('score', { options, criteria: FIT }), ballots);
    const winners = Object.fromEntries(result.otherRules.map((other) => [other.rule, other.winners]));
    expect(result.winners).toEqual(['b']);
    expect(winners).toEqual({
      median: ['a'],
      star: ['a'],
      approval: ['b'],
      schulze: ['a'],
      'ranked-pairs': ['a'],
      irv: ['a'],
      borda: ['a'],
      copeland: ['a'],
    });
  });

  test('the tally alone gives mean and median, and leaves out what it cannot', () => {
    const round = roundOf('score', { options, criteria: FIT });
    const whole = resultOf(round, ballots);
    const live = resultOfTally(round, tallyOf(round, ballots), 5);
    expect(live.ranking).toEqual(whole.ranking);
    expect(live.fragility).toEqual(whole.fragility);
    expect(live.divided).toEqual(whole.divided);
    expect(live.coverage).toEqual(whole.coverage);
    expect(live.otherRules).toEqual(whole.otherRules.filter(({ rule }) => rule === 'median'));
    expect(resultOfTally({ ...round, rule: 'irv' }, tallyOf(round, ballots), 5)).toMatchObject({
      ranking: [],
      order: [],
    });
  });
});

test('weights with many digits are counted exactly too', () => {
  const criteria = ['x', 'y', 'z'].map((id, place) => ({ id, weight: 33.333333333333336 - place * 1e-12 }));
  const round = roundOf('score', { rule: 'schulze', options: TWO, criteria });
  const ballot: Ballot = { cells: { a: { x: 5, y: 0, z: 0 }, b: { x: 0, y: 0, z: 5 } } };
  expect(resultOf(round, [ballot]).winners).toEqual(['a']);
});

test('a round with fewer ballots than its quorum is not valid', () => {
  const round = roundOf('score', { options: TWO, criteria: FIT, quorum: 2 });
  expect(resultOf(round, scored(TWO, [1, 2])).valid).toBe(false);
  expect(resultOf(round, scored(TWO, [1, 2], [3, 4])).valid).toBe(true);
  expect(resultOf({ ...roundOf('score', { options: TWO, criteria: FIT }) }, []).valid).toBeUndefined();
});
