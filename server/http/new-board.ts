// The body of `POST /api/boards` and what it makes a board begin with: a template, an imported file, or nothing yet.
import { parseWith } from '../../shared/board/parse.ts';
import { present } from '../../shared/board/board.ts';
import type { BoardLimits } from '../../shared/bounds.ts';
import { readExport } from '../../shared/exchange/import-json.ts';
import { boardFromTable, suggestMapping } from '../../shared/exchange/mapping.ts';
import type { TableError } from '../../shared/exchange/table-errors.ts';
import { readTable } from '../../shared/exchange/table.ts';
import type { Language } from '../../shared/rejections.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { type TemplateId, templateOf } from '../../shared/templates/templates.ts';
import { isoTime } from '../../shared/time.ts';
import type { NewBoardContent } from '../boards/boards.ts';
import { type ImportRequest, type NewBoardRequest, newBoardSchema } from './requests.ts';

export interface ParsedNewBoard {
  readonly id: string | undefined;
  readonly content: NewBoardContent;
}

/** A refusal of a table also says what is wrong with which line. */
export type NewBoardRefusal =
  | { readonly ok: false; readonly tableErrors: readonly TableError[] }
  | {
      readonly ok: false;
      readonly tableErrors?: undefined;
      readonly error: Extract<Result<never>, { ok: false }>['error'];
    };

type Read<T> = { readonly ok: true; readonly value: T } | NewBoardRefusal;
type Beginning = Partial<NewBoardContent>;

function fromTemplate(id: TemplateId, language: Language, now: number): Beginning {
  const { title, question, options, criteria, notes } = templateOf(id, language);
  const at = isoTime(now);
  return { title, question, options, criteria, notes: notes.map((note) => ({ ...note, at, support: [] })) };
}

function fromImport({ format, text, mapping = [] }: ImportRequest, limits: BoardLimits): Read<Beginning> {
  const read = readTable(text, format);
  if (!read.ok) return { ok: false, tableErrors: read.errors };
  if (read.kind === 'palabre-export') {
    const board = readExport(text);
    return board.ok ? board : reject(board.error.code, `import.text.${board.error.field ?? ''}`);
  }
  const uses = suggestMapping(read.table);
  for (const { column, as } of mapping) {
    if (column > uses.length) return reject('invalid', 'import.mapping');
    uses[column - 1] = as;
  }
  const made = boardFromTable(read.table, uses, limits);
  if (!made.ok) return { ok: false, tableErrors: made.errors };
  return ok(made.board);
}

function beginningOf(request: NewBoardRequest, language: Language, limits: BoardLimits, now: number): Read<Beginning> {
  if (request.import !== undefined) {
    return request.template === undefined ? fromImport(request.import, limits) : reject('invalid', 'template');
  }
  return ok(request.template === undefined ? {} : fromTemplate(request.template, language, now));
}

/** What does not fit into a board of this server. */
function overflow({ options, criteria, notes, rounds = [], members = [] }: NewBoardContent, limits: BoardLimits) {
  if (present<{ readonly removed?: true }>(options).length > limits.options) return 'options';
  if (present<{ readonly removed?: true }>(criteria).length > limits.criteria) return 'criteria';
  if (notes.length > limits.notes) return 'notes';
  if (rounds.length > limits.rounds) return 'rounds';
  return members.length > limits.members ? 'members' : undefined;
}

/**
 * The title may be left out where a template or an exported board brings its own; what is given holds over what was
 * brought along. `reader` is the language of whoever asks, for a board that names none.
 */
export function parseNewBoard(body: unknown, limits: BoardLimits, reader: Language, now: number): Read<ParsedNewBoard> {
  const parsed = parseWith(newBoardSchema, body);
  if (!parsed.ok) return parsed;
  const { id, title: givenTitle, question, language } = parsed.value;
  const beginning = beginningOf(parsed.value, language ?? reader, limits, now);
  if (!beginning.ok) return beginning;
  const title = givenTitle ?? beginning.value.title;
  if (title === undefined) return reject('invalid', 'title');
  const content: NewBoardContent = {
    options: [],
    criteria: [],
    notes: [],
    ...beginning.value,
    title,
    question: question ?? beginning.value.question ?? '',
    language: language ?? beginning.value.language ?? reader,
  };
  const full = overflow(content, limits);
  return full === undefined ? ok({ id, content }) : reject('too-many', full);
}
