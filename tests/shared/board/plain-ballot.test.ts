import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { commandSchemaOf } from '../../../shared/board/commands.ts';
import { isPlainBallot } from '../../../shared/board/plain-ballot.ts';
import { BOUNDS } from '../../../shared/bounds.ts';

const schema = commandSchemaOf('ballot.cast');

const id = fc.constantFrom('a', 'r-1', 'x_2', 'A'.repeat(64));
/** Each of them is refused, or is something other than a plain ballot of scores. */
const wrongId = fc.constantFrom<unknown>('', '-a', 'a b', 'é', 'a'.repeat(65), 'constructor', 'toString', 7, null, {});
const wrongScore = fc.constantFrom<unknown>(6, -1, 1.5, '3', true, NaN, [], {}, 'Unknown');
const wrongKey = fc.constantFrom('__proto__', 'hasOwnProperty', '', 'a.b', 'é');
const wrongBallot = fc.constantFrom<unknown>(
  null,
  'cells',
  [],
  { approved: [] },
  { cells: [] },
  { cells: {}, more: 1 },
);

const often = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: wrong });
const score = fc.constantFrom(0, 1, 2, 3, 4, 5, 'unknown', null);
const entries = (value: fc.Arbitrary<unknown>) => fc.array(fc.tuple(often(id, wrongKey), value), { maxLength: 4 });

/** As a message comes: a key may be `__proto__`, and then it is a key like any other. */
const objectOf = (pairs: readonly (readonly [unknown, unknown])[]): unknown =>
  JSON.parse(`{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`);

const row = entries(often(score, wrongScore)).map(objectOf);
const cells = entries(often(row, fc.constantFrom<unknown>(null, 3, []))).map(objectOf);
const ballot = often(
  cells.map((given) => ({ cells: given })),
  wrongBallot,
);
const message = fc
  .record({
    id: often(id, wrongId),
    type: often(fc.constant('ballot.cast'), fc.constantFrom('ballot.record', 'note.add')),
    round: often(id, wrongId),
    ballot,
    done: fc.option(often(fc.boolean(), fc.constantFrom<unknown>(null, 1, 'true')), { nil: undefined }),
    more: fc.option(fc.constant(1), { nil: undefined, freq: 20 }),
  })
  .map((fields): object => JSON.parse(JSON.stringify(fields)));

const isScoreBallot = (raw: object): boolean => 'cells' in ((raw as { ballot: object | null }).ballot ?? {});

test('what is taken without a schema is what the schema takes, as it is', () => {
  fc.assert(
    fc.property(message, (raw) => {
      const parsed = z.safeParse(schema, raw);
      const hasHostileKey = JSON.stringify(raw).includes('"__proto__"');
      expect(isPlainBallot(raw)).toBe(parsed.success && !hasHostileKey && isScoreBallot(raw));
      if (isPlainBallot(raw)) expect(parsed.data).toEqual(raw);
    }),
    { numRuns: 2000 },
  );
});

test('a ballot of as many options and criteria as there may be is plain, and one more is not', () => {
  const named = (count: number, value: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, value]));
  const cast = (options: number, criteria: number) => {
    const cells = named(options, named(criteria, 3));
    return { id: 'c', type: 'ballot.cast', round: 'r', ballot: { cells } };
  };
  expect(isPlainBallot(cast(BOUNDS.options, BOUNDS.criteria))).toBe(true);
  expect(isPlainBallot(cast(BOUNDS.options + 1, 1))).toBe(false);
  expect(isPlainBallot(cast(1, BOUNDS.criteria + 1))).toBe(false);
});

test('an object that does not come from a message is left to the schema', () => {
  class Made {
    readonly id = 'c';
    readonly type = 'ballot.cast';
    readonly round = 'r';
    readonly ballot = { cells: {} };
  }
  expect(isPlainBallot(new Made())).toBe(false);
});
