// What somebody who joins or returns is sent: the events they missed, or the whole board where that is much shorter.
import { toSnapshot, type Snapshot } from '../../shared/board/snapshot.ts';
import type { Event } from '../../shared/board/events.ts';
import type { Catchup } from '../../shared/protocol.ts';
import type { BoardContents } from './board-contents.ts';
import { sizeOf } from './event-window.ts';

/** Where a client says it stands. Without an epoch it is taken to be ours. */
export interface Position {
  readonly since?: number | undefined;
  readonly epoch?: string | undefined;
}

/** The snapshot of a board, made and measured once a revision. */
export class SnapshotCache {
  #revision = 0;
  #snapshot: Snapshot | undefined;
  #size: number | undefined;

  of({ board }: BoardContents): Snapshot {
    if (this.#snapshot === undefined || this.#revision !== board.revision) {
      this.#snapshot = toSnapshot(board);
      this.#revision = board.revision;
      this.#size = undefined;
    }
    return this.#snapshot;
  }

  sizeOf(contents: BoardContents): number {
    const snapshot = this.of(contents);
    this.#size ??= JSON.stringify(snapshot).length;
    return this.#size;
  }
}

/** A gap up to this many characters is told as events, which is what a client that says where it stands folds best. */
const SMALL_GAP = 128 * 1024;

/** `eventsAfter` answers undefined for a gap that is not at hand. */
export function catchUp(
  contents: BoardContents,
  snapshots: SnapshotCache,
  position: Position & { readonly ours: string },
  eventsAfter: (revision: number) => readonly Event[] | undefined,
): Catchup {
  const { since, epoch, ours } = position;
  const isKnown = since !== undefined && (epoch === undefined || epoch === ours) && since <= contents.revision;
  const events = isKnown ? eventsAfter(since) : undefined;
  if (events === undefined) return { snapshot: snapshots.of(contents) };
  const size = events.reduce((sum, event) => sum + sizeOf(event), 0);
  if (size > SMALL_GAP && size >= snapshots.sizeOf(contents)) return { snapshot: snapshots.of(contents) };
  return { events };
}
