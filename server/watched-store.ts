// The store, watched: how long commits take, and one sentence when boards can no longer be saved and when they can again.
import type { Surroundings } from './boards/boards.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { CommitOutcome, Store } from './store/store.ts';

/** A trouble that lasts is told again after this long. */
const SAY_AGAIN_MS = 60_000;

interface Watch {
  readonly metrics: Pick<Metrics, 'took' | 'gauge'>;
  readonly surroundings: Pick<Surroundings, 'now'>;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

/** Says once that nothing can be saved, and once that it can. */
function troubleTeller({ surroundings, log }: Watch) {
  let saidAt: number | undefined;
  return {
    get isInTrouble(): boolean {
      return saidAt !== undefined;
    },
    failed(why: string): void {
      const now = surroundings.now();
      if (saidAt !== undefined && Math.abs(now - saidAt) < SAY_AGAIN_MS) return;
      saidAt = now;
      log.error(
        `Boards cannot be saved: ${why}. Nothing that was acknowledged is lost; clients are asked to try again.`,
      );
    },
    saved(): void {
      if (saidAt === undefined) return;
      saidAt = undefined;
      log.warn('Boards are saved again.');
    },
    tell(outcomes: readonly CommitOutcome[]): void {
      const failed = outcomes.find((outcome) => outcome.kind === 'failed');
      if (failed !== undefined) this.failed(failed.why);
      else if (outcomes.some(({ kind }) => kind === 'committed')) this.saved();
    },
  };
}

export function watchedStore(store: Store, watch: Watch): Store {
  const teller = troubleTeller(watch);
  /** What is written beside commits: it fails as an error. */
  const kept = async <T>(written: Promise<T>, isWritten: (answer: T) => boolean): Promise<T> => {
    try {
      const answer = await written;
      if (isWritten(answer)) teller.saved();
      return answer;
    } catch (error) {
      teller.failed(error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
  watch.metrics.gauge('palabre_store_failing', 'Whether the last commit failed.', () => (teller.isInTrouble ? 1 : 0));
  return {
    get epoch() {
      return store.epoch;
    },
    create: (board) => kept(store.create(board), (answer) => answer === 'created'),
    load: (board) => store.load(board),
    boardOfCode: (code) => store.boardOfCode(code),
    eventsAfter: (board, revision) => store.eventsAfter(board, revision),
    answers: (board, hashes) => store.answers(board, hashes),
    commit: async (commits) => {
      const began = performance.now();
      const outcomes = await store.commit(commits);
      watch.metrics.took('commit', (performance.now() - began) / 1000);
      teller.tell(outcomes);
      return outcomes;
    },
    keepSnapshot: (board, revision, body) => store.keepSnapshot(board, revision, body),
    keepPoint: (board, round, point) => store.keepPoint(board, round, point),
    points: (board) => store.points(board),
    record: (board) => store.record(board),
    addToRecord: (additions) => kept(store.addToRecord(additions), (answers) => answers.includes(true)),
    mergeRecord: (board, count, update) => store.mergeRecord(board, count, update),
    unusedSince: (at) => store.unusedSince(at),
    erase: (board) => store.erase(board),
    close: () => store.close(),
  };
}
