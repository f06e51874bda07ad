// Who may do what, and what a lock holds still.
import type { Board, Member } from './board.ts';
import type { CommandType } from './commands.ts';

/** The lowest role that may send a command. Whether it is the author's own note is looked at later. */
const LOWEST_ROLE: Readonly<Record<CommandType, 'facilitator' | 'voter'>> = {
  'board.edit': 'facilitator',
  'option.add': 'facilitator',
  'option.edit': 'facilitator',
  'option.remove': 'facilitator',
  'option.restore': 'facilitator',
  'option.move': 'facilitator',
  'criterion.add': 'facilitator',
  'criterion.edit': 'facilitator',
  'criterion.remove': 'facilitator',
  'criterion.restore': 'facilitator',
  'criterion.move': 'facilitator',
  'fact.set': 'voter',
  'fact.clear': 'voter',
  'round.open': 'facilitator',
  'round.extend': 'facilitator',
  'round.close': 'facilitator',
  'round.reveal': 'facilitator',
  'ballot.cast': 'voter',
  'ballot.withdraw': 'voter',
  'ballot.record': 'facilitator',
  'note.add': 'voter',
  'note.edit': 'voter',
  'note.remove': 'voter',
  'note.restore': 'voter',
  'note.resolve': 'voter',
  'note.support': 'voter',
  'note.redact': 'voter',
  'note.hold': 'voter',
  'note.discard': 'voter',
  'member.rename': 'voter',
  'member.role': 'facilitator',
  'member.remove': 'facilitator',
  'member.admit': 'facilitator',
  'member.add': 'facilitator',
  'decision.set': 'facilitator',
  'agenda.set': 'facilitator',
  'timer.start': 'facilitator',
  'timer.extend': 'facilitator',
  'timer.stop': 'facilitator',
  'room.bring': 'facilitator',
  'room.release': 'facilitator',
};

/** Whether a member may send a command of this type at all. Watchers are no members, and who waits only watches. */
export function mayDo(member: Member | undefined, type: CommandType): boolean {
  if (member === undefined || member.removed === true || member.guest === true) return false;
  if (member.waiting === true) return type === 'member.rename';
  return member.role === 'facilitator' || LOWEST_ROLE[type] === 'voter';
}

/** A locked board keeps its options, criteria and facts as they are. */
export const isHeldByLock = (board: Board, type: CommandType): boolean =>
  board.locked && /^(option|criterion|fact)\./.test(type);
