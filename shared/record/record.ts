// What people write into a board's record beside what the board itself knows: the texts, their bounds, who may write.
import * as z from 'zod/mini';
import type { Role } from '../board/board.ts';
import { textSchema, withoutPiles } from '../ids.ts';

/** The texts, in the order in which they are printed. Each is a text of its own in one shared document. */
export const RECORD_PARTS = ['context', 'outcome', 'consequences', 'confirmation', 'dissent', 'more'] as const;
export type RecordPart = (typeof RECORD_PARTS)[number];

/** What was written, as Markdown; a text that nobody has written is absent. */
export type RecordTexts = Partial<Readonly<Record<RecordPart, string>>>;

export const RECORD_BOUNDS = {
  /** Bytes of one update. */
  update: 32 * 1024,
  /** Bytes of the whole document, with what it remembers of deletions. */
  document: 256 * 1024,
  /** Characters of one text in a file that is imported. */
  text: 60_000,
} as const;

const base64Length = (bytes: number): number => 4 * Math.ceil(bytes / 3);
/** At most so many bytes, written as base64. */
export const base64Schema = (bytes: number) =>
  z
    .string()
    .check(
      z.maxLength(base64Length(bytes)),
      z.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
    );

/** `vector`: what one has already, as Yjs encodes it. */
export const recordOpenSchema = z.strictObject({ vector: z.optional(base64Schema(RECORD_BOUNDS.update)) });
export type RecordOpen = z.infer<typeof recordOpenSchema>;

export const recordUpdateSchema = z.strictObject({ update: base64Schema(RECORD_BOUNDS.update) });
export type RecordUpdate = z.infer<typeof recordUpdateSchema>;

export const recordCloseSchema = z.strictObject({});

/** What was lacking, and what the server has. */
export interface RecordOpened {
  readonly update: string;
  readonly vector: string;
}

export interface RecordRelay extends RecordUpdate {
  readonly board: string;
}

const recordTextSchema = z.exactOptional(textSchema(RECORD_BOUNDS.text));
/** The texts in a file. */
export const recordTextsSchema = z.object({
  context: recordTextSchema,
  outcome: recordTextSchema,
  consequences: recordTextSchema,
  confirmation: recordTextSchema,
  dissent: recordTextSchema,
  more: recordTextSchema,
});

/** Watchers read. */
export const mayWriteRecord = (role: Role): boolean => role !== 'watcher';

/** Texts as they may be kept and printed: without what no file should hold, and without empty ones. */
export function tidyTexts(raw: Readonly<Record<RecordPart, string>>): RecordTexts {
  const texts: { [Part in RecordPart]?: string } = {};
  for (const part of RECORD_PARTS) {
    // Everything below a space except tabs and line ends, and halves of surrogate pairs.
    const kept = raw[part].replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]|\p{Surrogate}/gu, '');
    const text = withoutPiles(kept).trim();
    if (text !== '') texts[part] = text;
  }
  return texts;
}
