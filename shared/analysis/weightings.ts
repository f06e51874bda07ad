// How often each option would come first if the weights were drawn at random.
import { cellMean, type ScoreSheet } from '../voting/score-sheet.ts';

const DRAWS = 10_000;
const RANGE = 1 << 20;

/** Xorshift (Marsaglia 2003) from a fixed start: whole-number steps, so every machine draws the same weights. */
function* drawn(): Generator<number, never> {
  let state = 0x2545f491;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield (state >>> 0) & (RANGE - 1);
  }
}

/** Gaps between sorted cuts of a stick: every division into `parts` is as likely as any other. */
function cut(cuts: Generator<number, never>, parts: number): number[] {
  const places = Array.from({ length: parts - 1 }, () => cuts.next().value).toSorted((a, b) => a - b);
  return [...places, RANGE].map((place, index) => place - (index === 0 ? 0 : (places[index - 1] ?? 0)));
}

/**
 * For each option the share, 0–1, of 10,000 random weightings (flat Dirichlet, fixed seed) under which it comes first;
 * equal firsts share a draw. `sheet` is counted by weighted means.
 */
export function weightingShares(sheet: ScoreSheet): Record<string, number> {
  const means = sheet.cells.map((row) =>
    row.map((cell) => {
      const mean = cellMean(cell);
      return mean === null ? undefined : Number(mean.n) / Number(mean.d);
    }),
  );
  const firsts = means.map(() => 0);
  const cuts = drawn();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const weights = cut(cuts, Math.max(1, sheet.criteria.length));
    const values = means.map((row) => {
      let [sum, all] = [0, 0];
      for (const [index, mean] of row.entries()) {
        if (mean === undefined) continue;
        sum += mean * (weights[index] ?? 0);
        all += weights[index] ?? 0;
      }
      return all === 0 ? -1 : sum / all;
    });
    const best = Math.max(...values);
    const leaders = values.flatMap((value, option) => (best >= 0 && best - value <= 1e-9 ? [option] : []));
    for (const option of leaders) firsts[option] = (firsts[option] ?? 0) + 1 / leaders.length;
  }
  return Object.fromEntries(
    sheet.options.map((option, index) => [option, Math.round(((firsts[index] ?? 0) / DRAWS) * 10_000) / 10_000]),
  );
}
