// The fingerprint of everything that a client may send. When it changes, look at what changed: where a page that is
// still open would be misread by the new server, or misread it, raise PROTOCOL_VERSION; then write the new fingerprint
// here. A field that may be absent, or a command that is new, needs no new version.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { COMMAND_FIELDS, type CommandType, commandSchemaOf } from '../../shared/board/commands.ts';
import { PROTOCOL_VERSION, joinSchema, presenceSchema, syncSchema, tokenSchema } from '../../shared/protocol.ts';
import { recordCaretSchema } from '../../shared/record/carets.ts';
import { recordCloseSchema, recordOpenSchema, recordUpdateSchema } from '../../shared/record/record.ts';
import { canonicalJson } from '../../shared/voting/round-count.ts';

const described = (schema: z.core.$ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
const fingerprint = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 16);

const commands = Object.fromEntries(
  (Object.keys(COMMAND_FIELDS) as CommandType[]).map((type) => [type, described(commandSchemaOf(type))]),
);

const record = [recordOpenSchema, recordUpdateSchema, recordCaretSchema, recordCloseSchema].map(described);

test('what clients may send has not changed without anybody looking', () => {
  const messages = { join: described(joinSchema), sync: described(syncSchema), presence: described(presenceSchema) };
  expect({ version: PROTOCOL_VERSION, commands: fingerprint(commands), messages: fingerprint(messages) }).toEqual({
    version: 1,
    commands: 'b845231902adba6a',
    messages: '6b3eb5a67b4cf3d2',
  });
});

test('what clients may send about the record has not changed without anybody looking', () => {
  expect({ version: PROTOCOL_VERSION, record: fingerprint(record) }).toEqual({
    version: 1,
    record: '61c27c5e555cea38',
  });
});

test('the commands are those of the contract', () => {
  expect(Object.keys(COMMAND_FIELDS)).toEqual([
    'board.edit',
    ...['add', 'edit', 'remove', 'restore', 'move'].map((verb) => `option.${verb}`),
    ...['add', 'edit', 'remove', 'restore', 'move'].map((verb) => `criterion.${verb}`),
    ...['set', 'clear'].map((verb) => `fact.${verb}`),
    ...['open', 'extend', 'close', 'reveal'].map((verb) => `round.${verb}`),
    ...['cast', 'withdraw', 'record'].map((verb) => `ballot.${verb}`),
    ...['add', 'edit', 'remove', 'restore', 'resolve', 'support', 'redact', 'hold', 'discard'].map(
      (verb) => `note.${verb}`,
    ),
    ...['rename', 'role', 'remove', 'admit', 'add'].map((verb) => `member.${verb}`),
    'decision.set',
    'agenda.set',
    ...['start', 'extend', 'stop'].map((verb) => `timer.${verb}`),
    ...['bring', 'release'].map((verb) => `room.${verb}`),
  ]);
});

test('every object that a client sends is closed: a field that nobody knows is refused', () => {
  const open: string[] = [];
  const look = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, additionalProperties } = value as { type?: unknown; additionalProperties?: unknown };
    if (type === 'object' && (additionalProperties === undefined || additionalProperties === true)) open.push(path);
    for (const [key, below] of Object.entries(value)) look(below, `${path}.${key}`);
  };
  look(
    {
      ...commands,
      record,
      join: described(joinSchema),
      sync: described(syncSchema),
      presence: described(presenceSchema),
    },
    '',
  );
  expect(open).toEqual([]);
});

test('a token has room for at least 128 random bits', () => {
  const takes = (text: string) => z.safeParse(tokenSchema, text).success;
  expect(takes('f'.repeat(32))).toBe(true);
  expect(takes('AAAAAAAAAAAAAAAAAAAAAA==')).toBe(true);
  expect(takes('x'.repeat(22))).toBe(true);
  expect(takes('x'.repeat(21))).toBe(false);
  expect(takes('x'.repeat(201))).toBe(false);
  expect(takes(`${'x'.repeat(30)} `)).toBe(false);
});
