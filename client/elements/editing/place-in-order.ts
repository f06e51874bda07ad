// Owns what "one up" and "one down" mean for things in a list that also holds removed ones.

interface Thing {
  readonly id: string;
  readonly removed?: true;
}

export interface Place {
  /** From 1. */
  readonly place: number;
  readonly of: number;
  /** What to move it after; `null` puts it first, undefined: it is at that end already. */
  readonly up: string | null | undefined;
  readonly down: string | undefined;
}

export function placeInOrder(things: readonly Thing[], id: string): Place {
  const shown = things.filter((thing) => thing.removed === undefined);
  const index = shown.findIndex((thing) => thing.id === id);
  return {
    place: index + 1,
    of: shown.length,
    up: index <= 0 ? undefined : (shown[index - 2]?.id ?? null),
    down: index < 0 ? undefined : shown[index + 1]?.id,
  };
}
