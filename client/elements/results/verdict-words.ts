// The sentence of a result: who leads, by how much, and whether other counting rules agree.
import { msg, str } from '@lit/localize';
import type { Board } from '../../../shared/board/board.ts';
import type { Result, TieStep } from '../../../shared/voting/method.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { plural } from '../../i18n/plural.ts';
import { ruleName } from '../rounds/counting-words.ts';
import { type Lead, agreementOf, nearestTip, standingOf } from './leader.ts';
import { nameOf, namesOf } from './named.ts';
import { decimalsAt, isOf100, valueText } from './value-words.ts';

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(names);

function leadWords(board: Board, result: Result, { winner, value, second, secondValue, margin }: Lead): string {
  const name = nameOf(board, winner);
  const decimals = decimalsAt(result.ranking, 0);
  const first = valueText(value, decimals);
  if (second === undefined) return msg(str`${name} leads with ${first}`, { id: 'results.alone' });
  const rival = nameOf(board, second);
  const next = valueText(secondValue, decimals);
  const of = isOf100(result) ? msg(' of 100', { id: 'results.of-100' }) : '';
  if (margin === 'narrow') {
    return msg(str`${name}, narrowly: ${first} to ${rival}’s ${next}${of}`, { id: 'results.narrowly' });
  }
  return margin === 'clear'
    ? msg(str`${name}, clearly: ${first} to ${rival}’s ${next}${of}`, { id: 'results.clearly' })
    : msg(str`${name} leads: ${first} to ${rival}’s ${next}${of}`, { id: 'results.leads' });
}

function duelWords(board: Board, result: Result, { duel, second }: Lead): string {
  if (duel === undefined || second === undefined) return '';
  const all = formatNumber(result.ballots);
  if (duel.won >= duel.lost)
    return msg(str`, and ${formatNumber(duel.won)} of ${all} prefer it`, { id: 'results.and' });
  const rival = nameOf(board, second);
  return msg(str`, though ${formatNumber(duel.lost)} of ${all} prefer ${rival}`, { id: 'results.though' });
}

function agreementWords(board: Board, result: Result): string {
  const { asked, same, others } = agreementOf(result);
  if (asked < 2) return '';
  if (others.length === 0) {
    return msg(str`All ${formatNumber(asked)} counting rules agree.`, { id: 'results.rules-agree' });
  }
  const [other] = others;
  if (others.length > 1 || other === undefined || other.winners.length === 0) {
    return msg(str`${formatNumber(same)} of ${formatNumber(asked)} counting rules agree.`, {
      id: 'results.rules-some',
    });
  }
  const rule = ruleName(other.rule, result.method);
  const says = listed(namesOf(board, other.winners));
  return msg(str`${formatNumber(same)} of ${formatNumber(asked)} counting rules agree; ${rule} says ${says}.`, {
    id: 'results.rules-but',
  });
}

const TIE_STEPS: Readonly<Record<TieStep, () => string>> = {
  'head-to-head': () => msg('head to head', { id: 'results.tie.head-to-head' }),
  margins: () => msg('the sum of margins', { id: 'results.tie.margins' }),
  firsts: () => msg('more first places', { id: 'results.tie.firsts' }),
  draw: () => msg('a draw that anybody can check', { id: 'results.tie.draw' }),
  'earlier-round': () => msg('an earlier round of the count', { id: 'results.tie.earlier-round' }),
};

function tieWords(board: Board, result: Result, winners: readonly string[], value: number | null): string {
  const names = listed(namesOf(board, winners));
  const at = valueText(value, decimalsAt(result.ranking, 0));
  const of = isOf100(result) ? msg(' of 100', { id: 'results.of-100' }) : '';
  return msg(str`A tie: ${names}, each with ${at}${of}.`, { id: 'results.tie' });
}

/** If one is needed after all: whom the tie rule puts first, and by which step. */
export function tieRuleWords(board: Board, result: Result): string {
  const [first] = result.order;
  if (result.winners.length < 2 || first === undefined || result.tieBroken === undefined) return '';
  const step = TIE_STEPS[result.tieBroken]();
  return msg(str`If one is needed: ${nameOf(board, first)}, by ${step}.`, { id: 'results.tie-rule' });
}

/** Who leads, by how much, how surely. */
export function verdictWords(board: Board, result: Result): string {
  const standing = standingOf(result);
  if (standing.kind === 'empty') return msg('No ballots yet.', { id: 'results.empty' });
  if (standing.kind === 'nobody') return msg('Nobody leads.', { id: 'results.nobody-leads' });
  const agreement = agreementWords(board, result);
  const said =
    standing.kind === 'tie'
      ? tieWords(board, result, standing.winners, standing.value)
      : `${leadWords(board, result, standing.lead)}${duelWords(board, result, standing.lead)}.`;
  return agreement === '' ? said : `${said} ${agreement}`;
}

/** The smallest change of a weight that would change who leads. */
export function tipWords(board: Board, result: Result): string {
  const tip = nearestTip(result);
  if (tip?.tipsAt === null || tip === undefined) return '';
  const [from, to] = [formatShare(tip.weight), formatShare(tip.tipsAt.weight, 1)];
  const [criterion, rival] = [nameOf(board, tip.criterion), nameOf(board, tip.tipsAt.to)];
  return msg(str`The smallest change: ${criterion} from ${from} to ${to} puts ${rival} first.`, { id: 'results.tip' });
}

/** How complete the ballots are. */
export function coverageWords(result: Result): string {
  const { asked, answered, unknown } = result.coverage;
  const ballots = plural(result.ballots, {
    one: () => msg(str`${formatNumber(result.ballots)} ballot`, { id: 'results.ballots.one' }),
    other: () => msg(str`${formatNumber(result.ballots)} ballots`, { id: 'results.ballots' }),
  });
  if (result.method !== 'score' || asked === 0) return ballots;
  const share = formatShare(answered / asked);
  const scored = msg(str`${share} of the cells answered`, { id: 'results.coverage' });
  if (unknown === 0) return `${ballots} · ${scored}`;
  const aside = msg(str`“don’t know” in ${formatShare(unknown / asked, unknown / asked < 0.01 ? 1 : 0)}`, {
    id: 'results.unknown',
  });
  return `${ballots} · ${scored} · ${aside}`;
}

/** Why a result below its quorum does not count; empty where it does. */
export function quorumWords(result: Result, quorum: number | undefined): string {
  if (result.valid !== false || quorum === undefined) return '';
  const [came, needed] = [formatNumber(result.ballots), formatNumber(quorum)];
  return msg(str`Not valid: ${came} ballots came, and this round needs ${needed}.`, { id: 'results.invalid' });
}
