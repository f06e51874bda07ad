// Chance that is the same every time for the same seed (mulberry32), so that a failure can be played again.

/** A whole number from 0 to below `below`. */
export type Dice = (below: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** A whole number from the environment, such as `FAULT_ROUNDS=200`. */
export function numberSetting(name: string, without: number): number {
  const given = Number(process.env[name] ?? without);
  if (!Number.isSafeInteger(given) || given < 1) throw new Error(`${name} must be a whole number above 0`);
  return given;
}
