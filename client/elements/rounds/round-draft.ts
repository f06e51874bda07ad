// A round while it is being set up: its fields, what is wrong with it, and the command it becomes. Pure.
import { type Board, present } from '../../../shared/board/board.ts';
import type { MethodName } from '../../../shared/voting/ballots.ts';
import type { Rule, Secrecy } from '../../../shared/voting/method.ts';
import type { BoardEventMap } from '../board-events.ts';
import type { RuledRound } from './round-rules.ts';

export interface RoundDraft {
  readonly method: MethodName;
  readonly rule: Rule;
  readonly secrecy: Secrecy;
  readonly publish: 'tally' | 'ballots';
  readonly seconds: number | undefined;
  readonly closeWhenAll: boolean;
  readonly shuffle: boolean;
  readonly prompt: string;
  readonly proposal: string;
  readonly quorum: number | undefined;
  readonly dots: number;
  readonly stacking: boolean;
  /** Options and criteria that take no part. */
  readonly leftOptions: ReadonlySet<string>;
  readonly leftCriteria: ReadonlySet<string>;
}

export const newDraft = (): RoundDraft => ({
  method: 'score',
  rule: 'mean',
  secrecy: 'named',
  publish: 'tally',
  seconds: undefined,
  closeWhenAll: false,
  shuffle: false,
  prompt: '',
  proposal: '',
  quorum: undefined,
  dots: 5,
  stacking: false,
  leftOptions: new Set(),
  leftCriteria: new Set(),
});

export const judges = (method: MethodName): { readonly options: boolean; readonly criteria: boolean } => ({
  options: method !== 'weights' && method !== 'consent',
  criteria: method === 'score' || method === 'weights',
});

const partsOf = (board: Board, draft: RoundDraft) => ({
  options: judges(draft.method).options ? present(board.options).filter(({ id }) => !draft.leftOptions.has(id)) : [],
  criteria: judges(draft.method).criteria
    ? present(board.criteria).filter(({ id }) => !draft.leftCriteria.has(id))
    : [],
});

/** What keeps the round from being opened; the server would refuse the same. */
export function draftProblem(
  board: Board,
  draft: RoundDraft,
): 'options' | 'criteria' | 'weights' | 'dots' | 'proposal' | undefined {
  const { options, criteria } = partsOf(board, draft);
  if (judges(draft.method).options && options.length === 0) return 'options';
  if (judges(draft.method).criteria && criteria.length === 0) return 'criteria';
  if (draft.method === 'score' && criteria.every(({ weight }) => weight === 0)) return 'weights';
  if (draft.method === 'dots' && !(Number.isInteger(draft.dots) && draft.dots >= 1 && draft.dots <= 100)) return 'dots';
  if (draft.method === 'consent' && draft.proposal.trim() === '') return 'proposal';
  return undefined;
}

/** What the rules are told from, before there is a round. */
export function ruledDraft(board: Board, draft: RoundDraft): RuledRound {
  const { method, rule, secrecy, quorum, dots, stacking } = draft;
  const criteria = partsOf(board, draft).criteria.map(({ id, weight, mustHave }) => ({
    id,
    weight,
    ...(mustHave !== undefined && { mustHave }),
  }));
  return {
    method,
    rule,
    secrecy,
    criteria,
    publish: secrecy === 'named' ? 'ballots' : draft.publish,
    ...(quorum !== undefined && { quorum }),
    ...(method === 'dots' && { dots, stacking }),
  };
}

/** The fields of `round.open`; what is as by default is left to the server. */
export function openingOf(board: Board, draft: RoundDraft): BoardEventMap['round-opened'] {
  const { method, rule, secrecy, seconds, quorum, dots, stacking } = draft;
  const { options, criteria } = partsOf(board, draft);
  const prompt = draft.prompt.trim();
  return {
    method,
    rule,
    secrecy,
    ...(secrecy !== 'named' && { publish: draft.publish }),
    ...(seconds !== undefined && { seconds }),
    ...(quorum !== undefined && { quorum }),
    ...(draft.closeWhenAll && { closeWhenAll: true }),
    ...(draft.shuffle && { shuffle: true }),
    ...(prompt !== '' && { prompt }),
    ...(method === 'dots' && { dots, stacking }),
    ...(method === 'consent' && { proposal: draft.proposal.trim() }),
    ...(draft.leftOptions.size > 0 && options.length > 0 && { options: options.map(({ id }) => id) }),
    ...(draft.leftCriteria.size > 0 && criteria.length > 0 && { criteria: criteria.map(({ id }) => id) }),
  };
}
