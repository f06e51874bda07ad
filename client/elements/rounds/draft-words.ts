// Why a round cannot be opened as it is prepared, in a sentence each.
import { msg, str } from '@lit/localize';
import { type Board, eligibleCount } from '../../../shared/board/board.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import type { Problem, Warning } from './round-draft.ts';

const PROBLEMS: Readonly<Record<Problem, () => string>> = {
  'round-open': () => msg('A round is open. Close it before you open another.', { id: 'rounds.problem.round-open' }),
  'no-options': () => msg('Choose at least one option to vote on.', { id: 'rounds.problem.no-options' }),
  'one-option': () =>
    msg('With a single option there is nothing to choose between. Take at least two.', {
      id: 'rounds.problem.one-option',
    }),
  'no-criteria': () => msg('Choose at least one criterion to score by.', { id: 'rounds.problem.no-criteria' }),
  'one-criterion': () =>
    msg('Points are shared between criteria. Take at least two.', { id: 'rounds.problem.one-criterion' }),
  'no-weight': () =>
    msg('All these criteria weigh nothing. Give at least one of them a weight first.', {
      id: 'rounds.problem.no-weight',
    }),
  'no-proposal': () => msg('Write the proposal that people are asked about.', { id: 'rounds.problem.no-proposal' }),
  time: () => msg('The time must be more than nothing and at most seven days.', { id: 'rounds.problem.time' }),
  quorum: () => msg('The quorum is a whole number of ballots, from 1.', { id: 'rounds.problem.quorum' }),
  dots: () => msg('Give everybody 1 to 100 dots.', { id: 'rounds.problem.dots' }),
};
export const problemWords = (problem: Problem): string => PROBLEMS[problem]();

export function warningWords(board: Board, warning: Warning): string {
  const voters = eligibleCount(board);
  const n = formatNumber(voters);
  const here = plural(voters, {
    one: () => msg(str`The board has ${n} voter so far.`, { id: 'rounds.voters.one' }),
    other: () => msg(str`The board has ${n} voters so far.`, { id: 'rounds.voters' }),
  });
  const then =
    warning === 'few-voters'
      ? msg('An anonymous round is revealed from three ballots on.', { id: 'rounds.warning.few-voters' })
      : msg('With fewer ballots than its quorum a round is not valid.', { id: 'rounds.warning.high-quorum' });
  return `${here} ${then}`;
}
