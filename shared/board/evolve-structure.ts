// Folds what happens to the board itself, its options, criteria and facts.
import type { Board, Criterion, Fact, Option, Round } from './board.ts';
import { type EventOf, type Evolvers, edited, pick, removed, restored } from './evolver.ts';

type Identified = { readonly id: string };

const change = <T extends Identified>(things: readonly T[], id: string, edit: (thing: T) => T): readonly T[] =>
  things.map((thing) => (thing.id === id ? edit(thing) : thing));

/** Moves one thing behind another (null: to the front) among all, removed ones included. */
function move<T extends Identified>(things: readonly T[], id: string, after: string | null): readonly T[] {
  const thing = things.find((candidate) => candidate.id === id);
  if (thing === undefined) return things;
  const others = things.filter((candidate) => candidate.id !== id);
  const place = after === null ? 0 : others.findIndex((candidate) => candidate.id === after) + 1;
  return [...others.slice(0, place), thing, ...others.slice(place)];
}

/** An option taken out of an open round is withdrawn from it; restoring undoes that; final at close. */
function withdraw(rounds: readonly Round[], option: string, out: boolean): readonly Round[] {
  return rounds.map((round) => {
    if (round.state !== 'open' || !round.options.includes(option)) return round;
    const { withdrawn = [], ...rest } = round;
    const next = out ? [...new Set([...withdrawn, option])] : withdrawn.filter((id) => id !== option);
    return next.length > 0 ? { ...rest, withdrawn: next } : rest;
  });
}

function setFact(option: Option, fact: Fact): Option {
  const known = option.facts.some(({ label }) => label === fact.label);
  const facts = known ? option.facts.map((old) => (old.label === fact.label ? fact : old)) : [...option.facts, fact];
  return { ...option, facts };
}

function newOption(event: EventOf<'option.added'>): Option {
  return edited({ id: event.option, name: event.name, facts: [] }, { summary: event.summary, url: event.url });
}

function newCriterion(event: EventOf<'criterion.added'>): Criterion {
  const { criterion: id, name, weight, description, low, high, mustHave } = event;
  return edited({ id, name, weight }, { description, low, high, mustHave });
}

const OPTION_FIELDS = ['name', 'summary', 'url'];
const CRITERION_FIELDS = ['name', 'description', 'low', 'high', 'weight', 'mustHave'];
const BOARD_FIELDS = ['title', 'question', 'entry', 'locked', 'phase'];

const inOption = (board: Board, id: string, edit: (option: Option) => Option): Board => ({
  ...board,
  options: change(board.options, id, edit),
});
const inCriterion = (board: Board, id: string, edit: (criterion: Criterion) => Criterion): Board => ({
  ...board,
  criteria: change(board.criteria, id, edit),
});

function withApproval(board: Board, on: boolean | undefined): Board {
  if (on === undefined) return board;
  const { approval: _, ...rest } = board;
  return on ? { ...rest, approval: true } : rest;
}

export const structureEvolvers = {
  // A question may be emptied, so edits of the board replace and never take away.
  'board.edited': (board, event) => ({ ...withApproval(board, event.approval), ...pick(event, BOARD_FIELDS) }),
  'option.added': (board, event) => ({ ...board, options: [...board.options, newOption(event)] }),
  'option.edited': (board, event) => inOption(board, event.option, (o) => edited(o, pick(event, OPTION_FIELDS))),
  'option.removed': (board, event) => ({
    ...inOption(board, event.option, removed),
    rounds: withdraw(board.rounds, event.option, true),
  }),
  'option.restored': (board, event) => ({
    ...inOption(board, event.option, restored),
    rounds: withdraw(board.rounds, event.option, false),
  }),
  'option.moved': (board, event) => ({ ...board, options: move(board.options, event.option, event.after) }),
  'criterion.added': (board, event) => ({ ...board, criteria: [...board.criteria, newCriterion(event)] }),
  'criterion.edited': (board, event) =>
    inCriterion(board, event.criterion, (c) => edited(c, pick(event, CRITERION_FIELDS))),
  'criterion.removed': (board, event) => inCriterion(board, event.criterion, removed),
  'criterion.restored': (board, event) => inCriterion(board, event.criterion, restored),
  'criterion.moved': (board, event) => ({ ...board, criteria: move(board.criteria, event.criterion, event.after) }),
  'fact.set': (board, event) =>
    inOption(board, event.option, (o) => setFact(o, pick(event, ['label', 'value', 'source', 'asOf']) as Fact)),
  'fact.cleared': (board, event) =>
    inOption(board, event.option, (o) => ({ ...o, facts: o.facts.filter(({ label }) => label !== event.label) })),
} satisfies Evolvers<
  | 'board.edited'
  | `option.${'added' | 'edited' | 'removed' | 'restored' | 'moved'}`
  | `criterion.${'added' | 'edited' | 'removed' | 'restored' | 'moved'}`
  | 'fact.set'
  | 'fact.cleared'
>;
