// Folds events into a board. Every event that was ever written must fold for ever; nothing here can refuse.
import type { Board } from './board.ts';
import type { Event, EventType } from './events.ts';
import { peopleEvolvers } from './evolve-people.ts';
import { roomEvolvers } from './evolve-room.ts';
import { roundEvolvers } from './evolve-rounds.ts';
import { structureEvolvers } from './evolve-structure.ts';
import type { EventOf, Evolvers } from './evolver.ts';

const evolvers: Evolvers<Exclude<EventType, 'board.created'>> = {
  ...structureEvolvers,
  ...roundEvolvers,
  ...peopleEvolvers,
  ...roomEvolvers,
};

function created(event: EventOf<'board.created'>): Board {
  const { type: _type, by: _by, at, members = [], notes, rounds = [], ...fields } = event;
  return {
    locked: false,
    ...fields,
    createdAt: at,
    members: new Map(members.map((member) => [member.id, member])),
    notes: new Map(notes.map((note) => [note.id, note])),
    rounds,
  };
}

/** The board after an event. The first event of a log is `board.created`. */
export function evolve(board: Board | undefined, event: Event): Board {
  if (event.type === 'board.created') return created(event);
  if (board === undefined) throw new Error(`a log begins with board.created, not ${event.type}`);
  // Each evolver takes the events of its own key; the compiler cannot follow that through a look-up.
  const evolver = evolvers[event.type] as (board: Board, event: Event) => Board;
  return { ...evolver(board, event), revision: event.revision };
}

/** The board that a log tells of; `board` is where the events go on from. */
export function fold(events: readonly Event[], board?: Board): Board {
  const folded = events.reduce<Board | undefined>(evolve, board);
  if (folded === undefined) throw new Error('an empty log tells of no board');
  return folded;
}
