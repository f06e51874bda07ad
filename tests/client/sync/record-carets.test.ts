// Carets of the record on a page: places that hold while others write, and moves that are told, but not each of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { toBase64 } from '../../../client/sync/base64.ts';
import { indexOf, placeAt } from '../../../client/sync/caret-places.ts';
import { SharedCarets } from '../../../client/sync/record-carets.ts';
import { CARET_BOUNDS, type RecordCaret, recordCaretSchema } from '../../../shared/record/carets.ts';
import { parseWith } from '../../../shared/board/parse.ts';

const written = (words: string): Y.Text => {
  const text = new Y.Doc().getText('context');
  text.insert(0, words);
  return text;
};
const encoded = (position: Y.RelativePosition): string => toBase64(Y.encodeRelativePosition(position));

describe('a place', () => {
  test('is the same on every page, fits into a message, and moves with what is written before it', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.string({ minLength: 1 }), (words, at, before, more) => {
        const here = written(words);
        const index = at % (words.length + 1);
        const place = placeAt(here, index);
        expect(parseWith(recordCaretSchema, { caret: { part: 'context', anchor: place, head: place } }).ok).toBe(true);
        const there = new Y.Doc();
        Y.applyUpdate(there, Y.encodeStateAsUpdate(here.doc as Y.Doc));
        const text = there.getText('context');
        expect(indexOf(text, 'context', place)).toBe(index);
        text.insert(Math.min(before, index), more);
        expect(indexOf(text, 'context', place)).toBe(index + more.length);
      }),
    );
  });

  test('of anything else is none, and leaves no text behind', () => {
    const text = written('Words');
    const doc = text.doc as Y.Doc;
    const other = doc.getText('more');
    other.insert(0, 'Other');
    const names = [...doc.share.keys()];
    const places = [
      placeAt(other, 2),
      encoded(new Y.RelativePosition(null, 'evil', null)),
      encoded(new Y.RelativePosition(null, 'more', null)),
      encoded(new Y.RelativePosition(Y.createID(doc.clientID, 0), null, null)),
      encoded(new Y.RelativePosition(null, null, Y.createID(99, 7))),
      '',
      'AAAA',
      '////',
      'é',
    ];
    for (const place of places) expect(indexOf(text, 'context', place)).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: CARET_BOUNDS.place }), (bytes) => {
        const index = indexOf(text, 'context', toBase64(bytes)) ?? 0;
        expect(index >= 0 && index <= text.length).toBe(true);
      }),
    );
    expect([...doc.share.keys()]).toEqual(names);
    expect(text.toJSON()).toBe('Words');
  });
});

describe('one’s own moves', () => {
  const page = () => {
    const text = written('Words');
    const told: RecordCaret[] = [];
    const alarms: (() => void)[] = [];
    const after = (_ms: number, callback: () => void) => {
      alarms.push(callback);
      return () => void alarms.splice(alarms.indexOf(callback), 1);
    };
    const carets = new SharedCarets(
      { channel: { place: (caret) => told.push(caret) }, changed: () => undefined, after },
      () => text,
    );
    const heads = () => told.map(({ caret }) => (caret === null ? null : indexOf(text, 'context', caret.head)));
    const ring = () => alarms.splice(0).forEach((alarm) => alarm());
    const move = (head: number) => carets.place({ part: 'context', anchor: head, head });
    return { carets, heads, ring, move };
  };

  test('are told once a moment, the last of them always', () => {
    const { carets, heads, ring, move } = page();
    carets.opened();
    for (const head of [1, 2, 3]) move(head);
    expect(heads()).toEqual([1]);
    ring();
    expect(heads()).toEqual([1, 3]);
    ring();
    move(3);
    carets.place(null);
    ring();
    expect(heads()).toEqual([1, 3, null]);
  });

  test('are told while the record is open, and again when it is opened anew', () => {
    const { carets, heads, move } = page();
    move(2);
    expect(heads()).toEqual([]);
    carets.opened();
    carets.closed();
    move(4);
    expect(heads()).toEqual([2]);
    carets.opened();
    expect(heads()).toEqual([2, 4]);
  });

  test('leave those of the others standing until the line is gone', () => {
    const { carets } = page();
    const place = placeAt(written('Words'), 5);
    carets.opened();
    carets.heard({ board: 'b1', carets: [{ member: 'bo', part: 'context', anchor: place, head: place }] });
    expect(carets.all).toMatchObject([{ member: 'bo', part: 'context', head: 5 }]);
    carets.closed();
    expect(carets.all).toEqual([]);
  });
});
