// Owns what must outlive this page: commands that were not acknowledged, and one's own ballots.
// IndexedDB where there is one; a browser that refuses it gets a page that forgets on reload, and nothing worse.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Command } from '../../shared/board/commands.ts';
import { parseCommand } from '../../shared/board/parse.ts';
import type { StoredBallot } from '../../shared/voting/ballots.ts';

export interface KeptBallot extends StoredBallot {
  readonly receipt?: string;
}

export interface Kept {
  readonly commands: readonly Command[];
  readonly ballots: ReadonlyMap<string, KeptBallot>;
}

export interface Outbox {
  /** What was left behind for a board; later writes are for this board. */
  open(board: string): Promise<Kept>;
  /** The unacknowledged commands of this page, in order, in place of those it kept before. */
  keepCommands(commands: readonly Command[]): void;
  keepBallot(round: string, ballot: KeptBallot): void;
  dropBallot(round: string): void;
}

interface Shelves extends DBSchema {
  commands: {
    key: [string, string];
    value: { board: string; id: string; at: number; order: number; command: unknown };
  };
  ballots: { key: [string, string]; value: { board: string; round: string; kept: KeptBallot } };
}

const nothing: Kept = { commands: [], ballots: new Map() };

export class BrowserOutbox implements Outbox {
  private board = '';
  private database: Promise<IDBPDatabase<Shelves> | undefined> | undefined;
  /** What is on the shelf: each command's text and its place in the order of asking. */
  private written = new Map<string, { readonly text: string; readonly order: number }>();
  private asked = 0;
  private work: Promise<unknown> = Promise.resolve();
  private readonly startedAt: number;

  constructor(now: number) {
    this.startedAt = now;
  }

  async open(board: string): Promise<Kept> {
    this.board = board;
    this.database = openDB<Shelves>('palabre', 1, {
      upgrade(database) {
        database.createObjectStore('commands', { keyPath: ['board', 'id'] });
        database.createObjectStore('ballots', { keyPath: ['board', 'round'] });
      },
    }).catch(() => undefined);
    const database = await this.database;
    if (database === undefined) return nothing;
    const range = IDBKeyRange.bound([board, ''], [board, '\uffff']);
    const commands = await database.getAll('commands', range);
    const ballots = await database.getAll('ballots', range);
    const parsed = commands
      .sort((a, b) => a.at - b.at || a.order - b.order)
      .map(({ command }) => parseCommand(command))
      .flatMap((result) => (result.ok ? [result.value] : []));
    for (const command of parsed) this.written.set(command.id, { text: JSON.stringify(command), order: 0 });
    return { commands: parsed, ballots: new Map(ballots.map(({ round, kept }) => [round, kept])) };
  }

  keepCommands(commands: readonly Command[]): void {
    const { board, written } = this;
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
      for (const id of gone) void transaction.store.delete([board, id]);
      for (const { command, order } of fresh) {
        void transaction.store.put({ board, id: command.id, at: this.startedAt, order, command });
      }
      await transaction.done;
    });
  }

  keepBallot(round: string, kept: KeptBallot): void {
    const { board } = this;
    this.write((database) => database.put('ballots', { board, round, kept }));
  }

  dropBallot(round: string): void {
    const { board } = this;
    this.write((database) => database.delete('ballots', [board, round]));
  }

  /** Writes follow one another, so that what was kept last is what stays. */
  private write(job: (database: IDBPDatabase<Shelves>) => Promise<unknown>): void {
    this.work = this.work
      .then(() => this.database)
      .then((database) => (database === undefined ? undefined : job(database)))
      .catch(() => undefined);
  }
}
