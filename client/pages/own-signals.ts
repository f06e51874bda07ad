// What I say to the room without words, until the moment it was about has passed. Pure but for what it remembers.
import { type Board, openRound } from '../../shared/board/board.ts';
import type { Presence } from '../../shared/protocol.ts';

export type Signalled = Readonly<Record<'hand' | 'ready' | 'more', boolean>>;

interface Moment {
  readonly phase: Board['phase'];
  readonly round: string | undefined;
  readonly closesAt: string | undefined;
  readonly timer: string;
}

function momentOf(board: Board): Moment {
  const round = openRound(board);
  const { timer } = board;
  const running = timer === undefined ? '' : `${timer.startedAt} ${timer.endsAt}`;
  return { phase: board.phase, round: round?.id, closesAt: round?.closesAt, timer: running };
}

/** Time was given, or what it was wanted for is over. A round that is about to close has given none. */
const timePassed = (before: Moment, now: Moment): boolean =>
  before.round !== now.round ||
  before.timer !== now.timer ||
  (before.closesAt !== undefined && now.closesAt !== undefined && now.closesAt > before.closesAt);

export class OwnSignals {
  private moment: Moment | undefined;
  shown: Signalled = { hand: false, ready: false, more: false };

  give(signals: Pick<Presence, 'hand' | 'ready' | 'more'>): void {
    const { hand = this.shown.hand, ready = this.shown.ready, more = this.shown.more } = signals;
    this.shown = { hand, ready, more };
  }

  /** What is to be taken back, now that the board has moved on. */
  look(board: Board): Pick<Presence, 'ready'> | undefined {
    const before = this.moment;
    const now = momentOf(board);
    this.moment = now;
    if (before === undefined) return undefined;
    if (this.shown.more && timePassed(before, now)) this.give({ more: false });
    if (!this.shown.ready || before.phase === now.phase) return undefined;
    this.give({ ready: false });
    return { ready: false };
  }

  forget(): void {
    this.moment = undefined;
    this.shown = { hand: false, ready: false, more: false };
  }
}
