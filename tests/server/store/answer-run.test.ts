import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AnswerEntry,
  ENTRY_BYTES,
  Sketch,
  answerIn,
  findAnswer,
  packAnswers,
  unpackAnswers,
} from '../../../server/store/answer-run.ts';
import { hashOf } from './store-samples.ts';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
/** Many of them begin alike, so that what follows the first bytes has to tell them apart. */
const hash = fc.oneof(
  hex,
  hex.map((digits) => `00000001${digits.slice(8)}`),
);
const entry = fc.tuple(hash, fc.nat(2 ** 31), fc.option(fc.nat(2 ** 31)));
const entries = fc.uniqueArray(entry, { selector: ([digits]) => digits, maxLength: 60 });

test('a run finds each of its answers, and none that it does not have', () => {
  fc.assert(
    fc.property(entries, fc.array(hash), (given, others) => {
      const run = packAnswers(given);
      for (const each of given) expect(findAnswer(run, each[0])).toEqual(answerIn(each));
      const all = new Set(given.map(([digits]) => digits));
      for (const other of others) if (!all.has(other)) expect(findAnswer(run, other)).toBeUndefined();
    }),
  );
});

test('a run is the same in whatever order its answers came', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const run = packAnswers(given);
      expect(packAnswers(given.toReversed())).toEqual(run);
      expect(run).toHaveLength(given.length * ENTRY_BYTES);
      const sorted = given.toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect(unpackAnswers(run)).toEqual(sorted satisfies AnswerEntry[]);
    }),
  );
});

test('a sketch overlooks none of what its runs have, and most of the rest is not in it', () => {
  fc.assert(
    fc.property(fc.array(entries, { maxLength: 3 }), (given) => {
      const sketch = new Sketch(given.map(packAnswers));
      for (const [digits] of given.flat()) expect(sketch.mayHave(digits)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(entries, entries, (given, more) => {
      const sketch = new Sketch([packAnswers(given)]);
      const isAdded = sketch.add(packAnswers(more));
      expect(isAdded || more.length > given.length).toBe(true);
      for (const [digits] of isAdded ? more : []) expect(sketch.mayHave(digits)).toBe(true);
    }),
  );
  const hashes = Array.from({ length: 20_000 }, (_, index) => hashOf(String(index)));
  const sketch = new Sketch([packAnswers(hashes.slice(0, 10_000).map((digits) => [digits, 1, null]))]);
  expect(hashes.filter((digits) => sketch.mayHave(digits)).length).toBeLessThan(11_000);
  expect(new Sketch([]).mayHave(hashOf('anything'))).toBe(false);
});
