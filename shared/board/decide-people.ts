// Decides on notes, members and the decision.
import { type Result, ok, reject } from '../result.ts';
import { type Board, type Note, type Target, criterionOf, openRound, optionOf, roundOf } from './board.ts';
import { type Context, type Deciders, type Outcome, fieldsOf } from './decider.ts';
import type { EventBody } from './events.ts';

const done = (...events: EventBody[]): Result<Outcome> => ok({ events });
const nothing: Result<Outcome> = ok({ events: [] });

/** The part of a target that is not on the board (any more). */
export function missingPart(board: Board, target: Target): 'option' | 'criterion' | undefined {
  if (target.kind === 'option' || target.kind === 'cell') {
    const option = optionOf(board, target.option);
    if (option === undefined || option.removed === true) return 'option';
  }
  if (target.kind === 'criterion' || target.kind === 'cell') {
    const criterion = criterionOf(board, target.criterion);
    if (criterion === undefined || criterion.removed === true) return 'criterion';
  }
  return undefined;
}

export const sameTarget = (a: Target, b: Target): boolean =>
  a.kind === b.kind &&
  (!('option' in a) || ('option' in b && a.option === b.option)) &&
  (!('criterion' in a) || ('criterion' in b && a.criterion === b.criterion));

const isFacilitator = (board: Board, { by }: Context): boolean =>
  by === undefined || board.members.get(by)?.role === 'facilitator';

type Who = 'author' | 'author or facilitator';

/** A note that the sender may change, or the refusal. */
function ownNote(board: Board, id: string, context: Context, who: Who): Result<Note> {
  const note = board.notes.get(id);
  if (note === undefined) return reject('not-found', 'note');
  const mine = note.by !== undefined && note.by === context.by;
  if (mine || (who === 'author or facilitator' && isFacilitator(board, context))) return ok(note);
  return reject('not-allowed');
}

export const peopleDeciders = {
  'note.add': (board, command, { limits }) => {
    if (board.notes.has(command.note)) return reject('exists', 'note');
    const missing = missingPart(board, command.target);
    if (missing !== undefined) return reject('not-found', `target.${missing}`);
    if (command.parent !== undefined) {
      const parent = board.notes.get(command.parent);
      if (parent === undefined) return reject('not-found', 'parent');
      if (!sameTarget(parent.target, command.target)) return reject('invalid', 'target');
    }
    if (board.notes.size >= limits.notes) return reject('too-many', 'notes');
    return done({ type: 'note.added', ...fieldsOf(command) });
  },
  'note.edit': (board, command, context) => {
    const note = ownNote(board, command.note, context, 'author');
    if (!note.ok) return note;
    return note.value.removed === true || note.value.redacted !== undefined
      ? reject('not-found', 'note')
      : done({ type: 'note.edited', ...fieldsOf(command) });
  },
  'note.remove': (board, { note: id }, context) => {
    const note = ownNote(board, id, context, 'author or facilitator');
    if (!note.ok) return note;
    return note.value.removed === true ? nothing : done({ type: 'note.removed', note: id });
  },
  'note.restore': (board, { note: id }, context) => {
    const note = ownNote(board, id, context, 'author or facilitator');
    if (!note.ok) return note;
    return note.value.removed === true ? done({ type: 'note.restored', note: id }) : nothing;
  },
  'note.resolve': (board, { note: id, on }, context) => {
    const note = ownNote(board, id, context, 'author or facilitator');
    if (!note.ok) return note;
    return (note.value.resolved === true) === on ? nothing : done({ type: 'note.resolved', note: id, on });
  },
  'note.support': (board, { note: id, on }, { by }) => {
    const note = board.notes.get(id);
    if (note === undefined || note.removed === true || note.redacted !== undefined) return reject('not-found', 'note');
    return note.support.includes(by ?? '') === on ? nothing : done({ type: 'note.supported', note: id, on });
  },
  'note.redact': (board, { note: id }, context) => {
    const note = ownNote(board, id, context, 'author or facilitator');
    if (!note.ok) return note;
    if (note.value.redacted !== undefined) return nothing;
    return done({ type: 'note.redacted', note: id, hash: context.box.seal(note.value.text) });
  },
  'member.rename': (board, { name }, { by }) => {
    const member = board.members.get(by ?? '');
    if (member === undefined) return reject('not-allowed');
    return member.name === name ? nothing : done({ type: 'member.renamed', member: member.id, name });
  },
  'member.role': (board, { member: id, role }) => {
    const member = board.members.get(id);
    if (member === undefined || member.removed === true) return reject('not-found', 'member');
    // Nobody sits at a guest's keyboard, and who waits is let in first.
    if (member.guest === true || member.waiting === true) return reject('invalid', 'member');
    return member.role === role ? nothing : done({ type: 'member.assigned', member: id, role });
  },
  'member.remove': (board, { member: id }) => {
    const member = board.members.get(id);
    if (member === undefined) return reject('not-found', 'member');
    if (member.removed === true) return nothing;
    const round = openRound(board);
    // Who is removed no longer counts as eligible, so their ballot leaves the open round with them, and what they wrote
    // silently leaves every round that has not published it.
    return ok({
      events: [{ type: 'member.removed', member: id }],
      held: { kind: 'leave', member: id },
      ...(round !== undefined && { ballot: { round: round.id, member: id } }),
    });
  },
  'member.admit': (board, { member: id }) => {
    const member = board.members.get(id);
    if (member === undefined || member.removed === true) return reject('not-found', 'member');
    return member.waiting === true ? done({ type: 'member.admitted', member: id }) : nothing;
  },
  'member.add': (board, { member, name }, { limits }) => {
    if (board.members.has(member)) return reject('exists', 'member');
    if (board.members.size >= limits.members) return reject('too-many', 'members');
    return done({ type: 'member.added', member, name });
  },
  'decision.set': (board, command) => {
    const option = command.options.findIndex((id) => optionOf(board, id) === undefined);
    if (option >= 0) return reject('not-found', `options.${option}`);
    if (command.round !== undefined && roundOf(board, command.round) === undefined) return reject('not-found', 'round');
    const decider = command.deciders?.findIndex((id) => !board.members.has(id)) ?? -1;
    if (decider >= 0) return reject('not-found', `deciders.${decider}`);
    if (command.supersededBy !== undefined && command.status !== 'superseded') return reject('invalid', 'supersededBy');
    return done({ type: 'decision.set', ...fieldsOf(command) });
  },
} satisfies Deciders<
  | `member.${'rename' | 'role' | 'remove' | 'admit' | 'add'}`
  | `note.${'add' | 'edit' | 'remove' | 'restore' | 'resolve' | 'support' | 'redact'}`
  | 'decision.set'
>;
