// The real clock, dice and alarm.
import { randomBytes } from 'node:crypto';
import type { Surroundings } from './boards/boards.ts';

/** The longest delay a timer takes; what is further off is waited for in several steps. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

function after(ms: number, callback: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const wait = (left: number): void => {
    const step = Math.min(left, LONGEST_TIMER_MS);
    timer = setTimeout(() => (left > step ? wait(left - step) : callback()), step);
  };
  wait(Math.max(0, ms));
  return () => clearTimeout(timer);
}

export const realSurroundings: Surroundings = {
  now: () => Date.now(),
  randomBytes: (count) => randomBytes(count),
  after,
};
