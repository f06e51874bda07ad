// Says what happened in a meeting: one event, or one difference between two moments.
import { msg, str } from '@lit/localize';
import { type Board, type Note, type RoundStage, criterionOf, optionOf, roundOf } from '../../../shared/board/board.ts';
import type { Event } from '../../../shared/board/events.ts';
import { formatNumber } from '../../i18n/format.ts';
import { phaseName } from '../board/phase-words.ts';
import { kindWord } from '../notes/note-kinds.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import { targetName } from '../targets.ts';
import { keyReplacedWords } from './key-words.ts';
import type { Change, Verb } from './meeting.ts';
import { roleWords, roomWords } from './room-words.ts';

type Doing = Verb | 'moved' | 'resolved' | 'reopened' | 'supported' | 'unsupported';

const DONE: Readonly<Record<Doing, (what: string) => string>> = {
  added: (what) => msg(str`Added: ${what}`, { id: 'history.added' }),
  changed: (what) => msg(str`Changed: ${what}`, { id: 'history.changed' }),
  removed: (what) => msg(str`Taken away: ${what}`, { id: 'history.removed' }),
  restored: (what) => msg(str`Brought back: ${what}`, { id: 'history.restored' }),
  moved: (what) => msg(str`Moved: ${what}`, { id: 'history.moved' }),
  resolved: (what) => msg(str`Resolved: ${what}`, { id: 'history.resolved' }),
  reopened: (what) => msg(str`Reopened: ${what}`, { id: 'history.reopened' }),
  supported: (what) => msg(str`Supported: ${what}`, { id: 'history.supported' }),
  unsupported: (what) => msg(str`Support taken back: ${what}`, { id: 'history.unsupported' }),
};

const STAGES: Readonly<Record<RoundStage, (round: string) => string>> = {
  open: (round) => msg(str`${round} opened`, { id: 'history.round-opened' }),
  closed: (round) => msg(str`${round} closed`, { id: 'history.round-closed' }),
  revealed: (round) => msg(str`${round} revealed`, { id: 'history.round-revealed' }),
};

const option = (board: Board, id: string): string =>
  msg(str`option ${optionOf(board, id)?.name ?? id}`, { id: 'history.option' });
const criterion = (board: Board, id: string): string =>
  msg(str`criterion ${criterionOf(board, id)?.name ?? id}`, { id: 'history.criterion' });
const round = (board: Board, id: string): string => roundTitle(board.rounds.findIndex((one) => one.id === id) + 1);

function note(board: Board, id: string): string {
  const one: Note | undefined = board.notes.get(id);
  if (one === undefined) return id;
  return `${kindWord(one.kind)}, ${targetName(board, one.target)}`;
}

function edited({ phase, locked, approval }: Extract<Event, { type: 'board.edited' }>): string {
  if (phase !== undefined) return msg(str`Phase: ${phaseName(phase)}`, { id: 'history.phase' });
  if (approval !== undefined) {
    return approval
      ? msg('Newcomers wait to be let in', { id: 'history.approval' })
      : msg('Newcomers come straight in', { id: 'history.no-approval' });
  }
  if (locked === undefined) return DONE.changed(msg('the board', { id: 'history.board' }));
  return locked
    ? msg('Structure locked', { id: 'history.locked' })
    : msg('Structure unlocked', { id: 'history.unlocked' });
}

function optionWords(event: Event, board: Board): string | undefined {
  switch (event.type) {
    case 'option.added':
      return DONE.added(option(board, event.option));
    case 'option.edited':
      return DONE.changed(option(board, event.option));
    case 'option.removed':
      return DONE.removed(option(board, event.option));
    case 'option.restored':
      return DONE.restored(option(board, event.option));
    case 'option.moved':
      return DONE.moved(option(board, event.option));
    case 'fact.set':
      return DONE.changed(`${option(board, event.option)}, ${event.label}`);
    case 'fact.cleared':
      return DONE.removed(`${option(board, event.option)}, ${event.label}`);
    default:
      return undefined;
  }
}

function criterionWords(event: Event, board: Board): string | undefined {
  switch (event.type) {
    case 'criterion.added':
      return DONE.added(criterion(board, event.criterion));
    case 'criterion.edited': {
      const what = criterion(board, event.criterion);
      if (event.weight === undefined) return DONE.changed(what);
      return DONE.changed(`${what}, ${msg(str`weight ${formatNumber(event.weight)}`, { id: 'history.weight' })}`);
    }
    case 'criterion.removed':
      return DONE.removed(criterion(board, event.criterion));
    case 'criterion.restored':
      return DONE.restored(criterion(board, event.criterion));
    case 'criterion.moved':
      return DONE.moved(criterion(board, event.criterion));
    default:
      return undefined;
  }
}

function noteWords(event: Event, board: Board): string | undefined {
  switch (event.type) {
    case 'note.added':
      return DONE.added(note(board, event.note));
    case 'note.edited':
      return DONE.changed(note(board, event.note));
    case 'note.removed':
      return DONE.removed(note(board, event.note));
    case 'note.restored':
      return DONE.restored(note(board, event.note));
    case 'note.redacted':
      return msg(str`Redacted: ${note(board, event.note)}`, { id: 'history.redacted' });
    case 'note.resolved':
      return DONE[event.on ? 'resolved' : 'reopened'](note(board, event.note));
    case 'note.supported':
      return DONE[event.on ? 'supported' : 'unsupported'](note(board, event.note));
    default:
      return undefined;
  }
}

function roundWords(event: Event, board: Board): string | undefined {
  switch (event.type) {
    case 'round.opened':
      return STAGES.open(round(board, event.round));
    case 'round.extended':
      return msg(str`${round(board, event.round)} extended`, { id: 'history.round-extended' });
    case 'round.closing':
      return msg(str`${round(board, event.round)} is about to close`, { id: 'history.round-closing' });
    case 'round.closed':
      return STAGES.closed(round(board, event.round));
    case 'round.revealed':
      return STAGES.revealed(round(board, event.round));
    default:
      return undefined;
  }
}

const joined = (name: string): string => msg(str`Joined: ${name}`, { id: 'history.joined' });
const left = (name: string): string => msg(str`Left: ${name}`, { id: 'history.left' });
const memberName = (board: Board, id: string): string => board.members.get(id)?.name ?? id;

function peopleWords(event: Event, board: Board): string {
  switch (event.type) {
    case 'board.created':
      return msg('The board was made', { id: 'history.created' });
    case 'board.edited':
      return edited(event);
    case 'member.joined':
      return event.waiting === true
        ? msg(str`Asks to come in: ${event.name}`, { id: 'history.asks' })
        : joined(event.name);
    case 'member.admitted':
      return msg(str`Let in: ${memberName(board, event.member)}`, { id: 'history.admitted' });
    case 'member.added':
      return msg(str`Added, without a device: ${event.name}`, { id: 'history.guest' });
    case 'member.removed':
      return left(memberName(board, event.member));
    case 'member.assigned':
      return roleWords(event, board);
    case 'member.renamed':
      return DONE.changed(memberName(board, event.member));
    case 'key.rotated':
      return keyReplacedWords(event.role);
    case 'decision.set':
      return msg('Decision recorded', { id: 'history.decided' });
    default:
      return '';
  }
}

/** `board`: as it was after the event. */
export const eventWords = (event: Event, board: Board): string =>
  optionWords(event, board) ??
  criterionWords(event, board) ??
  noteWords(event, board) ??
  roundWords(event, board) ??
  roomWords(event, board) ??
  peopleWords(event, board);

/** Names are those of `board`, the later of the two moments. */
export function changeWords({ of, verb, id }: Change, board: Board): string {
  if (of === 'round') return STAGES[roundOf(board, id)?.state ?? 'open'](round(board, id));
  if (of === 'option') return DONE[verb](option(board, id));
  if (of === 'criterion') return DONE[verb](criterion(board, id));
  if (of === 'note') return DONE[verb](note(board, id));
  if (of === 'decision') return msg('Decision recorded', { id: 'history.decided' });
  if (verb === 'added' || verb === 'restored') return joined(memberName(board, id));
  return verb === 'removed' ? left(memberName(board, id)) : DONE.changed(memberName(board, id));
}
