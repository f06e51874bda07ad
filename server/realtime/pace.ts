// How far apart the updates of a room are: the more a sweep costs and the more it weighs, the further.

/** Nobody sees more than a hundred updates a second. */
const SOONEST_MS = 10;
/** Sweeps take at most this share of the time, so that votes and joins have the rest… */
const USUAL_SHARE = 0.2;
/** …until updates are this far apart; from there on sweeps may take more. */
const NOTICEABLE_MS = 100;
const LARGEST_SHARE = 0.8;
/** What one client is sent at most, in bytes a millisecond. */
const BYTES_PER_MS = 64;
const RAREST_MS = 1000;

/** Milliseconds from the start of an update to the next, by how long its sweep was busy and the bytes of its frame. */
export function paceOf(busyMs: number, bytes: number): number {
  const byCost = Math.min(busyMs / USUAL_SHARE, Math.max(NOTICEABLE_MS, busyMs / LARGEST_SHARE));
  return Math.min(RAREST_MS, Math.max(SOONEST_MS, byCost, bytes / BYTES_PER_MS));
}
