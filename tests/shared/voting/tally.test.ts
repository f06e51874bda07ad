// Tallies: adding and taking back, and what travels of them.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { METHODS } from '../../../shared/voting/ballots.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import { mergeTally, tallyChanges } from '../../../shared/voting/tally.ts';
import { BALLOTS, OPTIONS, roundOf, tallyOf } from './rounds.ts';

describe.each(METHODS)('the tally of a %s round', (name) => {
  const round = roundOf(name);
  const method = methodOf(name);
  const ballots = fc.array(BALLOTS[name], { maxLength: 8 });

  test('adding a ballot and taking it back changes nothing', () => {
    fc.assert(
      fc.property(ballots, BALLOTS[name], (before, ballot) => {
        const tally = tallyOf(round, before);
        const kept = structuredClone(tally);
        method.count(tally, round, ballot, 1);
        method.count(tally, round, ballot, -1);
        expect(tally).toEqual(kept);
      }),
    );
  });

  test('kept up to date it equals the tally from scratch, in any order', () => {
    fc.assert(
      fc.property(ballots, ballots, (first, second) => {
        const tally = tallyOf(round, first);
        for (const [place, ballot] of second.entries()) {
          const old = first[place];
          if (old !== undefined) method.count(tally, round, old, -1);
          method.count(tally, round, ballot, 1);
        }
        expect(tally).toEqual(tallyOf(round, [...second, ...first.slice(second.length)].toReversed()));
      }),
    );
  });

  test('its changed entries lead from one state to the next, once or twice', () => {
    fc.assert(
      fc.property(ballots, ballots, (first, second) => {
        const [before, after] = [tallyOf(round, first), tallyOf(round, second)];
        const changes = tallyChanges(before, after);
        expect(mergeTally(before, changes)).toEqual(after);
        expect(mergeTally(mergeTally(before, changes), changes)).toEqual(after);
        expect(mergeTally(undefined, tallyChanges(undefined, after))).toEqual(after);
        expect(tallyChanges(after, after)).toEqual({});
      }),
    );
  });
});

test('a score ballot in the place of another counts as if that was taken back, also where they share rows', () => {
  const round = roundOf('score');
  const { count, replace } = methodOf('score');
  const pair = fc.tuple(BALLOTS.score, BALLOTS.score, fc.subarray(OPTIONS)).map(([before, after, shared]) => {
    if (!('cells' in before) || !('cells' in after)) throw new Error('these are score ballots');
    const rows = Object.entries(before.cells).filter(([option]) => shared.includes(option));
    return { before, after: { cells: { ...after.cells, ...Object.fromEntries(rows) } } };
  });
  fc.assert(
    fc.property(fc.array(BALLOTS.score, { maxLength: 4 }), pair, (others, { before, after }) => {
      const [tally, expected] = [tallyOf(round, [...others, before]), tallyOf(round, [...others, before])];
      replace?.(tally, round, before, after);
      count(expected, round, before, -1);
      count(expected, round, after, 1);
      expect(tally).toEqual(expected);
    }),
  );
});

test('the tally of a score round has an entry for each cell that it asks about, withdrawn options included', () => {
  const round = roundOf('score', { cells: [['flask', 'ease']], withdrawn: ['flask'] });
  expect(methodOf('score').emptyTally(round)).toEqual({
    cells: { bottle: {}, django: {}, flask: { ease: [0, 0, 0, 0, 0, 0, 0] }, pyramid: {} },
  });
});

test('a ranking counts unranked options below all ranked ones', () => {
  const round = roundOf('ranking');
  expect(tallyOf(round, [{ ranking: [['flask'], ['django', 'bottle']] }])).toEqual({
    pairwise: {
      bottle: { django: 0, flask: 0, pyramid: 1 },
      django: { bottle: 0, flask: 0, pyramid: 1 },
      flask: { bottle: 1, django: 1, pyramid: 1 },
      pyramid: { bottle: 0, django: 0, flask: 0 },
    },
    firsts: { bottle: 0, django: 0, flask: 1, pyramid: 0 },
  });
});
