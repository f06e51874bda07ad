// Owns what is said of one cell's scores: how many, their mean, and whether they are split into two camps.
import { UNKNOWN } from '../../../shared/voting/score.ts';

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly n: number;
}

export interface Distribution {
  /** Scores from 0 to 5; "don't know" is apart. */
  readonly n: number;
  readonly unknown: number;
  readonly mean: number | null;
  /** Where the team is split in two. */
  readonly camps: { readonly low: Band; readonly high: Band } | undefined;
  /** The one or two neighbouring scores that most gave. */
  readonly most: Band;
}

const HIGHEST = 5;
const known = new WeakMap<readonly number[], Distribution>();

const at = (counts: readonly number[], score: number): number => counts[score] ?? 0;

function band(counts: readonly number[], from: number, to: number): Band {
  let n = 0;
  for (let score = from; score <= to; score += 1) n += at(counts, score);
  return { from, to, n };
}

/** The narrowest band of at most two scores that holds most of them. */
function mostOf(counts: readonly number[]): Band {
  let best = band(counts, 0, 0);
  for (let score = 0; score <= HIGHEST; score += 1) {
    for (const to of [score, score + 1]) {
      const next = band(counts, score, Math.min(to, HIGHEST));
      if (next.n > best.n) best = next;
    }
  }
  return best;
}

function campsOf(counts: readonly number[], n: number): Distribution['camps'] {
  const low = band(counts, 0, 1);
  const high = band(counts, 4, HIGHEST);
  const enough = Math.max(2, n * 0.3);
  const between = n - low.n - high.n;
  return low.n >= enough && high.n >= enough && between <= Math.min(low.n, high.n) ? { low, high } : undefined;
}

function read(counts: readonly number[]): Distribution {
  const { n } = band(counts, 0, HIGHEST);
  let sum = 0;
  for (let score = 1; score <= HIGHEST; score += 1) sum += score * at(counts, score);
  return {
    n,
    unknown: at(counts, UNKNOWN),
    mean: n === 0 ? null : sum / n,
    camps: campsOf(counts, n),
    most: mostOf(counts),
  };
}

/** Read once for each list of counts. */
export function distributionOf(counts: readonly number[]): Distribution {
  const before = known.get(counts);
  if (before !== undefined) return before;
  const distribution = read(counts);
  known.set(counts, distribution);
  return distribution;
}
