// Reads an exported board back: a file that anybody may have written becomes what a new board begins with, or a refusal.
import type { BoardCreated } from '../board/events.ts';
import type * as z from 'zod/mini';
import { parseWith } from '../board/parse.ts';
import type { Snapshot } from '../board/snapshot.ts';
import type { RecordTexts } from '../record/record.ts';
import { type Result, ok, reject } from '../result.ts';
import type { Round } from '../board/board.ts';
import { exportSchema } from './snapshot-schema.ts';

/** What a new board begins with; its id, code and first event are the server's to make. */
export interface ImportedBoard extends Omit<BoardCreated, 'type' | 'id' | 'code'> {
  /** What its record begins with; not part of the first event. */
  readonly record?: RecordTexts;
}

type Named = { readonly id: string };

/** The place of the first id that is there twice. */
const repeated = (things: readonly Named[]): number => {
  const seen = new Set<string>();
  return things.findIndex(({ id }) => seen.size === seen.add(id).size);
};

const LISTS = ['options', 'criteria', 'members', 'notes', 'rounds'] as const;

/** The path of the first thing that points to nothing or stands twice. */
function brokenLink(snapshot: Snapshot): string | undefined {
  for (const list of LISTS) {
    const at = repeated(snapshot[list]);
    if (at >= 0) return `${list}.${at}.id`;
  }
  const again = repeated(snapshot.agenda ?? []);
  if (again >= 0) return `agenda.${again}.id`;
  const known = new Map(LISTS.map((list) => [list, new Set(snapshot[list].map(({ id }) => id))]));
  const missing = (list: (typeof LISTS)[number], id: string | undefined) =>
    id !== undefined && known.get(list)?.has(id) !== true;
  // An answer comes after what it answers.
  const written = new Set<string>();
  for (const [at, { id, target, parent, by, support, redacted }] of snapshot.notes.entries()) {
    if ('option' in target && missing('options', target.option)) return `notes.${at}.target.option`;
    if ('criterion' in target && missing('criteria', target.criterion)) return `notes.${at}.target.criterion`;
    if (parent !== undefined && !written.has(parent)) return `notes.${at}.parent`;
    written.add(id);
    if (missing('members', by)) return `notes.${at}.by`;
    if (missing('members', redacted?.by)) return `notes.${at}.redacted.by`;
    if (support.some((member) => missing('members', member))) return `notes.${at}.support`;
  }
  for (const [at, { options, criteria }] of snapshot.rounds.entries()) {
    if (options.some((option) => missing('options', option))) return `rounds.${at}.options`;
    if (criteria.some(({ id }) => missing('criteria', id))) return `rounds.${at}.criteria`;
  }
  for (const [at, { target }] of (snapshot.agenda ?? []).entries()) {
    if (target === undefined) continue;
    if ('option' in target && missing('options', target.option)) return `agenda.${at}.target.option`;
    if ('criterion' in target && missing('criteria', target.criterion)) return `agenda.${at}.target.criterion`;
  }
  const { decision } = snapshot;
  if (decision?.options.some((option) => missing('options', option)) === true) return 'decision.options';
  if (missing('rounds', decision?.round)) return 'decision.round';
  if (decision?.deciders?.some((member) => missing('members', member)) === true) return 'decision.deciders';
  return undefined;
}

/** The ballots stay where they were cast, so an imported round is over: one that was open is closed. */
function importedRound(round: Round, exportedAt: string): Round {
  const ended = round.state === 'open' ? { state: 'closed' as const, closedAt: round.closesAt ?? exportedAt } : {};
  return { ...round, ...ended, imported: true };
}

/** The parts of a file that a board is made from. */
type ExportedFile = z.output<typeof exportSchema>;

/**
 * The board of a `palabre/1` file as it was, with every id in it leading somewhere. Refused as `invalid` with the path
 * of the first thing that was wrong, which is `format` for any other JSON.
 */
export function readExported(text: string): Result<ExportedFile> {
  let json: unknown;
  try {
    json = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return reject('invalid', 'json');
  }
  const parsed = parseWith(exportSchema, json);
  if (!parsed.ok) return parsed;
  const broken = brokenLink(parsed.value.snapshot);
  return broken === undefined ? parsed : reject('invalid', `snapshot.${broken}`);
}

/**
 * The content of a `palabre/1` file, for a board that goes on where it stood. Members keep their names and roles;
 * nobody's token comes along.
 */
export function readExport(text: string): Result<ImportedBoard> {
  const read = readExported(text);
  if (!read.ok) return read;
  const { exportedAt, record } = read.value;
  const snapshot: Snapshot = read.value.snapshot;
  // The meeting that was going on there is over: no clock runs on, and nobody leads.
  const { timer: _timer, led: _led, ...kept } = snapshot;
  const { id: _id, code: _code, createdAt: _createdAt, locked, members, rounds, decision, ...content } = kept;
  return ok({
    ...content,
    ...(locked && { locked: true as const }),
    ...(members.length > 0 && { members }),
    ...(rounds.length > 0 && { rounds: rounds.map((round) => importedRound(round, exportedAt)) }),
    ...(decision !== undefined && { decision }),
    ...(record !== undefined && { record }),
  });
}
