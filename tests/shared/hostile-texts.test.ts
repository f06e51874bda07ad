// No text that fits into a message, in whichever field, makes the one process that serves everybody think for long.
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { COMMAND_FIELDS, type CommandType, commandSchemaOf } from '../../shared/board/commands.ts';
import { joinSchema, presenceSchema } from '../../shared/protocol.ts';
import { recordCaretSchema } from '../../shared/record/carets.ts';
import { recordOpenSchema, recordUpdateSchema, tidyTexts } from '../../shared/record/record.ts';

const SIZE = 60_000;
/** Far above what reading takes, and far below what it took where a pattern looked again from every place. */
const MOST_MS = 1000;

const UNITS = [
  'a',
  ' ',
  '\t',
  '\n',
  '0',
  '-',
  '/',
  '=',
  'a-',
  'a ',
  'aA',
  '\u0301',
  '\u0315\u0300',
  '\uD800',
  '\0',
  '🌳',
];
const long = (unit: string): string => unit.repeat(SIZE / unit.length);
/** Of one thing again and again, alone and where it looks like something until its end. */
const TEXTS = UNITS.flatMap((unit) => [
  long(unit),
  `${long(unit)}\ta`,
  `x${long(unit)}!`,
  `http://${long(unit)}\ta`,
  `2026-${long(unit)}`,
]);

/** Every field of an object of the schema, the fields of what stands in it included, holding this text. */
function filled(schema: object, text: string): unknown {
  const { def } = (schema as { readonly _zod: { readonly def: Record<string, unknown> } })._zod;
  const inside = (name: string): unknown => filled(def[name] as object, text);
  switch (def['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def['shape'] as Record<string, object>).map(([name, field]) => [name, filled(field, text)]),
      );
    case 'array':
      return [inside('element')];
    case 'tuple':
      return (def['items'] as object[]).map((item) => filled(item, text));
    case 'record':
      return { [text]: inside('valueType') };
    case 'union':
      return filled((def['options'] as object[]).at(-1) ?? {}, text);
    case 'optional':
    case 'nullable':
      return inside('innerType');
    case 'literal':
      return (def['values'] as unknown[])[0];
    case 'pipe':
      return inside('in');
    case 'int':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return text;
  }
}

const commands = (Object.keys(COMMAND_FIELDS) as CommandType[]).map((type) => [type, commandSchemaOf(type)] as const);
const messages = [
  ['board:join', joinSchema],
  ['presence:set', presenceSchema],
  ['record:open', recordOpenSchema],
  ['record:update', recordUpdateSchema],
  ['record:caret', recordCaretSchema],
] as const;
const schemas: readonly (readonly [string, z.ZodMiniType])[] = [...commands, ...messages];

test.each(schemas)('%s is read or refused at once, whatever stands in its fields', (_name, schema) => {
  for (const text of TEXTS) {
    const message = filled(schema, text);
    const start = performance.now();
    z.safeParse(schema, message);
    expect(performance.now() - start, JSON.stringify(text.slice(0, 20))).toBeLessThan(MOST_MS);
  }
});

test('every text there is stands in one of those messages', () => {
  const names = schemas.flatMap(([, schema]) => Object.keys(filled(schema, 'T') as object));
  for (const name of ['url', 'source', 'text', 'title', 'summary', 'asOf', 'reviewOn', 'view', 'board', 'vector']) {
    expect(names).toContain(name);
  }
});

test('a record is tidied at once, and its piles of marks are cut to what a file takes back', () => {
  for (const text of TEXTS) {
    const start = performance.now();
    tidyTexts({ context: text, outcome: '', consequences: '', confirmation: '', dissent: '', more: '' });
    expect(performance.now() - start, JSON.stringify(text.slice(0, 20))).toBeLessThan(MOST_MS);
  }
  const piled = `x${'\u0323'.repeat(40)}y`;
  const { context } = tidyTexts({
    context: piled,
    outcome: '',
    consequences: '',
    confirmation: '',
    dissent: '',
    more: '',
  });
  expect(context).toBe(`x${'\u0323'.repeat(30)}y`);
});
