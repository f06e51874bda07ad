// How often each option would come first if the weights were drawn at random.
import { type CellCounts, cellMean, type ScoreSheet } from '../voting/score-sheet.ts';

const DRAWS = 10_000;
const RANGE = 1 << 20;

/** Xorshift (Marsaglia 2003) from a fixed start: whole-number steps, so every machine draws the same weights. */
function drawing(): () => number {
  let state = 0x2545f491;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) & (RANGE - 1);
  };
}

/** Gaps between sorted cuts of a stick: every division into as many parts as `weights` has is as likely as any other. */
function cut(next: () => number, weights: Int32Array): void {
  const last = weights.length - 1;
  for (let part = 0; part < last; part += 1) weights[part] = next();
  weights[last] = RANGE;
  weights.sort();
  for (let part = last; part > 0; part -= 1) weights[part] = (weights[part] ?? 0) - (weights[part - 1] ?? 0);
}

/** The weighted mean of one option; -1 where nothing was given. `means` has NaN there. */
function valueOf(means: Float64Array, weights: Int32Array): number {
  let sum = 0;
  let all = 0;
  for (let index = 0; index < means.length; index += 1) {
    const mean = means[index] ?? NaN;
    if (Number.isNaN(mean)) continue;
    const weight = weights[index] ?? 0;
    sum += mean * weight;
    all += weight;
  }
  return all === 0 ? -1 : sum / all;
}

const meanOf = (counts: CellCounts | undefined): number => {
  const mean = cellMean(counts);
  return mean === null ? NaN : Number(mean.n) / Number(mean.d);
};

/**
 * For each option the share, 0–1, of 10,000 random weightings (flat Dirichlet, fixed seed) under which it comes first;
 * equal firsts share a draw. `sheet` is counted by weighted means.
 */
export function weightingShares(sheet: ScoreSheet): Record<string, number> {
  // Plain loops over numbers that lie side by side: a large board comes through here nine million times.
  const means = sheet.cells.map((row) => Float64Array.from(row, meanOf));
  const weights = new Int32Array(Math.max(1, sheet.criteria.length));
  const values = new Float64Array(means.length);
  const firsts = means.map(() => 0);
  const next = drawing();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    cut(next, weights);
    let best = -1;
    means.forEach((row, option) => {
      const value = valueOf(row, weights);
      values[option] = value;
      if (value > best) best = value;
    });
    if (best < 0) continue;
    const leads = (value: number): boolean => best - value <= 1e-9;
    const leaders = values.reduce((count, value) => count + (leads(value) ? 1 : 0), 0);
    values.forEach((value, option) => {
      if (leads(value)) firsts[option] = (firsts[option] ?? 0) + 1 / leaders;
    });
  }
  return Object.fromEntries(
    sheet.options.map((option, index) => [option, Math.round(((firsts[index] ?? 0) / DRAWS) * 10_000) / 10_000]),
  );
}
