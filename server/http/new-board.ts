// The body of `POST /api/boards` and what it makes a board begin with: a template, an imported file, another board, or
// nothing yet.
import { parseWith } from '../../shared/board/parse.ts';
import { present } from '../../shared/board/board.ts';
import type { BoardLimits } from '../../shared/bounds.ts';
import type { Snapshot } from '../../shared/board/snapshot.ts';
import { copiedBoard } from '../../shared/exchange/copy-board.ts';
import { readExport, readExported } from '../../shared/exchange/import-json.ts';
import { boardFromTable, suggestMapping } from '../../shared/exchange/mapping.ts';
import type { TableError } from '../../shared/exchange/table-errors.ts';
import { readTable } from '../../shared/exchange/table.ts';
import type { Language } from '../../shared/rejections.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { type TemplateId, templateOf } from '../../shared/templates/templates.ts';
import { isoTime } from '../../shared/time.ts';
import type { NewBoardContent } from '../boards/boards.ts';
import { type CopyRequest, type ImportRequest, type NewBoardRequest, newBoardSchema } from './requests.ts';

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

/** An exported board goes on where it stood, or its question is asked again. */
function fromExport({ text, redecide }: ImportRequest): Read<Beginning> {
  if (redecide !== true) {
    const board = readExport(text);
    return board.ok ? board : reject(board.error.code, `import.text.${board.error.field ?? ''}`);
  }
  const read = readExported(text);
  if (!read.ok) return reject(read.error.code, `import.text.${read.error.field ?? ''}`);
  return ok(copiedBoard(read.value.snapshot, { notes: true, redecide }, read.value.exportedAt));
}

function fromImport(asked: ImportRequest, limits: BoardLimits): Read<Beginning> {
  const { format, text, mapping = [] } = asked;
  const read = readTable(text, format);
  if (!read.ok) return { ok: false, tableErrors: read.errors };
  if (read.kind === 'palabre-export') return fromExport(asked);
  const uses = suggestMapping(read.table);
  for (const { column, as } of mapping) {
    if (column > uses.length) return reject('invalid', 'import.mapping');
    uses[column - 1] = as;
  }
  const made = boardFromTable(read.table, uses, limits);
  if (!made.ok) return { ok: false, tableErrors: made.errors };
  return ok(made.board);
}

/** Reads the board that is to be copied, for whoever asks. */
export type SourceOf = (board: string) => Promise<Result<Snapshot>>;

interface Asking {
  readonly limits: BoardLimits;
  /** The language of whoever asks, for a board that names none. */
  readonly reader: Language;
  readonly now: number;
  readonly sourceOf: SourceOf;
}

async function fromCopy({ board, notes, redecide }: CopyRequest, { sourceOf, now }: Asking): Promise<Read<Beginning>> {
  const source = await sourceOf(board);
  if (!source.ok) return source;
  return ok(copiedBoard(source.value, { notes, ...(redecide !== undefined && { redecide }) }, isoTime(now)));
}

async function beginningOf(request: NewBoardRequest, asking: Asking): Promise<Read<Beginning>> {
  const { template, copy, language } = request;
  if (request.import !== undefined && template !== undefined) return reject('invalid', 'template');
  if (copy !== undefined && (template !== undefined || request.import !== undefined)) return reject('invalid', 'copy');
  if (copy !== undefined) return fromCopy(copy, asking);
  if (request.import !== undefined) return fromImport(request.import, asking.limits);
  return ok(template === undefined ? {} : fromTemplate(template, language ?? asking.reader, asking.now));
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
 * The title may be left out where a template or another board brings its own; what is given holds over what was brought
 * along.
 */
export async function parseNewBoard(body: unknown, asking: Asking): Promise<Read<ParsedNewBoard>> {
  const parsed = parseWith(newBoardSchema, body);
  if (!parsed.ok) return parsed;
  const { id, title: givenTitle, question, language } = parsed.value;
  const beginning = await beginningOf(parsed.value, asking);
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
    language: language ?? beginning.value.language ?? asking.reader,
  };
  const full = overflow(content, asking.limits);
  return full === undefined ? ok({ id, content }) : reject('too-many', full);
}
