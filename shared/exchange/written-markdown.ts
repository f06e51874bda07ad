// What people wrote in a record, as part of a larger Markdown file: their markup stays, but it cannot end the part that
// it stands in, run anything, or fetch anything.

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const UNSAFE_LINK = /\]\((?=\s*<?\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:)/gi;
const UNSAFE_DEFINITION = /^( {0,3})\[(?=[^\]]*\]:\s*<?(?!https?:|mailto:)[a-z][a-z0-9+.-]*:)/i;

/** Outside of code: no HTML, no picture that is fetched when the file is looked at, no link that runs something. */
const tamed = (text: string): string =>
  text
    .replace(/<(?=[a-z/!?])(?!(?:https?:\/\/|mailto:)[^\s<>]*>)/gi, '\\<')
    .replace(/!(?=\[)/g, '\\!')
    .replace(UNSAFE_LINK, ']\\(')
    .replace(UNSAFE_DEFINITION, '$1\\[');

/** Code between backticks stays as it is. */
const tamedLine = (line: string): string =>
  line
    .split(/(`+[^`]*`+)/)
    .map((piece, index) => (index % 2 === 1 ? piece : tamed(piece)))
    .join('');

/** Headings come below those of the file, and no line makes a heading of the one before it. */
const lowered = (line: string): string =>
  line
    .replace(
      /^( {0,3})(#{1,6})(?=\s|$)/,
      (_, indent: string, marks: string) => `${indent}${'#'.repeat(Math.min(6, marks.length + 3))}`,
    )
    .replace(/^( {0,3})(=+|-+)(\s*)$/, '$1\\$2$3');

/** The text as Markdown that may stand under a heading of another file. */
export function writtenMarkdown(text: string): string {
  let fence: string | undefined;
  const lines = text.split(/\r\n?|\n/).map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      const ends = mark !== undefined && mark.startsWith(fence) && line.trim() === mark;
      if (ends) fence = undefined;
      return line;
    }
    // A fence of backticks has none behind it in its line.
    if (mark !== undefined && (mark.startsWith('~') || !line.trim().slice(mark.length).includes('`'))) {
      fence = mark;
      return line;
    }
    return lowered(tamedLine(line)).trimEnd();
  });
  if (fence !== undefined) lines.push(fence);
  return lines.join('\n').trim();
}
