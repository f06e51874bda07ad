// A record takes text and nothing else, whatever arrives, and stays as it was when it takes nothing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { RecordDocument, beginningWith, together } from '../../../server/record/record-document.ts';
import { RECORD_BOUNDS, RECORD_PARTS } from '../../../shared/record/record.ts';
import { Writer, decoded, encoded } from './writers.ts';

const refused = (code: string, field?: string) => ({
  ok: false,
  error: field === undefined ? { code } : { code, field },
});
const OK = { ok: true };
const INVALID = refused('invalid', 'update');

/** A document that says `context: Before`. */
function begun(): RecordDocument {
  const first = beginningWith({ context: 'Before' });
  if (!first.ok || first.value === undefined) throw new Error('no beginning');
  return new RecordDocument([first.value]);
}

describe('what is taken', () => {
  test('text in each of the texts, and its deletion', () => {
    const document = new RecordDocument([]);
    const ada = new Writer(7);
    for (const part of RECORD_PARTS) expect(document.take(ada.type(part, `This is ${part}`))).toMatchObject(OK);
    expect(document.take(ada.change((doc) => doc.getText('more').delete(0, 8)))).toMatchObject(OK);
    expect(document.texts).toEqual({
      ...Object.fromEntries(RECORD_PARTS.map((part) => [part, `This is ${part}`])),
      more: 'more',
    });
  });

  test('the same update twice counts once, and a record read again says the same', () => {
    const document = begun();
    const ada = new Writer(7);
    const opened = document.difference(undefined);
    if (!opened.ok) throw new Error('not opened');
    ada.hear(opened.value.update);
    const update = ada.type('context', ' and after');
    expect(document.take(update)).toMatchObject(OK);
    expect(document.take(update)).toMatchObject(OK);
    expect(document.texts).toEqual({ context: 'Before and after' });
    expect(new RecordDocument([document.whole()]).texts).toEqual(document.texts);
    expect(document.difference(opened.value.vector)).toMatchObject({ ok: true });
  });

  test('updates that are put together say what each of them said', () => {
    const ada = new Writer(7);
    const updates = [ada.type('outcome', 'We'), ada.type('outcome', ' chose'), ada.type('more', 'x')];
    expect(new RecordDocument([together(updates)]).texts).toEqual({ outcome: 'We chose', more: 'x' });
  });

  test('texts are handed out without control characters and empty ones left out', () => {
    const document = new RecordDocument([]);
    document.take(new Writer(7).type('more', ' a\u0000b\u0007\r\nc\u{1F333} \n'));
    expect(document.texts).toEqual({ more: 'ab\nc\u{1F333}' });
  });
});

describe('what is refused leaves the record as it was', () => {
  const unchanged = (update: string, expected: object): void => {
    const document = begun();
    const before = document.whole();
    expect(document.take(update)).toEqual(expected);
    expect(document.whole()).toBe(before);
  };
  const madeBy = (work: (doc: Y.Doc) => void): string => new Writer(9).change(work);

  test.each<[string, (doc: Y.Doc) => void]>([
    ['a text that a record does not have', (doc) => doc.getText('other').insert(0, 'x')],
    ['a map', (doc) => doc.getMap('context').set('key', 'x')],
    ['a list', (doc) => doc.getArray('context').insert(0, [1, 2])],
    ['a document within', (doc) => doc.getArray('context').insert(0, [new Y.Doc()])],
    ['a text within', (doc) => doc.getArray('context').insert(0, [new Y.Text('x')])],
    ['formatting', (doc) => doc.getText('context').insert(0, 'x', { bold: true })],
    ['something embedded', (doc) => doc.getText('context').insertEmbed(0, { image: 'x' })],
    ['an attribute', (doc) => doc.getText('context').setAttribute('lang', 'fr')],
    ['bytes', (doc) => doc.getArray('context').insert(0, [new Uint8Array(8)])],
  ])('%s', (_name, work) => unchanged(madeBy(work), INVALID));

  test('what was cut off, or is no update at all', () => {
    const whole = decoded(new Writer(9).type('context', 'some words'));
    for (let length = 0; length < whole.length; length += 1) unchanged(encoded(whole.slice(0, length)), INVALID);
    unchanged(encoded(new Uint8Array(100).fill(255)), INVALID);
    unchanged('', INVALID);
  });

  test('a count that would fill the memory', () => {
    // One writer with 2^31 pieces that do not follow.
    unchanged(encoded(new Uint8Array([1, 255, 255, 255, 255, 15, 7, 0])), INVALID);
  });

  test('what follows on something that is not there, even in a circle', () => {
    const ada = new Writer(9);
    ada.type('context', 'first');
    unchanged(ada.type('context', ' second'), INVALID);
    const other = new Writer(10);
    other.hear(encoded(Y.encodeStateAsUpdate(ada.document)));
    unchanged(other.type('context', ' third'), INVALID);
    unchanged(
      other.change((doc) => doc.getText('context').delete(0, 3)),
      INVALID,
    );
  });

  test('numbers that nobody can have typed', () => {
    const update = decoded(
      new Writer(9).change((doc) => {
        const text = doc.getText('context');
        text.insert(0, 'x');
        text.delete(0, 1);
      }),
    );
    expect(begun().take(encoded(update))).toMatchObject(OK);
    // The length of what was deleted, as large as a number gets.
    const long = [1, 1, 9, 0, 0, 255, 255, 255, 255, 255, 255, 255, 15, 0];
    unchanged(encoded(new Uint8Array(long)), INVALID);
  });

  test('more than an update or a record holds', () => {
    unchanged(new Writer(9).type('context', 'x'.repeat(RECORD_BOUNDS.update)), refused('too-large'));
    const document = new RecordDocument([]);
    const ada = new Writer(9);
    const page = 'x'.repeat(30_000);
    for (let page_ = 0; page_ < 8; page_ += 1) expect(document.take(ada.type('more', page))).toMatchObject(OK);
    const full = document.whole();
    expect(document.take(ada.type('more', page))).toEqual(refused('too-many', 'record'));
    expect(document.whole()).toBe(full);
    expect(beginningWith({ more: 'x'.repeat(RECORD_BOUNDS.document) })).toEqual(refused('too-many', 'record'));
  });

  test('pieces in the same place whose order would take seconds to work out', () => {
    const document = new RecordDocument([]);
    const many = Array.from({ length: 2200 }, (_, index) => new Writer(index + 1).type('context', 'x'));
    const update = together(many);
    expect(document.take(update)).toEqual(refused('too-large'));
    expect(document.texts).toEqual({});
    expect(document.take(together(many.slice(0, 300)))).toMatchObject(OK);
  });

  test('a vector that is none', () => {
    const document = begun();
    expect(document.difference(encoded(new Uint8Array([5, 1])))).toEqual(refused('invalid', 'vector'));
    expect(document.difference('')).toMatchObject(OK);
  });
});

test('whatever bytes come, a record answers, and says afterwards what it said before or what the update says', () => {
  const sample = decoded(new Writer(9).type('context', 'some words'));
  const bent = fc
    .record({ at: fc.nat(sample.length - 1), to: fc.nat(255), more: fc.uint8Array({ maxLength: 12 }) })
    .map(({ at, to, more }) => {
      const bytes = Uint8Array.from([...sample, ...more]);
      bytes[at] = to;
      return bytes;
    });
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.uint8Array({ maxLength: 80 }), bent), { maxLength: 8 }), (updates) => {
      let document = begun();
      let before = document.whole();
      for (const update of updates) {
        let answer: ReturnType<RecordDocument['take']> | 'thrown';
        try {
          answer = document.take(encoded(update));
        } catch {
          // Then it is thrown away and read again.
          answer = 'thrown';
          document = new RecordDocument([before]);
        }
        if (answer === 'thrown' || !answer.ok) expect(document.whole()).toBe(before);
        before = document.whole();
        // What is kept can be read again, and says the same.
        expect(new RecordDocument([before]).texts).toEqual(document.texts);
      }
    }),
    { numRuns: 150 },
  );
});
