// Exact fractions, so that sums are compared as they are and never as floating point rounds them.

export interface Rational {
  readonly n: bigint;
  /** Always above zero. */
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };

export const fraction = (n: bigint | number, d: bigint | number = 1n): Rational => ({ n: BigInt(n), d: BigInt(d) });

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function reduced({ n, d }: Rational): Rational {
  const divisor = greatestDivisor(n, d);
  return divisor <= 1n ? { n, d } : { n: n / divisor, d: d / divisor };
}

export const plus = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
export const minus = (a: Rational, b: Rational): Rational => plus(a, { n: -b.n, d: b.d });
export const times = (a: Rational, b: Rational): Rational => ({ n: a.n * b.n, d: a.d * b.d });

/** `b` must not be zero. */
export const dividedBy = (a: Rational, b: Rational): Rational =>
  b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };

export function compare(a: Rational, b: Rational): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : Number(left > right);
}

/** Adds in halves: denominators grow evenly, which keeps long sums of unlike fractions fast. */
export function sumOf(terms: readonly Rational[]): Rational {
  if (terms.length <= 2) return terms.reduce(plus, ZERO);
  const middle = terms.length >> 1;
  return plus(sumOf(terms.slice(0, middle)), sumOf(terms.slice(middle)));
}

/** What a number says when it is written down: 0.1 is one tenth. Must be finite. */
export function decimal(value: number): Rational {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (parts === null) throw new Error(`not a finite number: ${value}`);
  const [, sign = '', whole = '0', places = '', power = '0'] = parts;
  const digits = BigInt(`${sign}${whole}${places}`);
  const exponent = Number(power) - places.length;
  return exponent >= 0
    ? { n: digits * 10n ** BigInt(exponent), d: 1n }
    : reduced({ n: digits, d: 10n ** BigInt(-exponent) });
}

/** Rounded to `places` decimals, halves away from zero. */
export function rounded({ n, d }: Rational, places = 4): number {
  const scale = 10n ** BigInt(places);
  const size = n < 0n ? -n : n;
  const shown = Number((2n * size * scale + d) / (2n * d)) / Number(scale);
  return n < 0n && shown !== 0 ? -shown : shown;
}

/** Whole square root, rounded down (Newton). */
function wholeRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

const ROOT_DIGITS = 10n ** 24n;

/** Exact where the root is a fraction itself, else right to 24 decimals or more. `value` must not be below zero. */
export function squareRoot(value: Rational): Rational {
  const { n, d } = reduced(value);
  const [top, bottom] = [wholeRoot(n), wholeRoot(d)];
  if (top * top === n && bottom * bottom === d) return { n: top, d: bottom };
  return { n: wholeRoot(n * d * ROOT_DIGITS * ROOT_DIGITS), d: d * ROOT_DIGITS };
}

/** The same proportions as whole numbers without a common divisor; equal shares when all are zero. */
export function wholeProportions(values: readonly number[]): readonly bigint[] {
  const parts = values.map(decimal);
  const common = parts.reduce((all, part) => all * (part.d / greatestDivisor(all, part.d)), 1n);
  const whole = parts.map((part) => (part.n * common) / part.d);
  const divisor = whole.reduce(greatestDivisor, 0n);
  return divisor === 0n ? values.map(() => 1n) : whole.map((part) => part / divisor);
}
