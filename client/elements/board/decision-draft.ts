// What the dialog of a decision begins with, and what it sends. Pure.
import {
  type Board,
  type Decision,
  type Member,
  type Option,
  type Round,
  type Successor,
  present,
} from '../../../shared/board/board.ts';
import type { BoardEventMap } from '../board-events.ts';

export type DecisionDraft = Pick<
  Decision,
  'options' | 'status' | 'summary' | 'round' | 'deciders' | 'reviewOn' | 'supersededBy'
>;

/** Rounds that a decision can rest on: those everybody has seen the result of, the latest first. */
export const restingRounds = (board: Board): readonly Round[] =>
  board.rounds.filter(({ state }) => state === 'revealed').toReversed();

/** The decision as it stands; before there is one, the leader of the latest round, decided by whoever fills this in. */
export function draftOf(board: Board, you: string | undefined): DecisionDraft {
  if (board.decision !== undefined) return board.decision;
  const ranked = restingRounds(board).find(({ method, result }) => method !== 'weights' && result !== undefined);
  return {
    options: ranked?.result?.winners ?? [],
    status: 'accepted',
    summary: '',
    ...(ranked !== undefined && { round: ranked.id }),
    deciders: you === undefined ? [] : [you],
  };
}

/** Options that may be chosen: those on the board, and removed ones that were chosen before. */
export const choosable = (board: Board, chosen: readonly string[]): readonly Option[] =>
  board.options.filter(({ id, removed }) => removed === undefined || chosen.includes(id));

/** A longer list is not read by anybody; who decided is among the first, or was chosen before. */
const MOST_MEMBERS = 200;

export function decidersToChoose(board: Board, chosen: readonly string[]): readonly Member[] {
  const members = [...board.members.values()];
  const before = members.filter(({ id }) => chosen.includes(id));
  const others = present(members).filter(({ id }) => !chosen.includes(id));
  const leading = others.filter(({ role }) => role === 'facilitator');
  const voting = others.filter(({ role }) => role !== 'facilitator');
  return [...before, ...leading, ...voting].slice(0, Math.max(MOST_MEMBERS, before.length));
}

const texts = (form: FormData, name: string): readonly string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string');

/** The decision in a form; options stay in the order of the board, and what superseded it as long as it is superseded. */
export function decisionIn(
  form: FormData,
  status: Decision['status'],
  supersededBy?: Successor,
): BoardEventMap['decision-set'] {
  const [summary = ''] = texts(form, 'summary');
  const [round = ''] = texts(form, 'round');
  const [reviewOn = ''] = texts(form, 'reviewOn');
  const deciders = texts(form, 'decider');
  return {
    options: [...texts(form, 'option')],
    status,
    summary: summary.trim(),
    ...(round !== '' && { round }),
    ...(deciders.length > 0 && { deciders: [...deciders] }),
    ...(reviewOn.trim() !== '' && { reviewOn: reviewOn.trim() }),
    ...(status === 'superseded' && supersededBy !== undefined && { supersededBy: { ...supersededBy } }),
  };
}
