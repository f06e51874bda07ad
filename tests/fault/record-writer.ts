// Somebody who writes words in a board's record without end: comes back by itself, and brings along what was not
// acknowledged, as the page does. It keeps a list of the words that were.
import * as Y from 'yjs';
import { type Socket, io } from 'socket.io-client';
import { Writer, decoded, encoded } from '../server/record/writers.ts';
import type { Meeting } from './meeting.ts';

interface Told {
  readonly ok: boolean;
  readonly error?: { readonly code: string };
  readonly update?: string;
  readonly vector?: string;
}

export class RecordWriter {
  readonly acknowledged = new Set<string>();
  readonly written = new Set<string>();
  readonly refused: string[] = [];
  readonly #socket: Socket;
  readonly #meeting: Meeting;
  readonly #name: string;
  readonly #writer: Writer;
  #working = false;
  #stopped: Promise<void> = Promise.resolve();
  #ready: Promise<void> = Promise.resolve();

  constructor(url: string, meeting: Meeting, name: string, client: number) {
    this.#meeting = meeting;
    this.#name = name;
    this.#writer = new Writer(client);
    this.#socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 60,
    });
    this.#socket.on('record:update', ({ update }: { update: string }) => this.#writer.hear(update));
    this.#socket.on('connect', () => (this.#ready = this.#enter()));
  }

  /** Writes words until `rest`. */
  work(): void {
    this.#working = true;
    this.#stopped = this.#keepOn();
  }

  /** Writes nothing more, and resolves when all that was written is acknowledged. */
  async rest(): Promise<void> {
    this.#working = false;
    await this.#stopped;
  }

  close(): void {
    this.#working = false;
    this.#socket.disconnect();
  }

  async #keepOn(): Promise<void> {
    while (this.#working) {
      const word = `${this.#name}-${this.written.size + 1}`;
      this.written.add(word);
      const update = this.#writer.type('context', `${word} `);
      if (!(await this.#tell(update))) await this.#bring();
      for (const one of this.written) this.acknowledged.add(one);
    }
  }

  /** Until what the server lacks is there, however often it has to be started. */
  async #bring(): Promise<void> {
    for (;;) {
      await this.#ready;
      const told = await this.#ask('record:open', {});
      if (told?.ok === true) {
        this.#writer.hear(told.update ?? '');
        const missing = Y.encodeStateAsUpdate(this.#writer.document, decoded(told.vector ?? ''));
        if (await this.#tell(encoded(missing))) return;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async #tell(update: string): Promise<boolean> {
    const told = await this.#ask('record:update', { update });
    if (told?.ok === false) this.refused.push(told.error?.code ?? '');
    return told?.ok === true;
  }

  /** Undefined when the line broke before the answer. */
  #ask(event: string, given: object): Promise<Told | undefined> {
    const socket = this.#socket;
    if (!socket.connected) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const broken = (): void => resolve(undefined);
      socket.once('disconnect', broken);
      socket.emit(event, given, (told: Told) => {
        socket.off('disconnect', broken);
        resolve(told);
      });
    });
  }

  async #enter(): Promise<void> {
    const { id, keys } = this.#meeting;
    const member = { id: this.#name, name: this.#name, token: this.#name.padEnd(40, '-t') };
    await this.#ask('board:join', { board: id, key: keys.voter, member });
    await this.#ask('record:open', {});
  }
}

/** The words of the record as it is on disk, in their order. */
export async function wordsIn(url: string, { id, keys }: Meeting): Promise<string[]> {
  const headers = { Authorization: `Bearer ${keys.watcher}` };
  const file = (await (await fetch(`${url}/api/boards/${id}/export.json`, { headers })).json()) as {
    readonly record?: { readonly context?: string };
  };
  return (file.record?.context ?? '').split(' ').filter((word) => word !== '');
}
