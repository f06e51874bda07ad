// Where a meeting is on its agenda, and how its clock stands.
import { expect, test } from 'vitest';
import { agendaPlace, secondsFor, timerStanding } from '../../../client/elements/room/agenda-place.ts';

const agenda = [
  { id: 'a', title: 'A', minutes: 5 },
  { id: 'b', title: 'B' },
  { id: 'c', title: 'C' },
] as const;
const at = '2026-11-23T09:00:00.000Z';
const later = '2026-11-23T09:05:00.000Z';
const ms = Date.parse(at);

test('before the first item the first one is next', () => {
  expect(agendaPlace({ agenda })).toMatchObject({ at: -1, current: undefined, next: { id: 'a' } });
  expect(agendaPlace({})).toMatchObject({ items: [], at: -1, next: undefined });
});

test('the item that the clock is for is where we are, also when an earlier one was begun last', () => {
  const timer = { startedAt: at, endsAt: later, item: 'b' };
  expect(agendaPlace({ agenda, timer })).toMatchObject({ current: { id: 'b' }, next: { id: 'c' } });
});

test('with no clock it is the one that was begun last', () => {
  const begun = [{ ...agenda[0], startedAt: later }, { ...agenda[1], startedAt: at }, agenda[2]];
  expect(agendaPlace({ agenda: begun })).toMatchObject({ at: 0, next: { id: 'b' } });
});

test('an item without minutes is given five', () => {
  expect(agenda.map(secondsFor)).toEqual([300, 300, 300]);
  expect(secondsFor({ id: 'd', title: 'D', minutes: 12 })).toBe(720);
});

test('a clock counts to nought and then says how many whole minutes it is over', () => {
  const timer = { startedAt: at, endsAt: later };
  expect(timerStanding(timer, ms)).toEqual({ left: 300, over: undefined });
  expect(timerStanding(timer, ms + 300_000)).toEqual({ left: 0, over: 0 });
  expect(timerStanding(timer, ms + 300_000 + 119_999)).toEqual({ left: 0, over: 1 });
  expect(timerStanding(timer, ms + 300_000 + 120_000)).toEqual({ left: 0, over: 2 });
});
