// The closed list of what can be wrong with a pasted table: code → a sentence for people in each language.
import type { Language } from '../rejections.ts';

interface Sentences {
  readonly en: string;
  readonly fr: string;
  /** Whether the sentence is about the text as a whole, so that a line number would only confuse. */
  readonly whole?: true;
}

export const TABLE_ERRORS = {
  empty: { en: 'There is nothing to import.', fr: 'Il n’y a rien à importer.', whole: true },
  'not-a-table': {
    en: 'No table was found in this text.',
    fr: 'Aucun tableau de données n’a été trouvé dans ce texte.',
    whole: true,
  },
  'not-json': { en: 'This is not valid JSON.', fr: 'Ce n’est pas du JSON valide.', whole: true },
  'no-header': { en: 'The header row is empty.', fr: 'La ligne d’en-tête est vide.' },
  'no-heading': { en: 'This column has no heading.', fr: 'Cette colonne n’a pas d’en-tête.' },
  'no-options': {
    en: 'There is a header, but no option below it.',
    fr: 'Il y a un en-tête, mais aucune option en dessous.',
    whole: true,
  },
  'unclosed-quote': {
    en: 'A quotation mark is opened here and never closed.',
    fr: 'Un guillemet ouvert ici n’est jamais refermé.',
  },
  'stray-quote': {
    en: 'Text follows a closing quotation mark. Inside a quoted cell, write the mark twice.',
    fr: 'Du texte suit un guillemet fermant. Dans une cellule entre guillemets, doublez ce caractère.',
  },
  'ragged-row': {
    en: 'Cells in this row: {found}; in the header: {limit}.',
    fr: 'Cellules dans cette ligne : {found} ; dans l’en-tête : {limit}.',
  },
  'unknown-key': { en: 'The first item has no “{name}”.', fr: 'Le premier élément n’a pas de « {name} ».' },
  'nested-value': {
    en: '“{name}” is neither text nor a number.',
    fr: '« {name} » n’est ni un texte ni un nombre.',
  },
  'empty-name': {
    en: 'This option has no name: its first cell is empty.',
    fr: 'Cette option n’a pas de nom : sa première cellule est vide.',
  },
  'duplicate-option': { en: 'The option “{name}” is there twice.', fr: 'L’option « {name} » y est deux fois.' },
  'duplicate-column': { en: 'The column “{name}” is there twice.', fr: 'La colonne « {name} » y est deux fois.' },
  'too-many-options': {
    en: 'A board has room for {limit} options.',
    fr: 'Un tableau a de la place pour {limit} options.',
  },
  'too-many-columns': {
    en: 'There is room for {limit} columns of this kind.',
    fr: 'Il y a de la place pour {limit} colonnes de ce genre.',
  },
  'too-long': {
    en: 'This is longer than {limit} characters.',
    fr: 'Ceci dépasse {limit} caractères.',
  },
  'bad-character': {
    en: 'This contains a character that cannot be stored.',
    fr: 'Ceci contient un caractère qui ne peut pas être conservé.',
  },
  'bad-weight': {
    en: 'A weight is a number from 0 to 100, not “{name}”.',
    fr: 'Un poids est un nombre de 0 à 100, pas « {name} ».',
  },
} as const satisfies Record<string, Sentences>;

export type TableErrorCode = keyof typeof TABLE_ERRORS;

/** `line` and `column` count from 1; `column` counts cells. In JSON `line` is the number of the item. */
export interface TableError {
  readonly code: TableErrorCode;
  readonly line: number;
  readonly column?: number;
  readonly name?: string;
  readonly found?: number;
  readonly limit?: number;
  readonly item?: true;
}

/** More errors than this help nobody; what lies beyond is not looked at. */
export const MOST_TABLE_ERRORS = 20;

const LONGEST_NAME = 40;

/** More columns than a board could use; refused early, because short rows are filled up to the header's width. */
export const MOST_COLUMNS = 200;

/** Likewise more rows than any board has room for. */
export const MOST_ROWS = 2000;

/** A name as an error quotes it: short enough for one line. */
export function quoted(name: string): string {
  const points = Array.from(name.slice(0, 2 * LONGEST_NAME + 2));
  return points.length > LONGEST_NAME ? `${points.slice(0, LONGEST_NAME - 1).join('')}…` : name;
}

const PLACE = {
  en: { line: 'Line', item: 'Item', column: 'column', colon: ': ' },
  fr: { line: 'Ligne', item: 'Élément', column: 'colonne', colon: ' : ' },
} as const;

/** The sentence of an error, led by where it is: `Line 3, column 2: …`. */
export function tableErrorSentence(error: TableError, language: Language): string {
  const reason: Sentences = TABLE_ERRORS[error.code];
  const values: Readonly<Record<string, string | number | undefined>> = {
    name: error.name,
    found: error.found,
    limit: error.limit,
  };
  const sentence = reason[language].replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? '?'));
  if (reason.whole === true) return sentence;
  const words = PLACE[language];
  const column = error.column === undefined ? '' : `, ${words.column} ${error.column}`;
  return `${error.item === true ? words.item : words.line} ${error.line}${column}${words.colon}${sentence}`;
}
