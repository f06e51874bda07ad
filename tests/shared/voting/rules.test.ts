// What must hold for every set of ballots, whatever they say.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METHODS, type Ballot } from '../../../shared/voting/ballots.ts';
import type { CountedRound, Result, Rule } from '../../../shared/voting/method.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import { condorcetLoser, condorcetWinner, smithSet } from '../../../shared/voting/pairwise.ts';
import { resultOf, resultOfTally } from '../../../shared/voting/result.ts';
import { BALLOTS, CRITERIA, OPTIONS, roundOf, tallyOf } from './rounds.ts';

const ROUNDS = METHODS.flatMap((name) =>
  methodOf(name).rules.map((rule) => [`${name} by ${rule}`, roundOf(name, { rule })] as const),
);

const given = (round: CountedRound) => fc.array(BALLOTS[round.method], { maxLength: 9 });

/** What is the same for twice as many of everybody. */
const shape = ({ ranking, winners, order, otherRules }: Result) => ({
  ranks: ranking.map(({ rank, option }) => [rank, option]),
  winners,
  order,
  otherRules,
});

const ranks = ({ ranking }: Result): string[] =>
  ranking.map(({ option, rank, value }) => `${option} ${rank} ${value}`).toSorted();

describe.each(ROUNDS)('a round of %s', (_, round) => {
  test('counts the same whatever order options, criteria and ballots come in', () => {
    fc.assert(
      fc.property(
        given(round).chain((ballots) =>
          fc.tuple(fc.constant(ballots), fc.shuffledSubarray(ballots, { minLength: ballots.length })),
        ),
        fc.shuffledSubarray(OPTIONS, { minLength: OPTIONS.length }),
        fc.shuffledSubarray(CRITERIA, { minLength: CRITERIA.length }),
        ([ballots, shuffled], options, criteria) => {
          const expected = JSON.stringify(resultOf(round, ballots));
          expect(JSON.stringify(resultOf({ ...round, options, criteria }, shuffled))).toBe(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('gives twice the same voters the same result', () => {
    fc.assert(
      fc.property(given(round), (ballots) => {
        expect(shape(resultOf(round, [...ballots, ...ballots]))).toEqual(shape(resultOf(round, ballots)));
      }),
      { numRuns: 60 },
    );
  });

  test('ranks and orders every counted option once, winners first', () => {
    fc.assert(
      fc.property(given(round), (ballots) => {
        const { ranking, order, winners } = resultOf(round, ballots);
        expect(ranking.map(({ option }) => option)).toEqual(order);
        expect(new Set(order).size).toBe(order.length);
        expect(order.slice(0, winners.length)).toEqual(winners);
        for (const [place, { rank }] of ranking.entries()) {
          expect(rank === place + 1 || rank === ranking[place - 1]?.rank).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('takes no notice of ballots that say nothing', () => {
    fc.assert(
      fc.property(given(round), (ballots) => {
        const loud = ballots.filter((ballot) => !methodOf(round.method).isEmpty(ballot));
        expect(resultOf(round, ballots)).toEqual(resultOf(round, loud));
      }),
      { numRuns: 30 },
    );
  });
});

test.each(METHODS.filter((name) => name !== 'consent'))('the tally of a %s round ranks as its ballots do', (name) => {
  const round = roundOf(name);
  fc.assert(
    fc.property(fc.array(BALLOTS[name], { maxLength: 9 }), (ballots) => {
      const loud = ballots.filter((ballot) => !methodOf(name).isEmpty(ballot));
      const [whole, live] = [resultOf(round, ballots), resultOfTally(round, tallyOf(round, ballots), loud.length)];
      expect(ranks(live)).toEqual(ranks(whole));
      expect(live.winners.toSorted()).toEqual(whole.winners.toSorted());
      expect(live.coverage).toEqual(whole.coverage);
    }),
  );
});

const count = (rule: Rule, ballots: readonly Ballot[]) => resultOf(roundOf('ranking', { rule }), ballots);
const matrixOf = ({ pairwise = {} }: Result) => OPTIONS.map((a) => OPTIONS.map((b) => pairwise[a]?.[b] ?? 0));

describe('rankings', () => {
  const rankings = fc.array(BALLOTS.ranking, { minLength: 1, maxLength: 9 });
  const CONDORCET: readonly Rule[] = ['schulze', 'ranked-pairs', 'copeland'];

  test.each(['schulze', 'ranked-pairs', 'irv', 'copeland'] as const)(
    '%s elects whom a majority puts first alone',
    (rule) => {
      fc.assert(
        fc.property(rankings, fc.constantFrom(...OPTIONS), (others, favourite) => {
          const loud = others.filter((ballot) => !methodOf('ranking').isEmpty(ballot));
          const majority = Array.from({ length: loud.length + 1 }, () => ({ ranking: [[favourite]] }));
          expect(count(rule, [...majority, ...loud]).winners).toEqual([favourite]);
        }),
      );
    },
  );

  test.each(CONDORCET)('%s elects the option that beats every other, and only from the Smith set', (rule) => {
    fc.assert(
      fc.property(rankings, (ballots) => {
        const result = count(rule, ballots);
        const matrix = matrixOf(result);
        const winner = condorcetWinner(matrix);
        expect(result.winners).toEqual(winner === undefined ? result.winners : [OPTIONS[winner]]);
        const smith = smithSet(matrix).map((place) => OPTIONS[place]);
        for (const option of result.winners) expect(smith).toContain(option);
      }),
    );
  });

  test.each(['schulze', 'ranked-pairs', 'copeland', 'irv', 'borda'] as const)(
    '%s never elects the option that loses to every other',
    (rule) => {
      fc.assert(
        fc.property(fc.array(BALLOTS.ranking, { minLength: 1, maxLength: 9 }), (ballots) => {
          const result = count(rule, ballots);
          const loser = condorcetLoser(matrixOf(result));
          // Ballots that end early can leave such an option in front in instant-runoff: then only whole ballots count here.
          if (
            rule === 'irv' &&
            ballots.some((ballot) => 'ranking' in ballot && ballot.ranking.flat().length < OPTIONS.length)
          )
            return;
          expect(result.winners).not.toContain(OPTIONS[loser ?? -1]);
        }),
      );
    },
  );

  test('Schulze ranks above whoever is preferred by all', () => {
    fc.assert(
      fc.property(rankings, (ballots) => {
        const { ranking, pairwise = {}, ballots: n } = count('schulze', ballots);
        const rankOf = new Map(ranking.map(({ option, rank }) => [option, rank]));
        for (const a of OPTIONS) {
          for (const b of OPTIONS) {
            const all = n > 0 && pairwise[a]?.[b] === n;
            expect(all && (rankOf.get(a) ?? 0) >= (rankOf.get(b) ?? 0)).toBe(false);
          }
        }
      }),
    );
  });
});
