// Decides on the board itself, its options, criteria and facts.
import { BOUNDS } from '../bounds.ts';
import { type Result, ok, reject } from '../result.ts';
import { type Board, criterionOf, optionOf, present } from './board.ts';
import { type Deciders, type Outcome, fieldsOf } from './decider.ts';
import type { EventBody } from './events.ts';

const done = (...events: EventBody[]): Result<Outcome> => ok({ events });
/** Wanted already: accepted, and nothing happens. */
const nothing: Result<Outcome> = ok({ events: [] });

type Kind = 'option' | 'criterion';
const find = (board: Board, kind: Kind, id: string) =>
  kind === 'option' ? optionOf(board, id) : criterionOf(board, id);

function add(board: Board, kind: Kind, id: string, limit: number, event: EventBody): Result<Outcome> {
  if (find(board, kind, id) !== undefined) return reject('exists', kind);
  const things = kind === 'option' ? board.options : board.criteria;
  // Removed ones are kept, so they count a little: twice the limit bounds the log of a board.
  const full = present<{ removed?: true }>(things).length >= limit || things.length >= 2 * limit;
  return full ? reject('too-many', kind === 'option' ? 'options' : 'criteria') : done(event);
}

function edit(board: Board, kind: Kind, id: string, event: EventBody): Result<Outcome> {
  const thing = find(board, kind, id);
  return thing === undefined || thing.removed === true ? reject('not-found', kind) : done(event);
}

function remove(board: Board, kind: Kind, id: string, event: EventBody): Result<Outcome> {
  const thing = find(board, kind, id);
  if (thing === undefined) return reject('not-found', kind);
  return thing.removed === true ? nothing : done(event);
}

function restore(board: Board, kind: Kind, id: string, limit: number, event: EventBody): Result<Outcome> {
  const thing = find(board, kind, id);
  if (thing === undefined) return reject('not-found', kind);
  if (thing.removed === undefined) return nothing;
  const things = kind === 'option' ? board.options : board.criteria;
  if (present<{ removed?: true }>(things).length >= limit)
    return reject('too-many', kind === 'option' ? 'options' : 'criteria');
  return done(event);
}

function move(board: Board, kind: Kind, id: string, after: string | null, event: EventBody): Result<Outcome> {
  if (find(board, kind, id) === undefined) return reject('not-found', kind);
  if (after === id) return reject('invalid', 'after');
  if (after !== null && find(board, kind, after) === undefined) return reject('not-found', 'after');
  return done(event);
}

export const structureDeciders = {
  'board.edit': (_board, command) => {
    const fields = fieldsOf(command);
    return Object.keys(fields).length === 0 ? nothing : done({ type: 'board.edited', ...fields });
  },
  'option.add': (board, command, { limits }) =>
    add(board, 'option', command.option, limits.options, { type: 'option.added', ...fieldsOf(command) }),
  'option.edit': (board, command) =>
    edit(board, 'option', command.option, { type: 'option.edited', ...fieldsOf(command) }),
  'option.remove': (board, { option }) => remove(board, 'option', option, { type: 'option.removed', option }),
  'option.restore': (board, { option }, { limits }) =>
    restore(board, 'option', option, limits.options, { type: 'option.restored', option }),
  'option.move': (board, { option, after }) =>
    move(board, 'option', option, after, { type: 'option.moved', option, after }),
  'criterion.add': (board, command, { limits }) =>
    add(board, 'criterion', command.criterion, limits.criteria, { type: 'criterion.added', ...fieldsOf(command) }),
  'criterion.edit': (board, command) =>
    edit(board, 'criterion', command.criterion, { type: 'criterion.edited', ...fieldsOf(command) }),
  'criterion.remove': (board, { criterion }) =>
    remove(board, 'criterion', criterion, { type: 'criterion.removed', criterion }),
  'criterion.restore': (board, { criterion }, { limits }) =>
    restore(board, 'criterion', criterion, limits.criteria, { type: 'criterion.restored', criterion }),
  'criterion.move': (board, { criterion, after }) =>
    move(board, 'criterion', criterion, after, { type: 'criterion.moved', criterion, after }),
  'fact.set': (board, command) => {
    const option = optionOf(board, command.option);
    if (option === undefined || option.removed === true) return reject('not-found', 'option');
    const known = option.facts.some(({ label }) => label === command.label);
    if (!known && option.facts.length >= BOUNDS.factsPerOption) return reject('too-many', 'facts');
    const { source, ...fields } = fieldsOf(command);
    return done({ type: 'fact.set', ...fields, ...(source !== undefined && source !== '' && { source }) });
  },
  'fact.clear': (board, { option: id, label }) => {
    const option = optionOf(board, id);
    if (option === undefined) return reject('not-found', 'option');
    if (!option.facts.some((fact) => fact.label === label)) return reject('not-found', 'label');
    return done({ type: 'fact.cleared', option: id, label });
  },
} satisfies Deciders<
  | 'board.edit'
  | `option.${'add' | 'edit' | 'remove' | 'restore' | 'move'}`
  | `criterion.${'add' | 'edit' | 'remove' | 'restore' | 'move'}`
  | 'fact.set'
  | 'fact.clear'
>;
