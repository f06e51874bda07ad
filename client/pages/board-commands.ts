// Turns what an element says has been chosen into the command that makes it so. New things get their ids here.
import type { BoardEventMap } from '../elements/board-events.ts';
import { randomId } from '../identity.ts';
import type { CommandFields } from './board-session.ts';

/** `round`: the open round that ballots go to. */
type ToCommand<K extends keyof BoardEventMap> = (detail: BoardEventMap[K], round: string) => CommandFields;

const toCommand = {
  'score-chosen': ({ option, criterion, score }, round) => ({
    type: 'ballot.cast',
    round,
    ballot: { cells: { [option]: { [criterion]: score } } },
  }),
  'ballot-chosen': ({ ballot }, round) => ({ type: 'ballot.cast', round, ballot }),
  'ballot-withdrawn': (_detail, round) => ({ type: 'ballot.withdraw', round }),
  'round-opened': (detail) => ({ type: 'round.open', round: randomId(), ...detail }),
  'round-extended': (detail) => ({ type: 'round.extend', ...detail }),
  'round-closed': (detail) => ({ type: 'round.close', ...detail }),
  'round-revealed': (detail) => ({ type: 'round.reveal', ...detail }),
  'option-added': (detail) => ({ type: 'option.add', option: randomId(), ...detail }),
  'option-edited': (detail) => ({ type: 'option.edit', ...detail }),
  'option-removed': (detail) => ({ type: 'option.remove', ...detail }),
  'option-restored': (detail) => ({ type: 'option.restore', ...detail }),
  'option-moved': (detail) => ({ type: 'option.move', ...detail }),
  'criterion-added': (detail) => ({ type: 'criterion.add', criterion: randomId(), ...detail }),
  'criterion-edited': (detail) => ({ type: 'criterion.edit', ...detail }),
  'criterion-removed': (detail) => ({ type: 'criterion.remove', ...detail }),
  'criterion-restored': (detail) => ({ type: 'criterion.restore', ...detail }),
  'criterion-moved': (detail) => ({ type: 'criterion.move', ...detail }),
  'fact-set': (detail) => ({ type: 'fact.set', ...detail }),
  'fact-cleared': (detail) => ({ type: 'fact.clear', ...detail }),
  'note-added': (detail) => ({ type: 'note.add', note: randomId(), ...detail }),
  'note-edited': (detail) => ({ type: 'note.edit', ...detail }),
  'note-removed': (detail) => ({ type: 'note.remove', ...detail }),
  'note-restored': (detail) => ({ type: 'note.restore', ...detail }),
  'note-resolved': (detail) => ({ type: 'note.resolve', ...detail }),
  'note-supported': (detail) => ({ type: 'note.support', ...detail }),
  'note-redacted': (detail) => ({ type: 'note.redact', ...detail }),
  'note-held': ({ note = randomId(), ...detail }) => ({ type: 'note.hold', note, ...detail }),
  'note-discarded': (detail) => ({ type: 'note.discard', ...detail }),
  'board-edited': (detail) => ({ type: 'board.edit', ...detail }),
  'member-renamed': (detail) => ({ type: 'member.rename', ...detail }),
  'member-role-chosen': (detail) => ({ type: 'member.role', ...detail }),
  'member-removed': (detail) => ({ type: 'member.remove', ...detail }),
  'member-admitted': (detail) => ({ type: 'member.admit', ...detail }),
  'guest-added': (detail) => ({ type: 'member.add', member: randomId(), ...detail }),
  'ballot-recorded': (detail) => ({ type: 'ballot.record', ...detail }),
  'recorded-withdrawn': (detail) => ({ type: 'ballot.withdraw', ...detail }),
  'decision-set': (detail) => ({ type: 'decision.set', ...detail }),
  'agenda-set': ({ items }) => ({
    type: 'agenda.set',
    items: items.map((item) => ({ ...item, id: item.id ?? randomId() })),
  }),
  'timer-started': (detail) => ({ type: 'timer.start', ...detail }),
  'timer-extended': (detail) => ({ type: 'timer.extend', ...detail }),
  'timer-stopped': () => ({ type: 'timer.stop' }),
  'room-released': () => ({ type: 'room.release' }),
} satisfies { [K in keyof BoardEventMap]?: ToCommand<K> };

type Commanding = keyof typeof toCommand;

export const COMMANDING_EVENTS = Object.keys(toCommand) as readonly Commanding[];

/** The command that an event of an element asks for. */
export function commandOf<K extends Commanding>(name: K, detail: BoardEventMap[K], round: string): CommandFields {
  // Each maker takes the detail of its own event; the compiler cannot follow that through a look-up.
  const maker = toCommand[name] as (detail: BoardEventMap[K], round: string) => CommandFields;
  return maker(detail, round);
}
