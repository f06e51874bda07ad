// The records of all boards: read when somebody opens one, forgotten when nobody has it open. An update is answered
// when it is on disk.
import type { RecordOpened, RecordTexts } from '../../shared/record/record.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { isoTime } from '../../shared/time.ts';
import type { Surroundings } from '../boards/boards.ts';
import type { Logger } from '../log.ts';
import { seldom } from '../seldom.ts';
import type { Store } from '../store/store.ts';
import { RecordDocument } from './record-document.ts';

/** So many updates are put together into one. */
const MERGE_FROM = 100;
/** Updates of one board that wait for the disk. */
const MOST_WAITING = 1000;
/** Whoever made us compute for longer than this… */
const COSTLY_MS = 40;
/** …has to wait so many times as long. */
const WAIT_FACTOR = 100;

export interface RecordsParts {
  readonly store: Pick<Store, 'record' | 'addToRecord' | 'mergeRecord'>;
  readonly surroundings: Pick<Surroundings, 'now'>;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

export interface Writing {
  readonly board: string;
  readonly member: string;
  /** As base64. */
  readonly update: string;
  /** Called in the step in which it is answered, in the order of writing. */
  readonly kept: () => void;
}

interface Waiting extends Writing {
  readonly answer: (result: Result<object>) => void;
}

/** A record that is in use. */
interface Place {
  document: RecordDocument | undefined;
  /** Updates on disk, as rows. */
  rows: number;
  waiting: Waiting[];
  /** What is under way; everything that touches the document comes after it. */
  work: Promise<unknown>;
  users: number;
}

export class Records {
  readonly #parts: RecordsParts;
  readonly #places = new Map<string, Place>();
  /** By board and member, until when they have to wait. */
  readonly #costly = new Map<string, number>();
  readonly #tells: (trouble: string) => boolean;
  #closing = false;

  constructor(parts: RecordsParts) {
    this.#parts = parts;
    this.#tells = seldom(parts.surroundings.now);
  }

  /** How many records are in memory. */
  get open(): number {
    return this.#places.size;
  }

  /** What is lacking of the record; `opened` is called in the step in which the answer is made. */
  difference(board: string, vector: string | undefined, opened: () => void): Promise<Result<RecordOpened>> {
    return this.#with(board, (document) => {
      const answer = document.difference(vector);
      if (answer.ok) opened();
      return answer;
    });
  }

  /** What was written on a board, as it is on disk. */
  texts(board: string): Promise<Result<RecordTexts>> {
    return this.#with(board, (document) => ok(document.texts));
  }

  write(writing: Writing): Promise<Result<object>> {
    const late = this.#wait(writing);
    if (late !== undefined) return Promise.resolve(reject('too-fast', undefined, late));
    if (this.#closing) return Promise.resolve(reject('try-again'));
    const place = this.#enter(writing.board);
    if (place.waiting.length >= MOST_WAITING) {
      this.#leave(writing.board, place);
      return Promise.resolve(reject('try-again'));
    }
    return new Promise<Result<object>>((answer) => {
      place.waiting.push({ ...writing, answer });
      if (place.waiting.length === 1) place.work = place.work.then(() => this.#keepWaiting(writing.board, place));
    }).finally(() => this.#leave(writing.board, place));
  }

  /** Finishes and answers what was taken. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all(Array.from(this.#places.values(), ({ work }) => work));
  }

  /** Keeps a record in memory for somebody who has it open; the answer lets go of it. */
  hold(board: string): () => void {
    const place = this.#enter(board);
    let held = true;
    return () => {
      if (held) this.#leave(board, place);
      held = false;
    };
  }

  #enter(board: string): Place {
    const place = this.#places.get(board) ?? {
      document: undefined,
      rows: 0,
      waiting: [],
      work: Promise.resolve(),
      users: 0,
    };
    this.#places.set(board, place);
    place.users += 1;
    return place;
  }

  #leave(board: string, place: Place): void {
    place.users -= 1;
    if (place.users > 0) return;
    this.#places.delete(board);
    place.document?.destroy();
  }

  async #with<T>(board: string, use: (document: RecordDocument) => Result<T>): Promise<Result<T>> {
    const place = this.#enter(board);
    const answer = place.work.then(async (): Promise<Result<T>> => {
      try {
        return use(await this.#documentOf(board, place));
      } catch (error) {
        this.#failed(board, error);
        return reject('try-again');
      }
    });
    place.work = answer;
    try {
      return await answer;
    } finally {
      this.#leave(board, place);
    }
  }

  async #documentOf(board: string, place: Place): Promise<RecordDocument> {
    if (place.document !== undefined) return place.document;
    const updates = await this.#parts.store.record(board);
    place.rows = updates.length;
    place.document = new RecordDocument(updates);
    return place.document;
  }

  /** Takes everything that waits, keeps it in one go, and answers. */
  async #keepWaiting(board: string, place: Place): Promise<void> {
    const batch = place.waiting;
    place.waiting = [];
    const answered = (result: Result<object>) => (one: Waiting) => one.answer(result);
    try {
      const taken = this.#takeAll(await this.#documentOf(board, place), batch, place);
      if (taken.length === 0) return;
      const at = isoTime(this.#parts.surroundings.now());
      const kept = await this.#parts.store.addToRecord(taken.map(({ update }) => ({ board, update, at })));
      if (kept.includes(false)) {
        this.#forget(place);
        taken.forEach(answered(reject('ended')));
        return;
      }
      place.rows += taken.length;
      for (const one of taken) {
        one.kept();
        one.answer(ok({}));
      }
      await this.#merge(board, place);
    } catch (error) {
      // What is in memory may be more than what is on disk.
      this.#forget(place);
      this.#failed(board, error);
      batch.forEach(answered(reject('try-again')));
    }
  }

  /** Those that the document took; the others are answered. */
  #takeAll(document: RecordDocument, batch: readonly Waiting[], place: Place): readonly Waiting[] {
    const taken: Waiting[] = [];
    for (const [index, one] of batch.entries()) {
      const began = this.#parts.surroundings.now();
      try {
        const result = document.take(one.update);
        if (result.ok) taken.push(one);
        else one.answer(result);
      } catch {
        // It is in the document and cannot be taken out again: those before and after it are decided anew.
        one.answer(reject('invalid', 'update'));
        this.#charge(one, COSTLY_MS);
        this.#forget(place);
        const again = [...taken, ...batch.slice(index + 1)];
        place.waiting = [...again, ...place.waiting];
        place.work = place.work.then(() => this.#keepWaiting(one.board, place));
        return [];
      }
      this.#charge(one, this.#parts.surroundings.now() - began);
    }
    return taken;
  }

  async #merge(board: string, place: Place): Promise<void> {
    const { document, rows } = place;
    if (document === undefined || rows < MERGE_FROM) return;
    try {
      await this.#parts.store.mergeRecord(board, rows, document.whole());
      place.rows = 1;
    } catch (error) {
      // Nothing is lost by it; the next batch tries again.
      if (this.#tells(`merging: ${String(error)}`)) {
        this.#parts.log.warn({ board, error: String(error) }, 'a record was not put together');
      }
    }
  }

  #forget(place: Place): void {
    place.document?.destroy();
    place.document = undefined;
  }

  #failed(board: string, error: unknown): void {
    if (!this.#tells(String(error))) return;
    this.#parts.log.error({ board, error: String(error) }, 'a record could not be read or kept');
  }

  #charge({ board, member }: Writing, ms: number): void {
    if (ms < COSTLY_MS) return;
    const now = this.#parts.surroundings.now();
    for (const [who, until] of this.#costly) if (until < now) this.#costly.delete(who);
    this.#costly.set(`${board} ${member}`, now + ms * WAIT_FACTOR);
  }

  /** Milliseconds that a member has to wait still. */
  #wait({ board, member }: Writing): number | undefined {
    const until = this.#costly.get(`${board} ${member}`);
    const left = until === undefined ? 0 : Math.ceil(until - this.#parts.surroundings.now());
    return left > 0 ? left : undefined;
  }
}
