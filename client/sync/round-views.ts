// Owns the public state of each round as it has arrived: whole states put together from changes.
import type { Board } from '../../shared/board/board.ts';
import type { RoundState, RoundStates } from '../../shared/protocol.ts';
import { mergeTally } from '../../shared/voting/tally.ts';
import type { RoundView } from '../board-view.ts';

/** `since` has been reached by what is known, so that the changes fit on it. */
function merged(known: RoundView | undefined, { since, version, progress, tally }: RoundState): RoundView {
  const base = since === 0 ? undefined : known?.tally;
  const whole = tally === undefined ? base : mergeTally(base, tally);
  return { version, progress, ...(whole !== undefined && { tally: whole }) };
}

export class RoundViews {
  private states = new Map<string, RoundView>();

  /** Another story begins. */
  forget(): void {
    this.states = new Map();
  }

  /** Takes what fits and is not older than what is known; false when a state begins beyond that. */
  merge(states: RoundStates): boolean {
    let complete = true;
    for (const [round, state] of Object.entries(states)) {
      const known = this.states.get(round);
      // A state with the known version may still bring other progress, or the tally that a reveal publishes.
      if (state.since > (known?.version ?? 0)) complete = false;
      else if (state.version >= (known?.version ?? 0)) this.states.set(round, merged(known, state));
    }
    return complete;
  }

  /** The states as pages draw them; who may vote follows the board, for it changes without a ballot. */
  view(board: Board, eligible: number): ReadonlyMap<string, RoundView> {
    const views = new Map<string, RoundView>();
    for (const round of board.rounds) {
      const state = this.states.get(round.id) ?? { version: 0, progress: { cast: 0, done: 0, eligible } };
      const progress = round.state === 'open' ? { ...state.progress, eligible } : (round.progress ?? state.progress);
      const tally = round.tally ?? state.tally;
      views.set(round.id, { ...state, progress, ...(tally !== undefined && { tally }) });
    }
    return views;
  }
}
