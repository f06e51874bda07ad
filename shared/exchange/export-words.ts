// The words that a board's files are written with, in the board's language; how numbers and times are written.
import type { Language } from '../rejections.ts';
import { words as english } from './export-words.en.ts';
import { words as french } from './export-words.fr.ts';

/** A word that is missing in one language does not compile. */
export type ExportWords = typeof english;

const WORDS: Readonly<Record<Language, ExportWords>> = { en: english, fr: french };
export const wordsOf = (language: Language): ExportWords => WORDS[language];

/** A number with at most `digits` decimals and the language's decimal mark. */
export const numberText = (value: number, words: ExportWords, digits = 4): string =>
  String(Number(value.toFixed(digits))).replace('.', words.point);

/** A share from 0 to 1 as a percentage, as the page writes it: `17%`; in French with a narrow space that never breaks. */
export const percentText = (share: number, words: ExportWords, digits: number): string =>
  `${numberText(share * 100, words, digits)}${words.percent}`;

/** `2026-11-23 09:00 UTC`: the same in every language and time zone. */
export const timeText = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
