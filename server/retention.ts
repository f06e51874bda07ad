// Boards that nobody has changed for as long as the setting says are erased, with everything about them.
import type { Boards, Surroundings } from './boards/boards.ts';
import { isoTime } from '../shared/time.ts';
import type { Logger } from './log.ts';
import type { Store } from './store/store.ts';

const DAY_MS = 24 * 3600 * 1000;
/** How often is looked for such boards, the first time soon after the start. */
const FIRST_LOOK_MS = 60_000;
const LOOK_EVERY_MS = 3600 * 1000;

export interface RetentionParts {
  /** Days without a change; 0 keeps boards for ever. */
  readonly days: number;
  readonly store: Pick<Store, 'unusedSince'>;
  readonly boards: Pick<Boards, 'erase'>;
  /** Boards on which somebody is are kept. */
  readonly isOccupied: (board: string) => boolean;
  readonly surroundings: Pick<Surroundings, 'now' | 'after'>;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

/** Begins to look; the answer ends it. Boards with an open round or somebody on them are never erased. */
export function startRetention({ days, store, boards, isOccupied, surroundings, log }: RetentionParts): () => void {
  if (days === 0) return () => undefined;
  let stopped = false;
  let cancel = (): void => undefined;

  const eraseUnused = async (): Promise<void> => {
    const unused = await store.unusedSince(isoTime(surroundings.now() - days * DAY_MS));
    const empty = unused.filter((board) => !isOccupied(board));
    // All at once, so that the store rewrites its file once.
    const erased = await Promise.all(empty.map((board) => boards.erase(board)));
    const count = erased.filter(({ ok }) => ok).length;
    if (count > 0) log.info({ boards: count, days }, 'boards that were not used were erased');
  };
  const look = (ms: number): void => {
    cancel = surroundings.after(ms, () => {
      eraseUnused()
        .catch((error: unknown) => log.error({ error: String(error) }, 'unused boards could not be erased'))
        .finally(() => !stopped && look(LOOK_EVERY_MS));
    });
  };
  look(FIRST_LOOK_MS);
  return () => {
    stopped = true;
    cancel();
  };
}
