// Elections from files: what is refused, and what each rule makes of rankings and scores.
import { describe, expect, test } from 'vitest';
import { countElection, type Election, type ElectionRule, readElection } from '../../../shared/voting/election.ts';

const candidates = ['Ann', 'Bob', 'Cy'];

const fieldOf = (value: unknown): string | undefined => {
  const answer = readElection(value);
  return answer.ok ? undefined : answer.error.field;
};

test('an election that does not hold together is refused with the place', () => {
  expect(fieldOf({ candidates, ballots: [{ ranking: [['Ann'], ['Dee']] }] })).toBe('ballots.0.ranking.1.0');
  expect(fieldOf({ candidates, ballots: [{ scores: { Ann: 1 } }, { scores: { Dee: 1 } }] })).toBe(
    'ballots.1.scores.Dee',
  );
  expect(fieldOf({ candidates: ['Ann', 'Ann'], ballots: [] })).toBe('candidates.1');
  expect(fieldOf({ candidates: [], ballots: [] })).toBe('candidates');
  expect(fieldOf({ candidates })).toBe('ballots');
  expect(fieldOf({ candidates, ballots: [{ count: -1, ranking: [] }] })).toContain('ballots.0');
  expect(fieldOf(null)).toBeDefined();
  expect(fieldOf({ candidates, ballots: [{ count: 2, ranking: [['Ann', 'Bob']] }], note: 'extra' })).toBeUndefined();
});

const counted = (ballots: Election['ballots'], rule: ElectionRule, at?: number) => {
  const answer = countElection({ candidates, ballots }, rule, at);
  if (!answer.ok) throw new Error(answer.error.field);
  return answer.value;
};

describe('rankings', () => {
  test('a candidate named twice stands where it is higher, and a blank ballot says nothing', () => {
    const count = counted([{ ranking: [['Ann'], ['Bob'], ['Ann']] }, { count: 5, ranking: [] }], 'irv');
    expect(count.pairwise).toEqual({ Ann: { Bob: 1, Cy: 1 }, Bob: { Ann: 0, Cy: 1 }, Cy: { Ann: 0, Bob: 0 } });
    expect(count.rounds).toEqual([{ tallies: { Ann: 1, Bob: 0, Cy: 0 }, eliminated: [], exhausted: 0 }]);
  });

  test('approval takes the first group', () => {
    const count = counted([{ count: 2, ranking: [['Ann', 'Bob'], ['Cy']] }, { ranking: [['Bob']] }], 'approval');
    expect(count.ranking).toEqual([['Bob'], ['Ann'], ['Cy']]);
  });

  test('scores cannot be read out of them', () => {
    for (const rule of ['score', 'star', 'median'] as const) {
      expect(countElection({ candidates, ballots: [{ ranking: [['Ann']] }] }, rule)).toEqual({
        ok: false,
        error: { code: 'invalid', field: 'ballots.0.scores' },
      });
    }
  });

  test('nobody wins without ballots', () => {
    expect(counted([], 'schulze')).toMatchObject({ winners: [], order: expect.arrayContaining(candidates) });
  });
});

describe('scores', () => {
  const ballots: Election['ballots'] = [
    { count: 2, scores: { Ann: 5, Bob: 3 } },
    { count: 1, scores: { Ann: 0, Bob: 3, Cy: 4 } },
  ];

  test('a missing score is left out of the mean and counts 0 in STAR', () => {
    expect(counted(ballots, 'score').order).toEqual(['Cy', 'Ann', 'Bob']);
    expect(counted(ballots, 'star')).toMatchObject({ winners: ['Ann'], ranking: [['Ann'], ['Bob'], ['Cy']] });
  });

  test('a candidate without any score comes last', () => {
    const count = counted([{ scores: { Ann: -3, Bob: -4.5 } }], 'score');
    expect(count.ranking).toEqual([['Ann'], ['Bob'], ['Cy']]);
    expect(count.winners).toEqual(['Ann']);
  });

  test('approval starts at 4, at 1 where all are 0 or 1, or where it is told to', () => {
    expect(counted(ballots, 'approval').ranking).toEqual([['Ann'], ['Cy'], ['Bob']]);
    expect(counted(ballots, 'approval', 3).winners).toEqual(['Bob']);
    expect(counted([{ scores: { Ann: 1, Bob: 0 } }], 'approval').winners).toEqual(['Ann']);
  });

  test('ranking rules read the rankings that they imply, and decimals are what they say', () => {
    const close: Election['ballots'] = [{ scores: { Ann: 0.3, Bob: 0.1 + 0.2, Cy: 0.1 } }];
    expect(counted(close, 'schulze').winners).toEqual(['Bob']);
    expect(counted([{ scores: { Ann: 1e-7, Bob: 1e21, Cy: 0 } }], 'borda').ranking).toEqual([['Bob'], ['Ann'], ['Cy']]);
  });

  test('the median is the lower one, equal medians are told apart by majority judgment', () => {
    const grades: Election['ballots'] = [
      { scores: { Ann: 3, Bob: 3 } },
      { scores: { Ann: 1, Bob: 2 } },
      { count: 1, scores: { Ann: 5, Bob: 4, Cy: 1 } },
    ];
    expect(counted(grades, 'median').ranking).toEqual([['Bob'], ['Ann'], ['Cy']]);
  });

  test('majority judgment gives a copied electorate the same order, also with unlike numbers of graders', () => {
    const grades: Election['ballots'] = [
      { scores: { Ann: 2, Bob: 1 } },
      { scores: { Ann: 1, Bob: 3 } },
      { scores: { Ann: 3 } },
    ];
    const twice = grades.map((ballot) => ({ ...ballot, count: 2 }));
    expect(counted(twice, 'median').ranking).toEqual(counted(grades, 'median').ranking);
  });
});
