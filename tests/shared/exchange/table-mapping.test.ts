// From a table to a board: what columns look like, and what becomes of them within a board's bounds.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOUNDS } from '../../../shared/bounds.ts';
import { writeCsv } from '../../../shared/exchange/csv.ts';
import { boardFromTable, suggestMapping } from '../../../shared/exchange/mapping.ts';
import type { ColumnUse, Mapping } from '../../../shared/exchange/mapping.ts';
import { idsFor, slug } from '../../../shared/exchange/slug.ts';
import { TABLE_ERRORS, tableErrorSentence } from '../../../shared/exchange/table-errors.ts';
import type { TableError, TableErrorCode } from '../../../shared/exchange/table-errors.ts';
import { readTable } from '../../../shared/exchange/table.ts';
import type { Table } from '../../../shared/exchange/table.ts';
import { isId } from '../../../shared/ids.ts';
import { LANGUAGES } from '../../../shared/rejections.ts';

const tableOf = (header: readonly string[], ...rows: readonly (readonly string[])[]): Table => ({
  format: 'csv',
  header,
  headerLine: 1,
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
});

const boardOf = (table: Table, mapping: Mapping) => {
  const read = boardFromTable(table, mapping);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.board;
};

const errorsOf = (table: Table, mapping: Mapping): readonly TableError[] => {
  const read = boardFromTable(table, mapping);
  return read.ok ? [] : read.errors;
};

describe('the suggested mapping', () => {
  test.each<[string, string, readonly string[], ColumnUse]>([
    ['scores from 0 to 5', 'Speed', ['0', '5', '3,5', '2.25', '4/5', '?', ''], 'criterion'],
    ['an empty column', 'Speed', ['', '', '', '', '', '', ''], 'criterion'],
    ['text', 'Licence', ['BSD', '', '', '', '', '', ''], 'fact'],
    ['numbers beyond 5', 'Stars', ['4', '6', '', '', '', '', ''], 'fact'],
    ['more than 5 by a fraction', 'Speed', ['5,5', '', '', '', '', '', ''], 'fact'],
    ['negative numbers', 'Speed', ['-1', '', '', '', '', '', ''], 'fact'],
    ['a weight in the heading', 'Coût (poids 3)', ['bas', '', '', '', '', '', ''], 'criterion'],
    ['no heading', ' ', ['x', '', '', '', '', '', ''], 'nothing'],
  ])('takes a column with %s for what it is', (_, heading, cells, use) => {
    const rows = cells.map((cell, at) => [`option ${at}`, cell]);
    expect(suggestMapping(tableOf(['Option', heading], ...rows))).toEqual([use]);
  });
});

describe('the board', () => {
  test('has an option a row, facts from fact columns, criteria from headings, and no score', () => {
    const table = tableOf(
      ['Option', 'Licence', 'Speed (weight 3)', 'Coût'],
      [' Flask ', 'BSD', '4', ''],
      ['Django', '', '3', ''],
    );
    expect(boardOf(table, suggestMapping(table))).toEqual({
      options: [
        { id: 'flask', name: 'Flask', facts: [{ label: 'Licence', value: 'BSD' }] },
        { id: 'django', name: 'Django', facts: [] },
      ],
      criteria: [
        { id: 'speed', name: 'Speed', weight: 3 },
        { id: 'cout', name: 'Coût', weight: 1 },
      ],
    });
  });

  test('follows the mapping it is given: a column of scores may be a fact, or nothing', () => {
    const table = tableOf(['Option', 'Speed (weight 3)', 'Notes'], ['Flask', '4', 'fine']);
    expect(boardOf(table, ['fact', 'nothing'])).toEqual({
      options: [{ id: 'flask', name: 'Flask', facts: [{ label: 'Speed (weight 3)', value: '4' }] }],
      criteria: [],
    });
    expect(boardOf(table, [])).toEqual({ options: [{ id: 'flask', name: 'Flask', facts: [] }], criteria: [] });
  });

  test('leaves out rows without any text and tidies spaces and accents', () => {
    const table = tableOf(['Option', 'Age'], ['', ' '], ['Cafe\u0301\n  noir', 'ten\tyears']);
    expect(boardOf(table, ['fact']).options).toEqual([
      { id: 'cafe-noir', name: 'Café noir', facts: [{ label: 'Age', value: 'ten years' }] },
    ]);
  });

  test.each([
    ['Cost (weight 3)', 'Cost', 3],
    ['Coût (poids 3)', 'Coût', 3],
    ['Coût (poids : 2,5)', 'Coût', 2.5],
    ['Coût [Poids\u00A0:\u00A04]', 'Coût', 4],
    ['Cost (net) (weight=0)', 'Cost (net)', 0],
    ['Cost (weight: 100)', 'Cost', 100],
    ['Cost (net)', 'Cost (net)', 1],
    ['Cost (weighted)', 'Cost (weighted)', 1],
    ['Weight', 'Weight', 1],
  ])('reads %j as a criterion called %j of weight %d', (heading, name, weight) => {
    expect(boardOf(tableOf(['Option', heading], ['A', '']), ['criterion']).criteria).toMatchObject([{ name, weight }]);
  });

  test.each(['Cost (weight 101)', 'Cost (weight high)', 'Cost (weight -1)', 'Cost (weight)'])(
    'refuses %j',
    (heading) => {
      expect(errorsOf(tableOf(['Option', heading], ['A', '']), ['criterion'])).toMatchObject([
        { code: 'bad-weight', line: 1, column: 2 },
      ]);
    },
  );

  test('bounds may be lowered by the server', () => {
    const table = tableOf(['Option', 'Speed'], ['A', ''], ['B', '']);
    expect(boardFromTable(table, ['criterion'], { options: 1, criteria: 0 })).toEqual({
      ok: false,
      errors: [
        { code: 'too-many-options', line: 3, column: 1, limit: 1 },
        { code: 'too-many-columns', line: 1, column: 2, limit: 0 },
      ],
    });
  });

  test('errors in JSON count items', () => {
    const read = readTable('[{"name":"A"},{"name":"a"}]');
    const table = read.ok && read.kind === 'table' ? read.table : tableOf([]);
    const [error] = errorsOf(table, []);
    expect(error).toEqual({ code: 'duplicate-option', line: 2, column: 1, item: true, name: 'a' });
    expect(error && tableErrorSentence(error, 'en')).toBe('Item 2, column 1: The option “a” is there twice.');
  });
});

describe('ids', () => {
  test('are slugs of the names, valid, used once, and the same each time', () => {
    const names = [
      'web.py',
      'Œuvre d’été',
      'C',
      'C++',
      'C#',
      '日本',
      'Привет',
      'constructor',
      'Option 6',
      '---',
      'x'.repeat(80),
    ];
    const ids = idsFor(names, 'option');
    expect(ids).toEqual([
      'web-py',
      'oeuvre-d-ete',
      'c',
      'c-2',
      'c-3',
      'option-6',
      'option-7',
      'option-8',
      'option-6-2',
      'option-10',
      'x'.repeat(48),
    ]);
    expect(idsFor(names, 'option')).toEqual(ids);
  });

  test('of any names are valid and unique', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 80 }), { maxLength: 40 }), (names) => {
        const ids = idsFor(names, 'option');
        expect(ids.every(isId)).toBe(true);
        expect(new Set(ids).size).toBe(names.length);
      }),
    );
  });

  test('end in no dash when cut', () => {
    expect(slug(`${'a'.repeat(47)} b`)).toBe('a'.repeat(47));
  });
});

const isCode = (key: string): key is TableErrorCode => key in TABLE_ERRORS;
const codes = Object.keys(TABLE_ERRORS).filter(isCode);
const long = 'x'.repeat(300);
const many = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`);
const errorsIn = (text: string, format?: 'csv' | 'markdown' | 'json', mapping?: Mapping): readonly TableError[] => {
  const read = readTable(text, format);
  if (!read.ok) return read.errors;
  return read.kind === 'table' ? errorsOf(read.table, mapping ?? suggestMapping(read.table)) : [];
};

describe('the list of errors', () => {
  const fact: Mapping = ['fact', 'fact'];

  const PRODUCED: Readonly<Record<TableErrorCode, () => readonly TableError[]>> = {
    empty: () => errorsIn(''),
    'not-a-table': () => errorsIn('prose', 'markdown'),
    'not-json': () => errorsIn('{', 'json'),
    'no-header': () => errorsIn(',\nA,1', 'csv'),
    'no-heading': () => errorsIn('Option,\nA,1', 'csv', ['criterion']),
    'no-options': () => errorsIn('Option,Speed'),
    'unclosed-quote': () => errorsIn('Option\n"A'),
    'stray-quote': () => errorsIn('Option\n"A"b'),
    'ragged-row': () => errorsIn('Option,Speed\nA'),
    'unknown-key': () => errorsIn('[{"a":1},{"b":1}]'),
    'nested-value': () => errorsIn('[{"a":{}}]'),
    'empty-name': () => errorsIn('Option,Licence\n ,BSD'),
    'duplicate-option': () => errorsIn('Option\nFlask\nFLASK'),
    'duplicate-column': () => errorsIn('Option,a,A\nFlask,x,y', 'csv', fact),
    'too-many-options': () => errorsIn(writeCsv(many(BOUNDS.options + 2).map((name) => [name]))),
    'too-many-columns': () => errorsIn(writeCsv([many(BOUNDS.criteria + 2), many(BOUNDS.criteria + 2).map(() => '1')])),
    'too-long': () => errorsIn(`Option,Licence\nA,${long}`),
    'bad-character': () => errorsIn('Option\nA\0'),
    'bad-weight': () => errorsIn('Option,Cost (weight 1000)\nA,1'),
  };

  test.each(codes)('%s is produced, and said in each language without a gap', (code) => {
    const error = PRODUCED[code]().find((one) => one.code === code);
    expect(error).toBeDefined();
    for (const language of LANGUAGES) {
      const sentence = error === undefined ? '' : tableErrorSentence(error, language);
      expect(sentence).toMatch(/^[A-ZÉ].*\.$/);
      expect(sentence).not.toMatch(/[{}?]|undefined/);
    }
  });

  test('a place is named first, and French spaces do not break', () => {
    const error: TableError = { code: 'ragged-row', line: 3, found: 1, limit: 2 };
    expect(tableErrorSentence(error, 'en')).toBe('Line 3: Cells in this row: 1; in the header: 2.');
    expect(tableErrorSentence(error, 'fr')).toBe(
      'Ligne 3\u00A0: Cellules dans cette ligne\u00A0: 1\u202F; dans l’en-tête\u00A0: 2.',
    );
    expect(tableErrorSentence({ code: 'empty', line: 1 }, 'fr')).toBe('Il n’y a rien à importer.');
  });

  test('a quoted name stays short', () => {
    const [error] = errorsIn(`Option,Cost (weight ${long})\nA,1`);
    expect(error?.name).toHaveLength(40);
  });

  test('the bounds hold at their edge and not beyond', () => {
    expect(errorsOf(tableOf(['Option'], ['🍪'.repeat(BOUNDS.name)]), [])).toEqual([]);
    expect(errorsOf(tableOf(['Option'], ['🍪'.repeat(BOUNDS.name + 1)]), [])).toMatchObject([
      { code: 'too-long', line: 2, column: 1, limit: BOUNDS.name },
    ]);
    const full = many(BOUNDS.options).map((one) => [one]);
    expect(errorsOf(tableOf(['Option'], ...full), [])).toEqual([]);
  });
});
