// The order of a meeting's moments: events, and between them the totals of live rounds as they moved.
import { expect, test } from 'vitest';
import { nextMoment } from '../../../client/elements/history/playing.ts';
import { Timeline } from '../../../client/elements/history/timeline.ts';
import type { Event } from '../../../shared/board/events.ts';
import type { HistoryPoint } from '../../../shared/history-points.ts';

const time = (second: number): string => new Date(Date.UTC(2026, 10, 3, 14, 0, second)).toISOString();
const at = (second: number, revision: number, body: object) => ({ ...body, revision, at: time(second) }) as Event;
const events = [
  at(0, 1, { type: 'board.created' }),
  at(10, 2, { type: 'round.opened', round: 'r' }),
  at(12, 3, { type: 'note.added', note: 'n' }),
  at(20, 4, { type: 'round.closed', round: 'r' }),
  at(30, 5, { type: 'round.revealed', round: 'r' }),
];
const point = (second: number, version: number, since = version - 1): HistoryPoint => ({
  at: time(second),
  since,
  version,
  progress: { cast: version, done: 0, eligible: 9 },
  tally: { approvals: { [`o${version}`]: version } },
});

test('totals stand after the event before them, and those at the close before it', () => {
  const timeline = new Timeline(events, { r: [point(11, 1), point(12, 2), point(20, 3)] });
  expect(timeline.moments.map(({ place, totals }) => [place, totals?.progress.cast])).toEqual([
    [0, undefined],
    [1, undefined],
    [1, 1],
    [2, undefined],
    [2, 2],
    [2, 3],
    [3, undefined],
    [4, undefined],
  ]);
  expect([0, 1, 2, 3, 4].map((place) => timeline.of(place))).toEqual([0, 1, 3, 6, 7]);
});

test('totals that a wrong clock puts outside their round stay within it', () => {
  const timeline = new Timeline(events, { r: [point(1, 1), point(99, 2)], elsewhere: [point(11, 1)] });
  expect(timeline.moments.map(({ place, totals }) => [place, totals?.progress.cast])).toEqual([
    [0, undefined],
    [1, undefined],
    [1, 1],
    [2, undefined],
    [2, 2],
    [3, undefined],
    [4, undefined],
  ]);
});

test('at an event the totals are those that were last told, and of another round there are none', () => {
  const timeline = new Timeline(events, { r: [point(11, 1), point(15, 2)] });
  expect(timeline.totals(timeline.of(1), 'r')).toBeUndefined();
  expect(timeline.totals(timeline.of(2), 'r')?.tally).toEqual({ approvals: { o1: 1 } });
  expect(timeline.totals(timeline.of(4), 'r')?.tally).toEqual({ approvals: { o1: 1, o2: 2 } });
  expect(timeline.totals(timeline.of(4), 'another')).toBeUndefined();
});

test('a whole point starts the totals anew', () => {
  const timeline = new Timeline(events, { r: [point(11, 1), point(15, 2, 0)] });
  expect(timeline.totals(timeline.last, 'r')?.tally).toEqual({ approvals: { o2: 2 } });
});

test('playing shows every event, and of many totals between two events no more than eighty', () => {
  const many = Array.from({ length: 1000 }, (_, index) => point(13, index + 1));
  const timeline = new Timeline(events, { r: many });
  const walk = (inMotion: boolean): number[] => {
    const seen = [0];
    while ((seen.at(-1) ?? 0) < timeline.last) seen.push(nextMoment(timeline, seen.at(-1) ?? 0, inMotion));
    return seen;
  };
  for (const inMotion of [true, false]) {
    expect(walk(inMotion)).toEqual(expect.arrayContaining([0, 1, 2, 3, 4].map((place) => timeline.of(place))));
  }
  const totals = (seen: readonly number[]) => seen.filter((index) => timeline.moments[index]?.totals !== undefined);
  expect(totals(walk(true)).length).toBeLessThanOrEqual(80);
  expect(totals(walk(false)), 'without motion: only where they stood before the next event').toHaveLength(1);
  expect(timeline.totals(totals(walk(false))[0] ?? 0, 'r')?.progress.cast).toBe(1000);
});
