// Reads and writes comma-separated values (RFC 4180), with the semicolons and tabs that spreadsheets also write.
import type { TableError } from './table-errors.ts';

/** `line` is where the record begins; a quoted cell may run over several. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvRead =
  | { readonly ok: true; readonly records: readonly CsvRecord[] }
  | { readonly ok: false; readonly errors: readonly TableError[] };

export type Separator = ',' | ';' | '\t';

const SEPARATORS: readonly Separator[] = ['\t', ';', ','];
const isSpace = (char: string | undefined): boolean => char === ' ' || char === '\u00A0';
const isBreak = (char: string | undefined): boolean => char === '\n' || char === '\r';

/** Where the quoted cell that opens at `at` closes, or -1. */
function closingQuote(text: string, at: number): number {
  let close = text.indexOf('"', at + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  return close;
}

/** The opening quote of the cell that begins at `at`, past any spaces, or -1 when the cell is not quoted. */
function openingQuote(text: string, at: number): number {
  let start = at;
  while (isSpace(text[start])) start += 1;
  return text[start] === '"' ? start : -1;
}

/** The separator seen most often in the header outside quotes; between equals tab, then semicolon. */
function sniffSeparator(text: string): Separator {
  const counts: Record<Separator, number> = { '\t': 0, ';': 0, ',': 0 };
  let cellStart = true;
  for (let at = Math.max(0, text.search(/\S/)); at < text.length && !isBreak(text[at]); at += 1) {
    if (cellStart && text[at] === '"') {
      const close = closingQuote(text, at);
      if (close === -1) break;
      at = close;
    }
    const separator = SEPARATORS.find((one) => one === text[at]);
    if (separator !== undefined) counts[separator] += 1;
    cellStart = separator !== undefined || (cellStart && isSpace(text[at]));
  }
  return SEPARATORS.reduce((best, one) => (counts[one] > counts[best] ? one : best));
}

const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

interface Cell {
  readonly text: string;
  readonly quoted: boolean;
  readonly end: number;
}

/** The cell that begins at `at`, and where it ends: at a separator, a line break or the end of the text. */
function cellAt(text: string, at: number, separator: Separator): Cell | 'unclosed-quote' | 'stray-quote' {
  const open = openingQuote(text, at);
  let end = at;
  if (open === -1) {
    while (end < text.length && text[end] !== separator && !isBreak(text[end])) end += 1;
    return { text: text.slice(at, end), quoted: false, end };
  }
  const close = closingQuote(text, open);
  if (close === -1) return 'unclosed-quote';
  end = close + 1;
  while (isSpace(text[end])) end += 1;
  if (end < text.length && text[end] !== separator && !isBreak(text[end])) return 'stray-quote';
  return { text: text.slice(open + 1, close).replaceAll('""', '"'), quoted: true, end };
}

/**
 * Every record of the text, the header first. Blank lines are left out. The separator is read off the header, or off a
 * first line like `sep=;` as some spreadsheets write it. A broken quote ends the reading: what follows cannot be trusted.
 */
export function readCsv(text: string): CsvRead {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const directive = /^sep=([,;\t])(\r\n|\r|\n|$)/i.exec(bare);
  const separator = SEPARATORS.find((one) => one === directive?.[1]) ?? sniffSeparator(bare);
  const records: CsvRecord[] = [];
  let at = directive === null ? 0 : directive[0].length;
  let line = directive === null ? 1 : 2;
  while (at < bare.length) {
    const cells: string[] = [];
    const start = line;
    let blank = true;
    for (;;) {
      const cell = cellAt(bare, at, separator);
      if (typeof cell === 'string') return { ok: false, errors: [{ code: cell, line, column: cells.length + 1 }] };
      cells.push(cell.text);
      blank = blank && cells.length === 1 && !cell.quoted && cell.text.trim() === '';
      if (cell.quoted) line += breaksIn(bare.slice(at, cell.end));
      at = cell.end + 1;
      if (bare[cell.end] !== separator) break;
    }
    if (bare[at - 1] === '\r' && bare[at] === '\n') at += 1;
    line += 1;
    if (!blank) records.push({ line: start, cells });
  }
  return { ok: true, records };
}

/** One record without its line break, quoted so that `readCsv` gives the same cells whatever it takes for separator. */
export const csvRecord = (cells: readonly string[], separator: Separator = ','): string =>
  cells
    .map((cell) => {
      const plain = !/[",;\t\r\n]|^\s|\s$/.test(cell) && (cell !== '' || cells.length > 1);
      return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
    })
    .join(separator);

/** Records as RFC 4180 has them: each ended by CRLF. */
export const writeCsv = (records: readonly (readonly string[])[], separator: Separator = ','): string =>
  records.map((cells) => `${csvRecord(cells, separator)}\r\n`).join('');
