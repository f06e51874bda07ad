// Keys and pasting in the Markdown of the record. In the texts | is the cursor, and […] what is selected.
import { insertNewlineAndIndent } from '@codemirror/commands';
import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { continueMark, deleteMark, linkOver } from '../../../client/elements/record/markdown-commands.ts';
import { markdownLanguage } from '../../../client/elements/record/markdown-language.ts';

const stateOf = (doc: string, anchor: number, head = anchor): EditorState =>
  EditorState.create({ doc, selection: EditorSelection.single(anchor, head), extensions: [markdownLanguage] });

function written(text: string): EditorState {
  const from = text.search(/[|«]/);
  const to = text.includes('«') ? text.indexOf('»') - 1 : from;
  return stateOf(text.replace(/[|«»]/g, ''), from, to);
}

const shown = ({ doc, selection: { main } }: EditorState): string =>
  `${doc.sliceString(0, main.head)}|${doc.sliceString(main.head)}`;

/** What the text is after the key; undefined where the command leaves it to others. */
function after(command: StateCommand, text: string): string | undefined {
  let state = written(text);
  const done = command({ state, dispatch: (transaction) => (state = transaction.state) });
  return done ? shown(state) : undefined;
}

describe('Enter', () => {
  test.each([
    ['- one|', '- one\n- |'],
    ['* one|', '* one\n* |'],
    ['1. one|', '1. one\n2. |'],
    ['9) one|', '9) one\n10) |'],
    ['- on|e', '- on\n- |e'],
    ['- one|  two', '- one\n- |two'],
    ['- one\n  - two|', '- one\n  - two\n  - |'],
    ['- [x] one|', '- [x] one\n- [ ] |'],
    ['> one|', '> one\n> |'],
    ['> - one|', '> - one\n> - |'],
  ])('goes on with the list or the quote: %j', (text, expected) => {
    expect(after(continueMark, text)).toBe(expected);
  });

  test('counts the items below on, nested ones aside, as far as they were counted', () => {
    expect(after(continueMark, '1. one|\n2. two\n   - deep\n3. three\n\n7. other')).toBe(
      '1. one\n2. |\n3. two\n   - deep\n4. three\n\n7. other',
    );
    expect(after(continueMark, '1. one|\n1. two')).toBe('1. one\n2. |\n1. two');
  });

  test.each([
    ['- one\n- |', '- one\n|'],
    ['1. one\n2. |', '1. one\n|'],
    ['- [ ] |', '|'],
    ['> - |', '> |'],
    ['> one\n> |', '> one\n|'],
  ])('in an item that says nothing ends the list: %j', (text, expected) => {
    expect(after(continueMark, text)).toBe(expected);
  });

  test.each([
    'one|',
    '|- one',
    '-| one',
    '«- one»',
    '```\n- one|\n```',
    '    - code|',
    'A paragraph of\n1986. A great year|',
    '**bold**|',
    '---|',
  ])('is a plain new line elsewhere: %j', (text) => {
    expect(after(continueMark, text)).toBeUndefined();
  });

  test('keeps the indentation of what goes on under an item', () => {
    expect(after(insertNewlineAndIndent, '- one\n\n  more|')).toBe('- one\n\n  more\n  |');
  });
});

describe('Backspace', () => {
  test.each([
    ['- |one', '|one'],
    ['- one\n  - |two', '- one\n|two'],
    ['10. |', '|'],
    ['- [ ] |one', '|one'],
    ['> |one', '|one'],
    ['> - |one', '> |one'],
    ['> > |one', '> |one'],
  ])('takes the whole of a mark: %j', (text, expected) => {
    expect(after(deleteMark, text)).toBe(expected);
  });

  test.each(['- o|ne', '-| one', 'one|', '«- »one', '```\n- |one\n```', 'A great year was\n1986. |'])(
    'takes a character elsewhere: %j',
    (text) => {
      expect(after(deleteMark, text)).toBeUndefined();
    },
  );
});

describe('an address that is pasted', () => {
  const pastedOver = (text: string, url: string): string | undefined => {
    const state = written(text);
    const change = linkOver(state, url);
    return change === undefined ? undefined : shown(state.update(change).state);
  };

  test('over words makes them a link', () => {
    expect(pastedOver('see «the survey» first', ' https://example.org/a?b#c\n')).toBe(
      'see [the survey](https://example.org/a?b#c)| first',
    );
    expect(pastedOver('«it»', 'http://example.org/a_(b)')).toBe('[it](<http://example.org/a_(b)>)|');
  });

  test.each([
    ['nothing', 'see |', 'https://example.org'],
    ['an address', '«https://example.com»', 'https://example.org'],
    ['code', '`«code»`', 'https://example.org'],
    ['brackets', '«[a]»', 'https://example.org'],
    ['more than a line', '«a\nb»', 'https://example.org'],
  ])('over %s is pasted as it is', (_what, text, url) => {
    expect(pastedOver(text, url)).toBeUndefined();
  });

  test.each(['words', 'javascript:alert(1)', 'https://example.org and more', 'https://a.example/<b>', ''])(
    'and is none is pasted as it is: %j',
    (pasted) => expect(pastedOver('«it»', pasted)).toBeUndefined(),
  );
});

test('whatever stands there, a key takes no word away, and the cursor stays in the text', () => {
  const pieces = fc.constantFrom('- ', '1. ', '9) ', '> ', '  ', '\n', '[ ] ', '`', '```\n', 'a', '*', '#', '\t');
  const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
  const words = (text: string): string => text.replace(/[^a#`]/g, '');
  fc.assert(
    fc.property(texts, fc.nat(), fc.constantFrom(continueMark, deleteMark), (text, place, command) => {
      let state = stateOf(text, place % (text.length + 1));
      const done = command({ state, dispatch: (transaction) => (state = transaction.state) });
      expect(words(state.doc.toString())).toBe(words(text));
      if (!done) expect(state.doc.toString()).toBe(text);
    }),
  );
});
