// Owns what of a meeting can be looked at, in order: every event, and between them the moments of live totals.
import type { Progress } from '../../../shared/board/board.ts';
import type { Event } from '../../../shared/board/events.ts';
import { type HistoryPoint, type HistoryPoints, runningTotals } from '../../../shared/history-points.ts';
import type { Tally } from '../../../shared/voting/tally.ts';

export interface LiveTotals {
  readonly round: string;
  readonly at: string;
  readonly tally: Tally;
  readonly progress: Progress;
}

export interface Moment {
  /** Of the last event before or at it, from 0. */
  readonly place: number;
  /** Set where it is not the event itself that is looked at, but totals that moved after it. */
  readonly totals?: LiveTotals;
}

interface Span {
  readonly opened: number;
  readonly closed: number;
}

/** Between which events a round was open. */
function spansOf(events: readonly Event[]): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const [place, event] of events.entries()) {
    if (event.type === 'round.opened') spans.set(event.round, { opened: place, closed: events.length });
    const span = event.type === 'round.closed' ? spans.get(event.round) : undefined;
    if (event.type === 'round.closed' && span !== undefined) spans.set(event.round, { ...span, closed: place });
  }
  return spans;
}

function totalsOf(round: string, points: readonly HistoryPoint[]): readonly LiveTotals[] {
  const tallies = runningTotals(points);
  return points.flatMap(({ at, progress }, index): LiveTotals[] => {
    const tally = tallies[index];
    return tally === undefined ? [] : [{ round, at, tally, progress }];
  });
}

/** The last event before a time, within a span: the last point of a round has the very time of its close. */
function placeAt(events: readonly Event[], at: string, { opened, closed }: Span): number {
  let place = opened;
  while (place + 1 < closed && (events[place + 1]?.at ?? at) <= at) place += 1;
  return place;
}

export class Timeline {
  readonly moments: readonly Moment[];
  readonly #ofEvent: readonly number[];
  /** By moment: the totals that were last told before or at it. */
  readonly #totals: readonly (LiveTotals | undefined)[];

  constructor(events: readonly Event[], points: HistoryPoints) {
    const after = new Map<number, LiveTotals[]>();
    const spans = spansOf(events);
    for (const [round, own] of Object.entries(points)) {
      const span = spans.get(round);
      if (span === undefined) continue;
      for (const totals of totalsOf(round, own)) {
        const place = placeAt(events, totals.at, span);
        const known = after.get(place);
        if (known === undefined) after.set(place, [totals]);
        else known.push(totals);
      }
    }
    this.moments = events.flatMap((_, place): Moment[] => [
      { place },
      ...(after.get(place) ?? []).map((totals) => ({ place, totals })),
    ]);
    this.#ofEvent = this.moments.flatMap(({ totals }, index) => (totals === undefined ? [index] : []));
    let last: LiveTotals | undefined;
    this.#totals = this.moments.map(({ totals }) => (last = totals ?? last));
  }

  get last(): number {
    return this.moments.length - 1;
  }

  /** The moment of an event. */
  of(place: number): number {
    return this.#ofEvent[place] ?? this.last;
  }

  placeOf(index: number): number {
    return this.moments[index]?.place ?? 0;
  }

  /** What the room had been told of a live round's totals; undefined before its first ballot. */
  totals(index: number, round: string): LiveTotals | undefined {
    const totals = this.#totals[index];
    return totals?.round === round ? totals : undefined;
  }

  /** How many moments of totals are still to come before the next event. */
  untilEvent(index: number): number {
    const next = this.#ofEvent[this.placeOf(index) + 1] ?? this.moments.length;
    return next - 1 - index;
  }

  /** How many there are between the event of a moment and the next one. */
  between(index: number): number {
    const place = this.placeOf(index);
    return (this.#ofEvent[place + 1] ?? this.moments.length) - 1 - this.of(place);
  }
}
