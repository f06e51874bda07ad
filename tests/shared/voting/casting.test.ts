// What a ballot may hold, method by method, and which field is named when it may not.
import { describe, expect, test } from 'vitest';
import type { Ballot, GivenBallot, MethodName, Score } from '../../../shared/voting/ballots.ts';
import type { CountedRound } from '../../../shared/voting/method.ts';
import { METHODS_BY_NAME, methodOf } from '../../../shared/voting/methods.ts';
import { roundOf } from './rounds.ts';

const cast = (round: CountedRound, given: GivenBallot, previous?: Ballot) =>
  methodOf(round.method).cast(round, previous, given);
const fieldOf = (round: CountedRound, given: GivenBallot, previous?: Ballot): string | undefined => {
  const answer = cast(round, given, previous);
  if (answer.ok) return undefined;
  expect(answer.error.code).toBe('invalid');
  return answer.error.field;
};

describe('score', () => {
  const round = roundOf('score');

  test('cells given are merged into what was cast, and null takes one back', () => {
    const before: Ballot = { cells: { flask: { ease: 5, docs: 2 }, django: { speed: 'unknown' } } };
    const answer = cast(round, { cells: { flask: { docs: null, speed: 4 }, django: { speed: null } } }, before);
    expect(answer).toEqual({ ok: true, value: { cells: { flask: { ease: 5, speed: 4 } } } });
    expect(before).toEqual({ cells: { flask: { ease: 5, docs: 2 }, django: { speed: 'unknown' } } });
  });

  test('a cell that nobody asked about is invalid', () => {
    expect(fieldOf(round, { cells: { tornado: { ease: 1 } } })).toBe('ballot.cells.tornado');
    expect(fieldOf(round, { cells: { flask: { ease: 1, beauty: 1 } } })).toBe('ballot.cells.flask.beauty');
    const some = roundOf('score', { cells: [['flask', 'ease']] });
    expect(fieldOf(some, { cells: { flask: { ease: 3 } } })).toBeUndefined();
    expect(fieldOf(some, { cells: { flask: { speed: 3 } } })).toBe('ballot.cells.flask.speed');
    expect(fieldOf(some, { cells: { django: { ease: null } } })).toBe('ballot.cells.django.ease');
  });

  test('a withdrawn option keeps the cells it had and takes no more', () => {
    const later = roundOf('score', { withdrawn: ['flask'] });
    const before: Ballot = { cells: { flask: { ease: 5 } } };
    expect(fieldOf(later, { cells: { flask: { ease: 4 } } }, before)).toBe('ballot.cells.flask');
    expect(cast(later, { cells: { django: { ease: 1 } } }, before)).toEqual({
      ok: true,
      value: { cells: { flask: { ease: 5 }, django: { ease: 1 } } },
    });
  });

  test('names of what every object has find nothing', () => {
    const row: Record<string, Score> = Object.fromEntries([['ease', 1]]);
    expect(fieldOf(round, { cells: Object.fromEntries([['constructor', row]]) })).toBe('ballot.cells.constructor');
    const strange: Record<string, Score> = Object.fromEntries([['toString', 1]]);
    expect(fieldOf(round, { cells: { flask: strange } })).toBe('ballot.cells.flask.toString');
  });
});

test('weights must share out exactly 100 points over criteria of the round', () => {
  const round = roundOf('weights');
  expect(fieldOf(round, { points: { docs: 30, ease: 70 } })).toBeUndefined();
  expect(fieldOf(round, { points: { docs: 30, ease: 69 } })).toBe('ballot.points');
  expect(fieldOf(round, { points: {} })).toBe('ballot.points');
  expect(fieldOf(round, { points: { docs: 50, beauty: 50 } })).toBe('ballot.points.beauty');
});

test('dots are at most five, and more than one an option only with stacking', () => {
  const round = roundOf('dots');
  expect(fieldOf(round, { dots: { flask: 1, django: 1 } })).toBeUndefined();
  expect(fieldOf(round, { dots: { flask: 2 } })).toBe('ballot.dots.flask');
  const stacking = roundOf('dots', { stacking: true });
  expect(fieldOf(stacking, { dots: { flask: 5 } })).toBeUndefined();
  expect(fieldOf(stacking, { dots: { flask: 4, django: 2 } })).toBe('ballot.dots');
  expect(fieldOf(roundOf('dots', { stacking: true, dots: 3 }), { dots: { flask: 4 } })).toBe('ballot.dots');
  expect(fieldOf(roundOf('dots', { withdrawn: ['flask'] }), { dots: { flask: 1 } })).toBe('ballot.dots.flask');
});

test('an approval names each option of the round at most once', () => {
  const round = roundOf('approval', { withdrawn: ['bottle'] });
  expect(fieldOf(round, { approved: ['flask', 'django'] })).toBeUndefined();
  expect(fieldOf(round, { approved: ['flask', 'flask'] })).toBe('ballot.approved.1');
  expect(fieldOf(round, { approved: ['bottle'] })).toBe('ballot.approved.0');
});

test('a ranking names each option of the round at most once', () => {
  const round = roundOf('ranking', { withdrawn: ['bottle'] });
  expect(cast(round, { ranking: [['flask', 'django'], [], ['pyramid']] })).toEqual({
    ok: true,
    value: { ranking: [['flask', 'django'], ['pyramid']] },
  });
  expect(fieldOf(round, { ranking: [['flask'], ['django', 'flask']] })).toBe('ballot.ranking.1.1');
  expect(fieldOf(round, { ranking: [['flask'], ['bottle']] })).toBe('ballot.ranking.1.0');
  expect(fieldOf(round, { ranking: [['tornado']] })).toBe('ballot.ranking.0.0');
});

test('fewer than three fingers need a reason', () => {
  const round = roundOf('consent');
  expect(fieldOf(round, { fingers: 2 })).toBe('ballot.reason');
  expect(fieldOf(round, { fingers: 0, reason: '' })).toBe('ballot.reason');
  expect(cast(round, { fingers: 2, reason: 'licence' })).toEqual({
    ok: true,
    value: { fingers: 2, reason: 'licence' },
  });
  expect(cast(round, { fingers: 3, reason: '' })).toEqual({ ok: true, value: { fingers: 3 } });
});

const FIELDS: Readonly<Record<MethodName, string>> = {
  score: 'ballot.cells',
  weights: 'ballot.points',
  dots: 'ballot.dots',
  approval: 'ballot.approved',
  ranking: 'ballot.ranking',
  consent: 'ballot.fingers',
};

test.each(Object.values(METHODS_BY_NAME))('a $name round refuses the ballot of another method', ({ name }) => {
  const other: GivenBallot = name === 'approval' ? { dots: {} } : { approved: [] };
  expect(fieldOf(roundOf(name), other)).toBe(FIELDS[name]);
});

test('a ballot that says nothing is empty', () => {
  const empty: Readonly<Record<string, Ballot>> = {
    score: { cells: {} },
    dots: { dots: { flask: 0 } },
    approval: { approved: [] },
    ranking: { ranking: [] },
  };
  for (const [name, ballot] of Object.entries(empty)) {
    const method = Object.values(METHODS_BY_NAME).find((one) => one.name === name);
    expect(method?.isEmpty(ballot)).toBe(true);
  }
  expect(methodOf('consent').isEmpty({ fingers: 0, reason: 'no' })).toBe(false);
  expect(methodOf('score').isEmpty({ cells: { flask: { ease: 'unknown' } } })).toBe(false);
});
