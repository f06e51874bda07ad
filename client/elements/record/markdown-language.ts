// Markdown as the editor of the record knows it: parsed as one writes, and nothing beside. The ready-made package brings
// the grammars of HTML, CSS and JavaScript along, three times the size of the editor that a record needs.
import { Language, defineLanguageFacet, indentNodeProp, languageDataProp } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { parser } from '@lezer/markdown';
import { continueMark, deleteMark, linkOver } from './markdown-commands.ts';

const data = defineLanguageFacet();

export const markdownLanguage = new Language(
  data,
  parser.configure({
    // A new line is indented as the one before.
    props: [languageDataProp.add({ Document: data }), indentNodeProp.add({ Document: () => null })],
  }),
  [],
  'markdown',
);

const pasting = EditorView.domEventHandlers({
  paste: (event, view) => {
    const change = linkOver(view.state, event.clipboardData?.getData('text/plain') ?? '');
    if (change === undefined || view.state.readOnly) return false;
    view.dispatch(change);
    return true;
  },
});

/** The language, with what lists, quotes and links need of the keyboard. Goes before a keymap of general use. */
export const markdownWriting: Extension = [
  markdownLanguage,
  keymap.of([
    { key: 'Enter', run: continueMark },
    { key: 'Backspace', run: deleteMark },
  ]),
  pasting,
];
