// The announcer, with the time that it takes to begin sending an update: what a tick costs the main thread at once.
import type { Announcer } from './boards/boards.ts';
import type { Metrics } from './metrics.ts';

export function timedAnnouncer(announcer: Announcer, metrics: Pick<Metrics, 'took'>): Announcer {
  return {
    update: (update) => {
      const began = performance.now();
      announcer.update(update);
      metrics.took('update', (performance.now() - began) / 1000);
    },
    state: (state) => announcer.state(state),
    mine: (mine) => announcer.mine(mine),
    held: (held) => announcer.held(held),
    ended: (board, reason, member) => announcer.ended(board, reason, member),
    retired: (board, roles) => announcer.retired(board, roles),
    isOccupied: (board) => announcer.isOccupied(board),
  };
}
