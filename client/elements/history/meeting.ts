// Owns a meeting as its log tells it: the board after any event, its chapters, and what changed between two moments.
import { type Board, type Note, type Round } from '../../../shared/board/board.ts';
import type { Event } from '../../../shared/board/events.ts';
import { evolve, fold } from '../../../shared/board/evolve.ts';

/** Boards are kept at every so many events, so that going back folds few. */
const KEPT_EVERY = 64;

export class Meeting {
  readonly events: readonly Event[];
  private readonly kept = new Map<number, Board>();
  private last: { readonly place: number; readonly board: Board } | undefined;

  constructor(events: readonly Event[]) {
    this.events = events;
  }

  /** The board as the room saw it after the event at `place`, from 0. */
  at(place: number): Board {
    if (this.last?.place === place) return this.last.board;
    const from = place - (place % KEPT_EVERY);
    let board = this.kept.get(from) ?? fold(this.events.slice(0, from + 1));
    this.kept.set(from, board);
    for (const event of this.events.slice(from + 1, place + 1)) board = evolve(board, event);
    this.last = { place, board };
    return board;
  }

  /** Places of what a meeting is remembered by: its beginning, phases, rounds, reveals, decisions. */
  get chapters(): readonly number[] {
    return this.events.flatMap((event, place) => (isChapter(event) ? [place] : []));
  }
}

function isChapter(event: Event): boolean {
  if (event.type === 'board.edited') return event.phase !== undefined;
  return ['board.created', 'round.opened', 'round.closed', 'round.revealed', 'decision.set'].includes(event.type);
}

export type Verb = 'added' | 'changed' | 'removed' | 'restored';

export interface Change {
  readonly of: 'option' | 'criterion' | 'note' | 'member' | 'round' | 'decision';
  readonly verb: Verb;
  readonly id: string;
}

interface Thing {
  readonly id: string;
  readonly removed?: true;
}

function verbOf(before: Thing | undefined, after: Thing, content: (thing: never) => unknown): Verb | undefined {
  if (before === undefined) return after.removed === true ? undefined : 'added';
  if (before.removed !== after.removed) return after.removed === true ? 'removed' : 'restored';
  if (before === after) return undefined;
  const said = (thing: Thing): string => JSON.stringify(content(thing as never));
  return said(before) === said(after) ? undefined : 'changed';
}

function changesOf<T extends Thing>(
  of: Change['of'],
  before: readonly T[],
  after: readonly T[],
  content: (thing: T) => unknown = (thing) => thing,
): readonly Change[] {
  const known = new Map(before.map((thing) => [thing.id, thing]));
  return after.flatMap((thing): Change[] => {
    const verb = verbOf(known.get(thing.id), thing, content);
    return verb === undefined ? [] : [{ of, verb, id: thing.id }];
  });
}

/** Support moves all the time; it changes no note. */
const noteContent = ({ text, kind, resolved }: Note): unknown => [text, kind, resolved];
const roundContent = ({ state, withdrawn }: Round): unknown => [state, withdrawn];

/** What is different in `after`; the order of things and how they came about are left out. */
export function changesBetween(before: Board, after: Board): readonly Change[] {
  const decided = before.decision !== after.decision && after.decision !== undefined;
  return [
    ...changesOf('option', before.options, after.options),
    ...changesOf('criterion', before.criteria, after.criteria),
    ...changesOf('round', before.rounds, after.rounds, roundContent),
    ...changesOf('note', [...before.notes.values()], [...after.notes.values()], noteContent),
    ...changesOf('member', [...before.members.values()], [...after.members.values()]),
    ...(decided
      ? [{ of: 'decision' as const, verb: before.decision ? ('changed' as const) : ('added' as const), id: '' }]
      : []),
  ];
}
