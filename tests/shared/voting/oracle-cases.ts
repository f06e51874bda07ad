// Reads the published elections that lie under tests/fixtures/oracles; their README explains the fields.
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { electionSchema } from '../../../shared/voting/election.ts';

const groups = z.array(z.array(z.string()));
const numbers = z.record(z.string(), z.number());
const pairs = z.record(z.string(), numbers);
const known = z.object({
  winners: z.optional(z.array(z.string())),
  ranking: z.optional(groups),
  locked: z.optional(groups),
  put_winners: z.optional(z.array(z.string())),
  scores: z.optional(numbers),
  rounds: z.optional(z.array(numbers)),
  eliminated: z.optional(groups),
  strongest_paths: z.optional(pairs),
  pairwise: z.optional(pairs),
  matrix: z.optional(pairs),
  medians: z.optional(numbers),
  condorcet_winner: z.optional(z.nullable(z.string())),
  condorcet_loser: z.optional(z.nullable(z.string())),
  smith_set: z.optional(z.array(z.string())),
  schwartz_set: z.optional(z.array(z.string())),
});

const caseSchema = z.object({
  name: z.string(),
  method: z.string(),
  conventions: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  input: z.object({
    candidates: z.array(z.string()),
    ballots: z.optional(electionSchema.shape.ballots),
    pairwise: z.optional(pairs),
  }),
  expected: known,
  derived_by_checker: z.optional(known),
});
export type OracleCase = z.infer<typeof caseSchema>;

export const fixture = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/oracles/${file}`, import.meta.url), 'utf8'));

export const casesIn = (file: string): OracleCase[] =>
  z.object({ cases: z.array(caseSchema) }).parse(fixture(file)).cases;
