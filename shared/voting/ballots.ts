// What one voter casts: one shape a method, as it comes over the wire and as it is kept.
import * as z from 'zod/mini';
import { BOUNDS } from '../bounds.ts';
import { idSchema, textSchema } from '../ids.ts';

export const METHODS = ['score', 'weights', 'dots', 'approval', 'ranking', 'consent'] as const;
export type MethodName = (typeof METHODS)[number];

const SCORES = [0, 1, 2, 3, 4, 5, 'unknown'] as const;
export type Score = (typeof SCORES)[number];
export const scoreSchema = z.literal(SCORES);
export const isScore = (value: unknown): value is Score => SCORES.includes(value as Score);

const count = z.int().check(z.minimum(0), z.maximum(1_000_000));
const few = (max: number) => z.refine<object>((record) => Object.keys(record).length <= max);

export const scoreBallotSchema = z.strictObject({
  cells: z
    .record(idSchema, z.record(idSchema, z.nullable(scoreSchema)).check(few(BOUNDS.criteria)))
    .check(few(BOUNDS.options)),
});
export const weightsBallotSchema = z.strictObject({ points: z.record(idSchema, count).check(few(BOUNDS.criteria)) });
export const dotsBallotSchema = z.strictObject({ dots: z.record(idSchema, count).check(few(BOUNDS.options)) });
export const approvalBallotSchema = z.strictObject({ approved: z.array(idSchema).check(z.maxLength(BOUNDS.options)) });
export const rankingBallotSchema = z.strictObject({
  ranking: z.array(z.array(idSchema).check(z.maxLength(BOUNDS.options))).check(z.maxLength(BOUNDS.options)),
});
export const consentBallotSchema = z.strictObject({
  fingers: z.int().check(z.minimum(0), z.maximum(5)),
  reason: z.optional(textSchema(BOUNDS.reason)),
});

/** A ballot as it arrives, of any method; whether it fits its round is the method's to say. */
export const anyBallotSchema = z.union([
  scoreBallotSchema,
  weightsBallotSchema,
  dotsBallotSchema,
  approvalBallotSchema,
  rankingBallotSchema,
  consentBallotSchema,
]);
export type GivenBallot = z.infer<typeof anyBallotSchema>;

export interface ScoreBallot {
  readonly cells: Readonly<Record<string, Readonly<Record<string, Score>>>>;
}
export interface WeightsBallot {
  readonly points: Readonly<Record<string, number>>;
}
export interface DotsBallot {
  readonly dots: Readonly<Record<string, number>>;
}
export interface ApprovalBallot {
  readonly approved: readonly string[];
}
export interface RankingBallot {
  readonly ranking: readonly (readonly string[])[];
}
export interface ConsentBallot {
  readonly fingers: number;
  readonly reason?: string;
}
/** A ballot as it is kept and counted. */
export type Ballot = ScoreBallot | WeightsBallot | DotsBallot | ApprovalBallot | RankingBallot | ConsentBallot;

/** What is in the ballot box for one voter and round. */
export interface StoredBallot {
  readonly ballot: Ballot;
  readonly done: boolean;
}
