// Well-known published elections beside those of the fixtures: each counted by the rules its source counts it by.
import { describe, expect, test } from 'vitest';
import { countElection, type ElectionCount, type ElectionRule } from '../../../shared/voting/election.ts';

type Votes = readonly (readonly [count: number, order: string])[];

/** `A>B>C`, best first; who is not named stands below. */
function counted(candidates: readonly string[], votes: Votes, rule: ElectionRule): ElectionCount {
  const ballots = votes.map(([count, order]) => ({ count, ranking: order.split('>').map((name) => [name]) }));
  const answer = countElection({ candidates: [...candidates], ballots }, rule);
  if (!answer.ok) throw new Error(answer.error.field);
  return answer.value;
}
const winners = (candidates: readonly string[], votes: Votes, rule: ElectionRule): readonly string[] =>
  counted(candidates, votes, rule).winners;

const ABC = ['A', 'B', 'C'];
const share = (a = 0, b = 0): number => Math.round((1000 * a) / (a + b)) / 10;

describe('Alaska, special election for the House, August 2022 (state division of elections; Graham-Squire and McCune)', () => {
  const candidates = ['Begich', 'Palin', 'Peltola'];
  const votes: Votes = [
    [27_053, 'Begich>Palin'],
    [15_467, 'Begich>Peltola'],
    [11_290, 'Begich'],
    [34_049, 'Palin>Begich'],
    [3652, 'Palin>Peltola'],
    [21_272, 'Palin'],
    [47_407, 'Peltola>Begich'],
    [4645, 'Peltola>Palin'],
    [23_747, 'Peltola'],
  ];

  test('instant-runoff gives the official rounds and elects Peltola', () => {
    const count = counted(candidates, votes, 'irv');
    expect(count.rounds).toMatchObject([
      { tallies: { Begich: 53_810, Palin: 58_973, Peltola: 75_799 }, eliminated: ['Begich'] },
      { tallies: { Palin: 86_026, Peltola: 91_266 }, exhausted: 11_290 },
    ]);
    expect(count.winners).toEqual(['Peltola']);
  });

  test.each(['schulze', 'ranked-pairs', 'copeland'] as const)('%s elects Begich, who beats both', (rule) => {
    const count = counted(candidates, votes, rule);
    expect(count.winners).toEqual(['Begich']);
    expect(count.ranking).toEqual([['Begich'], ['Peltola'], ['Palin']]);
    const { pairwise } = count;
    expect(share(pairwise?.['Begich']?.['Peltola'], pairwise?.['Peltola']?.['Begich'])).toBe(52.5);
    expect(share(pairwise?.['Begich']?.['Palin'], pairwise?.['Palin']?.['Begich'])).toBe(61.4);
    expect(share(pairwise?.['Peltola']?.['Palin'], pairwise?.['Palin']?.['Peltola'])).toBe(51.5);
  });
});

describe('Borda, Mémoire sur les élections au scrutin, 1781: 21 voters', () => {
  const votes: Votes = [
    [1, 'A>B>C'],
    [7, 'A>C>B'],
    [7, 'B>C>A'],
    [6, 'C>B>A'],
  ];

  test('A has most first places and loses both duels 8 to 13; the order of merit is C, B, A', () => {
    const { pairwise, ranking } = counted(ABC, votes, 'borda');
    expect(pairwise).toEqual({ A: { B: 8, C: 8 }, B: { A: 13, C: 8 }, C: { A: 13, B: 13 } });
    expect(ranking).toEqual([['C'], ['B'], ['A']]);
    expect(winners(ABC, votes, 'approval')).toEqual(['A']);
  });

  test('C beats everybody, while instant-runoff elects B', () => {
    for (const rule of ['schulze', 'ranked-pairs', 'copeland'] as const)
      expect(winners(ABC, votes, rule)).toEqual(['C']);
    expect(winners(ABC, votes, 'irv')).toEqual(['B']);
  });
});

describe('Condorcet, Essai, 1785: 60 voters in a circle (Young 1988)', () => {
  const votes: Votes = [
    [23, 'A>B>C'],
    [17, 'B>C>A'],
    [2, 'B>A>C'],
    [10, 'C>A>B'],
    [8, 'C>B>A'],
  ];

  test('the smallest majority, A over B, is set aside', () => {
    expect(counted(ABC, votes, 'ranked-pairs').pairwise).toEqual({
      A: { B: 33, C: 25 },
      B: { A: 27, C: 42 },
      C: { A: 35, B: 18 },
    });
    for (const rule of ['ranked-pairs', 'schulze'] as const) {
      expect(counted(ABC, votes, rule).ranking).toEqual([['B'], ['C'], ['A']]);
    }
    expect(winners(ABC, votes, 'copeland')).toEqual(expect.arrayContaining(ABC));
  });
});

describe('Condorcet against Borda: 81 voters', () => {
  const votes: Votes = [
    [30, 'A>B>C'],
    [1, 'A>C>B'],
    [29, 'B>A>C'],
    [10, 'B>C>A'],
    [10, 'C>A>B'],
    [1, 'C>B>A'],
  ];

  test('A beats B 41 to 40 and C 60 to 21, while Borda’s count puts B first', () => {
    const { pairwise } = counted(ABC, votes, 'schulze');
    expect(pairwise).toMatchObject({ A: { B: 41, C: 60 }, B: { A: 40 }, C: { A: 21 } });
    for (const rule of ['schulze', 'ranked-pairs', 'copeland'] as const)
      expect(winners(ABC, votes, rule)).toEqual(['A']);
    expect(counted(ABC, votes, 'borda').ranking).toEqual([['B'], ['A'], ['C']]);
  });
});

describe('Saari, Basic Geometry of Voting: fifteen people choose a drink', () => {
  const drinks = ['Milk', 'Beer', 'Wine'];
  const votes: Votes = [
    [6, 'Milk>Wine>Beer'],
    [5, 'Beer>Wine>Milk'],
    [4, 'Wine>Beer>Milk'],
  ];

  test('milk by first places, beer by instant-runoff, wine by duels and by Borda', () => {
    expect(winners(drinks, votes, 'approval')).toEqual(['Milk']);
    expect(winners(drinks, votes, 'irv')).toEqual(['Beer']);
    for (const rule of ['schulze', 'ranked-pairs', 'copeland', 'borda'] as const) {
      expect(winners(drinks, votes, rule)).toEqual(['Wine']);
    }
    expect(counted(drinks, votes, 'copeland').pairwise).toEqual({
      Milk: { Beer: 6, Wine: 6 },
      Beer: { Milk: 9, Wine: 5 },
      Wine: { Milk: 9, Beer: 10 },
    });
  });
});
