// Says what happened in the running of a meeting: the agenda, the clock, who led whom where, who facilitates.
import { msg, str } from '@lit/localize';
import type { Board } from '../../../shared/board/board.ts';
import type { Event } from '../../../shared/board/events.ts';
import { formatDuration } from '../../i18n/format.ts';
import { ledWords } from '../room/led-words.ts';

type Happened<T extends Event['type']> = Extract<Event, { type: T }>;

function startedWords({ item, seconds }: Happened<'timer.started'>, { agenda = [] }: Board): string {
  const time = formatDuration(seconds);
  const title = agenda.find(({ id }) => id === item)?.title;
  return title === undefined
    ? msg(str`Timer started: ${time}`, { id: 'history.timer-started' })
    : msg(str`${title}: ${time}`, { id: 'history.item-started' });
}

export function roomWords(event: Event, board: Board): string | undefined {
  switch (event.type) {
    case 'agenda.set':
      return msg('Agenda changed', { id: 'history.agenda' });
    case 'timer.started':
      return startedWords(event, board);
    case 'timer.extended':
      return msg(str`Timer: ${formatDuration(event.seconds)} more`, { id: 'history.timer-extended' });
    case 'timer.stopped':
      return msg('Timer stopped', { id: 'history.timer-stopped' });
    case 'room.brought':
      return msg(str`Everyone brought to: ${ledWords(board, event)}`, { id: 'history.brought' });
    case 'room.released':
      return msg('Everyone free to look around', { id: 'history.released' });
    default:
      return undefined;
  }
}

export function roleWords({ member, role }: Happened<'member.assigned'>, board: Board): string {
  const name = board.members.get(member)?.name ?? member;
  return role === 'facilitator'
    ? msg(str`${name} facilitates too`, { id: 'history.facilitates' })
    : msg(str`${name} facilitates no longer`, { id: 'history.facilitates-no-longer' });
}
