// The store in memory: the short reference that the other stores are measured against. Nothing survives the process.
import type { Event } from '../../shared/board/events.ts';
import type { HistoryPoint, HistoryPoints } from '../../shared/history-points.ts';
import { sentenceOf } from './store-refused.ts';
import type { AccessRecord, BallotChange, Commit, CommandAnswer, CommitOutcome, NewBoard, Store } from './store.ts';
import { withoutText } from '../../shared/board/redaction.ts';
import { closedBox, emptyBox, withHeld } from './memory-notes.ts';
import type { LinkedBallot, RecordAddition, StoredBoard, StoredBox, StoredNoteBox } from './store.ts';

interface KeptBoard {
  readonly board: string;
  readonly code: string;
  readonly access: AccessRecord;
  readonly events: readonly Event[];
  readonly snapshot?: { readonly revision: number; readonly body: string };
  readonly tokens: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, CommandAnswer>;
  readonly boxes: readonly StoredBox[];
  readonly points: HistoryPoints;
  readonly record: readonly { readonly update: string; readonly at: string }[];
  readonly noteBoxes: readonly StoredNoteBox[];
}

const textually = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function appended(log: readonly Event[], events: readonly Event[]): readonly Event[] {
  for (const [index, { revision }] of events.entries()) {
    if (revision !== log.length + 1 + index)
      throw new Error(`event ${revision} does not follow revision ${log.length}`);
  }
  return [...log, ...events];
}

function withBallot(box: StoredBox, { member, next, receipt, version }: BallotChange): StoredBox {
  const before = box.linked.find((ballot) => ballot.member === member);
  const others = box.linked.filter((ballot) => ballot !== before);
  const kept = receipt ?? before?.receipt;
  const ballot: LinkedBallot[] = next ? [{ ...next, member, ...(kept !== undefined && { receipt: kept }) }] : [];
  return { ...box, version, linked: [...others, ...ballot].sort((a, b) => textually(a.member, b.member)) };
}

function ended(box: StoredBox, unlink: boolean): StoredBox {
  if (!unlink) return { ...box, open: false };
  const loose = box.linked.map(({ receipt, ballot }) => {
    if (receipt === undefined) throw new Error('a ballot without a receipt cannot lose its voter');
    return { receipt, ballot };
  });
  return { ...box, open: false, linked: [], loose: loose.sort((a, b) => textually(a.receipt, b.receipt)) };
}

/** The board after the commit, or undefined for a conflict. */
function changed(kept: KeptBoard, commit: Commit): KeptBoard | undefined {
  const { events, command, ballot, opens, held, closes, publishes, redacts, admits } = commit;
  let { boxes, noteBoxes } = kept;
  const change = (round: string, by: (box: StoredBox) => StoredBox): boolean => {
    const open = boxes.find((box) => box.round === round && box.open);
    boxes = boxes.map((box) => (box === open ? by(box) : box));
    return open !== undefined;
  };
  if (kept.events.length !== commit.expected) return undefined;
  if (opens !== undefined) {
    if (boxes.some((box) => box.round === opens.round)) return undefined;
    const { round, tieSeed, holdsNotes } = opens;
    boxes = [...boxes, { round, tieSeed, open: true, version: 0, linked: [], loose: [] }];
    if (holdsNotes === true) noteBoxes = [...noteBoxes, emptyBox(round)];
  }
  if (ballot !== undefined) {
    const box = boxes.find(({ round }) => round === ballot.round);
    if (box?.version !== ballot.version - 1) return undefined;
    if (!change(ballot.round, (open) => withBallot(open, ballot))) return undefined;
  }
  if (held !== undefined) {
    const after = withHeld(noteBoxes, held);
    if (after === undefined) return undefined;
    noteBoxes = after;
  }
  if (closes !== undefined) {
    if (!change(closes.round, (box) => ended(box, closes.unlink))) return undefined;
    noteBoxes = closedBox(noteBoxes, closes.round, closes.unlinkNotes === true);
  }
  if (publishes !== undefined) {
    if (!noteBoxes.some(({ round, open }) => round === publishes && !open)) return undefined;
    noteBoxes = noteBoxes.filter(({ round }) => round !== publishes);
  }
  if (admits !== undefined && kept.tokens.has(admits.member)) return undefined;
  const log = appended(kept.events, events);
  // A redaction takes the snapshot with it.
  const { snapshot, ...rest } = kept;
  return {
    ...rest,
    ...(snapshot !== undefined && redacts === undefined && { snapshot }),
    events: redacts === undefined ? log : log.map((event) => withoutText(event, redacts)),
    boxes,
    access: commit.access ?? kept.access,
    noteBoxes,
    tokens: admits === undefined ? kept.tokens : new Map([...kept.tokens, [admits.member, admits.tokenHash]]),
    answers: command === undefined ? kept.answers : new Map([...kept.answers, [command.hash, command.answer]]),
  };
}

export class MemoryStore implements Store {
  readonly epoch: string;
  readonly #boards = new Map<string, KeptBoard>();

  constructor(epoch: string) {
    this.epoch = epoch;
  }

  async create({ board, code, access, events, record }: NewBoard): Promise<'created' | 'exists' | 'code-taken'> {
    if (this.#boards.has(board)) return 'exists';
    if ((await this.boardOfCode(code)) !== undefined) return 'code-taken';
    const empty = { tokens: new Map(), answers: new Map(), boxes: [], noteBoxes: [], points: {} };
    const written = record === undefined ? [] : [{ update: record, at: events[0]?.at ?? '' }];
    this.#boards.set(board, { board, code, access, events: appended([], events), record: written, ...empty });
    return 'created';
  }

  async load(board: string): Promise<StoredBoard | undefined> {
    const kept = this.#boards.get(board);
    if (kept === undefined) return undefined;
    const { answers: _, points: _points, record: _record, ...stored } = kept;
    return { ...stored, events: kept.events.slice(kept.snapshot?.revision ?? 0) };
  }

  async boardOfCode(code: string): Promise<string | undefined> {
    return [...this.#boards.values()].find((kept) => kept.code === code)?.board;
  }

  async eventsAfter(board: string, revision: number): Promise<readonly Event[]> {
    return this.#boards.get(board)?.events.slice(revision) ?? [];
  }

  async answers(board: string, hashes: readonly string[]): Promise<ReadonlyMap<string, CommandAnswer>> {
    const asked = new Set(hashes);
    return new Map([...(this.#boards.get(board)?.answers ?? [])].filter(([hash]) => asked.has(hash)));
  }

  async commit(commits: readonly Commit[]): Promise<readonly CommitOutcome[]> {
    return commits.map((commit) => this.#commitOne(commit));
  }

  async keepSnapshot(board: string, revision: number, body: string): Promise<void> {
    const kept = this.#boards.get(board);
    if (kept === undefined || (kept.snapshot?.revision ?? 0) >= revision) return;
    if (kept.events.slice(revision).some(({ type }) => type === 'note.redacted')) return;
    this.#boards.set(board, { ...kept, snapshot: { revision, body } });
  }

  async keepPoint(board: string, round: string, point: HistoryPoint): Promise<void> {
    const kept = this.#boards.get(board);
    const before = kept?.points[round] ?? [];
    if (kept === undefined || before.some(({ version }) => version === point.version)) return;
    const points = [...before, point].sort((a, b) => a.version - b.version);
    this.#boards.set(board, { ...kept, points: { ...kept.points, [round]: points } });
  }

  async points(board: string): Promise<HistoryPoints> {
    return this.#boards.get(board)?.points ?? {};
  }

  async record(board: string): Promise<readonly string[]> {
    return this.#boards.get(board)?.record.map(({ update }) => update) ?? [];
  }

  async addToRecord(additions: readonly RecordAddition[]): Promise<readonly boolean[]> {
    return additions.map(({ board, update, at }) => {
      const kept = this.#boards.get(board);
      if (kept !== undefined) this.#boards.set(board, { ...kept, record: [...kept.record, { update, at }] });
      return kept !== undefined;
    });
  }

  async mergeRecord(board: string, count: number, update: string): Promise<void> {
    const kept = this.#boards.get(board);
    const last = kept?.record[count - 1];
    if (kept === undefined || last === undefined) return;
    this.#boards.set(board, { ...kept, record: [{ update, at: last.at }, ...kept.record.slice(count)] });
  }

  async unusedSince(at: string): Promise<readonly string[]> {
    const unused = ({ events, boxes, record }: KeptBoard): boolean =>
      (events.at(-1)?.at ?? '') < at && (record.at(-1)?.at ?? '') < at && !boxes.some(({ open }) => open);
    return [...this.#boards.values()].filter(unused).map(({ board }) => board);
  }

  async erase(board: string): Promise<boolean> {
    return this.#boards.delete(board);
  }

  async close(): Promise<void> {
    this.#boards.clear();
  }

  #commitOne(commit: Commit): CommitOutcome {
    const kept = this.#boards.get(commit.board);
    if (kept === undefined) return { kind: 'conflict' };
    const answer = commit.command && kept.answers.get(commit.command.hash);
    if (answer !== undefined) return { kind: 'duplicate', answer };
    try {
      const next = changed(kept, commit);
      if (next === undefined) return { kind: 'conflict' };
      this.#boards.set(commit.board, next);
      return { kind: 'committed' };
    } catch (error) {
      return { kind: 'failed', why: sentenceOf(error) };
    }
  }
}

/** @param epoch stays the same for the life of the store */
export const createMemoryStore = ({ epoch = 'memory' }: { epoch?: string } = {}): Store => new MemoryStore(epoch);
