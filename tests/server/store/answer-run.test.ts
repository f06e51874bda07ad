import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AnswerEntry,
  ENTRY_BYTES,
  answerIn,
  findAnswer,
  packAnswers,
  unpackAnswers,
} from '../../../server/store/answer-run.ts';

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
