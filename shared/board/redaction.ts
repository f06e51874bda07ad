// Taking a note's text out of the events of a log: what is left of it there.
import type { Event } from './events.ts';

const emptied = <T extends { readonly text: string }>(said: T): T => ({ ...said, text: '' });

/** The same event without any text of a note; the event itself where it has none. */
export function withoutText(event: Event, note: string): Event {
  if (event.type === 'note.added' || event.type === 'note.edited') {
    return event.note === note && event.text !== '' ? emptied(event) : event;
  }
  if (event.type !== 'board.created' || !event.notes.some(({ id, text }) => id === note && text !== '')) return event;
  return { ...event, notes: event.notes.map((one) => (one.id === note ? emptied(one) : one)) };
}
