// A trouble that lasts, or that somebody makes on purpose, is told once and then seldom: the log is on a disk too.

const SAY_AGAIN_MS = 60_000;
/** Different troubles that are told apart. */
const MOST_TROUBLES = 100;

/** Answers whether this trouble is to be told now: the first time, and a minute after it was told last. */
export function seldom(now: () => number): (trouble: string) => boolean {
  const saidAt = new Map<string, number>();
  return (trouble) => {
    const time = now();
    const last = saidAt.get(trouble);
    if (last !== undefined && Math.abs(time - last) < SAY_AGAIN_MS) return false;
    if (saidAt.size >= MOST_TROUBLES) saidAt.clear();
    saidAt.set(trouble, time);
    return true;
  };
}
