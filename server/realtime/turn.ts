// For how long at a time a sweep has the event loop.

/** Who votes meanwhile waits for no more than this… */
const SHORTEST_TURN_MS = 3;
/** …or, where the loop is that busy, for half of the time that it had for other things since the turn before. */
const LONGEST_TURN_MS = 10;

/** Milliseconds that a sweep may go on for, by how long other things than sweeps had it since the turn before. */
export const turnAfter = (pauseMs: number): number =>
  Math.min(LONGEST_TURN_MS, Math.max(SHORTEST_TURN_MS, pauseMs / 2));
