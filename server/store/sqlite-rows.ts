// What goes to the database thread and comes back: events and ballots as JSON text, made and read on the main side.
import type { Event } from '../../shared/board/events.ts';
import type { HeldChange, HeldNote } from '../../shared/board/held-notes.ts';
import type { StoredBallot } from '../../shared/voting/ballots.ts';
import type { HistoryPoint, HistoryPoints } from '../../shared/history-points.ts';
import type { BallotRow, BoxRow } from './sqlite-boxes.ts';
import type { PointRow } from './sqlite-points.ts';
import type { HeldRow, NoteBoxRow } from './sqlite-note-boxes.ts';
import type { AccessRecord, BallotChange, Commit, NewBoard, StoredBoard, StoredBox, StoredNoteBox } from './store.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface EventRow {
  readonly revision: number;
  readonly body: string;
}

export interface NewBoardRow extends Omit<NewBoard, 'events'> {
  readonly events: readonly EventRow[];
  readonly createdAt: string;
}

export interface CommitRow extends Omit<Commit, 'events' | 'ballot' | 'held'> {
  readonly events: readonly EventRow[];
  readonly ballot?: BallotRow;
  readonly held?: HeldRow;
}

/** Whether a commit takes something away for good. */
export const wipes = (commit: CommitRow): boolean =>
  commit.closes?.unlink === true || commit.closes?.unlinkNotes === true || commit.redacts !== undefined;

export interface BoardRow {
  readonly board: string;
  readonly code: string;
  readonly access: AccessRecord;
  readonly snapshot?: { readonly revision: number; readonly body: string };
  readonly events: readonly string[];
  readonly tokens: readonly (readonly [member: string, hash: string])[];
  readonly boxes: readonly BoxRow[];
  readonly noteBoxes: readonly NoteBoxRow[];
}

export const readEvent = (body: string): Event => JSON.parse(body);

const readBallot = (body: string): StoredBallot['ballot'] => JSON.parse(body);

const eventRows = (events: readonly Event[]): EventRow[] =>
  events.map((event) => ({ revision: event.revision, body: JSON.stringify(event) }));

export function ballotRow({ round, member, next, receipt, version }: BallotChange): BallotRow {
  const row: Mutable<BallotRow> = { round, member, version };
  if (next !== undefined) row.next = { done: next.done, body: JSON.stringify(next.ballot) };
  if (receipt !== undefined) row.receipt = receipt;
  return row;
}

export const newBoardRow = (board: NewBoard): NewBoardRow => ({
  ...board,
  events: eventRows(board.events),
  createdAt: board.events[0]?.at ?? '',
});

const heldRow = (change: HeldChange): HeldRow => {
  if (change.kind !== 'put') return change;
  const { note, ...body } = change.held;
  return { kind: 'put', round: change.round, member: change.member, note, body: JSON.stringify(body) };
};

export const commitRow = ({ events, ballot, held, ...commit }: Commit): CommitRow => ({
  ...commit,
  events: eventRows(events),
  ...(ballot !== undefined && { ballot: ballotRow(ballot) }),
  ...(held !== undefined && { held: heldRow(held) }),
});

export const pointRow = (round: string, point: HistoryPoint): PointRow => ({
  round,
  version: point.version,
  body: JSON.stringify(point),
});

export function pointsOf(rows: readonly PointRow[]): HistoryPoints {
  const points = new Map<string, HistoryPoint[]>();
  for (const { round, body } of rows) {
    const point: HistoryPoint = JSON.parse(body);
    const known = points.get(round);
    if (known === undefined) points.set(round, [point]);
    else known.push(point);
  }
  return Object.fromEntries(points);
}

const storedBox = (box: BoxRow): StoredBox => ({
  round: box.round,
  open: box.open === 1,
  version: box.version,
  tieSeed: box.tie_seed,
  linked: box.linked.map(({ member, receipt, done, body }) => ({
    member,
    ballot: readBallot(body),
    done: done === 1,
    ...(receipt !== null && { receipt }),
  })),
  loose: box.loose.map(({ receipt, body }) => ({ receipt, ballot: readBallot(body) })),
});

const storedNoteBox = ({ round, open, notes }: NoteBoxRow): StoredNoteBox => ({
  round,
  open: open === 1,
  notes: notes.map(({ note, member, body }) => ({
    note,
    ...(JSON.parse(body) as Omit<HeldNote, 'note'>),
    ...(member !== null && { member }),
  })),
});

export const storedBoard = ({ events, tokens, boxes, noteBoxes, ...board }: BoardRow): StoredBoard => ({
  ...board,
  events: events.map(readEvent),
  tokens: new Map(tokens),
  boxes: boxes.map(storedBox),
  noteBoxes: noteBoxes.map(storedNoteBox),
});
