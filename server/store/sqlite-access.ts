// The columns of a board's row that say what opens it.
import type { Connection } from './sqlite-connection.ts';
import type { AccessRecord } from './store.ts';

export interface AccessRow {
  readonly facilitator: string;
  readonly voter: string;
  readonly watcher: string;
  readonly voterGeneration: number;
  readonly watcherGeneration: number;
}

export const ACCESS_COLUMNS =
  'facilitator_key_hash AS facilitator, voter_key_hash AS voter, watcher_key_hash AS watcher, ' +
  'voter_generation AS voterGeneration, watcher_generation AS watcherGeneration';

export const accessOfRow = (row: AccessRow): AccessRecord => ({
  facilitatorKeyHash: row.facilitator,
  voterKeyHash: row.voter,
  watcherKeyHash: row.watcher,
  ...(row.voterGeneration > 0 && { voterGeneration: row.voterGeneration }),
  ...(row.watcherGeneration > 0 && { watcherGeneration: row.watcherGeneration }),
});

/** Replaces what opens a board. */
export function accessWriter(connection: Connection): (board: string, access: AccessRecord) => void {
  const write = connection.prepare(
    'UPDATE board SET facilitator_key_hash = ?, voter_key_hash = ?, watcher_key_hash = ?, voter_generation = ?, ' +
      'watcher_generation = ? WHERE id = ?',
  );
  return (board, access) => {
    const { facilitatorKeyHash, voterKeyHash, watcherKeyHash, voterGeneration, watcherGeneration } = access;
    write.run(facilitatorKeyHash, voterKeyHash, watcherKeyHash, voterGeneration ?? 0, watcherGeneration ?? 0, board);
  };
}
