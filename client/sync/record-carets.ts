// Where the others write in the record, as the server told it last; and where somebody writes here, told as they move,
// but not at every key.
import type { Text } from 'yjs';
import type { Caret, CaretPart, MemberCaret, RecordCarets } from '../../shared/record/carets.ts';
import { indexOf, placeAt } from './caret-places.ts';
import type { RecordChannel } from './record-channel.ts';

/** How far apart one's own moves are told. */
const TOLD_EVERY_MS = 100;

/** Indices in the text of a part; undefined where the text has no such place yet. */
export interface PlacedCaret {
  readonly part: CaretPart;
  readonly anchor: number | undefined;
  readonly head: number | undefined;
}

interface SharedCaretsParts {
  readonly channel: Pick<RecordChannel, 'place'>;
  /** Told after the others moved. */
  readonly changed: () => void;
  /** Calls back once after `ms`; the answer cancels. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

const isSame = (a: Caret | null, b: Caret | null): boolean =>
  a === b || (a !== null && b !== null && a.part === b.part && a.anchor === b.anchor && a.head === b.head);

export class SharedCarets {
  private readonly parts: SharedCaretsParts;
  private readonly textOf: (part: CaretPart) => Text;
  private others: readonly MemberCaret[] = [];
  private mine: Caret | null = null;
  /** What the server has been told. */
  private told: Caret | null = null;
  private isOpen = false;
  private resting: (() => void) | undefined;

  constructor(parts: SharedCaretsParts, textOf: (part: CaretPart) => Text) {
    this.parts = parts;
    this.textOf = textOf;
  }

  /** All that there are, one's own among them, where they are by now. */
  get all(): readonly (PlacedCaret & { readonly member: string })[] {
    return this.others.map(({ member, part, anchor, head }) => {
      const text = this.textOf(part);
      return { member, part, anchor: indexOf(text, part, anchor), head: indexOf(text, part, head) };
    });
  }

  /** Indices in the text of a part; null: nowhere in the record any more. */
  place(caret: { readonly part: CaretPart; readonly anchor: number; readonly head: number } | null): void {
    const text = caret === null ? undefined : this.textOf(caret.part);
    this.mine =
      caret === null || text === undefined
        ? null
        : { part: caret.part, anchor: placeAt(text, caret.anchor), head: placeAt(text, caret.head) };
    this.tell();
  }

  /** The server has the record open for this line, and knows nothing of it yet. */
  opened(): void {
    this.isOpen = true;
    this.told = null;
    this.tell();
  }

  /** Nobody tells where the others are any more. */
  closed(): void {
    this.isOpen = false;
    this.resting?.();
    this.resting = undefined;
    this.others = [];
  }

  heard({ carets }: RecordCarets): void {
    this.others = carets;
    this.parts.changed();
  }

  private tell(): void {
    if (!this.isOpen || this.resting !== undefined || isSame(this.mine, this.told)) return;
    this.told = this.mine;
    this.parts.channel.place({ caret: this.mine });
    this.resting = this.parts.after(TOLD_EVERY_MS, () => {
      this.resting = undefined;
      this.tell();
    });
  }
}
