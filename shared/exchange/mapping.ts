// What the columns of a table become on a board: says what each looks like, and makes the options, facts and criteria.
import { BOUNDS, DEFAULT_BOARD_LIMITS } from '../bounds.ts';
import type { BoardLimits } from '../bounds.ts';
import { hasUnkept, textSchema } from '../ids.ts';
import { idsFor } from './slug.ts';
import { MOST_TABLE_ERRORS, quoted } from './table-errors.ts';
import type { TableError, TableErrorCode } from './table-errors.ts';
import type { Table, TableRow } from './table.ts';

/** What a column after the first becomes; the first holds the names of the options. */
export type ColumnUse = 'fact' | 'criterion' | 'nothing';
export const COLUMN_USES: readonly ColumnUse[] = ['fact', 'criterion', 'nothing'];

/** One use a column, from the second on; columns beyond its end are left out. */
export type Mapping = readonly ColumnUse[];

export interface ImportedOption {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

export interface ImportedCriterion {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
}

export interface ImportedBoard {
  readonly options: readonly ImportedOption[];
  readonly criteria: readonly ImportedCriterion[];
}

export type BoardRead =
  { readonly ok: true; readonly board: ImportedBoard } | { readonly ok: false; readonly errors: readonly TableError[] };

/** The weight of a criterion whose heading names none. */
export const DEFAULT_WEIGHT = 1;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
const isBlank = (text: string): boolean => text.trim() === '';

/** Cuts the weight off a heading like `Cost (weight 3)` or `Coût (poids : 3)`; `given` is the number as written. */
function splitWeight(heading: string): { name: string; given?: string } {
  const text = tidy(heading);
  const open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
  if (open === -1 || !/[)\]]$/.test(text)) return { name: text };
  const given = /^(?:weight|poids)\b ?[:=]? ?(.*)$/i.exec(text.slice(open + 1, -1).trim())?.[1];
  return given === undefined ? { name: text } : { name: text.slice(0, open).trim(), given: given.trim() };
}

/** A number from 0 to 100 with a point or a comma, or undefined. */
function readWeight(given: string): number | undefined {
  const weight = /^\d{1,3}([.,]\d{1,6})?$/.test(given) ? Number(given.replace(',', '.')) : Number.NaN;
  return weight <= 100 ? weight : undefined;
}

const isScore = (cell: string): boolean => /^([0-4]([.,]\d{1,6})?|5([.,]0{1,6})?)( ?\/ ?5)?$/.test(cell);
const isUnknown = (cell: string): boolean => /^[-–—?]?$/.test(cell);

function suggestUse(heading: string, cells: readonly string[]): ColumnUse {
  if (isBlank(heading)) return 'nothing';
  if (splitWeight(heading).given !== undefined) return 'criterion';
  return cells.every((cell) => isUnknown(cell) || isScore(cell)) ? 'criterion' : 'fact';
}

/** Scores from 0 to 5, empty columns and headings with a weight look like criteria, all other columns like facts. */
export const suggestMapping = (table: Table): ColumnUse[] =>
  table.header.slice(1).map((heading, at) =>
    suggestUse(
      heading,
      table.rows.map(({ cells }) => tidy(cells[at + 1] ?? '')),
    ),
  );

interface Place {
  readonly line: number;
  readonly column: number;
  readonly item?: true;
}

/** Collects errors and gives back clean text: single spaces, NFC, within the bound. */
class Checker {
  readonly errors: TableError[] = [];
  private readonly inJson: boolean;

  constructor(table: Table) {
    this.inJson = table.format === 'json';
  }

  place(line: number, column: number): Place {
    return { line, column, ...(this.inJson && { item: true as const }) };
  }

  fail(code: TableErrorCode, place: Place, more: Partial<TableError> = {}): void {
    this.errors.push({ code, ...place, ...more });
  }

  text(raw: string, limit: number, place: Place): string {
    const parsed = textSchema(limit).safeParse(tidy(raw));
    if (parsed.success) return parsed.data;
    if (hasUnkept(raw)) this.fail('bad-character', place);
    else this.fail('too-long', place, { limit });
    return '';
  }

  /** Says which names were there before, whatever their case. */
  unique(code: 'duplicate-option' | 'duplicate-column'): (name: string, place: Place) => void {
    const seen = new Set<string>();
    return (name, place) => {
      const key = name.toLowerCase();
      if (name !== '' && seen.has(key)) this.fail(code, place, { name: quoted(name) });
      seen.add(key);
    };
  }
}

interface Column {
  readonly at: number;
  readonly name: string;
}

function factColumns(table: Table, columns: readonly number[], check: Checker): Column[] {
  const once = check.unique('duplicate-column');
  return columns.map((at) => {
    const place = check.place(table.headerLine, at + 1);
    const name = check.text(table.header[at] ?? '', BOUNDS.factLabel, place);
    if (isBlank(table.header[at] ?? '')) check.fail('no-heading', place);
    once(name, place);
    return { at, name };
  });
}

function criteriaOf(table: Table, columns: readonly number[], check: Checker): ImportedCriterion[] {
  const once = check.unique('duplicate-column');
  const read = columns.map((at) => {
    const place = check.place(table.headerLine, at + 1);
    const { name: heading, given } = splitWeight(table.header[at] ?? '');
    const name = check.text(heading, BOUNDS.name, place);
    if (heading === '') check.fail('no-heading', place);
    const weight = given === undefined ? DEFAULT_WEIGHT : readWeight(given);
    if (weight === undefined) check.fail('bad-weight', place, { name: quoted(given ?? '') });
    once(name, place);
    return { name, weight: weight ?? DEFAULT_WEIGHT };
  });
  const ids = idsFor(
    read.map(({ name }) => name),
    'criterion',
  );
  return read.map((criterion, at) => ({ id: ids[at] ?? '', ...criterion }));
}

function optionsOf(rows: readonly TableRow[], facts: readonly Column[], check: Checker): ImportedOption[] {
  const once = check.unique('duplicate-option');
  const read = rows.map(({ line, cells }) => {
    const place = check.place(line, 1);
    const name = check.text(cells[0] ?? '', BOUNDS.name, place);
    if (isBlank(cells[0] ?? '')) check.fail('empty-name', place);
    once(name, place);
    const values = facts.map(({ at, name: label }) => ({
      label,
      value: check.text(cells[at] ?? '', BOUNDS.factValue, check.place(line, at + 1)),
    }));
    return { name, facts: values.filter(({ value }) => value !== '') };
  });
  const ids = idsFor(
    read.map(({ name }) => name),
    'option',
  );
  return read.map((option, at) => ({ id: ids[at] ?? '', ...option }));
}

/** What has no room on a board; looked at before anything else, so that a huge table costs nothing. */
function overflow(
  table: Table,
  rows: readonly TableRow[],
  columns: Readonly<Record<'facts' | 'criteria', readonly number[]>>,
  limits: Pick<BoardLimits, 'options' | 'criteria'>,
  check: Checker,
): void {
  const row = rows[limits.options];
  if (row !== undefined) check.fail('too-many-options', check.place(row.line, 1), { limit: limits.options });
  const bounded = [
    [columns.criteria, limits.criteria],
    [columns.facts, BOUNDS.factsPerOption],
  ] as const;
  for (const [list, limit] of bounded) {
    const extra = list[limit];
    if (extra !== undefined) check.fail('too-many-columns', check.place(table.headerLine, extra + 1), { limit });
  }
}

/**
 * The options, facts and criteria that a table holds under a mapping, within the bounds of a board; or the first errors.
 * Rows without any text are left out, and so are the cells of criteria: scores come from ballots, never from a file.
 */
export function boardFromTable(
  table: Table,
  mapping: Mapping,
  limits: Pick<BoardLimits, 'options' | 'criteria'> = DEFAULT_BOARD_LIMITS,
): BoardRead {
  const check = new Checker(table);
  const rows = table.rows.filter(({ cells }) => !cells.every(isBlank));
  if (rows.length === 0) return { ok: false, errors: [{ code: 'no-options', line: table.headerLine }] };
  const used = (use: ColumnUse) => table.header.flatMap((_, at) => (at > 0 && mapping[at - 1] === use ? [at] : []));
  const columns = { facts: used('fact'), criteria: used('criterion') };
  overflow(table, rows, columns, limits, check);
  if (check.errors.length > 0) return { ok: false, errors: check.errors };
  const criteria = criteriaOf(table, columns.criteria, check);
  const options = optionsOf(rows, factColumns(table, columns.facts, check), check);
  if (check.errors.length > 0) return { ok: false, errors: check.errors.slice(0, MOST_TABLE_ERRORS) };
  return { ok: true, board: { options, criteria } };
}
