// People who write in one record over lines that break, with a real server side: what each has, and what is on disk.
import { quietLog } from '../../server/log.ts';
import { Records, type RecordsParts } from '../../server/record/records.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import type { Questions } from '../../client/sync/line.ts';
import type { RecordListener, RecordQuestion } from '../../client/sync/record-channel.ts';
import type { RecordShelf } from '../../client/sync/record-shelf.ts';
import { RecordSync } from '../../client/sync/record-sync.ts';
import type { Reply } from '../../shared/protocol.ts';
import type { RecordPart, RecordTexts } from '../../shared/record/record.ts';
import { toWireError } from '../../shared/rejections.ts';
import type { Result } from '../../shared/result.ts';
import { newBoard } from '../server/store/store-samples.ts';

const BOARD = 'a';

/** What outlives a reload. */
class KeptShelf implements RecordShelf {
  updates: readonly Uint8Array[] = [];

  async open(): Promise<readonly Uint8Array[]> {
    return this.updates;
  }

  keep(updates: readonly Uint8Array[]): void {
    this.updates = updates;
  }
}

type Answer = (reply: Reply<never> | undefined) => void;

export class Seat {
  readonly name: string;
  readonly shelf = new KeptShelf();
  sync!: RecordSync;
  joined = false;
  /** Has the record open on this line. */
  hears = false;
  /** Counts lines. */
  line = 0;
  /** Counts pages: one that is gone asks nothing any more. */
  page = 0;
  /** Answers do not arrive, though the server has done what was asked. */
  losing = false;
  listener: RecordListener | undefined;
  readonly timers = new Set<() => void>();

  constructor(name: string) {
    this.name = name;
  }

  cut(): void {
    this.line += 1;
    this.joined = false;
    this.hears = false;
    this.losing = false;
    this.listener?.cut();
  }

  join(): void {
    if (this.joined) return;
    this.joined = true;
    this.listener?.joined();
  }

  ring(): void {
    const due = Array.from(this.timers);
    this.timers.clear();
    for (const timer of due) timer();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class RecordMeeting {
  readonly seats: readonly Seat[];
  private readonly store = createMemoryStore();
  private records: Records;
  /** Counts servers: one that is gone writes and says nothing any more. */
  private server = 0;
  /** What an earlier server had begun to write; the next one reads after it, as it waits for the lock. */
  private begun: Promise<unknown> = Promise.resolve();

  private constructor(names: readonly string[]) {
    this.seats = names.map((name) => new Seat(name));
    this.records = this.serve();
  }

  static async begin(names: readonly string[]): Promise<RecordMeeting> {
    const meeting = new RecordMeeting(names);
    await meeting.store.create(newBoard(BOARD));
    for (const seat of meeting.seats) meeting.open(seat);
    return meeting;
  }

  seat(index: number): Seat {
    const seat = this.seats[index % this.seats.length];
    if (seat === undefined) throw new Error('nobody sits there');
    return seat;
  }

  /** The page goes and comes again; what it had not kept is lost with it. */
  reload(seat: Seat): void {
    seat.sync.flush();
    seat.cut();
    seat.timers.clear();
    this.open(seat);
    seat.join();
  }

  /** The server goes at once, and comes back with what is on disk. */
  restart(): void {
    for (const seat of this.seats) seat.cut();
    this.server += 1;
    this.records = this.serve();
    for (const seat of this.seats) seat.join();
  }

  async pass(): Promise<void> {
    for (const seat of this.seats) seat.ring();
    await turn();
  }

  /** Everybody has a line, and nothing is on its way any more. */
  async rest(): Promise<void> {
    for (const seat of this.seats) {
      seat.losing = false;
      seat.join();
    }
    for (let round = 0; round < 60; round += 1) {
      await this.pass();
      await turn();
      const quiet = this.seats.every(({ sync, timers }) => sync.isOpen && !sync.waiting && timers.size === 0);
      if (quiet) return;
    }
    throw new Error('it does not come to rest');
  }

  /** What another server would find. */
  async onDisk(): Promise<RecordTexts> {
    const texts = await this.serve().texts(BOARD);
    if (!texts.ok) throw new Error(texts.error.code);
    return texts.value;
  }

  private serve(): Records {
    return new Records({ store: this.storeOf(this.server), surroundings: { now: () => 0 }, log: quietLog });
  }

  private storeOf(server: number): RecordsParts['store'] {
    const gone = new Promise<never>(() => undefined);
    const isGone = (): boolean => server !== this.server;
    const written = <T>(write: () => Promise<T>): Promise<T> => {
      if (isGone()) return gone;
      const done = write();
      this.begun = Promise.all([this.begun, done]);
      return done.then((result) => (isGone() ? gone : result));
    };
    return {
      record: async (board) => {
        await this.begun;
        return isGone() ? gone : this.store.record(board);
      },
      addToRecord: (updates) => written(() => this.store.addToRecord(updates)),
      mergeRecord: (board, rows, whole) => written(() => this.store.mergeRecord(board, rows, whole)),
    };
  }

  private open(seat: Seat): void {
    const page = (seat.page += 1);
    const channel = {
      get joined() {
        return seat.joined && seat.page === page;
      },
      listen: (listener: RecordListener | undefined) => void (seat.listener = listener),
      place: () => undefined,
      ask: (question: RecordQuestion, payload: object, answer: Answer) => {
        if (seat.page === page) this.ask(seat, question, payload, answer);
      },
    };
    seat.sync = new RecordSync({
      board: BOARD,
      channel,
      shelf: seat.shelf,
      changed: () => undefined,
      after: (_ms, callback) => {
        const timer = (): void => callback();
        if (seat.page === page) seat.timers.add(timer);
        return () => void seat.timers.delete(timer);
      },
    });
    void seat.sync.start();
  }

  private ask<Q extends RecordQuestion>(
    seat: Seat,
    question: Q,
    payload: Questions[Q]['asked'] | object,
    answer: Answer,
  ) {
    if (!seat.joined) return answer(undefined);
    const { line, page } = seat;
    void this.answered(seat, question, payload).then((result) => {
      if (seat.line !== line || seat.page !== page) return;
      if (seat.losing) seat.cut();
      else
        answer(
          (result.ok
            ? { ok: true, ...result.value }
            : { ok: false, error: toWireError(result.error, 'en') }) as Reply<never>,
        );
    });
  }

  private answered(seat: Seat, question: RecordQuestion, payload: object): Promise<Result<object>> {
    const { line } = seat;
    if (question === 'record:open') {
      const { vector } = payload as { vector?: string };
      return this.records.difference(BOARD, vector, () => {
        if (seat.line === line) seat.hears = true;
      });
    }
    if (question === 'record:close') {
      seat.hears = false;
      return Promise.resolve({ ok: true, value: {} });
    }
    const { update } = payload as { update: string };
    return this.records.write({ board: BOARD, member: seat.name, update, kept: () => this.relay(seat, update) });
  }

  private relay(from: Seat, update: string): void {
    for (const seat of this.seats) if (seat !== from && seat.hears) seat.listener?.heard({ board: BOARD, update });
  }
}

export const textOf = ({ sync }: Seat, part: RecordPart): string => sync.text(part).toJSON();
