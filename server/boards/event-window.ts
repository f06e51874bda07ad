// The latest committed events of a board in memory: what an update carries and what a returning client has missed.
import type { Event } from '../../shared/board/events.ts';
import { withoutText } from '../../shared/board/redaction.ts';

/** Beyond this a gap is longer than it is worth; the whole board is sent instead. */
const MOST_KEPT = 2000;

const sizes = new WeakMap<Event, number>();

/** Characters of an event on the wire. */
export function sizeOf(event: Event): number {
  const known = sizes.get(event);
  if (known !== undefined) return known;
  const size = JSON.stringify(event).length + 1;
  sizes.set(event, size);
  return size;
}

export class EventWindow {
  #events: Event[];

  constructor(events: readonly Event[]) {
    this.#events = [...events];
  }

  add(events: readonly Event[]): void {
    this.#events.push(...events);
    // What comes in one piece goes out in one: held notes may be many.
    if (this.#events.length > MOST_KEPT) this.#events = this.#events.slice(-MOST_KEPT / 2 - events.length);
    for (const event of events) if (event.type === 'note.redacted') this.#redact(event.note);
  }

  #redact(note: string): void {
    this.#events = this.#events.map((event) => withoutText(event, note));
  }

  /** The events after a revision, of a log that ends at `last`; undefined when the first of them is not here. */
  after(revision: number, last: number): readonly Event[] | undefined {
    const missing = last - revision;
    if (missing === 0) return [];
    return missing < 0 || missing > this.#events.length ? undefined : this.#events.slice(-missing);
  }
}
