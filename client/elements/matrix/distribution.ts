// Owns what is read off one cell's scores: how many do not know, the mean, and whether there are camps.
import { type Camps, campsOf } from '../../../shared/analysis/camps.ts';
import { UNKNOWN } from '../../../shared/voting/score.ts';

export interface Distribution {
  readonly unknown: number;
  /** Null when nobody scored. */
  readonly mean: number | null;
  readonly camps: Camps;
  /** Two camps: the mark on the cell. */
  readonly split: boolean;
}

const known = new WeakMap<readonly number[], Distribution>();

function read(counts: readonly number[]): Distribution {
  const scores = counts.slice(0, UNKNOWN);
  const n = scores.reduce((total, count) => total + count, 0);
  const sum = scores.reduce((total, count, score) => total + count * score, 0);
  const camps = campsOf(counts);
  return {
    unknown: counts[UNKNOWN] ?? 0,
    mean: n === 0 ? null : sum / n,
    camps,
    split: camps.kind === 'two-camps',
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
