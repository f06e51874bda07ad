// What a whole board looks like in a file, bounded. Fields that this release does not know are left out.
import * as z from 'zod/mini';
import {
  agendaFields,
  dateSchema,
  entrySchema,
  memberNameSchema,
  nameSchema,
  noteKindSchema,
  phaseSchema,
  questionSchema,
  targetSchema,
  titleSchema,
  viewNameSchema,
  weightSchema,
} from '../board/commands.ts';
import { BOUNDS } from '../bounds.ts';
import { idSchema, readCode, textSchema, urlSchema } from '../ids.ts';
import { recordTextsSchema } from '../record/record.ts';
import { LANGUAGES } from '../rejections.ts';
import { hex, roundSchema, timeSchema } from './round-schema.ts';

const optional = z.exactOptional;
const removed = optional(z.literal(true));
/** Removed things are kept, and a server may have raised its limits: the file is bounded a good deal higher. */
const listOf = <T extends z.ZodMiniType>(item: T, max: number) => z.array(item).check(z.maxLength(max));
const MOST_MEMBERS = 100_000;
const MOST_NOTES = 100_000;

const factSchema = z.object({
  label: textSchema(BOUNDS.factLabel, 1),
  value: textSchema(BOUNDS.factValue, 1),
  source: optional(urlSchema(BOUNDS.url)),
  asOf: optional(dateSchema),
});

export const optionSchema = z.object({
  id: idSchema,
  name: nameSchema,
  summary: optional(textSchema(BOUNDS.summary)),
  url: optional(urlSchema(BOUNDS.url)),
  facts: listOf(factSchema, BOUNDS.factsPerOption),
  removed,
});

export const criterionSchema = z.object({
  id: idSchema,
  name: nameSchema,
  description: optional(textSchema(BOUNDS.description)),
  low: optional(textSchema(BOUNDS.scaleEnd)),
  high: optional(textSchema(BOUNDS.scaleEnd)),
  weight: weightSchema,
  mustHave: optional(z.number().check(z.minimum(0), z.maximum(5))),
  removed,
});

export const memberSchema = z.object({
  id: idSchema,
  name: memberNameSchema,
  role: z.enum(['facilitator', 'voter']),
  waiting: optional(z.literal(true)),
  guest: optional(z.literal(true)),
  removed,
});

export const noteSchema = z
  .object({
    id: idSchema,
    target: targetSchema,
    kind: noteKindSchema,
    text: textSchema(BOUNDS.note),
    by: optional(idSchema),
    at: timeSchema,
    editedAt: optional(timeSchema),
    parent: optional(idSchema),
    support: listOf(idSchema, MOST_MEMBERS),
    resolved: optional(z.literal(true)),
    removed,
    redacted: optional(z.object({ hash: hex, at: timeSchema, by: optional(idSchema) })),
  })
  // Only a note whose text was redacted has none.
  .check(z.refine(({ text, redacted }) => (text === '') === (redacted !== undefined), { path: ['text'] }));

export const decisionSchema = z.object({
  options: listOf(idSchema, BOUNDS.options),
  status: z.enum(['proposed', 'accepted', 'rejected', 'superseded']),
  summary: textSchema(BOUNDS.decisionSummary),
  round: optional(idSchema),
  deciders: optional(listOf(idSchema, MOST_MEMBERS)),
  reviewOn: optional(dateSchema),
  supersededBy: optional(z.object({ board: idSchema, title: titleSchema })),
  at: timeSchema,
  by: optional(idSchema),
});

const previousSchema = z.object({
  board: idSchema,
  title: titleSchema,
  decision: optional(z.omit(decisionSchema, { deciders: true, supersededBy: true, by: true })),
  at: timeSchema,
});

const agendaItemSchema = z.object({ ...agendaFields, startedAt: optional(timeSchema) });
const timerSchema = z.object({ startedAt: timeSchema, endsAt: timeSchema, item: optional(idSchema) });
const ledSchema = z.object({
  view: viewNameSchema,
  target: optional(targetSchema),
  note: optional(idSchema),
  by: optional(idSchema),
  at: timeSchema,
});

export const snapshotSchema = z.object({
  id: idSchema,
  code: z.string().check(
    z.maxLength(16),
    z.refine((text) => readCode(text) !== undefined),
  ),
  title: titleSchema,
  question: questionSchema,
  language: z.enum(LANGUAGES),
  phase: phaseSchema,
  entry: entrySchema,
  locked: z.boolean(),
  approval: optional(z.literal(true)),
  createdAt: timeSchema,
  options: listOf(optionSchema, 2 * BOUNDS.options),
  criteria: listOf(criterionSchema, 2 * BOUNDS.criteria),
  members: listOf(memberSchema, MOST_MEMBERS),
  notes: listOf(noteSchema, MOST_NOTES),
  rounds: listOf(roundSchema, 10_000),
  decision: optional(decisionSchema),
  agenda: optional(listOf(agendaItemSchema, BOUNDS.agendaItems)),
  timer: optional(timerSchema),
  led: optional(ledSchema),
  previous: optional(previousSchema),
});

/** The parts of an export that an import reads; the rest of the file is for recounting. */
export const exportSchema = z.object({
  format: z.literal('palabre/1'),
  exportedAt: timeSchema,
  snapshot: snapshotSchema,
  record: optional(recordTextsSchema),
});
