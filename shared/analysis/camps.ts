// A cell's distribution in a few words' worth of data; the page makes the sentence.

export type Camps =
  | { readonly kind: 'none' }
  /** One or two scores say little about agreement. */
  | { readonly kind: 'few'; readonly n: number; readonly from: number; readonly to: number }
  /** At least four in five lie within two neighbouring scores. */
  | { readonly kind: 'agreed'; readonly n: number; readonly within: number; readonly from: number; readonly to: number }
  /** Low is 0–1, high is 4–5: both hold at least a quarter, and a quarter at most lies between. */
  | {
      readonly kind: 'two-camps';
      readonly n: number;
      readonly low: number;
      readonly middle: number;
      readonly high: number;
    }
  | { readonly kind: 'spread'; readonly n: number; readonly from: number; readonly to: number };

const FEW = 3;

/** `counts` are how many gave 0, 1, 2, 3, 4, 5; anything after ("don't know") is not looked at. */
export function campsOf(counts: readonly number[]): Camps {
  const [n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0] = counts;
  const scores = [n0, n1, n2, n3, n4, n5];
  const n = scores.reduce((sum, count) => sum + count, 0);
  if (n === 0) return { kind: 'none' };
  const from = scores.findIndex((count) => count > 0);
  const to = scores.findLastIndex((count) => count > 0);
  if (n < FEW) return { kind: 'few', n, from, to };
  const [low, middle, high] = [n0 + n1, n2 + n3, n4 + n5];
  if (4 * low >= n && 4 * high >= n && 4 * middle <= n) return { kind: 'two-camps', n, low, middle, high };
  const pairs = scores.map((count, score) => count + (scores[score + 1] ?? 0)).slice(0, -1);
  const within = Math.max(...pairs);
  const start = pairs.indexOf(within);
  if (5 * within < 4 * n) return { kind: 'spread', n, from, to };
  const ends = { from: scores[start] === 0 ? start + 1 : start, to: scores[start + 1] === 0 ? start : start + 1 };
  return { kind: 'agreed', n, within, ...ends };
}
