// What keys and pasting do in Markdown: a list goes on in the next line, a mark goes at one stroke, an address that is
// pasted over words makes them a link.
import { syntaxTree } from '@codemirror/language';
import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type Line,
  type StateCommand,
  type TransactionSpec,
} from '@codemirror/state';

/** What leads a line: signs of quotes, then the mark of a list item, which may have a box to tick. */
interface Lead {
  readonly quote: string;
  readonly indent: string;
  /** `-`, `*` or `+`, or a number with its sign; empty in a quote that is no list. */
  readonly mark: string;
  readonly box: string;
  /** All of it, with the spaces that follow. */
  readonly length: number;
}

const LEAD = /^((?:[ \t]*>[ \t]?)*)([ \t]*)([-*+]|\d{1,9}[.)])?([ \t]*)(\[[ xX]\][ \t]+)?/;
const CODE = new Set(['FencedCode', 'CodeBlock', 'InlineCode', 'HTMLBlock']);

const nodeAt = (state: EditorState, at: number) => syntaxTree(state).resolveInner(at, 1);

function isInCode(state: EditorState, at: number): boolean {
  for (let node: ReturnType<typeof nodeAt> | null = nodeAt(state, at); node !== null; node = node.parent) {
    if (CODE.has(node.name)) return true;
  }
  return false;
}

/** Undefined where the line has none, or where its signs mean something else. */
function leadOf(state: EditorState, { from, text }: Line): Lead | undefined {
  const [, quote = '', indent = '', mark = '', space = '', box = ''] = LEAD.exec(text) ?? [];
  const markAt = quote.length + indent.length;
  const rest = markAt + mark.length + space.length;
  const isMark = mark !== '' && (space !== '' || rest === text.length);
  // What looks like a mark in the middle of a paragraph is none.
  if (isMark && nodeAt(state, from + markAt).name === 'ListMark') {
    return { quote, indent, mark, box, length: rest + box.length };
  }
  if (quote === '' || nodeAt(state, from + quote.indexOf('>')).name !== 'QuoteMark') return undefined;
  return { quote, indent: '', mark: '', box: '', length: quote.length };
}

/** Where the only cursor stands, and what leads its line. */
function placeOf(state: EditorState): { readonly at: number; readonly line: Line; readonly lead: Lead } | undefined {
  const { main, ranges } = state.selection;
  if (ranges.length > 1 || !main.empty) return undefined;
  const line = state.doc.lineAt(main.head);
  const lead = leadOf(state, line);
  return lead === undefined ? undefined : { at: main.head, line, lead };
}

const numberIn = (mark: string): number | undefined => (/^\d/.test(mark) ? Number.parseInt(mark, 10) : undefined);

function following(mark: string): string {
  const number = numberIn(mark);
  return number === undefined ? mark : `${number + 1}${mark.slice(-1)}`;
}

/** The items of the same list below count on, as far as they did. */
function renumbered(state: EditorState, after: Line, { quote, indent, mark }: Lead): ChangeSpec[] {
  const changes: ChangeSpec[] = [];
  let next = numberIn(mark);
  if (next === undefined) return changes;
  for (let number = after.number + 1; number <= state.doc.lines; number += 1) {
    const line = state.doc.line(number);
    const lead = leadOf(state, line);
    const isDeeper = line.text.startsWith(`${quote}${indent} `);
    if (lead?.mark === '' || (lead === undefined && !isDeeper)) break;
    if (lead === undefined || lead.indent.length > indent.length) continue;
    next += 1;
    if (lead.indent !== indent || numberIn(lead.mark) !== next) break;
    const from = line.from + lead.quote.length + lead.indent.length;
    changes.push({ from, to: from + lead.mark.length, insert: following(lead.mark) });
  }
  return changes;
}

/** Enter: the next item or the next line of the quote; in an item that says nothing, the end of the list. */
export const continueMark: StateCommand = ({ state, dispatch }) => {
  const place = placeOf(state);
  if (place === undefined) return false;
  const { at, line, lead } = place;
  const begin = line.from + lead.length;
  if (at < begin) return false;
  if (line.text.slice(lead.length).trim() === '') {
    const insert = lead.mark === '' ? '' : lead.quote;
    dispatch(
      state.update({
        changes: { from: line.from, to: line.to, insert },
        selection: { anchor: line.from + insert.length },
        userEvent: 'delete',
        scrollIntoView: true,
      }),
    );
    return true;
  }
  const box = lead.box === '' ? '' : '[ ] ';
  const mark = lead.mark === '' ? '' : `${following(lead.mark)} ${box}`;
  const insert = `${state.lineBreak}${lead.quote}${lead.indent}${mark}`;
  const spaces = /^[ \t]*/.exec(state.sliceDoc(at, line.to))?.[0].length ?? 0;
  dispatch(
    state.update({
      changes: [{ from: at, to: at + spaces, insert }, ...renumbered(state, line, lead)],
      selection: { anchor: at + insert.length },
      userEvent: 'input',
      scrollIntoView: true,
    }),
  );
  return true;
};

/** Backspace right behind a mark takes all of the mark. */
export const deleteMark: StateCommand = ({ state, dispatch }) => {
  const place = placeOf(state);
  if (place === undefined) return false;
  const { at, line, lead } = place;
  if (at !== line.from + lead.length) return false;
  const from = lead.mark === '' ? line.from + lead.quote.lastIndexOf('>') : line.from + lead.quote.length;
  dispatch(state.update({ changes: { from, to: at }, userEvent: 'delete.backward', scrollIntoView: true }));
  return true;
};

/** What pasting `pasted` over the selection does where it is an address and the selection words; else undefined. */
export function linkOver(state: EditorState, pasted: string): TransactionSpec | undefined {
  const { main, ranges } = state.selection;
  const url = pasted.trim();
  const words = state.sliceDoc(main.from, main.to);
  const isAddress = /^https?:\/\/[^\s<>]+$/i.test(url);
  if (!isAddress || ranges.length > 1 || words.trim() === '') return undefined;
  // Brackets would end the link's words early, and an address is replaced by an address.
  if (/[\n[\]]|^https?:/i.test(words) || isInCode(state, main.from)) return undefined;
  const insert = `[${words}](${/[()]/.test(url) ? `<${url}>` : url})`;
  return {
    changes: { from: main.from, to: main.to, insert },
    selection: EditorSelection.cursor(main.from + insert.length),
    userEvent: 'input.paste',
    scrollIntoView: true,
  };
}
