// Keeps this page's copy of a board's record in step with the server's. What is written here goes into a queue, is kept
// on the shelf until the server has it on disk, and is sent one piece at a time; joining again is the same path as
// opening: say what we have, take what we lack, send what the server lacks.
import * as Y from 'yjs';
import {
  RECORD_BOUNDS,
  RECORD_PARTS,
  type RecordPart,
  type RecordRelay,
  type RecordTexts,
  tidyTexts,
} from '../../shared/record/record.ts';
import type { RecordCarets } from '../../shared/record/carets.ts';
import type { RejectionCode, WireError } from '../../shared/rejections.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { SharedCarets } from './record-carets.ts';
import type { RecordChannel, RecordListener } from './record-channel.ts';
import type { RecordShelf } from './record-shelf.ts';

/** Keys pressed in quick succession leave together. */
const GATHER_MS = 120;
const KEEP_EVERY_MS = 200;
const RETRY_MS = 1000;
/** Pieces of the queue are put together up to so many bytes and so many changes. */
const PIECE_BYTES = 16 * 1024;
const PIECE_CHANGES = 80;

const PASSING: ReadonlySet<RejectionCode> = new Set(['too-fast', 'try-again']);

/** Marks what did not come from this page's writer. */
const FROM_SERVER = 'server';
const FROM_SHELF = 'shelf';

export interface RecordSyncParts {
  readonly board: string;
  readonly channel: Pick<RecordChannel, 'ask' | 'joined' | 'listen' | 'place'>;
  readonly shelf: RecordShelf;
  /** Told after anything changed. */
  readonly changed: () => void;
  /** Calls back once after `ms`; the answer cancels. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

type Timer = 'send' | 'keep' | 'open';

interface Piece {
  update: Uint8Array;
  changes: number;
}

export class RecordSync implements RecordListener {
  readonly document = new Y.Doc();
  readonly carets: SharedCarets;
  private readonly parts: RecordSyncParts;
  private queue: Piece[] = [];
  /** The first piece of the queue is on its way. */
  private sending = false;
  /** What the server has is here, and it tells what is new. */
  private opened = false;
  private opening = false;
  private seen = false;
  /** Wanted: somebody looks at the record, or something waits. */
  private wanted = false;
  private ready = false;
  private refusedAs: RejectionCode | undefined;
  /** An update was refused as `invalid` since the last one that was taken: the server may have lost what it leans on. */
  private doubted = false;
  /** Counts lines and openings, so that no answer to an earlier question is taken for one to a later. */
  private turn = 0;
  private readonly timers = new Map<Timer, () => void>();

  constructor(parts: RecordSyncParts) {
    this.parts = parts;
    this.carets = new SharedCarets(parts, (part) => this.text(part));
    for (const part of RECORD_PARTS) this.document.getText(part);
    this.document.on('update', (update: Uint8Array, origin: unknown) => this.written(update, origin));
    parts.channel.listen(this);
  }

  /** Takes up what an earlier page left behind, and opens the record. */
  async start(): Promise<void> {
    this.wanted = true;
    const left = await this.parts.shelf.open();
    for (const update of left) this.apply(update, FROM_SHELF);
    this.queue = [...left.map((update) => ({ update, changes: 1 })), ...this.queue];
    this.ready = true;
    this.open();
  }

  /** Nobody looks at it any more, or somebody does again. */
  watch(on: boolean): void {
    if (this.wanted === on) return;
    this.wanted = on;
    if (on) this.open();
    else if (this.queue.length === 0) this.leave();
  }

  /** As written, not tidied: what an editor shows. */
  text(part: RecordPart): Y.Text {
    return this.document.getText(part);
  }

  get texts(): RecordTexts {
    const raw = Object.fromEntries(RECORD_PARTS.map((part) => [part, this.text(part).toJSON()]));
    return tidyTexts(raw as Record<RecordPart, string>);
  }

  /** What the server has was here at least once. */
  get isLoaded(): boolean {
    return this.seen;
  }

  /** Written here and not on the server's disk yet. */
  get waiting(): boolean {
    return this.queue.length > 0;
  }

  get isOpen(): boolean {
    return this.opened;
  }

  /** Why the server does not take what was written here. */
  get refused(): RejectionCode | undefined {
    return this.refusedAs;
  }

  /** Puts what waits on the shelf now: the page may be about to go. */
  flush(): void {
    this.clear('keep');
    this.parts.shelf.keep(this.queue.map(({ update }) => update));
  }

  close(): void {
    this.leave();
    this.flush();
    this.parts.channel.listen(undefined);
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
    this.document.destroy();
  }

  joined(): void {
    this.cut();
    this.open();
  }

  cut(): void {
    this.turn += 1;
    this.opened = false;
    this.opening = false;
    this.sending = false;
    this.clear('send');
    this.clear('open');
    this.carets.closed();
    this.parts.changed();
  }

  heardCarets(carets: RecordCarets): void {
    if (carets.board === this.parts.board) this.carets.heard(carets);
  }

  heard({ board, update }: RecordRelay): void {
    if (board !== this.parts.board) return;
    this.apply(fromBase64(update), FROM_SERVER);
  }

  private apply(update: Uint8Array, origin: string): void {
    try {
      Y.applyUpdate(this.document, update, origin);
    } catch {
      // Not an update of a record; the next opening brings what is right.
    }
    this.parts.changed();
  }

  private written(update: Uint8Array, origin: unknown): void {
    if (origin === FROM_SERVER || origin === FROM_SHELF) return;
    const last = this.queue.at(-1);
    const isOnItsWay = this.sending && this.queue.length === 1;
    if (
      last !== undefined &&
      !isOnItsWay &&
      last.changes < PIECE_CHANGES &&
      last.update.length + update.length <= PIECE_BYTES
    ) {
      last.update = Y.mergeUpdates([last.update, update]);
      last.changes += 1;
    } else this.queue.push({ update, changes: 1 });
    this.keepSoon();
    if (this.refusedAs !== undefined) {
      // What is written now may be what was taken out to make room.
      this.refusedAs = undefined;
      this.openAnew();
      return;
    }
    if (this.opened) this.later('send', GATHER_MS, () => this.send());
    else this.later('open', GATHER_MS, () => this.open());
    this.parts.changed();
  }

  private open(): void {
    const { channel } = this.parts;
    if (!this.ready || !channel.joined || this.opening || this.opened) return;
    if (!this.wanted && this.queue.length === 0) return;
    this.opening = true;
    const turn = (this.turn += 1);
    const vector = toBase64(Y.encodeStateVector(this.document));
    channel.ask('record:open', { vector }, (reply) => {
      if (turn !== this.turn) return;
      this.opening = false;
      if (reply === undefined) return this.later('open', RETRY_MS, () => this.open());
      if (!reply.ok) return this.notOpened(reply.error);
      this.apply(fromBase64(reply.update), FROM_SERVER);
      this.opened = true;
      this.seen = true;
      this.carets.opened();
      this.fill(fromBase64(reply.vector));
      this.parts.changed();
      this.send();
    });
  }

  private notOpened(error: WireError): void {
    if (PASSING.has(error.code)) this.later('open', error.retryAfter ?? RETRY_MS, () => this.open());
    else this.refuse(error.code);
  }

  /** What the server lacks of ours, as one piece where it is small enough; else the pieces as they were written. */
  private fill(vector: Uint8Array): void {
    const theirs = Y.decodeStateVector(vector);
    const ours = Y.decodeStateVector(Y.encodeStateVector(this.document));
    const lacks = [...ours].some(([client, clock]) => (theirs.get(client) ?? 0) < clock);
    if (!lacks && this.queue.length === 0) return;
    const missing = Y.encodeStateAsUpdate(this.document, vector);
    if (missing.length <= RECORD_BOUNDS.update) this.queue = [{ update: missing, changes: PIECE_CHANGES }];
    this.keepSoon();
  }

  private send(): void {
    const [first] = this.queue;
    if (!this.opened || this.sending || this.refusedAs !== undefined) return;
    if (first === undefined) {
      if (!this.wanted) this.leave();
      return;
    }
    this.clear('send');
    this.sending = true;
    const { turn } = this;
    this.parts.channel.ask('record:update', { update: toBase64(first.update) }, (reply) => {
      if (turn !== this.turn) return;
      this.sending = false;
      if (reply === undefined) return this.openAnew();
      if (reply.ok) {
        this.queue.shift();
        this.doubted = false;
        this.keepSoon();
        this.parts.changed();
        this.send();
      } else if (PASSING.has(reply.error.code)) {
        this.later('send', reply.error.retryAfter ?? RETRY_MS, () => this.send());
      } else if (reply.error.code === 'invalid' && !this.doubted) {
        this.doubted = true;
        this.openAnew();
      } else this.refuse(reply.error.code);
    });
  }

  private openAnew(): void {
    this.turn += 1;
    this.opened = false;
    this.sending = false;
    this.later('open', RETRY_MS, () => this.open());
    this.parts.changed();
  }

  private refuse(code: RejectionCode): void {
    this.refusedAs = code;
    this.parts.changed();
  }

  private leave(): void {
    if (this.opened) this.parts.channel.ask('record:close', {}, () => undefined);
    this.carets.closed();
    this.turn += 1;
    this.sending = false;
    this.opened = false;
    this.opening = false;
  }

  private keepSoon(): void {
    if (!this.timers.has('keep')) this.later('keep', KEEP_EVERY_MS, () => this.flush());
  }

  private later(what: Timer, ms: number, action: () => void): void {
    this.clear(what);
    this.timers.set(
      what,
      this.parts.after(ms, () => {
        this.timers.delete(what);
        action();
      }),
    );
  }

  private clear(what: Timer): void {
    this.timers.get(what)?.();
    this.timers.delete(what);
  }
}
