// A store in memory that shows what it is given, and fails when it is told to.
import { createMemoryStore } from '../../../server/store/memory.ts';
import type {
  Commit,
  CommandAnswer,
  CommitOutcome,
  NewBoard,
  RecordAddition,
  Store,
  StoredBoard,
} from '../../../server/store/store.ts';
import type { Event } from '../../../shared/board/events.ts';

type Refusal = CommitOutcome | 'throws' | undefined;

export class WatchedStore implements Store {
  readonly inner: Store = createMemoryStore();
  /** All commits that were asked for, accepted or not. */
  readonly commits: Commit[] = [];
  /** Commits per call. */
  readonly batches: number[] = [];
  loads = 0;
  /** How often it was asked for the answers to repeats. */
  lookUps = 0;
  snapshots: number[] = [];
  /** Decides which commits do not happen; undefined: it does. */
  refuse: (commit: Commit) => Refusal = () => undefined;
  /** Commits that happen although they are said to have failed, as when a disk fails behind the commit. */
  lie: (commit: Commit) => boolean = () => false;
  /** Set: commits wait for it. */
  gate: Promise<void> | undefined;
  unreadable = false;
  /** No history point is kept. */
  fullDisk = false;

  get epoch(): string {
    return this.inner.epoch;
  }

  create = (board: NewBoard): Promise<'created' | 'exists' | 'code-taken'> => this.inner.create(board);
  boardOfCode = (code: string): Promise<string | undefined> => this.inner.boardOfCode(code);
  erase = (board: string): Promise<boolean> => this.inner.erase(board);
  keepPoint: Store['keepPoint'] = (board, round, point) =>
    this.fullDisk ? Promise.reject(new Error('database or disk is full')) : this.inner.keepPoint(board, round, point);
  points: Store['points'] = (board) => this.inner.points(board);
  close = (): Promise<void> => this.inner.close();

  load = async (board: string): Promise<StoredBoard | undefined> => {
    this.#readable();
    this.loads += 1;
    return this.inner.load(board);
  };

  eventsAfter = async (board: string, revision: number): Promise<readonly Event[]> => {
    this.#readable();
    return this.inner.eventsAfter(board, revision);
  };

  answers = async (board: string, hashes: readonly string[]): Promise<ReadonlyMap<string, CommandAnswer>> => {
    this.#readable();
    this.lookUps += 1;
    return this.inner.answers(board, hashes);
  };

  commit = async (commits: readonly Commit[]): Promise<readonly CommitOutcome[]> => {
    this.commits.push(...commits);
    this.batches.push(commits.length);
    await this.gate;
    const outcomes: CommitOutcome[] = [];
    for (const commit of commits) {
      const refusal = this.refuse(commit);
      if (refusal === 'throws') throw new Error('the disk is gone');
      const outcome = refusal ?? (await this.inner.commit([commit]))[0] ?? { kind: 'conflict' };
      outcomes.push(this.lie(commit) ? { kind: 'failed', why: 'so it seemed' } : outcome);
    }
    return outcomes;
  };

  record = (board: string): Promise<readonly string[]> => this.inner.record(board);
  addToRecord = (additions: readonly RecordAddition[]): Promise<readonly boolean[]> =>
    this.inner.addToRecord(additions);
  mergeRecord = (board: string, count: number, update: string): Promise<void> =>
    this.inner.mergeRecord(board, count, update);
  unusedSince = (at: string): Promise<readonly string[]> => this.inner.unusedSince(at);

  keepSnapshot = async (board: string, revision: number, body: string): Promise<void> => {
    this.snapshots.push(revision);
    return this.inner.keepSnapshot(board, revision, body);
  };

  #readable(): void {
    if (this.unreadable) throw new Error('the disk cannot be read');
  }
}
