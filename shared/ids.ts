// Ids, codes and bounded text: what a string from outside must be before it is trusted.
import * as z from 'zod/mini';

const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Names found on every object would answer a look-up that should find nothing. */
const OBJECT_NAMES = new Set<string>(Object.getOwnPropertyNames(Object.prototype));

export const isId = (text: string): boolean => ID_PATTERN.test(text) && !OBJECT_NAMES.has(text);

export const idSchema = z.string().check(
  z.regex(ID_PATTERN),
  z.refine((text) => !OBJECT_NAMES.has(text)),
);

const CODE_SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight symbols of Crockford's base 32 from text typed by a person, or undefined. I and L read as 1, O as 0. */
export function readCode(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const symbols = text.replace(/[\s-]/g, '').toUpperCase().replace(/[IL]/g, '1').replace(/O/g, '0');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(symbols) ? symbols : undefined;
}

/** `7KQ2MX4P` as people read it: `7KQ2-MX4P`; a code that is written so already stays as it is. */
export const showCode = (code: string): string => {
  const symbols = code.replaceAll('-', '');
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
};

/** Eight code symbols from eight random bytes; each symbol takes five bits. */
export const codeFromBytes = (bytes: Uint8Array): string =>
  Array.from(bytes.slice(0, 8), (byte) => CODE_SYMBOLS[byte & 31]).join('');

/** A board is asked for by id or by code, so no id of a board may read as a code. */
export const boardIdSchema = idSchema.check(z.refine((text) => readCode(text) === undefined));

/** Unicode calls a text with longer runs no stream-safe one (UAX #15): nobody writes them, and sorting them takes long. */
const MOST_MARKS = 30;
const UNKEPT = new RegExp(`\\0|\\p{Surrogate}|\\p{M}{${MOST_MARKS + 1}}`, 'u');

/** Whether a text has what no text may: NUL, lone surrogates (no store keeps those), a pile of combining marks. */
export const hasUnkept = (text: string): boolean => UNKEPT.test(text);

/** Piles of combining marks cut to what may stand in a text. */
export const withoutPiles = (text: string): string => text.replace(PILES, '$1');
const PILES = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

/** Trimmed, NFC, between `min` and `max` code points, and without what no text may have. */
export const textSchema = (max: number, min = 0) =>
  z.string().check(
    // Looked at before anything is done with the text, which may be as long as a message.
    z.refine((text) => !hasUnkept(text), { abort: true }),
    z.trim(),
    z.normalize('NFC'),
    // Some marks come apart into two.
    z.refine((text) => !hasUnkept(text)),
    z.refine((text) => text.length <= max || Array.from(text).length <= max),
    z.refine((text) => text.length >= min),
  );

/** An address that a reader may follow: http or https only. */
export const urlSchema = (max: number) =>
  textSchema(max).check(z.refine((text) => text === '' || /^https?:\/\/[^\s/?#]\S*$/i.test(text)));
