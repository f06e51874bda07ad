// What a client may send about the record: open it, write in it, say where one writes, close it. Parse, check the session, hand over.
import { parseWith } from '../../shared/board/parse.ts';
import { recordCaretSchema } from '../../shared/record/carets.ts';
import { mayWriteRecord, recordCloseSchema, recordOpenSchema, recordUpdateSchema } from '../../shared/record/record.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import type { Records } from '../record/records.ts';
import { type Line, sessionOf } from './line.ts';
import type { RecordRooms } from './record-rooms.ts';

export interface RecordParts {
  readonly records: Records;
  readonly recordRooms: RecordRooms;
}

export async function openRecord(
  line: Line,
  payload: unknown,
  { records, recordRooms }: RecordParts,
): Promise<Result<object>> {
  const session = sessionOf(line);
  if (session === undefined) return reject('not-allowed');
  const parsed = parseWith(recordOpenSchema, payload ?? {});
  if (!parsed.ok) return parsed;
  return records.difference(session.board, parsed.value.vector, () => recordRooms.enter(line, session));
}

export async function writeRecord(
  line: Line,
  payload: unknown,
  { records, recordRooms }: RecordParts,
): Promise<Result<object>> {
  const session = sessionOf(line);
  if (session?.member === undefined || !mayWriteRecord(session.role)) return reject('not-allowed');
  const parsed = parseWith(recordUpdateSchema, payload);
  if (!parsed.ok) return parsed;
  const { board, member } = session;
  const { update } = parsed.value;
  return records.write({ board, member, update, kept: () => recordRooms.wrote(board, line, update) });
}

export function placeCaret(line: Line, payload: unknown, { recordRooms }: RecordParts): Result<object> {
  const session = sessionOf(line);
  if (session?.member === undefined || !mayWriteRecord(session.role)) return reject('not-allowed');
  if (line.data.record !== session.board) return reject('not-allowed');
  const parsed = parseWith(recordCaretSchema, payload);
  if (!parsed.ok) return parsed;
  recordRooms.caret(line, session.member, parsed.value.caret);
  return ok({});
}

export function closeRecord(line: Line, payload: unknown, { recordRooms }: RecordParts): Result<object> {
  const parsed = parseWith(recordCloseSchema, payload ?? {});
  if (!parsed.ok) return parsed;
  recordRooms.leave(line);
  return ok({});
}
