// Owns how one's own ballots and notes are drawn: pending changes in them, and what of them is still on its way.
import type { Command } from '../../shared/board/commands.ts';
import type { BoardView, MyBallot } from '../board-view.ts';
import type { KeptBallot } from './outbox.ts';
import { type Folded, type Pending, givesCells, recordKey, waitingCells } from './pending.ts';

type OwnThings = Pick<BoardView, 'mine' | 'recorded' | 'held' | 'waiting' | 'waitingNotes'>;
type Ballots = ReadonlyMap<string, KeptBallot>;

const receiptOf = (ballots: Ballots, key: string): { readonly receipt?: string } => {
  const receipt = ballots.get(key)?.receipt;
  return receipt === undefined ? {} : { receipt };
};

/** Bringing everybody to a note leaves it as it is. */
const changedNote = (command: Command): string | undefined =>
  'note' in command && command.type !== 'room.bring' ? command.note : undefined;

/** `own` and `guests` are the confirmed ballots, which know their receipts. */
export function ownThings(folded: Folded, pending: readonly Pending[], own: Ballots, guests: Ballots): OwnThings {
  const mine = new Map<string, MyBallot>();
  for (const { id } of folded.board.rounds) {
    const ballot = folded.mine.get(id);
    const waiting = waitingCells(pending, id);
    mine.set(id, { ballot: ballot?.ballot, done: ballot?.done ?? false, waiting, ...receiptOf(own, id) });
  }
  const recorded = new Map<string, MyBallot>();
  for (const [key, { ballot, done }] of folded.recorded) {
    const [round = '', guest = ''] = key.split('/');
    const waiting = waitingCells(pending, round, guest);
    recorded.set(recordKey(round, guest), { ballot, done, waiting, ...receiptOf(guests, key) });
  }
  const unanswered = pending.filter(({ answer }) => answer === undefined);
  const cells = [...mine.values()].reduce((sum, { waiting }) => sum + waiting.size, 0);
  const others = unanswered.filter(({ command }) => !givesCells(command));
  const waitingNotes = new Set(unanswered.flatMap(({ command }) => changedNote(command) ?? []));
  const held = Array.from(folded.held.values(), (note) => ({ ...note, waiting: waitingNotes.has(note.note) }));
  return { mine, recorded, held, waiting: cells + others.length, waitingNotes };
}
