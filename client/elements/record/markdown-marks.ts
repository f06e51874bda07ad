// Shows in the editor what Markdown's marks mean: bold is bold, a heading stands out.
import { syntaxTree } from '@codemirror/language';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

const LOOKS: Readonly<Record<string, Decoration>> = Object.fromEntries(
  Object.entries({
    StrongEmphasis: 'strong',
    Emphasis: 'emphasis',
    InlineCode: 'code',
    Link: 'link',
    URL: 'link',
    Autolink: 'link',
    ATXHeading1: 'heading',
    ATXHeading2: 'heading',
    ATXHeading3: 'heading',
    ATXHeading4: 'heading',
    ATXHeading5: 'heading',
    ATXHeading6: 'heading',
  }).map(([node, name]) => [node, Decoration.mark({ class: `cm-${name}` })]),
);

function marksIn(view: EditorView): DecorationSet {
  const marks = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const look = LOOKS[node.name];
        if (look !== undefined && node.from < node.to) marks.add(node.from, node.to, look);
      },
    });
  }
  return marks.finish();
}

const plugin = ViewPlugin.define(
  (view) => ({
    marks: marksIn(view),
    update(update: ViewUpdate) {
      const parsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || parsed) this.marks = marksIn(update.view);
    },
  }),
  { decorations: ({ marks }) => marks },
);

const theme = EditorView.theme({
  '.cm-strong, .cm-heading': { fontWeight: '700' },
  '.cm-emphasis': { fontStyle: 'italic' },
  '.cm-code': { fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: '0.92em' },
  '.cm-link': { color: 'var(--accent)' },
});

export const markdownMarks: Extension = [plugin, theme];
