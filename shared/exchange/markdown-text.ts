// Writes other people's text into Markdown so that it stays text: no markup, no HTML, no way out of a cell or a line.

/** Everything that means something inside a line of CommonMark or GitHub's flavour of it. */
const INLINE = /[\\`*_[\]<>&|~$]/g;

const oneLine = (text: string): string => text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim();

/** What means something only where a line begins: headings, lists, quotes, rules, fences. */
const atLineStart = (line: string): string =>
  // A list's number is followed by a space: 53.3 is no list.
  line.replace(/^([-+=#:])/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');

/** One line of text that may stand anywhere: in a heading, a paragraph, a list item or a cell. */
export const markdownText = (text: string): string => atLineStart(oneLine(text).replace(INLINE, '\\$&'));

/** Several lines, kept as lines; `indent` puts the later ones under their list item. */
export const markdownLines = (text: string, indent = ''): string =>
  text
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map(markdownText)
    .filter((line) => line !== '')
    .join(`  \n${indent}`);

const tableLine = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => markdownText(cell) || ' ').join(' | ')} |`;

/** A table of texts; every cell is escaped here and nowhere else. `right` names the columns of numbers. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const rule = header.map((_, at) => (right.includes(at) ? '---:' : '---'));
  return [tableLine(header), `| ${rule.join(' | ')} |`, ...rows.map(tableLine)].join('\n');
}

/** A link that shows its own address. Only what cannot end the link or run anything is linked. */
export const markdownLink = (url: string): string =>
  /^https?:\/\/[^\s<>\\]+$/i.test(url) ? `<${url}>` : markdownText(url);

/** Blocks with one empty line between them; empty ones fall away. */
export const markdownBlocks = (blocks: readonly (string | undefined)[]): string =>
  `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n`;
