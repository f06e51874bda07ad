// Does what is asked for a few milliseconds at a time, so that what else the process has to do comes in between.

const TURN_MS = 4;

/** Tasks run in order, each in this turn of the event loop or a later one. `now` in ms. */
export function paced(now: () => number = () => performance.now()): (task: () => void) => void {
  let waiting: (() => void)[] = [];
  const turn = (): void => {
    const until = now() + TURN_MS;
    let done = 0;
    while (done < waiting.length && (done === 0 || now() < until)) waiting[done++]?.();
    waiting = waiting.slice(done);
    if (waiting.length > 0) setImmediate(turn);
  };
  return (task) => {
    waiting.push(task);
    if (waiting.length === 1) setImmediate(turn);
  };
}
