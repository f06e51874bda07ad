// Folds the running of the meeting: its agenda, its clock, and where everybody is asked to look.
import type { AgendaItem, Board, Led, Timer } from './board.ts';
import { type EventOf, type Evolvers, pick } from './evolver.ts';

/** Items that stay keep the time at which they were begun. */
function newAgenda(event: EventOf<'agenda.set'>, before: readonly AgendaItem[] = []): readonly AgendaItem[] {
  const begun = new Map(before.map(({ id, startedAt }) => [id, startedAt]));
  return event.items.map((item) => {
    const startedAt = begun.get(item.id);
    return startedAt === undefined ? item : { ...item, startedAt };
  });
}

function withAgenda(board: Board, agenda: readonly AgendaItem[]): Board {
  const { agenda: _, timer, ...rest } = board;
  return {
    ...rest,
    ...(agenda.length > 0 && { agenda }),
    ...(timer !== undefined && { timer: onAgenda(timer, agenda) }),
  };
}

/** A clock whose item was taken off the agenda runs on for itself. */
function onAgenda({ item, ...timer }: Timer, agenda: readonly AgendaItem[]): Timer {
  return item !== undefined && agenda.some(({ id }) => id === item) ? { ...timer, item } : timer;
}

function started(board: Board, { item, at, endsAt }: EventOf<'timer.started'>): Board {
  const begun = board.agenda?.map((one) => (one.id === item ? { ...one, startedAt: at } : one));
  const timer: Timer = { startedAt: at, endsAt, ...(item !== undefined && { item }) };
  return { ...board, timer, ...(begun !== undefined && { agenda: begun }) };
}

function without<K extends 'timer' | 'led'>(board: Board, field: K): Board {
  const { [field]: _, ...rest } = board;
  return rest as Board;
}

export const roomEvolvers = {
  'agenda.set': (board, event) => withAgenda(board, newAgenda(event, board.agenda)),
  'timer.started': started,
  'timer.extended': (board, { endsAt }) =>
    board.timer === undefined ? board : { ...board, timer: { ...board.timer, endsAt } },
  'timer.stopped': (board) => without(board, 'timer'),
  'room.brought': (board, event) => ({ ...board, led: pick(event, ['view', 'target', 'note', 'by', 'at']) as Led }),
  'room.released': (board) => without(board, 'led'),
} satisfies Evolvers<'agenda.set' | `timer.${'started' | 'extended' | 'stopped'}` | `room.${'brought' | 'released'}`>;
