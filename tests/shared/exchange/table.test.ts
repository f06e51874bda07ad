// Reading pasted tables: CSV, Markdown and JSON into the same rows of cells, or errors with their place.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecord, writeCsv } from '../../../shared/exchange/csv.ts';
import type { TableError, TableErrorCode } from '../../../shared/exchange/table-errors.ts';
import { boardFromTable, suggestMapping } from '../../../shared/exchange/mapping.ts';
import { TABLE_FORMATS, readTable, sniffFormat } from '../../../shared/exchange/table.ts';
import type { Table, TableFormat } from '../../../shared/exchange/table.ts';

function tableIn(text: string, format?: TableFormat): Table {
  const read = readTable(text, format);
  if (!read.ok || read.kind !== 'table') throw new Error(`no table: ${JSON.stringify(read)}`);
  return read.table;
}

const gridOf = ({ header, rows }: Table) => [header, ...rows.map(({ cells }) => cells)];

function errorsIn(text: string, format?: TableFormat): readonly TableError[] {
  const read = readTable(text, format);
  return read.ok ? [] : read.errors;
}

describe('CSV', () => {
  test.each([
    ['commas', 'Option,Licence\nFlask,BSD'],
    ['semicolons', 'Option;Licence\nFlask;BSD'],
    ['tabs', 'Option\tLicence\nFlask\tBSD'],
    ['CRLF', 'Option,Licence\r\nFlask,BSD\r\n'],
    ['old Mac line ends', 'Option,Licence\rFlask,BSD\r'],
    ['a byte order mark', '\uFEFFOption,Licence\nFlask,BSD'],
    ['a byte order mark before a quote', '\uFEFF"Option","Licence"\n"Flask","BSD"'],
    ['a line that names the separator', 'sep=;\r\nOption;Licence\r\nFlask;BSD'],
    ['blank lines around', '\n\nOption,Licence\n\nFlask,BSD\n  \n'],
    ['blank cells beyond the header', 'Option,Licence\nFlask,BSD,,\n'],
    ['spaces around a quoted cell', 'Option, "Licence" \nFlask, "BSD"'],
  ])('is read with %s', (_, text) => {
    expect(gridOf(tableIn(text))).toEqual([
      ['Option', 'Licence'],
      ['Flask', 'BSD'],
    ]);
  });

  test('takes the separator that the header has most of, outside quotes', () => {
    expect(tableIn('"a,b,c";d\n1;2').header).toEqual(['a,b,c', 'd']);
    expect(tableIn('Cost (in €, net);Size;Age\n1,5;2;3').header).toEqual(['Cost (in €, net)', 'Size', 'Age']);
  });

  test('reads doubled quotes, separators and line breaks inside quotes', () => {
    const table = tableIn('name,says\nA,"one ""two"", three\r\nfour"\nB,five');
    expect(table.rows).toEqual([
      { line: 2, cells: ['A', 'one "two", three\r\nfour'] },
      { line: 4, cells: ['B', 'five'] },
    ]);
  });

  test('a quotation mark inside an unquoted cell is a plain character', () => {
    expect(gridOf(tableIn('name,size\ndisk,5" wide'))[1]).toEqual(['disk', '5" wide']);
  });

  test('a list of names alone is a table of one column', () => {
    expect(gridOf(tableIn('Option\nFlask, the small one\nDjango'))).toEqual([
      ['Option'],
      ['Flask, the small one'],
      ['Django'],
    ]);
  });

  test.each<[string, TableError]>([
    ['a,b\n1,"two\n3,4', { code: 'unclosed-quote', line: 2, column: 2 }],
    ['a,b\n"1"x,2', { code: 'stray-quote', line: 2, column: 1 }],
    ['a,b\n"x\ny",2\n"1"x,2', { code: 'stray-quote', line: 4, column: 1 }],
    ['a,b\n1,2\n3', { code: 'ragged-row', line: 3, found: 1, limit: 2 }],
    ['a,b\n1,2,3', { code: 'ragged-row', line: 2, found: 3, limit: 2 }],
    [' ,\n1,2', { code: 'no-header', line: 1 }],
    ['', { code: 'empty', line: 1 }],
    ['\uFEFF \n\n', { code: 'empty', line: 1 }],
  ])('%j is refused with its place', (text, error) => {
    expect(errorsIn(text, 'csv')).toEqual([error]);
  });

  test('every ragged row is named, up to twenty', () => {
    expect(errorsIn('a,b\n1\n2\n3,4\n5').map(({ line }) => line)).toEqual([2, 3, 5]);
    expect(errorsIn(`a,b\n${'1\n'.repeat(50)}`)).toHaveLength(20);
  });

  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', ' ', '\uFEFF', 'a', '|', '='), maxLength: 8 }),
  );
  const grid = fc
    .integer({ min: 1, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
    .filter(([header]) => header?.some((text) => text.trim() !== '') === true);

  test.each([',', ';', '\t'] as const)('any table written with %j is read back with the same cells', (separator) => {
    fc.assert(
      fc.property(grid, (cells) => {
        expect(gridOf(tableIn(writeCsv(cells, separator), 'csv'))).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });

  test('a record is quoted only where it must be', () => {
    expect(csvRecord(['a b', '', '1"', 'x,y', ' z'])).toBe('a b,,"1""","x,y"," z"');
    expect(csvRecord([''])).toBe('""');
  });
});

describe('Markdown', () => {
  test('is read with or without pipes at the edges, whatever the alignment', () => {
    const wanted = [
      ['Option', 'Licence', 'Age'],
      ['Flask', 'BSD', '16'],
    ];
    expect(gridOf(tableIn('| Option | Licence | Age |\n|---|:--:|--:|\n| Flask | BSD | 16 |'))).toEqual(wanted);
    expect(gridOf(tableIn('Option | Licence | Age\n:- | - | -\nFlask | BSD | 16'))).toEqual(wanted);
    expect(gridOf(tableIn('  |Option|Licence|Age\r\n  |---|---|---\r\n  |Flask|BSD|16'))).toEqual(wanted);
  });

  test('leaves out the prose around it and counts lines in the whole text', () => {
    const table = tableIn(
      '# Which one?\n\nWe looked | at these:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\nThat is all.\n\n| not | this |',
    );
    expect(table.headerLine).toBe(5);
    expect(table.rows).toEqual([
      { line: 7, cells: ['1', '2'] },
      { line: 8, cells: ['3', '4'] },
    ]);
  });

  test('keeps escaped pipes and undoes the other escapes', () => {
    expect(gridOf(tableIn('| a\\|b | c |\n|-|-|\n| \\*x\\* | C:\\dir |\n| y \\\\| z |'))).toEqual([
      ['a|b', 'c'],
      ['*x*', 'C:\\dir'],
      ['y \\', 'z'],
    ]);
  });

  test('fills short rows, and refuses text beyond the header', () => {
    expect(tableIn('| a | b |\n|-|-|\n| 1 |').rows).toEqual([{ line: 3, cells: ['1', ''] }]);
    expect(errorsIn('| a | b |\n|-|-|\n| 1 | 2 | 3 |')).toEqual([{ code: 'ragged-row', line: 3, found: 3, limit: 2 }]);
  });

  test('keeps empty cells at the end of a row', () => {
    expect(tableIn('| a | b |\n|-|-|\n| 1 | |').rows[0]?.cells).toEqual(['1', '']);
  });

  test('one column is a table too', () => {
    expect(gridOf(tableIn('| Option |\n| --- |\n| Flask |'))).toEqual([['Option'], ['Flask']]);
  });

  test('a heading over dashes is not a table', () => {
    expect(errorsIn('Title\n---\ntext', 'markdown')).toEqual([{ code: 'not-a-table', line: 1 }]);
    expect(errorsIn('either | or\n---\ntext', 'markdown')).toEqual([{ code: 'not-a-table', line: 1 }]);
  });

  test('an alignment row of another width is refused', () => {
    expect(errorsIn('| a | b |\n|-|\n| 1 | 2 |')).toEqual([{ code: 'ragged-row', line: 2, found: 1, limit: 2 }]);
  });
});

describe('JSON', () => {
  test('takes the keys of the first object as header and values as text', () => {
    const table = tableIn('[{"name":"Flask","year":2010,"async":false,"note":null},{"year":2005,"name":"Django"}]');
    expect(gridOf(table)).toEqual([
      ['name', 'year', 'async', 'note'],
      ['Flask', '2010', 'false', ''],
      ['Django', '2005', '', ''],
    ]);
    expect(table.format).toBe('json');
  });

  test('an export of a whole board is told apart', () => {
    expect(readTable('{"format":"palabre/1","snapshot":{}}')).toEqual({ ok: true, kind: 'palabre-export' });
    expect(readTable('\uFEFF{"format":"palabre/1"}', 'json')).toEqual({ ok: true, kind: 'palabre-export' });
  });

  test('keys that every object inherits are ordinary keys', () => {
    expect(gridOf(tableIn('[{"name":"A","constructor":"x","__proto__":"y"},{"name":"B"}]'))).toEqual([
      ['name', 'constructor', '__proto__'],
      ['A', 'x', 'y'],
      ['B', '', ''],
    ]);
  });

  test.each<[string, TableErrorCode]>([
    ['{"format":"palabre/2"}', 'not-a-table'],
    ['[1, 2]', 'not-a-table'],
    ['"text"', 'not-a-table'],
    ['[]', 'empty'],
    ['[{"a":1},', 'not-json'],
    ['[{}]', 'no-header'],
    ['[{"a":1},{"b":2}]', 'unknown-key'],
    ['[{"a":[1]}]', 'nested-value'],
  ])('%s is refused as %s', (text, code) => {
    expect(errorsIn(text, 'json').map((error) => error.code)).toEqual([code]);
  });
});

describe('the format', () => {
  test.each<[string, TableFormat]>([
    ['[{"a":1}]', 'json'],
    [' {"format":"palabre/1"}', 'json'],
    ['[draft],b\n1,2', 'csv'],
    ['| a |\n|---|', 'markdown'],
    ['a|b\n1|2', 'csv'],
    ['a,b', 'csv'],
  ])('of %j is taken for %s', (text, format) => {
    expect(sniffFormat(text)).toBe(format);
  });
});

describe('hostile text', () => {
  const SIZE = 64 * 1024;
  const units = [
    '"',
    '|',
    '\\|',
    '|\n',
    '-|',
    ',',
    '\n',
    '",',
    '"\n',
    '[',
    '{',
    '[[',
    '- ',
    ' ',
    '(',
    '(weight ',
    ':-',
    '\uD800',
    '\0',
    'a,',
    '|-|\n',
    '\u0315\u0300',
  ];
  const texts = [
    ...units.map((unit) => unit.repeat(Math.floor(SIZE / unit.length))),
    `${'|'.repeat(10_000)}\n${'-|'.repeat(10_000)}\n${'|\n'.repeat(15_000)}`,
    `${'a|'.repeat(190)}\n${'-|'.repeat(190)}\n${'|\n'.repeat(30_000)}`,
    `a${' '.repeat(SIZE)}(weight 3,b\nx,y`,
    `name,${'(weight '.repeat(8000)}\nx,y`,
    `name,cost\na${'\u0315\u0300'.repeat(SIZE / 2)},y`,
    `[{"a":1${',"a":1'.repeat(9000)}},${'{},'.repeat(5000)}{}]`,
  ];

  test('with more columns or rows than any board could use is refused early', () => {
    const wide = `${'a|'.repeat(201)}\n${'-|'.repeat(201)}\n${'|\n'.repeat(10)}`;
    expect(errorsIn(wide)).toEqual([{ code: 'too-many-columns', line: 1, limit: 200 }]);
    expect(errorsIn(`a\n${'x\n'.repeat(2001)}`)).toEqual([{ code: 'too-many-options', line: 2002, limit: 100 }]);
    const keys = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, 1]));
    expect(errorsIn(JSON.stringify([keys]))).toMatchObject([{ code: 'too-many-columns', limit: 200 }]);
  });

  test('never throws and never takes long', () => {
    const start = performance.now();
    for (const text of texts) {
      for (const format of [undefined, ...TABLE_FORMATS]) {
        const read = readTable(text, format);
        if (read.ok && read.kind === 'table') boardFromTable(read.table, suggestMapping(read.table));
      }
    }
    expect(performance.now() - start).toBeLessThan(100 * texts.length);
  });

  test('of any kind gives a table or errors, whatever the format', () => {
    const junk = fc.string({
      unit: fc.constantFrom(
        '"',
        '|',
        ',',
        ';',
        '\t',
        '\n',
        '\r',
        '-',
        ':',
        '\\',
        ' ',
        'a',
        '5',
        '(',
        '{',
        '}',
        '[',
        ']',
        '\uD800',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(junk, fc.constantFrom(undefined, ...TABLE_FORMATS), (text, format) => {
        const read = readTable(text, format);
        const table = read.ok && read.kind === 'table' ? read.table : undefined;
        const board = table && boardFromTable(table, suggestMapping(table));
        const errors = [read, board].flatMap((one) => (one === undefined || one.ok ? [] : [one.errors.length]));
        expect(errors.every((count) => count > 0 && count <= 20)).toBe(true);
        expect(table?.rows.every(({ cells }) => cells.length === table.header.length)).not.toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
