// The shapes on the wire as JSON Schema, made from the schemas that the doors parse with.
import * as z from 'zod/mini';
import {
  COMMAND_FIELDS,
  type CommandType,
  commandSchemaOf,
  noteKindSchema,
  targetSchema,
} from '../../shared/board/commands.ts';
import { progressSchema, roundResultSchema, tallySchema } from '../../shared/exchange/round-schema.ts';
import { snapshotSchema } from '../../shared/exchange/snapshot-schema.ts';
import { joinSchema, presenceSchema, syncSchema } from '../../shared/protocol.ts';
import { recordCaretSchema } from '../../shared/record/carets.ts';
import {
  recordCloseSchema,
  recordOpenSchema,
  recordTextsSchema,
  recordUpdateSchema,
} from '../../shared/record/record.ts';
import { REJECTIONS } from '../../shared/rejections.ts';
import { anyBallotSchema } from '../../shared/voting/ballots.ts';
import { keyChangeSchema, newBoardSchema, newMemberSchema } from './requests.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

function jsonSchema(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required: required.filter((name) => name in properties),
});
const text: JsonSchema = { type: 'string' };
const whole: JsonSchema = { type: 'integer', minimum: 0 };
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const mapOf = (values: JsonSchema): JsonSchema => ({ type: 'object', additionalProperties: values });
const keys = object({ facilitator: text, voter: text, watcher: text });
const lowerKeys = object({ voter: text, watcher: text }, []);

/** Each command with the fields it takes. */
const commands = (): JsonSchema => ({
  oneOf: (Object.keys(COMMAND_FIELDS) as CommandType[]).map((type) => ({
    title: type,
    ...jsonSchema(commandSchemaOf(type)),
  })),
});

const error: JsonSchema = {
  type: 'object',
  properties: {
    code: { type: 'string', enum: Object.keys(REJECTIONS) },
    message: { ...text, description: 'One sentence for people, in the language asked for.' },
    field: { ...text, description: 'What was wrong, as a path in the payload.' },
    retryAfter: { ...whole, description: 'Milliseconds.' },
  },
  required: ['code', 'message'],
};

const event: JsonSchema = {
  type: 'object',
  description: 'One event of the public log; the other fields are those of its command.',
  properties: {
    revision: { type: 'integer', minimum: 1 },
    at: { type: 'string', format: 'date-time' },
    by: { ...text, description: 'The member; absent where the server did it.' },
    type: { ...text, examples: ['option.added', 'round.opened', 'note.supported'] },
  },
  required: ['revision', 'at', 'type'],
};

const ok = { const: true };
const standing = { epoch: text, revision: whole, rounds: mapOf(ref('RoundState')) };
const catchUp: JsonSchema = {
  oneOf: [object({ snapshot: ref('Snapshot') }), object({ events: listOf(ref('Event')) })],
};
const syncAnswer: JsonSchema = { allOf: [object({ ok, ...standing }), catchUp] };
const heldNote = { note: text, target: jsonSchema(targetSchema), kind: jsonSchema(noteKindSchema), text };
const published: JsonSchema = object({ receipt: text, member: text, ballot: ref('Ballot') }, ['ballot']);

/** Every named shape of the protocol. */
export const wireSchemas = (): Record<string, JsonSchema> => ({
  Error: object({ ok: { const: false }, error }),
  Snapshot: jsonSchema(snapshotSchema),
  Event: event,
  Progress: jsonSchema(progressSchema),
  Tally: jsonSchema(tallySchema),
  RoundState: object({ since: whole, version: whole, progress: ref('Progress'), tally: { type: 'object' } }, [
    'since',
    'version',
    'progress',
  ]),
  Ballot: jsonSchema(anyBallotSchema),
  HeldNote: object(heldNote),
  OwnHeldNote: object({ round: text, ...heldNote }),
  Result: jsonSchema(roundResultSchema),
  Command: commands(),
  NewBoard: jsonSchema(newBoardSchema),
  NewMember: jsonSchema(newMemberSchema),
  KeyChange: jsonSchema(keyChangeSchema),
  RotatedKeys: object({ ok, revision: whole, keys, links: keys }),
  CreatedBoard: object({ id: text, code: text, keys, links: keys }),
  Board: object({ ...standing, snapshot: ref('Snapshot') }),
  Done: object({ ok, revision: whole, version: whole, receipt: text }, ['ok', 'revision']),
  Join: jsonSchema(joinSchema),
  Sync: jsonSchema(syncSchema),
  Presence: jsonSchema(presenceSchema),
  SyncAnswer: syncAnswer,
  JoinAnswer: {
    allOf: [
      syncAnswer,
      object(
        {
          board: text,
          you: object(
            { id: text, role: { enum: ['facilitator', 'voter', 'watcher'] }, name: text, waiting: { const: true } },
            ['role'],
          ),
          ballots: mapOf(ref('Ballot')),
          receipts: mapOf(text),
          held: listOf(ref('OwnHeldNote')),
          keys: lowerKeys,
          links: lowerKeys,
          serverTime: { type: 'string', format: 'date-time' },
        },
        ['board', 'you', 'ballots', 'receipts', 'held', 'serverTime'],
      ),
    ],
  },
  RoundBallots: object({ receipts: listOf(text), ballots: listOf(published) }, []),
  Export: object(
    {
      format: { const: 'palabre/1' },
      board: text,
      epoch: text,
      revision: whole,
      exportedAt: text,
      snapshot: ref('Snapshot'),
      events: listOf(ref('Event')),
      rounds: listOf(
        object(
          {
            id: text,
            state: { enum: ['open', 'closed', 'revealed'] },
            result: ref('Result'),
            tally: ref('Tally'),
            receipts: listOf(text),
            ballots: listOf(published),
          },
          ['id', 'state'],
        ),
      ),
      record: jsonSchema(recordTextsSchema),
      chain: object({ head: text }),
    },
    ['format', 'board', 'epoch', 'revision', 'exportedAt', 'snapshot', 'events', 'rounds', 'chain'],
  ),
  HistoryPoint: object({
    at: text,
    since: whole,
    version: whole,
    progress: object({ cast: whole, done: whole, eligible: whole }),
    tally: { type: 'object', description: 'Entries that changed since `since`, absolute values.' },
  }),
  History: object({
    board: text,
    epoch: text,
    revision: whole,
    events: listOf(ref('Event')),
    points: mapOf(listOf(ref('HistoryPoint'))),
  }),
  RecordOpen: jsonSchema(recordOpenSchema),
  RecordOpened: object({ ok, update: text, vector: text }),
  RecordUpdate: jsonSchema(recordUpdateSchema),
  RecordClose: jsonSchema(recordCloseSchema),
  RecordCaret: jsonSchema(recordCaretSchema),
  RecordCarets: object({
    board: text,
    carets: listOf(object({ member: text, part: text, anchor: text, head: text })),
  }),
  RecordRelay: object({ board: text, update: text }),
  Update: object({ board: text, from: whole, events: listOf(ref('Event')), rounds: mapOf(ref('RoundState')) }, [
    'board',
    'from',
    'events',
  ]),
  State: object({ board: text, ...standing, snapshot: ref('Snapshot') }),
  MyBallot: object({ round: text, ballot: { oneOf: [ref('Ballot'), { type: 'null' }] } }),
  MyHeldNote: object({ round: text, note: text, held: { oneOf: [ref('HeldNote'), { type: 'null' }] } }),
  PresenceUpdate: object(
    {
      board: text,
      here: object({ facilitators: whole, voters: whole, watchers: whole }),
      counts: object({ ready: whole, hands: whole, more: whole }),
      members: mapOf({ oneOf: [ref('Presence'), { type: 'null' }] }),
      hands: listOf(text),
    },
    ['board', 'here', 'counts'],
  ),
  Ended: object({ board: text, reason: { enum: ['erased', 'removed'] } }),
});
