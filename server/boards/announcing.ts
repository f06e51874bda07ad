// Keeps a fault in telling the world away from the boards: what was committed stays committed.
import type { Logger } from '../log.ts';
import type { Announcer } from './boards.ts';

/** The same announcer, except that nothing it throws comes back. */
export function guarded(announcer: Announcer, log: Pick<Logger, 'error'>): Announcer {
  const guard = (what: string, tell: () => void): void => {
    try {
      tell();
    } catch (error) {
      log.error({ what, stack: error instanceof Error ? error.stack : String(error) }, 'an announcement broke');
    }
  };
  return {
    update: (update) => guard('update', () => announcer.update(update)),
    state: (state) => guard('state', () => announcer.state(state)),
    mine: (mine) => guard('mine', () => announcer.mine(mine)),
    held: (held) => guard('held', () => announcer.held(held)),
    ended: (board, reason, member) => guard('ended', () => announcer.ended(board, reason, member)),
    retired: (board, roles) => guard('retired', () => announcer.retired(board, roles)),
    isOccupied: (board) => announcer.isOccupied(board),
  };
}
