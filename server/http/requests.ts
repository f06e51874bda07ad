// The bodies that HTTP calls take, beside commands.
import * as z from 'zod/mini';
import { questionSchema, titleSchema } from '../../shared/board/commands.ts';
import { COLUMN_USES } from '../../shared/exchange/mapping.ts';
import { TABLE_FORMATS } from '../../shared/exchange/table.ts';
import { boardIdSchema } from '../../shared/ids.ts';
import { joinSchema, memberClaimSchema } from '../../shared/protocol.ts';
import { LANGUAGES } from '../../shared/rejections.ts';
import { TEMPLATE_IDS } from '../../shared/templates/templates.ts';

const column = z.int().check(z.minimum(1), z.maximum(500));

const importSchema = z.strictObject({
  format: z.enum(TABLE_FORMATS),
  text: z.string(),
  /** Of an exported board: the question is asked again, with the old results to stand against. */
  redecide: z.optional(z.boolean()),
  /** Columns count from 0, which holds the names. A column that is not named keeps the use it looks like. */
  mapping: z.optional(z.array(z.strictObject({ column, as: z.enum(COLUMN_USES) })).check(z.maxLength(500))),
});
export type ImportRequest = z.infer<typeof importSchema>;

const copySchema = z.strictObject({
  /** An id or a code. */
  board: z.string().check(z.minLength(1), z.maxLength(64)),
  notes: z._default(z.boolean(), false),
  redecide: z.optional(z.boolean()),
});
export type CopyRequest = z.infer<typeof copySchema>;

/** What `POST /api/boards` takes. */
export const newBoardSchema = z.strictObject({
  id: z.optional(boardIdSchema),
  title: z.optional(titleSchema),
  question: z.optional(questionSchema),
  language: z.optional(z.enum(LANGUAGES)),
  template: z.optional(z.enum(TEMPLATE_IDS)),
  import: z.optional(importSchema),
  /** Another board, read with the key or the member in the header. */
  copy: z.optional(copySchema),
});
export type NewBoardRequest = z.infer<typeof newBoardSchema>;

/** What `POST …/members` takes: a join without the board, which is in the address, and with a member. */
export const newMemberSchema = z.strictObject({
  ...z.omit(joinSchema, { board: true, member: true }).shape,
  member: memberClaimSchema,
});

/** A key that a browser made for itself: at least 128 random bits, in base64url, as links carry it. */
const ownKeySchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22,128}$/));

/** What `POST …/keys` takes: the role whose key is replaced, and for the highest the new key. */
export const keyChangeSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('facilitator'), key: ownKeySchema }),
  z.strictObject({ role: z.enum(['voter', 'watcher']) }),
]);
