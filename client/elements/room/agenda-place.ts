// Where a meeting is on its agenda, and how its clock stands. Pure.
import type { AgendaItem, Board, Timer } from '../../../shared/board/board.ts';

/** An item without minutes is given these, in seconds. */
const UNTIMED = 300;

export interface AgendaPlace {
  readonly items: readonly AgendaItem[];
  /** The item that was begun last, from 0; -1 before the first. */
  readonly at: number;
  readonly current: AgendaItem | undefined;
  readonly next: AgendaItem | undefined;
}

/** The place on the agenda: the clock's item, else the one that was begun last. */
export function agendaPlace({ agenda: items = [], timer }: Pick<Board, 'agenda' | 'timer'>): AgendaPlace {
  const running = items.findIndex(({ id }) => id === timer?.item);
  const latest = items.reduce(
    (best, { startedAt = '' }, place) => (startedAt > (items[best]?.startedAt ?? '') ? place : best),
    -1,
  );
  const at = running >= 0 ? running : latest;
  return { items, at, current: items[at], next: items[at + 1] };
}

export const secondsFor = ({ minutes }: AgendaItem): number => (minutes === undefined ? UNTIMED : minutes * 60);

export interface TimerStanding {
  /** Seconds left, 0 when it is over. */
  readonly left: number;
  /** Whole minutes that it has run over; undefined while it has not. */
  readonly over: number | undefined;
}

/** `now`: the server's time, in ms. */
export function timerStanding({ endsAt }: Timer, now: number): TimerStanding {
  const end = Date.parse(endsAt);
  if (now < end) return { left: (end - now) / 1000, over: undefined };
  return { left: 0, over: Math.floor((now - end) / 60_000) };
}
