// Where people write in the record at the moment: told to those who have it open, never kept.
import * as z from 'zod/mini';
import { RECORD_PARTS, base64Schema } from './record.ts';

/** A line of dissent may be written without a name, so nobody is ever shown writing there. */
export const CARET_PARTS = RECORD_PARTS.filter((part) => part !== 'dissent');
export type CaretPart = Exclude<(typeof RECORD_PARTS)[number], 'dissent'>;

export const CARET_BOUNDS = {
  /** Bytes of a place in a text. */
  place: 64,
  /** Of so many people at most it is told where they write: those who moved last. */
  told: 20,
} as const;

/** A place that moves along with the text around it, as Yjs encodes a relative position. */
const placeSchema = base64Schema(CARET_BOUNDS.place).check(z.minLength(1));

/** `head`: where one writes; `anchor`: where the selection began, the same place where nothing is selected. */
const caretSchema = z.strictObject({ part: z.enum(CARET_PARTS), anchor: placeSchema, head: placeSchema });
export type Caret = z.infer<typeof caretSchema>;

/** null: nowhere any more. */
export const recordCaretSchema = z.strictObject({ caret: z.nullable(caretSchema) });
export type RecordCaret = z.infer<typeof recordCaretSchema>;

export interface MemberCaret extends Caret {
  readonly member: string;
}

/** All there are; they take the place of those that were told before. */
export interface RecordCarets {
  readonly board: string;
  readonly carets: readonly MemberCaret[];
}
