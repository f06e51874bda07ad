// What a command does to a board: events and a change to a ballot box, or a refusal. Pure: the same in server and browser.
import { type Result, reject } from '../result.ts';
import type { Board } from './board.ts';
import type { Command, CommandType } from './commands.ts';
import { heldNoteDeciders } from './decide-held-notes.ts';
import { peopleDeciders } from './decide-people.ts';
import { roomDeciders } from './decide-room.ts';
import { roundDeciders } from './decide-rounds.ts';
import { structureDeciders } from './decide-structure.ts';
import type { Context, Deciders, Outcome } from './decider.ts';
import { isHeldByLock, mayDo } from './permissions.ts';

const deciders: Deciders<CommandType> = {
  ...structureDeciders,
  ...roundDeciders,
  ...peopleDeciders,
  ...heldNoteDeciders,
  ...roomDeciders,
};

/**
 * Decides a command whose shape is known to be right. Checked in this order: role (`not-allowed`), lock (`locked`),
 * existence (`not-found`, `exists`), state (`round-open`, `round-not-open`, `too-few`, `too-many`), and, where the
 * fields contradict the board, `invalid` with the field.
 */
export function decide(board: Board, command: Command, context: Context): Result<Outcome> {
  if (context.by !== undefined && !mayDo(board.members.get(context.by), command.type)) return reject('not-allowed');
  if (isHeldByLock(board, command.type)) return reject('locked');
  // Each decider takes the commands of its own key; the compiler cannot follow that through a look-up.
  const decider = deciders[command.type] as (board: Board, command: Command, context: Context) => Result<Outcome>;
  return decider(board, command, context);
}
