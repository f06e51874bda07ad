// Every command as it comes over the wire: schemas first, types read off them, everything bounded.
import * as z from 'zod/mini';
import { BOUNDS } from '../bounds.ts';
import { idSchema, textSchema, urlSchema } from '../ids.ts';
import { METHODS, anyBallotSchema } from '../voting/ballots.ts';
import { RULES } from '../voting/method.ts';

export const targetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('board') }),
  z.strictObject({ kind: z.literal('option'), option: idSchema }),
  z.strictObject({ kind: z.literal('criterion'), criterion: idSchema }),
  z.strictObject({ kind: z.literal('cell'), option: idSchema, criterion: idSchema }),
]);

export const nameSchema = textSchema(BOUNDS.name, 1);
export const memberNameSchema = textSchema(BOUNDS.memberName, 1);
export const titleSchema = textSchema(BOUNDS.title, 1);
export const questionSchema = textSchema(BOUNDS.question);
const summary = textSchema(BOUNDS.summary);
const noteText = textSchema(BOUNDS.note, 1);
const scaleEnd = textSchema(BOUNDS.scaleEnd);
const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
export const weightSchema = z.number().check(z.minimum(0), z.maximum(100));
const mustHave = z.nullable(z.number().check(z.minimum(0), z.maximum(5)));
/** A date a person gave: year, month or day. */
export const dateSchema = z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/));
const ids = (max: number) => z.array(idSchema).check(z.maxLength(max));
export const noteKindSchema = z.enum(['pro', 'con', 'question', 'risk', 'evidence', 'note']);
export const phaseSchema = z.enum(['frame', 'discuss', 'vote', 'reveal', 'decide']);
export const entrySchema = z.enum(['voter', 'watcher', 'closed']);
/** Whether notes that a round holds back are signed when it is revealed. */
export const silentNotesSchema = z.enum(['signed', 'unsigned']);
export const secrecySchema = z.enum(['live', 'named', 'anonymous']);

const secondsSchema = whole(1, BOUNDS.timerSeconds);
export const agendaFields = {
  id: idSchema,
  title: textSchema(BOUNDS.title, 1),
  minutes: z.exactOptional(whole(1, BOUNDS.agendaMinutes)),
  target: z.exactOptional(targetSchema),
};
/** Views belong to the page; a page that does not know one stays where it is. */
export const viewNameSchema = z.string().check(z.regex(/^[a-z][a-z-]{0,31}$/));

const optionFields = { summary: z.optional(summary), url: z.optional(urlSchema(BOUNDS.url)) };
const criterionFields = {
  description: z.optional(textSchema(BOUNDS.description)),
  low: z.optional(scaleEnd),
  high: z.optional(scaleEnd),
  mustHave: z.optional(mustHave),
};

/** The fields of each command beside `id` and `type`. */
export const COMMAND_FIELDS = {
  'board.edit': {
    title: z.optional(titleSchema),
    question: z.optional(questionSchema),
    entry: z.optional(entrySchema),
    locked: z.optional(z.boolean()),
    approval: z.optional(z.boolean()),
    phase: z.optional(phaseSchema),
  },
  'option.add': { option: idSchema, name: nameSchema, ...optionFields },
  'option.edit': { option: idSchema, name: z.optional(nameSchema), ...optionFields },
  'option.remove': { option: idSchema },
  'option.restore': { option: idSchema },
  'option.move': { option: idSchema, after: z.nullable(idSchema) },
  'criterion.add': { criterion: idSchema, name: nameSchema, weight: weightSchema, ...criterionFields },
  'criterion.edit': {
    criterion: idSchema,
    name: z.optional(nameSchema),
    weight: z.optional(weightSchema),
    ...criterionFields,
  },
  'criterion.remove': { criterion: idSchema },
  'criterion.restore': { criterion: idSchema },
  'criterion.move': { criterion: idSchema, after: z.nullable(idSchema) },
  'fact.set': {
    option: idSchema,
    label: textSchema(BOUNDS.factLabel, 1),
    value: textSchema(BOUNDS.factValue, 1),
    source: z.optional(urlSchema(BOUNDS.url)),
    asOf: z.optional(dateSchema),
  },
  'fact.clear': { option: idSchema, label: textSchema(BOUNDS.factLabel, 1) },
  'round.open': {
    round: idSchema,
    method: z.enum(METHODS),
    secrecy: secrecySchema,
    rule: z.optional(z.enum(RULES)),
    prompt: z.optional(textSchema(BOUNDS.prompt)),
    options: z.optional(ids(BOUNDS.options).check(z.minLength(1))),
    criteria: z.optional(ids(BOUNDS.criteria).check(z.minLength(1))),
    cells: z.optional(
      z.array(z.tuple([idSchema, idSchema])).check(z.minLength(1), z.maxLength(BOUNDS.options * BOUNDS.criteria)),
    ),
    publish: z.optional(z.enum(['tally', 'ballots'])),
    seconds: z.optional(whole(1, BOUNDS.roundSeconds)),
    quorum: z.optional(whole(1, BOUNDS.members)),
    closeWhenAll: z.optional(z.boolean()),
    shuffle: z.optional(z.boolean()),
    threshold: z.optional(whole(0, 5)),
    dots: z.optional(whole(1, BOUNDS.dots)),
    stacking: z.optional(z.boolean()),
    proposal: z.optional(textSchema(BOUNDS.prompt, 1)),
    silentNotes: z.optional(silentNotesSchema),
  },
  'round.extend': { round: idSchema, seconds: whole(1, BOUNDS.roundSeconds) },
  'round.close': { round: idSchema, after: z.optional(whole(0, BOUNDS.closeNotice)) },
  'round.reveal': { round: idSchema },
  'ballot.cast': { round: idSchema, ballot: anyBallotSchema, done: z.optional(z.boolean()) },
  'ballot.withdraw': { round: idSchema, member: z.optional(idSchema) },
  'ballot.record': { round: idSchema, member: idSchema, ballot: anyBallotSchema, done: z.optional(z.boolean()) },
  'note.add': {
    note: idSchema,
    target: targetSchema,
    kind: noteKindSchema,
    text: noteText,
    parent: z.optional(idSchema),
  },
  'note.edit': { note: idSchema, text: noteText, kind: z.optional(noteKindSchema) },
  'note.remove': { note: idSchema },
  'note.restore': { note: idSchema },
  'note.resolve': { note: idSchema, on: z.boolean() },
  'note.support': { note: idSchema, on: z.boolean() },
  'note.redact': { note: idSchema },
  'note.hold': { round: idSchema, note: idSchema, target: targetSchema, kind: noteKindSchema, text: noteText },
  'note.discard': { note: idSchema },
  'member.rename': { name: memberNameSchema },
  'member.role': { member: idSchema, role: z.enum(['facilitator', 'voter']) },
  'member.remove': { member: idSchema },
  'member.admit': { member: idSchema },
  'member.add': { member: idSchema, name: memberNameSchema },
  'decision.set': {
    options: ids(BOUNDS.options),
    status: z.enum(['proposed', 'accepted', 'rejected', 'superseded']),
    summary: textSchema(BOUNDS.decisionSummary),
    round: z.optional(idSchema),
    deciders: z.optional(ids(BOUNDS.members)),
    reviewOn: z.optional(dateSchema),
    supersededBy: z.optional(z.strictObject({ board: idSchema, title: textSchema(BOUNDS.title, 1) })),
  },
  'agenda.set': { items: z.array(z.strictObject(agendaFields)).check(z.maxLength(BOUNDS.agendaItems)) },
  'timer.start': { seconds: secondsSchema, item: z.optional(idSchema) },
  'timer.extend': { seconds: secondsSchema },
  'timer.stop': {},
  'room.bring': { view: viewNameSchema, target: z.optional(targetSchema), note: z.optional(idSchema) },
  'room.release': {},
} as const;

export type CommandType = keyof typeof COMMAND_FIELDS;

/** Of an object without fields the schema library would infer one that allows none, not even a type. */
type FieldsOf<T extends CommandType> = [keyof (typeof COMMAND_FIELDS)[T]] extends [never]
  ? object
  : z.infer<z.ZodMiniObject<(typeof COMMAND_FIELDS)[T]>>;
/** One command of one type, its client-made id included. */
export type CommandOf<T extends CommandType> = { readonly id: string; readonly type: T } & Readonly<FieldsOf<T>>;
export type Command = { [T in CommandType]: CommandOf<T> }[CommandType];

export const commandSchemaOf = <T extends CommandType>(type: T) =>
  z.strictObject({ id: idSchema, type: z.literal(type), ...COMMAND_FIELDS[type] });
