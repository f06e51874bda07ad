// A round that is being prepared: what has been chosen so far, what is wrong with it, and the fields that open it.
import {
  type Board,
  type Criterion,
  type Option,
  type SilentNotes,
  eligibleCount,
  openRound,
  present,
} from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import type { MethodName } from '../../../shared/voting/ballots.ts';
import { DEFAULT_DOTS } from '../../../shared/voting/dots.ts';
import type { Rule, Secrecy } from '../../../shared/voting/method.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import { TALLY_RULES } from '../../../shared/voting/score-count.ts';
import type { BoardEventMap } from '../board-events.ts';
import type { RuledRound } from './round-rules.ts';
import { silentNotesIn } from './silent-notes.ts';

export interface RoundDraft {
  readonly method: MethodName;
  readonly rule: Rule;
  readonly secrecy: Secrecy;
  /** Minutes; undefined: no time limit; NaN: something that is no number. */
  readonly minutes: number | undefined;
  readonly closeWhenAll: boolean;
  readonly prompt: string;
  readonly proposal: string;
  /** Ids left out; what is added to the board meanwhile is in. */
  readonly withoutOptions: ReadonlySet<string>;
  readonly withoutCriteria: ReadonlySet<string>;
  readonly publishBallots: boolean;
  readonly shuffle: boolean;
  /** A score round about the cells that the last one divided the team on, and no others. */
  readonly dividedOnly: boolean;
  readonly quorum: number | undefined;
  readonly threshold: number;
  readonly dots: number;
  readonly stacking: boolean;
  readonly silentNotes: SilentNotes | undefined;
}

export const NEW_DRAFT: RoundDraft = {
  method: 'score',
  rule: 'mean',
  secrecy: 'named',
  minutes: undefined,
  closeWhenAll: false,
  prompt: '',
  proposal: '',
  withoutOptions: new Set(),
  withoutCriteria: new Set(),
  publishBallots: false,
  shuffle: false,
  dividedOnly: false,
  quorum: undefined,
  threshold: 1,
  dots: DEFAULT_DOTS,
  stacking: true,
  silentNotes: undefined,
};

const WITH_OPTIONS: ReadonlySet<MethodName> = new Set(['score', 'dots', 'approval', 'ranking']);
const WITH_CRITERIA: ReadonlySet<MethodName> = new Set(['score', 'weights']);
export const asksOptions = ({ method }: Pick<RoundDraft, 'method'>): boolean => WITH_OPTIONS.has(method);
export const asksCriteria = ({ method }: Pick<RoundDraft, 'method'>): boolean => WITH_CRITERIA.has(method);

export const optionsIn = (board: Board, draft: RoundDraft): readonly Option[] =>
  present(board.options).filter(({ id }) => !draft.withoutOptions.has(id));
export const criteriaIn = (board: Board, draft: RoundDraft): readonly Criterion[] =>
  present(board.criteria).filter(({ id }) => !draft.withoutCriteria.has(id));

/** Fewer than this apart is no split worth asking again (population standard deviation of 0–5 scores). */
const WORTH_ASKING = 1;

/** The cells that the last revealed score round was divided on, of those still on the board; the widest split first. */
export function dividedCells(board: Board): readonly (readonly [string, string])[] {
  const here = new Set([...present(board.options), ...present(board.criteria)].map(({ id }) => id));
  const last = board.rounds.findLast(({ method, result }) => method === 'score' && result !== undefined);
  return (last?.result?.divided ?? []).flatMap(({ option, criterion, spread }) =>
    spread >= WORTH_ASKING && here.has(option) && here.has(criterion) ? [[option, criterion] as const] : [],
  );
}

/** Whether this draft asks about divided cells only. */
export const asksDivided = (board: Board, { method, dividedOnly }: RoundDraft): boolean =>
  method === 'score' && dividedOnly && dividedCells(board).length > 0;

/** Rules that can be chosen: with some cells only those that need no whole ballots. */
export const rulesFor = (board: Board, draft: RoundDraft): readonly Rule[] => {
  const { rules } = methodOf(draft.method);
  return asksDivided(board, draft) ? rules.filter((rule) => TALLY_RULES.includes(rule)) : rules;
};

/** Another method brings its own default rule. */
export const withMethod = (draft: RoundDraft, method: MethodName): RoundDraft => ({
  ...draft,
  method,
  rule: methodOf(method).defaultRule,
});

export type Problem =
  | 'round-open'
  | 'no-options'
  | 'one-option'
  | 'no-criteria'
  | 'one-criterion'
  | 'no-weight'
  | 'no-proposal'
  | 'time'
  | 'quorum'
  | 'dots';

const whole = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

function structureProblem(board: Board, draft: RoundDraft): Problem | undefined {
  if (asksDivided(board, draft)) return undefined;
  if (asksOptions(draft)) {
    const options = optionsIn(board, draft).length;
    if (options === 0) return 'no-options';
    if (options === 1 && draft.method !== 'score') return 'one-option';
  }
  if (asksCriteria(draft)) {
    const criteria = criteriaIn(board, draft);
    if (criteria.length === 0) return 'no-criteria';
    if (draft.method === 'weights') return criteria.length === 1 ? 'one-criterion' : undefined;
    if (criteria.every(({ weight }) => weight === 0)) return 'no-weight';
  }
  return undefined;
}

/** Why this round cannot be opened; the first reason, or undefined. */
export function problemOf(board: Board, draft: RoundDraft): Problem | undefined {
  if (openRound(board) !== undefined) return 'round-open';
  const structure = structureProblem(board, draft);
  if (structure !== undefined) return structure;
  if (draft.method === 'consent' && draft.proposal.trim() === '') return 'no-proposal';
  if (draft.minutes !== undefined && !whole(Math.round(draft.minutes * 60), 1, BOUNDS.roundSeconds)) return 'time';
  if (draft.quorum !== undefined && !whole(draft.quorum, 1, BOUNDS.members)) return 'quorum';
  if (draft.method === 'dots' && !whole(draft.dots, 1, BOUNDS.dots)) return 'dots';
  return undefined;
}

export type Warning = 'few-voters' | 'high-quorum';

/** What is possible but will come to nothing unless somebody joins. */
export function warningOf(board: Board, draft: RoundDraft): Warning | undefined {
  const voters = eligibleCount(board);
  if (draft.secrecy === 'anonymous' && voters < 3) return 'few-voters';
  return draft.quorum !== undefined && draft.quorum > voters ? 'high-quorum' : undefined;
}

type Fields = BoardEventMap['round-opened'];

function subset(draft: RoundDraft, board: Board): Pick<Fields, 'options' | 'criteria' | 'cells'> {
  if (asksDivided(board, draft))
    return { cells: dividedCells(board).map(([option, criterion]) => [option, criterion]) };
  const options = asksOptions(draft) && draft.withoutOptions.size > 0;
  const criteria = asksCriteria(draft) && draft.withoutCriteria.size > 0;
  return {
    ...(options && { options: optionsIn(board, draft).map(({ id }) => id) }),
    ...(criteria && { criteria: criteriaIn(board, draft).map(({ id }) => id) }),
  };
}

/** The fields of `round.open`, without what the defaults say anyway. Only for a draft without problems. */
export function fieldsOf(board: Board, draft: RoundDraft): Fields {
  const { method, secrecy, minutes, prompt } = draft;
  const rule = rulesFor(board, draft).includes(draft.rule) ? draft.rule : methodOf(method).defaultRule;
  const silentNotes = silentNotesIn(secrecy, draft.silentNotes);
  return {
    method,
    rule,
    secrecy,
    ...subset(draft, board),
    ...(prompt.trim() !== '' && { prompt: prompt.trim() }),
    ...(minutes !== undefined && { seconds: Math.round(minutes * 60) }),
    ...(draft.closeWhenAll && { closeWhenAll: true }),
    ...(draft.shuffle && asksOptions(draft) && { shuffle: true }),
    ...(draft.quorum !== undefined && { quorum: draft.quorum }),
    ...(silentNotes !== undefined && { silentNotes }),
    ...(draft.publishBallots && secrecy !== 'named' && { publish: 'ballots' as const }),
    ...(method === 'consent' && { proposal: draft.proposal.trim(), threshold: draft.threshold }),
    ...(method === 'dots' && { dots: draft.dots, stacking: draft.stacking }),
  };
}

/** The draft as a round whose rules can be said. */
export const ruled = (board: Board, draft: RoundDraft): RuledRound => ({
  ...(draft.silentNotes !== undefined && {
    silentNotes: silentNotesIn(draft.secrecy, draft.silentNotes) ?? 'unsigned',
  }),
  method: draft.method,
  rule: rulesFor(board, draft).includes(draft.rule) ? draft.rule : methodOf(draft.method).defaultRule,
  secrecy: draft.secrecy,
  publish: draft.publishBallots ? 'ballots' : 'tally',
  criteria: asksCriteria(draft) ? criteriaIn(board, draft) : [],
  dots: draft.dots,
  stacking: draft.stacking,
  threshold: draft.threshold,
  ...(draft.quorum !== undefined && { quorum: draft.quorum }),
});
