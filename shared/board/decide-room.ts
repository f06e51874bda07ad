// Decides on the running of the meeting: the agenda, the clock that everybody sees, and where everybody is asked to look.
import { type Result, ok, reject } from '../result.ts';
import { isoTime, msOf } from '../time.ts';
import type { Board, Led } from './board.ts';
import { missingPart, sameTarget } from './decide-people.ts';
import { type Deciders, type Outcome, fieldsOf } from './decider.ts';
import type { EventBody } from './events.ts';

const done = (...events: EventBody[]): Result<Outcome> => ok({ events });
const nothing: Result<Outcome> = ok({ events: [] });

const isLedTo = (
  { led }: Board,
  by: string | undefined,
  { view, target, note }: Pick<Led, 'view' | 'target' | 'note'>,
): boolean =>
  led !== undefined &&
  led.by === by &&
  led.view === view &&
  led.note === note &&
  (led.target === undefined || target === undefined ? led.target === target : sameTarget(led.target, target));

function isThere({ notes }: Board, id: string): boolean {
  const note = notes.get(id);
  return note !== undefined && note.removed !== true;
}

export const roomDeciders = {
  'agenda.set': (board, { items }) => {
    const seen = new Set<string>();
    for (const [place, { id, target }] of items.entries()) {
      if (seen.size === seen.add(id).size) return reject('invalid', `items.${place}.id`);
      const missing = target && missingPart(board, target);
      if (missing !== undefined) return reject('not-found', `items.${place}.target.${missing}`);
    }
    if (items.length === 0 && board.agenda === undefined) return nothing;
    return done({ type: 'agenda.set', items });
  },
  'timer.start': (board, command, { now }) => {
    const { item, seconds } = command;
    if (item !== undefined && board.agenda?.some(({ id }) => id === item) !== true) return reject('not-found', 'item');
    return done({ type: 'timer.started', ...fieldsOf(command), endsAt: isoTime(now + seconds * 1000) });
  },
  'timer.extend': ({ timer }, { seconds }, { now }) => {
    if (timer === undefined) return reject('not-found', 'timer');
    // What has run over is not taken off what is given.
    const from = Math.max(now, msOf(timer.endsAt));
    return done({ type: 'timer.extended', seconds, endsAt: isoTime(from + seconds * 1000) });
  },
  'timer.stop': ({ timer }) => (timer === undefined ? nothing : done({ type: 'timer.stopped' })),
  'room.bring': (board, command, { by }) => {
    const { target, note } = command;
    const missing = target && missingPart(board, target);
    if (missing !== undefined) return reject('not-found', `target.${missing}`);
    if (note !== undefined && !isThere(board, note)) return reject('not-found', 'note');
    return isLedTo(board, by, fieldsOf(command)) ? nothing : done({ type: 'room.brought', ...fieldsOf(command) });
  },
  'room.release': ({ led }) => (led === undefined ? nothing : done({ type: 'room.released' })),
} satisfies Deciders<'agenda.set' | `timer.${'start' | 'extend' | 'stop'}` | `room.${'bring' | 'release'}`>;
