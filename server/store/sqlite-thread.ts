// The main thread's end of the database thread: numbers requests, starts the thread, and survives its death.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Call, CallResult, Reply, Request, WorkerSettings } from './sqlite-messages.ts';
import { StoreRefused } from './store-refused.ts';

/** The thread's file: beside this one from source, beside the bundle (or above a chunk of it) once built. */
function workerFile(): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL('sqlite-worker-source.mjs', here);
  const places = ['sqlite-worker.js', '../sqlite-worker.js'].map((place) => new URL(place, here));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new StoreRefused('The build is not complete: sqlite-worker.js is missing.');
  return found;
}

export const startWorker = (settings: WorkerSettings): Worker =>
  new Worker(workerFile(), { workerData: settings, name: 'store', execArgv: [] });

interface Pending {
  /** Its parameter is the result of the call it belongs to. */
  readonly done: (result: never) => void;
  readonly failed: (error: Error) => void;
}

/** One life of the thread. */
interface Life {
  readonly worker: Worker;
  readonly opened: Promise<string>;
}

export interface SqliteThreadOptions {
  readonly start: () => Worker;
  /** Told in one sentence when the thread dies. */
  readonly log: (sentence: string) => void;
}

/**
 * Requests are sent at once and answered in order. When the thread dies, what it had not answered fails, and the next
 * request starts a new one: committed or not, the file knows, and a repeated command is recognised there. The thread
 * is never ended by force: libsql aborts the whole process when that hits one of its calls.
 */
export class SqliteThread {
  readonly #options: SqliteThreadOptions;
  readonly #pending = new Map<number, Pending>();
  #life: Life | undefined;
  #last = 0;
  #closing = false;
  #hasOpened = false;

  constructor(options: SqliteThreadOptions) {
    this.#options = options;
  }

  /** Starts the thread. @returns the epoch of the file @throws StoreRefused when the file is not usable */
  open(): Promise<string> {
    this.#life ??= this.#begin();
    return this.#life.opened;
  }

  /** @throws Error when the database or its thread could not do it */
  call<C extends Call>(call: C): Promise<CallResult<C['name']>> {
    if (this.#closing) return Promise.reject(new Error('the store is closed'));
    return new Promise((done, failed) => this.#send(call, { done, failed }));
  }

  /** Ends the thread after everything that was sent before. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    const life = this.#life;
    if (life === undefined) return;
    const ended = new Promise((resolve) => life.worker.once('exit', resolve));
    this.#send({ name: 'close' }, { done: () => undefined, failed: () => undefined });
    await ended;
  }

  #send(call: Call | { readonly name: 'close' }, pending: Pending): void {
    this.#life ??= this.#begin();
    const request: Request = { id: (this.#last += 1), ...call };
    this.#pending.set(request.id, pending);
    this.#life.worker.postMessage(request, []);
  }

  #begin(): Life {
    const worker = this.#options.start();
    let cause = new Error('its thread stopped');
    const opened = new Promise<string>((resolve, reject) => {
      worker.on('message', (replies: readonly Reply<never>[]) => {
        for (const reply of replies) {
          if (reply.kind === 'opened') {
            this.#hasOpened = true;
            resolve(reply.epoch);
          } else if (reply.kind === 'refused') cause = new StoreRefused(reply.message);
          else this.#settle(reply);
        }
      });
      worker.on('error', (error: Error) => (cause = error));
      worker.on('exit', () => {
        reject(cause);
        this.#end(worker, cause);
      });
    });
    // A later life is waited for by its requests only.
    opened.catch(() => undefined);
    return { worker, opened };
  }

  #settle(reply: Extract<Reply<never>, { id: number }>): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (reply.kind === 'done') pending?.done(reply.result);
    else pending?.failed(new Error(reply.message));
  }

  #end(worker: Worker, cause: Error): void {
    if (this.#life?.worker !== worker) return;
    this.#life = undefined;
    // A file that cannot be opened at the start is told by whoever starts the server.
    if (!this.#closing && this.#hasOpened) {
      const why = cause.message.replace(/\.$/, '');
      this.#options.log(`The database thread ended: ${why}. The next request restarts it.`);
    }
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { failed } of pending) failed(cause);
  }
}
