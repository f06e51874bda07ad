// What an evolver is: one function an event type, so that a forgotten type does not compile.
import type { Board } from './board.ts';
import type { Event, EventType } from './events.ts';

export type EventOf<T extends EventType> = Extract<Event, { readonly type: T }>;
export type Evolvers<T extends EventType> = { readonly [K in T]: (board: Board, event: EventOf<K>) => Board };

/** Fields given in an edit: absent leaves as it is, an empty text or null takes the field away. */
export function edited<T extends object>(thing: T, fields: object): T {
  const next = { ...thing } as Record<string, unknown>;
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (value === '' || value === null) delete next[key];
    else next[key] = value;
  }
  return next as T;
}

export const removed = <T extends { readonly removed?: true }>(thing: T): T => ({ ...thing, removed: true });

export function restored<T extends { readonly removed?: true }>(thing: T): T {
  const { removed: _, ...rest } = thing;
  return rest as T;
}

/** The named fields of an event, those that it has. */
export const pick = (event: object, names: readonly string[]): object =>
  Object.fromEntries(Object.entries(event).filter(([key]) => names.includes(key)));
