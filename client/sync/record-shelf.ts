// Owns what was written in records and is not on the server yet, so that it outlives this page: in IndexedDB where there
// is one. One shelf a board and member; pages that are open at the same time keep theirs apart.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** Before it is opened nothing is kept. */
export interface RecordShelf {
  /** What earlier pages left behind, in order. */
  open(): Promise<readonly Uint8Array[]>;
  /** What of this page is not on the server yet, in place of what it kept before and of what it took up. */
  keep(updates: readonly Uint8Array[]): void;
}

interface Entry {
  readonly shelf: string;
  readonly page: string;
  /** Counts this page's writes, so that nobody removes what they have not seen. */
  readonly stamp: number;
  readonly updates: readonly Uint8Array[];
}

interface Shelves extends DBSchema {
  updates: { key: [string, string]; value: Entry };
}
type Database = IDBPDatabase<Shelves>;

/** A database that does not open by then is done without. */
const OPEN_WITHIN_MS = 3000;

let database: Promise<Database | undefined> | undefined;

async function openDatabase(): Promise<Database | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, OPEN_WITHIN_MS));
  try {
    const opening = openDB<Shelves>('palabre-records', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('updates', { keyPath: ['shelf', 'page'] });
      },
    });
    return await Promise.race([opening, late]);
  } catch {
    return undefined;
  }
}

async function entriesOf(shelf: string): Promise<readonly Entry[]> {
  const db = await (database ??= openDatabase());
  try {
    return (await db?.getAll('updates', IDBKeyRange.bound([shelf, ''], [shelf, '\uffff']))) ?? [];
  } catch {
    return [];
  }
}

const areUpdates = (value: unknown): value is readonly Uint8Array[] =>
  Array.isArray(value) && value.every((one) => one instanceof Uint8Array);

/** Whether anything was left behind there. */
export const hasLeftovers = async (shelf: string): Promise<boolean> => (await entriesOf(shelf)).length > 0;

export class BrowserRecordShelf implements RecordShelf {
  private readonly shelf: string;
  private readonly page: string;
  private taken: readonly Entry[] = [];
  private stamp = 0;
  private opened = false;
  private work: Promise<unknown> = Promise.resolve();

  constructor(shelf: string, page: string) {
    this.shelf = shelf;
    this.page = page;
  }

  async open(): Promise<readonly Uint8Array[]> {
    this.taken = await entriesOf(this.shelf);
    this.opened = true;
    return this.taken.flatMap(({ updates }) => (areUpdates(updates) ? updates : []));
  }

  keep(updates: readonly Uint8Array[]): void {
    if (!this.opened) return;
    const { shelf, page, taken } = this;
    this.taken = [];
    const entry: Entry = { shelf, page, stamp: (this.stamp += 1), updates: [...updates] };
    // Writes follow one another, so that what was kept last is what stays.
    this.work = this.work.then(() => this.write(entry, taken)).catch(() => undefined);
  }

  private async write(entry: Entry, taken: readonly Entry[]): Promise<void> {
    const db = await (database ??= openDatabase());
    const transaction = db?.transaction('updates', 'readwrite');
    if (transaction === undefined) return;
    const { store } = transaction;
    for (const { shelf, page, stamp } of taken) {
      const there = await store.get([shelf, page]);
      if (there?.stamp === stamp) await store.delete([shelf, page]);
    }
    if (entry.updates.length > 0) await store.put(entry);
    else await store.delete([entry.shelf, entry.page]);
    await transaction.done;
  }
}
