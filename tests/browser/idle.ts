// Takes the browser's idle time into the test's hands: what waits for it happens when the test says so.
import { vi } from 'vitest';

export interface Idle {
  /** Lets everything happen that waits now; says how much that was. */
  pass(): number;
}

/** Ends with `vi.unstubAllGlobals()`. */
export function heldIdle(): Idle {
  const waiting = new Map<number, () => void>();
  let asked = 0;
  vi.stubGlobal('requestIdleCallback', (act: () => void): number => {
    asked += 1;
    waiting.set(asked, act);
    return asked;
  });
  vi.stubGlobal('cancelIdleCallback', (request: number) => waiting.delete(request));
  return {
    pass() {
      const now = [...waiting.values()];
      waiting.clear();
      for (const act of now) act();
      return now.length;
    },
  };
}
