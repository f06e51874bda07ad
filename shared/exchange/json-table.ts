// Reads a table written as a JSON array of flat objects, and tells it from an export of a whole board.
import { MOST_COLUMNS, MOST_TABLE_ERRORS, quoted } from './table-errors.ts';
import type { TableError } from './table-errors.ts';

export interface JsonItem {
  /** The number of the item in the array, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type JsonRead =
  | {
      readonly ok: true;
      readonly kind: 'items';
      readonly header: readonly string[];
      readonly items: readonly JsonItem[];
    }
  | { readonly ok: true; readonly kind: 'palabre-export' }
  | { readonly ok: false; readonly errors: readonly TableError[] };

type Item = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A plain value as text; undefined for what a cell cannot hold. */
function cellText(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

const fail = (code: TableError['code'], more: Partial<TableError> = {}): JsonRead => ({
  ok: false,
  errors: [{ code, line: 1, item: true, ...more }],
});

/** What is wrong with the keys and values of one item. */
function faultsIn(item: Item, line: number, keys: ReadonlySet<string>): TableError[] {
  return Object.entries(item).flatMap(([key, value]): TableError[] => {
    if (!keys.has(key)) return [{ code: 'unknown-key', line, name: quoted(key), item: true }];
    return cellText(value) === undefined ? [{ code: 'nested-value', line, name: quoted(key), item: true }] : [];
  });
}

export const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * The keys of the first object are the header; in later ones a key may be missing, but none may be new.
 * Keys that are whole numbers come first, as in every JavaScript object.
 */
export function readJsonTable(text: string): JsonRead {
  if (!isJson(text)) return fail('not-json');
  const value: unknown = JSON.parse(text);
  if (isObject(value) && value['format'] === 'palabre/1') return { ok: true, kind: 'palabre-export' };
  if (!Array.isArray(value)) return fail('not-a-table');
  if (value.length === 0) return fail('empty');
  const objects = value.filter(isObject);
  if (objects.length < value.length) return fail('not-a-table');
  const header = Object.keys(objects[0] ?? {});
  if (header.length > MOST_COLUMNS) return fail('too-many-columns', { limit: MOST_COLUMNS });
  const keys = new Set(header);
  const errors: TableError[] = [];
  for (const [at, item] of objects.entries()) {
    if (errors.length >= MOST_TABLE_ERRORS) break;
    errors.push(...faultsIn(item, at + 1, keys).slice(0, MOST_TABLE_ERRORS));
  }
  if (errors.length > 0) return { ok: false, errors: errors.slice(0, MOST_TABLE_ERRORS) };
  const items = objects.map((item, at) => ({
    line: at + 1,
    cells: header.map((key) => cellText(own(item, key)) ?? ''),
  }));
  return { ok: true, kind: 'items', header, items };
}

/** A value of the item itself: a key like `constructor` must not find what every object inherits. */
const own = (item: Item, key: string): unknown => (Object.hasOwn(item, key) ? item[key] : undefined);
