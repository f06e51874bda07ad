// Owns what the server has confirmed of a board: the folded log, the numbers of its rounds, and where both stand.
import type { Board } from '../../shared/board/board.ts';
import { evolve, fold } from '../../shared/board/evolve.ts';
import type { Event } from '../../shared/board/events.ts';
import { fromSnapshot } from '../../shared/board/snapshot.ts';
import type { BoardUpdate, SyncAnswer } from '../../shared/protocol.ts';
import { RoundViews } from './round-views.ts';

/** Folds on what comes next, and leaves out what is there already. */
const followed = (board: Board, events: readonly Event[]): Board =>
  events.reduce((state, event) => (event.revision === state.revision + 1 ? evolve(state, event) : state), board);

export class Confirmed {
  readonly rounds = new RoundViews();
  private known: Board | undefined;
  private epoch = '';

  get board(): Board | undefined {
    return this.known;
  }

  /** Undefined as long as there is no board. */
  get position(): { readonly since: number; readonly epoch: string } | undefined {
    return this.known === undefined ? undefined : { since: this.known.revision, epoch: this.epoch };
  }

  /** The server knows less than it told us once: what it says next counts, and nothing of before. */
  distrust(): void {
    this.epoch = '';
  }

  /** False when something in between is missing. */
  follow(update: BoardUpdate): boolean {
    if (this.known === undefined || update.from > this.known.revision) return false;
    if (update.board !== this.known.id) return true;
    this.known = followed(this.known, update.events);
    return this.rounds.merge(update.rounds ?? {});
  }

  /** Takes an answer or a whole state; true when with it another story begins. */
  catchUp(answer: SyncAnswer): boolean {
    const board = this.known;
    const isAnotherStory = board === undefined || answer.epoch !== this.epoch;
    if (isAnotherStory) this.startOver(answer);
    else if (answer.events !== undefined) this.known = followed(board, answer.events);
    // An answer that was made before an update may arrive after it.
    else if (answer.revision >= board.revision) this.known = fromSnapshot(answer.snapshot, answer.revision);
    this.rounds.merge(answer.rounds);
    return isAnotherStory;
  }

  private startOver(answer: SyncAnswer): void {
    if (answer.events === undefined) this.known = fromSnapshot(answer.snapshot, answer.revision);
    else if (answer.events[0]?.revision === 1) this.known = fold(answer.events);
    else return;
    this.epoch = answer.epoch;
    this.rounds.forget();
  }
}
