// One board's record in memory: a shared document that takes nothing but text, bounded in size and in the work that an
// update can make it do.
import * as Y from 'yjs';
import { RECORD_BOUNDS, RECORD_PARTS, type RecordTexts, tidyTexts } from '../../shared/record/record.ts';
import { type Result, ok, reject } from '../../shared/result.ts';

/**
 * Placing a piece may mean looking at every piece that stands there already, so the pieces of an update times those of
 * the document bound how long the whole process can be held up: a second.
 */
const MOST_WORK = 2_000_000;
/** Numbers beyond this are no count of characters that anybody typed. */
const FARTHEST = 2 ** 31;
/** The texts that a new board begins with are nobody's. */
const FIRST_WRITER = 1;

const ROOTS: ReadonlySet<unknown> = new Set(RECORD_PARTS);

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** Text in one of the known texts, or what is left of deleted text. */
function isText(struct: Struct): boolean {
  if (struct.id.clock + struct.length > FARTHEST) return false;
  if (struct instanceof Y.GC) return true;
  if (!(struct instanceof Y.Item)) return false;
  // Where it stands beside other text, Yjs takes the root from there.
  const parent: unknown = struct.parent;
  const isRooted = typeof parent === 'string' ? ROOTS.has(parent) : parent === null || parent instanceof Y.ID;
  const isContent = struct.content instanceof Y.ContentString || struct.content instanceof Y.ContentDeleted;
  return isRooted && isContent && struct.parentSub === null;
}

const newDocument = (): Y.Doc => {
  const document = new Y.Doc();
  for (const part of RECORD_PARTS) document.getText(part);
  return document;
};

const textsIn = (document: Y.Doc): RecordTexts => {
  const raw = Object.fromEntries(RECORD_PARTS.map((part) => [part, document.getText(part).toJSON()]));
  return tidyTexts(raw as Record<(typeof RECORD_PARTS)[number], string>);
};

const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The update that makes an empty record say this; `too-many` where it is more than a record holds. */
export function beginningWith(texts: RecordTexts): Result<string | undefined> {
  const document = newDocument();
  document.clientID = FIRST_WRITER;
  const written = RECORD_PARTS.filter((part) => (texts[part] ?? '') !== '');
  if (written.length === 0) return ok(undefined);
  document.transact(() => {
    for (const part of written) document.getText(part).insert(0, texts[part] ?? '');
  });
  const update = Y.encodeStateAsUpdate(document);
  return update.length > RECORD_BOUNDS.document ? reject('too-many', 'record') : ok(toBase64(update));
}

/** One update that says what all of them say. */
export const together = (updates: readonly string[]): string => {
  const [first = ''] = updates;
  return updates.length === 1 ? first : toBase64(Y.mergeUpdates(updates.map(fromBase64)));
};

export class RecordDocument {
  readonly #document = newDocument();
  /** No less than the document's bytes. */
  #atMost = 0;

  /** @throws when the kept updates are not those of a record */
  constructor(updates: readonly string[]) {
    this.#document.transact(() => {
      for (const update of updates) Y.applyUpdate(this.#document, fromBase64(update));
    });
    this.#measure();
  }

  /**
   * Takes an update, or refuses it and stays as it is: `invalid` for what is no text or does not follow on what is
   * here, `too-large`, and `too-many` when the record is full.
   * @throws where it did not stay as it is: then it is to be thrown away and read again
   */
  take(encoded: string): Result<object> {
    const update = fromBase64(encoded);
    if (update.length > RECORD_BOUNDS.update) return reject('too-large');
    let pieces: ReturnType<typeof Y.decodeUpdate>;
    try {
      pieces = Y.decodeUpdate(update);
    } catch {
      return reject('invalid', 'update');
    }
    const { structs } = pieces;
    if (!structs.every(isText) || !this.#followsOn(pieces)) return reject('invalid', 'update');
    if (structs.length * (this.#size + structs.length / 2) > MOST_WORK) return reject('too-large');
    if (this.#atMost + update.length > RECORD_BOUNDS.document) {
      this.#measure();
      if (this.#atMost + update.length > RECORD_BOUNDS.document) return reject('too-many', 'record');
    }
    Y.applyUpdate(this.#document, update);
    this.#atMost += update.length;
    const { pendingStructs, pendingDs } = this.#document.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error('an update points to what is not there');
    return ok({});
  }

  /** What somebody lacks who has `vector` (undefined: nothing yet); `invalid` for what is no vector. */
  difference(vector: string | undefined): Result<{ readonly update: string; readonly vector: string }> {
    try {
      const known = vector === undefined || vector === '' ? undefined : fromBase64(vector);
      const update = Y.encodeStateAsUpdate(this.#document, known);
      return ok({ update: toBase64(update), vector: toBase64(Y.encodeStateVector(this.#document)) });
    } catch {
      return reject('invalid', 'vector');
    }
  }

  get texts(): RecordTexts {
    return textsIn(this.#document);
  }

  /** The whole document as one update. */
  whole(): string {
    return toBase64(Y.encodeStateAsUpdate(this.#document));
  }

  destroy(): void {
    this.#document.destroy();
  }

  /** How many pieces it is made of. */
  get #size(): number {
    let size = 0;
    for (const structs of this.#document.store.clients.values()) size += structs.length;
    return size;
  }

  /** Each writer's pieces begin where that writer's known ones end, and what they point to and delete is there. */
  #followsOn({ structs, ds }: ReturnType<typeof Y.decodeUpdate>): boolean {
    const ends = Y.decodeStateVector(Y.encodeStateVector(this.#document));
    for (const { id, length } of structs) {
      const end = ends.get(id.client) ?? 0;
      if (id.clock > end) return false;
      ends.set(id.client, Math.max(end, id.clock + length));
    }
    const isThere = (client: number, end: number): boolean => end <= (ends.get(client) ?? 0);
    const isKnown = (id: unknown): boolean => !(id instanceof Y.ID) || isThere(id.client, id.clock + 1);
    const areKnown = structs.every(
      (struct) =>
        !(struct instanceof Y.Item) || [struct.origin, struct.rightOrigin, struct.parent as unknown].every(isKnown),
    );
    const isDeletable = [...ds.clients].every(([client, deleted]) =>
      deleted.every(({ clock, len }) => isThere(client, clock + len)),
    );
    return areKnown && isDeletable;
  }

  #measure(): void {
    this.#atMost = Y.encodeStateAsUpdate(this.#document).length;
  }
}
