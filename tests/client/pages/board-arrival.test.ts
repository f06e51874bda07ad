// Who gets the one card: who comes late, and who returns after the board went on without them.
import { expect, test } from 'vitest';
import { arrivalOf } from '../../../client/pages/board-arrival.ts';
import { START, boardUnderTest } from '../../support/boards.ts';
import { roundOpened } from '../../support/sync.ts';

const HOUR = 3_600_000;
const quiet = boardUnderTest();
const underWay = boardUnderTest(roundOpened('live'));

test('who comes first to a board that has not begun gets none', () => {
  expect(arrivalOf(quiet, undefined, START)).toBeUndefined();
});

test('who comes when a round is over or a decision stands gets one', () => {
  const progress = { cast: 0, done: 0, eligible: 3 };
  const closed = { type: 'round.closed', round: 'r1', tieSeed: 's', version: 0, progress } as const;
  expect(arrivalOf(boardUnderTest(roundOpened('live'), closed), undefined, START)).toBe('late');
  const decided = { type: 'decision.set', options: ['flask'], status: 'accepted', summary: '' } as const;
  expect(arrivalOf(boardUnderTest(decided), undefined, START)).toBe('late');
});

test('who comes while the first round is open is at the ballot, and missed nothing', () => {
  expect(arrivalOf(underWay, undefined, START)).toBeUndefined();
});

test('who was there a moment ago gets none, whatever happened', () => {
  expect(arrivalOf(underWay, START - 60_000, START + 60_000)).toBeUndefined();
});

test('who returns the next day gets one where something happened, and none where nothing did', () => {
  expect(arrivalOf(underWay, START - 24 * HOUR, START + HOUR)).toBe('back');
  expect(arrivalOf(underWay, START + HOUR, START + 24 * HOUR)).toBeUndefined();
  expect(arrivalOf(quiet, START - 24 * HOUR, START + HOUR)).toBeUndefined();
});
