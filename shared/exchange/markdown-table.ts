// Finds and reads the first pipe table in a Markdown text, by the rules of GitHub Flavored Markdown (section 4.10).
import type { TableError } from './table-errors.ts';

export interface MarkdownRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type MarkdownRead =
  | { readonly ok: true; readonly header: MarkdownRow; readonly rows: readonly MarkdownRow[] }
  | { readonly ok: false; readonly errors: readonly TableError[] };

interface PipeLine {
  readonly cells: readonly string[];
  readonly pipes: number;
}

const isPunctuation = (char: string | undefined): boolean => char !== undefined && /[!-/:-@[-`{-~]/.test(char);

/** The cells of a line: cut at bare pipes, trimmed, backslash escapes undone; a pipe at either end is an edge. */
function cellsOf(line: string): PipeLine {
  const text = line.trim();
  const cells: string[] = [];
  let cell = '';
  let lastPipe = -1;
  for (let at = 0; at < text.length; at += 1) {
    const escaped = text[at] === '\\' && isPunctuation(text[at + 1]);
    if (escaped) at += 1;
    if (text[at] === '|' && !escaped) {
      cells.push(cell.trim());
      cell = '';
      lastPipe = at;
    } else cell += text[at];
  }
  const pipes = cells.length;
  if (pipes === 0 || lastPipe < text.length - 1) cells.push(cell.trim());
  if (text.startsWith('|')) cells.shift();
  return { cells, pipes };
}

/** The row of dashes and colons below a header, or undefined. */
function alignmentOf(line: string | undefined): PipeLine | undefined {
  if (line === undefined || !/^[|:\-\s]+$/.test(line)) return undefined;
  const read = cellsOf(line);
  return read.cells.length > 0 && read.cells.every((cell) => /^:?-+:?$/.test(cell)) ? read : undefined;
}

/** Where the first header stands, with its cells and those of the row below it. */
function findHeader(lines: readonly string[]): { at: number; header: PipeLine; alignment: PipeLine } | undefined {
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const alignment = alignmentOf(lines[at + 1]);
    if (alignment === undefined) continue;
    const header = cellsOf(lines[at] ?? '');
    const matches = alignment.pipes > 0 || header.cells.length === alignment.cells.length;
    if (header.pipes > 0 && matches) return { at, header, alignment };
  }
  return undefined;
}

const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);

/** Whether the text holds something that reads as a pipe table. */
export const looksLikeMarkdownTable = (text: string): boolean => findHeader(linesOf(text)) !== undefined;

/**
 * The first table of the text; what stands around it is left out. The table ends at a line without a bare pipe.
 * Rows come as they are: short ones are the caller's to fill.
 */
export function readMarkdownTable(text: string): MarkdownRead {
  const lines = linesOf(text);
  const found = findHeader(lines);
  if (found === undefined) return { ok: false, errors: [{ code: 'not-a-table', line: 1 }] };
  const { at, header, alignment } = found;
  if (header.cells.length !== alignment.cells.length) {
    const counts = { found: alignment.cells.length, limit: header.cells.length };
    return { ok: false, errors: [{ code: 'ragged-row', line: at + 2, ...counts }] };
  }
  const rows: MarkdownRow[] = [];
  for (let next = at + 2; next < lines.length; next += 1) {
    const { cells, pipes } = cellsOf(lines[next] ?? '');
    if (pipes === 0) break;
    rows.push({ line: next + 1, cells });
  }
  return { ok: true, header: { line: at + 1, cells: header.cells }, rows };
}
