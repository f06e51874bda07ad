// Reads a pasted or uploaded table, in whichever of three formats, into a header and rows of text cells.
import { BOUNDS } from '../bounds.ts';
import { readCsv } from './csv.ts';
import { isJson, readJsonTable } from './json-table.ts';
import { looksLikeMarkdownTable, readMarkdownTable } from './markdown-table.ts';
import { MOST_COLUMNS, MOST_ROWS, MOST_TABLE_ERRORS } from './table-errors.ts';
import type { TableError } from './table-errors.ts';

export const TABLE_FORMATS = ['csv', 'markdown', 'json'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Lines count from 1 in the text as given; in JSON they are the numbers of the items. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Every row has as many cells as the header. Cells are as written: not trimmed, not bounded. */
export interface Table {
  readonly format: TableFormat;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly TableRow[];
}

export type TableRead =
  | { readonly ok: true; readonly kind: 'table'; readonly table: Table }
  | { readonly ok: true; readonly kind: 'palabre-export' }
  | { readonly ok: false; readonly errors: readonly TableError[] };

/** JSON when it parses as an array or object, Markdown when a header stands over a row of dashes, else CSV. */
export function sniffFormat(text: string): TableFormat {
  if (/^[\s\uFEFF]*[[{]/.test(text) && isJson(withoutMark(text))) return 'json';
  return looksLikeMarkdownTable(text) ? 'markdown' : 'csv';
}

/** The text without a byte order mark. */
const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

const isBlank = (cell: string): boolean => cell.trim() === '';

/** What makes a table hopeless before its rows are looked at. */
function refusal({ header, headerLine: line, rows }: Table): TableError | undefined {
  if (header.every(isBlank)) return { code: 'no-header', line };
  if (header.length > MOST_COLUMNS) return { code: 'too-many-columns', line, limit: MOST_COLUMNS };
  const row = rows[MOST_ROWS];
  return row && { code: 'too-many-options', line: row.line, limit: BOUNDS.options };
}

/** Rows made as wide as the header: blank cells beyond it go, and short rows are filled where the format says so. */
function fitted(table: Table, fill: boolean): TableRead {
  const refused = refusal(table);
  if (refused !== undefined) return { ok: false, errors: [refused] };
  const width = table.header.length;
  const errors: TableError[] = [];
  const rows = table.rows.map(({ line, cells }) => {
    const missing = Math.max(0, width - cells.length);
    const fits = missing > 0 ? fill : cells.slice(width).every(isBlank);
    if (!fits) errors.push({ code: 'ragged-row', line, found: cells.length, limit: width });
    return { line, cells: [...cells.slice(0, width), ...Array<string>(missing).fill('')] };
  });
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, MOST_TABLE_ERRORS) };
  return { ok: true, kind: 'table', table: { ...table, rows } };
}

function fromCsv(text: string): TableRead {
  const read = readCsv(text);
  if (!read.ok) return read;
  const [header, ...rows] = read.records;
  if (header === undefined) return { ok: false, errors: [{ code: 'empty', line: 1 }] };
  return fitted({ format: 'csv', header: header.cells, headerLine: header.line, rows }, false);
}

function fromMarkdown(text: string): TableRead {
  const read = readMarkdownTable(text);
  if (!read.ok) return read;
  const { header, rows } = read;
  return fitted({ format: 'markdown', header: header.cells, headerLine: header.line, rows }, true);
}

function fromJson(text: string): TableRead {
  const read = readJsonTable(text);
  if (!read.ok || read.kind === 'palabre-export') return read;
  return fitted({ format: 'json', header: read.header, headerLine: 1, rows: read.items }, false);
}

/**
 * The table in a text, or everything that is wrong with it (the first twenty errors, in order of lines).
 * An export of a whole board is told apart, so that the caller can take it as such. Never throws; time is linear.
 */
export function readTable(text: string, format: TableFormat = sniffFormat(text)): TableRead {
  const bare = withoutMark(text);
  if (isBlank(bare)) return { ok: false, errors: [{ code: 'empty', line: 1 }] };
  if (format === 'json') return fromJson(bare);
  return format === 'markdown' ? fromMarkdown(bare) : fromCsv(bare);
}
