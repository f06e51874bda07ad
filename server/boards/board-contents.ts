// What is known of one board: the folded log, the ballot and note boxes, the members' tokens and its keys. A board has
// two of these, its head (decided) and its committed state (on disk), and both change by the same commits.
import { type Board, roundOf } from '../../shared/board/board.ts';
import { fold } from '../../shared/board/evolve.ts';
import { type Snapshot, fromSnapshot } from '../../shared/board/snapshot.ts';
import type { AccessRecord, Commit, StoredBoard } from '../store/store.ts';
import { BallotBox } from './ballot-box.ts';
import { NoteBox } from './note-box.ts';

export class BoardContents {
  #board: Board;
  #access: AccessRecord;
  readonly #boxes: Map<string, BallotBox>;
  readonly #noteBoxes: Map<string, NoteBox>;
  readonly #tokens: Map<string, string>;

  constructor(
    board: Board,
    boxes: Iterable<BallotBox>,
    noteBoxes: Iterable<NoteBox>,
    tokens: ReadonlyMap<string, string>,
    access: AccessRecord,
  ) {
    this.#board = board;
    this.#access = access;
    this.#boxes = new Map(Array.from(boxes, (box) => [box.round, box]));
    this.#noteBoxes = new Map(Array.from(noteBoxes, (box) => [box.round, box]));
    this.#tokens = new Map(tokens);
  }

  static from(stored: StoredBoard): BoardContents {
    const { snapshot, events, boxes, noteBoxes, tokens } = stored;
    // A row of the store is a value of ours that was read back.
    const base = snapshot && fromSnapshot(JSON.parse(snapshot.body) as Snapshot, snapshot.revision);
    return new BoardContents(
      fold(events, base),
      boxes.map((box) => new BallotBox(box)),
      noteBoxes.map((box) => new NoteBox(box)),
      tokens,
      stored.access,
    );
  }

  get board(): Board {
    return this.#board;
  }

  /** What opens the board. */
  get access(): AccessRecord {
    return this.#access;
  }

  get revision(): number {
    return this.#board.revision;
  }

  box(round: string): BallotBox | undefined {
    return this.#boxes.get(round);
  }

  boxes(): Iterable<BallotBox> {
    return this.#boxes.values();
  }

  /** Of a round that holds notes back, until they are published. */
  noteBox(round: string): NoteBox | undefined {
    return this.#noteBoxes.get(round);
  }

  noteBoxes(): Iterable<NoteBox> {
    return this.#noteBoxes.values();
  }

  /** SHA-256 (hex) of a member's token. */
  tokenHash(member: string): string | undefined {
    return this.#tokens.get(member);
  }

  apply(commit: Commit): void {
    const { events, ballot, opens, closes, admits, access } = commit;
    if (events.length > 0) this.#board = fold(events, this.#board);
    if (opens !== undefined) {
      const { round, tieSeed } = opens;
      this.#boxes.set(round, new BallotBox({ round, tieSeed, open: true, version: 0, linked: [], loose: [] }));
    }
    if (ballot !== undefined) this.#boxes.get(ballot.round)?.change(ballot);
    if (closes !== undefined) this.#boxes.get(closes.round)?.close(closes.unlink);
    if (access !== undefined) this.#access = access;
    this.#applyToNotes(commit);
    if (admits !== undefined) this.#tokens.set(admits.member, admits.tokenHash);
  }

  #applyToNotes({ opens, held, closes, publishes }: Commit): void {
    const boxes = this.#noteBoxes;
    if (opens?.holdsNotes === true) boxes.set(opens.round, new NoteBox({ round: opens.round, open: true, notes: [] }));
    if (held?.kind === 'leave') for (const box of boxes.values()) box.change(held);
    else if (held !== undefined) boxes.get(held.round)?.change(held);
    if (closes !== undefined) boxes.get(closes.round)?.close(closes.unlinkNotes === true);
    if (publishes !== undefined) boxes.delete(publishes);
  }

  copy(): BoardContents {
    const boxes = Array.from(this.#boxes.values(), (box) => box.copy());
    const noteBoxes = Array.from(this.#noteBoxes.values(), (box) => box.copy());
    return new BoardContents(this.#board, boxes, noteBoxes, this.#tokens, this.#access);
  }

  /** Whether ballots of this round may be shown with their voters after the reveal. */
  isNamed(round: string): boolean {
    return roundOf(this.#board, round)?.secrecy === 'named';
  }
}
