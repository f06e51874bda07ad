// Owns what must outlive this page: commands that were not acknowledged, and one's own ballots.
// IndexedDB where there is one; a browser that refuses it gets a page that forgets on reload, and nothing worse.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as z from 'zod/mini';
import type { Command } from '../../shared/board/commands.ts';
import { parseCommand, parseWith } from '../../shared/board/parse.ts';
import { isId } from '../../shared/ids.ts';
import { type Ballot, type StoredBallot, anyBallotSchema } from '../../shared/voting/ballots.ts';

export interface KeptBallot extends StoredBallot {
  readonly receipt?: string;
}

export interface Kept {
  readonly commands: readonly Command[];
  readonly ballots: ReadonlyMap<string, KeptBallot>;
}

/** One shelf a board and member. Before one is open, nothing is kept. */
export interface Outbox {
  /** What was left behind on a shelf; later writes go there. */
  open(shelf: string): Promise<Kept>;
  /** The unacknowledged commands of this page, in order, in place of those it kept before. */
  keepCommands(commands: readonly Command[]): void;
  keepBallot(round: string, ballot: KeptBallot): void;
  dropBallot(round: string): void;
}

interface Shelves extends DBSchema {
  commands: {
    key: [string, string];
    value: { shelf: string; id: string; at: number; order: number; command: unknown };
  };
  ballots: { key: [string, string]; value: { shelf: string; round: string; kept: unknown } };
}

type Database = IDBPDatabase<Shelves>;

const NOTHING: Kept = { commands: [], ballots: new Map() };
/** A database that does not open by then is done without. */
const OPEN_WITHIN_MS = 3000;

const keptSchema = z.object({
  ballot: anyBallotSchema,
  done: z.boolean(),
  receipt: z.optional(z.string().check(z.maxLength(64))),
});

/** Rows are read as if somebody else had written them; what cannot be read is left out. */
function readBallots(rows: readonly Shelves['ballots']['value'][]): ReadonlyMap<string, KeptBallot> {
  const ballots = new Map<string, KeptBallot>();
  for (const { round, kept } of rows) {
    const read = isId(round) ? parseWith(keptSchema, kept) : undefined;
    if (read?.ok !== true) continue;
    const { ballot, done, receipt } = read.value;
    // The schema is that of given ballots; a kept one has no cell taken back.
    ballots.set(round, { ballot: ballot as Ballot, done, ...(receipt !== undefined && { receipt }) });
  }
  return ballots;
}

function readCommands(rows: readonly Shelves['commands']['value'][]): readonly Command[] {
  return rows
    .filter(({ at, order }) => Number.isFinite(at) && Number.isFinite(order))
    .toSorted((a, b) => a.at - b.at || a.order - b.order)
    .map(({ command }) => parseCommand(command))
    .flatMap((read) => (read.ok ? [read.value] : []));
}

async function openDatabase(): Promise<Database | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, OPEN_WITHIN_MS));
  try {
    const database = openDB<Shelves>('palabre', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('commands', { keyPath: ['shelf', 'id'] });
        fresh.createObjectStore('ballots', { keyPath: ['shelf', 'round'] });
      },
    });
    return await Promise.race([database, late]);
  } catch {
    return undefined;
  }
}

export class BrowserOutbox implements Outbox {
  private shelf: string | undefined;
  private database: Promise<Database | undefined> | undefined;
  /** What is on the shelf: each command's text and its place in the order of asking. */
  private written = new Map<string, { readonly text: string; readonly order: number }>();
  private asked = 0;
  private work: Promise<unknown> = Promise.resolve();
  /** When this page began, in ms: its commands come after those of earlier pages. */
  private startedAt: number;

  constructor(now: number) {
    this.startedAt = now;
  }

  async open(shelf: string): Promise<Kept> {
    this.shelf = undefined;
    await this.work;
    const kept = await this.read(shelf);
    this.shelf = shelf;
    this.written = new Map(kept.commands.map((command) => [command.id, { text: JSON.stringify(command), order: 0 }]));
    return kept;
  }

  keepCommands(commands: readonly Command[]): void {
    const { shelf, written } = this;
    if (shelf === undefined) return;
    const wanted = commands.map((command) => {
      const order = written.get(command.id)?.order ?? (this.asked += 1);
      return { command, order, text: JSON.stringify(command) };
    });
    const ids = new Set(commands.map(({ id }) => id));
    const gone = [...written.keys()].filter((id) => !ids.has(id));
    const fresh = wanted.filter(({ command, text }) => written.get(command.id)?.text !== text);
    this.written = new Map(wanted.map(({ command, text, order }) => [command.id, { text, order }]));
    if (gone.length === 0 && fresh.length === 0) return;
    this.write(async (database) => {
      const transaction = database.transaction('commands', 'readwrite');
      for (const id of gone) void transaction.store.delete([shelf, id]);
      for (const { command, order } of fresh) {
        void transaction.store.put({ shelf, id: command.id, at: this.startedAt, order, command });
      }
      await transaction.done;
    });
  }

  keepBallot(round: string, kept: KeptBallot): void {
    const { shelf } = this;
    if (shelf !== undefined) this.write((database) => database.put('ballots', { shelf, round, kept }));
  }

  dropBallot(round: string): void {
    const { shelf } = this;
    if (shelf !== undefined) this.write((database) => database.delete('ballots', [shelf, round]));
  }

  private async read(shelf: string): Promise<Kept> {
    this.database ??= openDatabase();
    const database = await this.database;
    if (database === undefined) return NOTHING;
    const range = IDBKeyRange.bound([shelf, ''], [shelf, '\uffff']);
    try {
      const commands = await database.getAll('commands', range);
      const ballots = await database.getAll('ballots', range);
      // A clock that was set back must not put this page before the ones it follows.
      const latest = commands.reduce((most, { at }) => (Number.isFinite(at) && at > most ? at : most), 0);
      this.startedAt = Math.max(this.startedAt, latest + 1);
      return { commands: readCommands(commands), ballots: readBallots(ballots) };
    } catch {
      return NOTHING;
    }
  }

  /** Writes follow one another, so that what was kept last is what stays. */
  private write(job: (database: Database) => Promise<unknown>): void {
    this.work = this.work
      .then(() => this.database)
      .then((database) => (database === undefined ? undefined : job(database)))
      .catch(() => undefined);
  }
}
