// The one queue of a board: batch, decide on head, commit, answer. The next batch is decided while the one before it is
// on its way to disk; after anything but a clean commit head is thrown away and read again. The store finds repeats
// where it commits; beforehand they are looked up only for what would be refused, and for a while after one was found.
import { type Result, reject } from '../../shared/result.ts';
import type { Logger } from '../log.ts';
import type { Commit, CommandAnswer, CommitOutcome, Store } from '../store/store.ts';
import type { BoardContents } from './board-contents.ts';
import type { Decision, Task } from './task.ts';
import { type Entry, WaitingLine } from './waiting-line.ts';

const MOST_IN_FLIGHT = 2;
const MOST_TRIES = 3;
/** Batches whose repeats are looked up first when one was found: reading the board again for each would be dear. */
const WARY_FOR = 1000;
const NOTHING_KNOWN: ReadonlyMap<string, CommandAnswer> = new Map();

export interface QueueParts {
  readonly board: string;
  readonly store: Pick<Store, 'answers' | 'commit'>;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  /** Reads the board again; undefined when it is gone. */
  reload(): Promise<BoardContents | undefined>;
  /** A commit is on disk and about to become part of `committed`. */
  committing(commit: Commit, committed: BoardContents): void;
  /** All answers of a batch are out. */
  settled(): void;
  /** Head and committed state were read again. */
  reloaded(committed: BoardContents): void;
}

interface Decided {
  readonly entry: Entry;
  readonly decision: Decision<unknown>;
}

const repeated = (task: Task<unknown>, first: CommandAnswer): Decision<unknown> => ({
  answer: (committed) => task.repeat?.(first, committed) ?? reject('internal'),
});

/** The same, or the first answer to it where it is known. `known` undefined: the store did not say. */
function asRepeat(decided: Decided, known: ReadonlyMap<string, CommandAnswer> | undefined): Decided {
  const { entry, decision } = decided;
  const { task } = entry;
  if (decision.commit !== undefined || task.hash === undefined || task.repeat === undefined) return decided;
  if (known === undefined) return { entry, decision: { answer: () => reject('try-again') } };
  const first = known.get(task.hash);
  if (first === undefined) return decided;
  return { entry, decision: repeated(task, first) };
}

export class TaskQueue {
  readonly #parts: QueueParts;
  #head: BoardContents;
  #committed: BoardContents;
  readonly #line = new WaitingLine();
  #inFlight: Promise<void>[] = [];
  #running = false;
  /** Head holds something that is not on disk and never will be. */
  #stale = false;
  /** On disk, but decided beside something that is not: answered when the board was read again. */
  #heldBack: Decided[] = [];
  #ended = false;
  /** Batches left whose repeats are looked up before they are decided. */
  #wary = 0;

  constructor(contents: BoardContents, parts: QueueParts) {
    this.#committed = contents;
    this.#head = contents.copy();
    this.#parts = parts;
  }

  get committed(): BoardContents {
    return this.#committed;
  }

  /** Nothing is waiting or on its way: head and committed state are the same. */
  get idle(): boolean {
    return !this.#running && this.#line.isEmpty && this.#inFlight.length === 0 && !this.#stale;
  }

  submit<T>(task: Task<T>): Promise<Result<T>> {
    if (this.#ended) return Promise.resolve(reject('ended'));
    return new Promise((resolve) => {
      // The result of a task has the task's own type; the queue holds tasks of every type.
      this.#line.arrive(task, resolve as Entry['resolve']);
      this.#wake();
    });
  }

  /** Refuses what is waiting and all that comes; what is on its way to disk is answered first. */
  async end(): Promise<void> {
    this.#ended = true;
    for (const entry of this.#line.takeAll()) this.#answer(entry, reject('ended'));
    await this.drained();
  }

  /** Resolves when nothing is waiting and nothing is on its way. */
  async drained(): Promise<void> {
    while (this.#running || this.#inFlight.length > 0) {
      await (this.#inFlight[0] ?? new Promise((resolve) => setImmediate(resolve)));
    }
  }

  /** Starts after what else arrived in this turn of the event loop, so that it goes into the same batch. */
  #wake(): void {
    if (this.#running) return;
    this.#running = true;
    setImmediate(() => void this.#run());
  }

  async #run(): Promise<void> {
    while (!this.#line.isEmpty || this.#stale) {
      if (this.#stale && !(await this.#readAgain())) break;
      await this.#hasRoom();
      const batch = this.#line.take();
      const isWary = this.#wary > 0;
      if (isWary) this.#wary -= 1;
      const known = isWary ? await this.#knownAnswers(batch) : NOTHING_KNOWN;
      if (known === undefined) for (const entry of batch) this.#answer(entry, reject('try-again'));
      else if (this.#stale) this.#line.goBack(batch);
      else if (batch.length > 0) this.#send(this.#decideAll(batch, known), isWary);
    }
    this.#running = false;
    // Who was told that the board cannot be read may have asked again meanwhile.
    if (!this.#line.isEmpty) this.#wake();
  }

  async #hasRoom(): Promise<void> {
    const most = () => (this.#line.isAloneNext ? 0 : MOST_IN_FLIGHT - 1);
    while (this.#inFlight.length > most()) await this.#inFlight[0];
  }

  async #knownAnswers(batch: readonly Entry[]): Promise<ReadonlyMap<string, CommandAnswer> | undefined> {
    const hashes = batch.flatMap(({ task }) => (task.hash === undefined ? [] : [task.hash]));
    if (hashes.length === 0) return new Map();
    try {
      return await this.#parts.store.answers(this.#parts.board, hashes);
    } catch (error) {
      this.#parts.log.error({ board: this.#parts.board, error: String(error) }, 'the store did not answer');
      return undefined;
    }
  }

  #decideAll(batch: readonly Entry[], known: ReadonlyMap<string, CommandAnswer>): Decided[] {
    const decided: Decided[] = [];
    for (const [index, entry] of batch.entries()) {
      try {
        decided.push({ entry, decision: this.#decide(entry.task, known) });
      } catch (error) {
        // A bug harms its own command only; what it may have left in head goes away with it.
        this.#broke(error);
        this.#line.goBack(batch.slice(index + 1));
        this.#answer(entry, reject('internal'));
        break;
      }
    }
    return decided;
  }

  #decide(task: Task<unknown>, known: ReadonlyMap<string, CommandAnswer>): Decision<unknown> {
    const first = task.hash === undefined ? undefined : known.get(task.hash);
    if (first !== undefined && task.repeat !== undefined) {
      return repeated(task, first);
    }
    const decision = task.decide(this.#head);
    if (decision.commit !== undefined) this.#head.apply(decision.commit);
    return decision;
  }

  #broke(error: unknown): void {
    const stack = error instanceof Error ? error.stack : String(error);
    this.#parts.log.error({ board: this.#parts.board, stack }, 'a task broke');
    this.#stale = true;
  }

  #send(batch: Decided[], isLookedUp: boolean): void {
    const commits: Commit[] = [];
    // What would be refused may be a repeat of what was accepted.
    const refused: Entry[] = [];
    for (const { entry, decision } of batch) {
      if (decision.commit !== undefined) commits.push(decision.commit);
      else if (!isLookedUp) refused.push(entry);
    }
    const first = refused.length === 0 ? NOTHING_KNOWN : this.#knownAnswers(refused);
    const outcomes = commits.length === 0 ? [] : this.#commit(commits);
    const before = this.#inFlight.at(-1);
    const settled = (async () => {
      await before;
      const known = await first;
      this.#settle(refused.length === 0 ? batch : batch.map((decided) => asRepeat(decided, known)), await outcomes);
      void this.#inFlight.shift();
    })();
    this.#inFlight.push(settled);
  }

  async #commit(commits: readonly Commit[]): Promise<readonly CommitOutcome[]> {
    try {
      return await this.#parts.store.commit(commits);
    } catch (error) {
      return commits.map(() => ({ kind: 'failed', why: String(error) }));
    }
  }

  #settle(batch: readonly Decided[], outcomes: readonly CommitOutcome[]): void {
    const again: Entry[] = [];
    let next = 0;
    for (const decided of batch) {
      const outcome = decided.decision.commit === undefined ? undefined : outcomes[next++];
      if (!this.#settleOne(decided, outcome)) again.push(decided.entry);
    }
    this.#line.goBack(again);
    if (!this.#line.isEmpty || this.#stale) this.#wake();
    // Answers leave in microtasks; what is announced comes after them.
    setImmediate(() => this.#parts.settled());
  }

  /** False when the task is to be decided again. */
  #settleOne(decided: Decided, outcome: CommitOutcome | undefined): boolean {
    const { entry } = decided;
    if (outcome === undefined) {
      if (this.#stale) return false;
      this.#answerWith(decided);
      return true;
    }
    if (outcome.kind === 'committed') {
      if (this.#stale) this.#heldBack.push(decided);
      else this.#keep(decided);
      return true;
    }
    // A conflict behind a commit that did not succeed is that one's fault.
    if (outcome.kind !== 'conflict' || !this.#stale) entry.tries += 1;
    this.#stale = true;
    // A store that fails says so itself, once for all of them.
    if (outcome.kind === 'duplicate') this.#wary = WARY_FOR;
    else if (outcome.kind !== 'failed') {
      this.#parts.log.warn(
        { board: this.#parts.board, why: outcome.kind, tries: entry.tries },
        'a commit did not succeed',
      );
    }
    if (entry.tries < MOST_TRIES) return false;
    this.#answer(entry, reject('try-again'));
    return true;
  }

  #keep(decided: Decided): void {
    const { commit } = decided.decision;
    try {
      if (commit !== undefined) {
        this.#parts.committing(commit, this.#committed);
        this.#committed.apply(commit);
      }
    } catch (error) {
      this.#broke(error);
      this.#heldBack.push(decided);
      return;
    }
    this.#answerWith(decided);
  }

  #answerWith({ entry, decision }: Decided): void {
    let result: Result<unknown> = reject('internal');
    try {
      result = decision.answer(this.#committed);
    } catch (error) {
      this.#broke(error);
    }
    this.#answer(entry, result);
  }

  #answer(entry: Entry, result: Result<unknown>): void {
    this.#line.answer(entry, result, this.#ended);
  }

  /** False when the store cannot be read: then nothing waits any longer. */
  async #readAgain(): Promise<boolean> {
    while (this.#inFlight.length > 0) await this.#inFlight[0];
    const heldBack = this.#heldBack.splice(0);
    const fresh = await this.#reload();
    if (fresh === undefined) {
      const all = [...heldBack.map(({ entry }) => entry), ...this.#line.takeAll()];
      for (const entry of all) this.#answer(entry, reject('try-again'));
      return false;
    }
    this.#committed = fresh;
    this.#head = fresh.copy();
    this.#stale = false;
    this.#parts.reloaded(fresh);
    for (const decided of heldBack) this.#answerWith(decided);
    setImmediate(() => this.#parts.settled());
    return true;
  }

  async #reload(): Promise<BoardContents | undefined> {
    try {
      return await this.#parts.reload();
    } catch (error) {
      this.#parts.log.error({ board: this.#parts.board, error: String(error) }, 'the board could not be read again');
      return undefined;
    }
  }
}
