// What a round, its tally and its result look like in a file. Bounded, because files come from anywhere.
import * as z from 'zod/mini';
import { BOUNDS } from '../bounds.ts';
import { secrecySchema, silentNotesSchema, weightSchema } from '../board/commands.ts';
import { idSchema, textSchema } from '../ids.ts';
import { METHODS } from '../voting/ballots.ts';
import { RULES } from '../voting/method.ts';

const whole = (min = 0, max = 1_000_000_000) => z.int().check(z.minimum(min), z.maximum(max));
const numbers = z.number().check(z.minimum(-1e12), z.maximum(1e12));
const few = (max: number) => z.refine<object>((record) => Object.keys(record).length <= max);
const listOf = <T extends z.ZodMiniType>(item: T, max: number) => z.array(item).check(z.maxLength(max));
const perId = <T extends z.ZodMiniType>(value: T, max = 2 * BOUNDS.options) =>
  z.record(idSchema, value).check(few(max));
const ids = listOf(idSchema, 2 * BOUNDS.options);
export const hex = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const optional = z.exactOptional;

export const timeSchema = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/));
const ruleSchema = z.enum(RULES);
const methodSchema = z.enum(METHODS);

export const tallySchema = z.union([
  z.object({ cells: perId(perId(listOf(whole(), 7).check(z.minLength(7)))) }),
  z.object({ points: perId(whole()) }),
  z.object({ dots: perId(whole()) }),
  z.object({ approvals: perId(whole()) }),
  z.object({ pairwise: perId(perId(whole())), firsts: perId(whole()) }),
  z.object({ fingers: listOf(whole(), 6).check(z.minLength(6)) }),
]);

export const progressSchema = z.object({
  cast: whole(),
  done: whole(),
  eligible: whole(),
  voted: optional(listOf(idSchema, 100_000)),
  recorded: optional(whole()),
});

export const roundResultSchema = z.object({
  round: idSchema,
  method: methodSchema,
  rule: ruleSchema,
  ballots: whole(),
  ranking: listOf(
    z.object({
      rank: whole(1),
      option: idSchema,
      value: z.nullable(numbers),
      knockedOut: optional(idSchema),
    }),
    2 * BOUNDS.options,
  ),
  winners: ids,
  order: ids,
  tieBroken: optional(z.enum(['head-to-head', 'margins', 'firsts', 'draw', 'earlier-round'])),
  otherRules: listOf(
    z.object({ rule: ruleSchema, winners: ids, ranking: listOf(ids, 2 * BOUNDS.options) }),
    RULES.length,
  ),
  pairwise: optional(perId(perId(whole()))),
  rounds: optional(
    listOf(z.object({ tallies: perId(numbers), eliminated: ids, exhausted: numbers }), 2 * BOUNDS.options),
  ),
  concerns: optional(listOf(textSchema(BOUNDS.reason), 100_000)),
  coverage: z.object({ asked: whole(), answered: whole(), unknown: whole() }),
  stands: optional(z.boolean()),
  fragility: optional(
    listOf(
      z.object({
        criterion: idSchema,
        weight: numbers,
        tipsAt: z.nullable(z.object({ weight: numbers, to: idSchema })),
      }),
      2 * BOUNDS.criteria,
    ),
  ),
  divided: optional(
    listOf(
      z.object({ option: idSchema, criterion: idSchema, spread: numbers, agreement: numbers, n: whole() }),
      4 * BOUNDS.options * BOUNDS.criteria,
    ),
  ),
  valid: optional(z.boolean()),
});

export const roundSchema = z.object({
  id: idSchema,
  method: methodSchema,
  rule: ruleSchema,
  secrecy: secrecySchema,
  publish: z.enum(['tally', 'ballots']),
  prompt: optional(textSchema(BOUNDS.prompt)),
  proposal: optional(textSchema(BOUNDS.prompt)),
  options: ids,
  withdrawn: optional(ids),
  criteria: listOf(
    z.object({
      id: idSchema,
      weight: weightSchema,
      mustHave: optional(z.number().check(z.minimum(0), z.maximum(5))),
    }),
    2 * BOUNDS.criteria,
  ),
  cells: optional(listOf(z.readonly(z.tuple([idSchema, idSchema])), 4 * BOUNDS.options * BOUNDS.criteria)),
  quorum: optional(whole(1)),
  threshold: optional(z.number().check(z.minimum(0), z.maximum(5))),
  dots: optional(whole(1, BOUNDS.dots)),
  stacking: optional(z.boolean()),
  closeWhenAll: optional(z.boolean()),
  shuffle: optional(z.boolean()),
  silentNotes: optional(silentNotesSchema),
  state: z.enum(['open', 'closed', 'revealed']),
  openedAt: timeSchema,
  closesAt: optional(timeSchema),
  closedAt: optional(timeSchema),
  revealedAt: optional(timeSchema),
  tieHash: z.string().check(z.maxLength(128)),
  tieSeed: optional(z.string().check(z.maxLength(128))),
  version: optional(whole()),
  progress: optional(progressSchema),
  tally: optional(tallySchema),
  result: optional(roundResultSchema),
  ballotsHash: optional(hex),
  imported: optional(z.literal(true)),
});
