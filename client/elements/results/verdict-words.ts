// The sentence of a result: who leads, by how much, and whether other counting rules agree.
import { msg, str } from '@lit/localize';
import type { Board } from '../../../shared/board/board.ts';
import { type Verdict, verdictOf } from '../../../shared/voting/explain.ts';
import type { Result, TieStep } from '../../../shared/voting/method.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { ruleName } from '../rounds/counting-words.ts';
import { nameOf, namesOf } from './named.ts';
import { decimalsAt, isOf100, valueText } from './value-words.ts';

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(names);

/** A longer list of names in a sentence is not read. */
const MOST_NAMED = 3;

/** From which lead on it is no longer narrow, and from which it is clear: in points of 100, or as a share of the first. */
const NARROW = { of100: 5, share: 0.07 };
const CLEAR = { of100: 15, share: 0.25 };

function size(result: Result, { margin, values }: Verdict): 'narrow' | 'plain' | 'clear' {
  if (margin === null) return 'plain';
  const kind = isOf100(result) ? 'of100' : 'share';
  const measure = kind === 'of100' ? margin : margin / Math.max(1, values.leader ?? 0);
  if (measure < NARROW[kind]) return 'narrow';
  return measure >= CLEAR[kind] ? 'clear' : 'plain';
}

const of100 = (result: Result): string => (isOf100(result) ? msg(' of 100', { id: 'results.of-100' }) : '');

function leadWords(board: Board, result: Result, verdict: Verdict): string {
  const { leader = '', runnerUp, values } = verdict;
  const name = nameOf(board, leader);
  const decimals = decimalsAt(result.ranking, 0);
  const first = valueText(values.leader, decimals);
  const of = of100(result);
  if (runnerUp === undefined) return msg(str`${name} leads with ${first}${of}`, { id: 'results.alone' });
  const rival = nameOf(board, runnerUp);
  const next = valueText(values.runnerUp, decimals);
  const margin = size(result, verdict);
  if (margin === 'narrow') {
    return msg(str`${name}, narrowly: ${first} to ${rival}’s ${next}${of}`, { id: 'results.narrowly' });
  }
  return margin === 'clear'
    ? msg(str`${name}, clearly: ${first} to ${rival}’s ${next}${of}`, { id: 'results.clearly' })
    : msg(str`${name} leads: ${first} to ${rival}’s ${next}${of}`, { id: 'results.leads' });
}

/** How many prefer the leader to the runner-up. */
function duelWords(board: Board, result: Result, { duels, runnerUp }: Verdict): string {
  const duel = duels.find(({ option }) => option === runnerUp);
  if (duel === undefined) return '';
  const all = formatNumber(result.ballots);
  if (duel.for >= duel.against)
    return msg(str`, and ${formatNumber(duel.for)} of ${all} prefer it`, { id: 'results.and' });
  const rival = nameOf(board, duel.option);
  return msg(str`, though ${formatNumber(duel.against)} of ${all} prefer ${rival}`, { id: 'results.though' });
}

type Disagreeing = Verdict['disagreeing'];

/** The winners that all these rules name, or undefined when they name several. */
function commonWinners(board: Board, disagreeing: Disagreeing): string | undefined {
  const named = new Set(disagreeing.map(({ winners }) => winners.toSorted().join(' ')));
  const winners = disagreeing[0]?.winners ?? [];
  return named.size === 1 && winners.length > 0 && winners.length <= MOST_NAMED
    ? listed(namesOf(board, winners))
    : undefined;
}

/** Where no other rule agrees. */
function aloneWords(board: Board, disagreeing: Disagreeing): string {
  const says = commonWinners(board, disagreeing);
  const n = formatNumber(disagreeing.length);
  return says === undefined
    ? msg('No other counting rule agrees.', { id: 'results.rules-none' })
    : msg(str`The ${n} other counting rules say ${says}.`, { id: 'results.rules-against' });
}

function agreementWords(board: Board, result: Result, { agreeing, disagreeing }: Verdict): string {
  const asked = agreeing.length + disagreeing.length + 1;
  const [other, ...more] = disagreeing;
  if (asked < 2) return '';
  const all = formatNumber(asked);
  if (other === undefined && asked === 2) return msg('Both counting rules agree.', { id: 'results.rules-both' });
  if (other === undefined) return msg(str`All ${all} counting rules agree.`, { id: 'results.rules-agree' });
  if (agreeing.length === 0 && more.length > 0) return aloneWords(board, disagreeing);
  const same = formatNumber(agreeing.length + 1);
  const rule = ruleName(other.rule, result.method);
  if (more.length === 0 && other.winners.length > MOST_NAMED) {
    return msg(str`${same} of ${all} counting rules agree; ${rule} is a tie.`, { id: 'results.rules-tie' });
  }
  const says = commonWinners(board, disagreeing);
  if (says === undefined) return msg(str`${same} of ${all} counting rules agree.`, { id: 'results.rules-some' });
  if (more.length > 0) {
    return msg(str`${same} of ${all} counting rules agree; the others say ${says}.`, { id: 'results.rules-others' });
  }
  return msg(str`${same} of ${all} counting rules agree; ${rule} says ${says}.`, { id: 'results.rules-but' });
}

function tieWords(board: Board, result: Result, { winners, values }: Verdict): string {
  const at = valueText(values.leader, decimalsAt(result.ranking, 0));
  if (winners.length > MOST_NAMED) {
    const tied = formatNumber(winners.length);
    return msg(str`A tie of ${tied}, each with ${at}${of100(result)}.`, { id: 'results.tie-many' });
  }
  const names = listed(namesOf(board, winners));
  return msg(str`A tie: ${names}, each with ${at}${of100(result)}.`, { id: 'results.tie' });
}

/** Who leads, by how much, how surely. */
export function verdictWords(board: Board, result: Result): string {
  const verdict = verdictOf(result);
  if (verdict.kind === 'empty') return msg('No ballots yet.', { id: 'results.empty' });
  if (verdict.kind === 'nobody') return msg('Nobody leads.', { id: 'results.nobody-leads' });
  const agreement = agreementWords(board, result, verdict);
  const said =
    verdict.kind === 'tie'
      ? tieWords(board, result, verdict)
      : `${leadWords(board, result, verdict)}${duelWords(board, result, verdict)}.`;
  return agreement === '' ? said : `${said} ${agreement}`;
}

const TIE_STEPS: Readonly<Record<TieStep, () => string>> = {
  'head-to-head': () => msg('head to head', { id: 'results.tie.head-to-head' }),
  margins: () => msg('the sum of margins', { id: 'results.tie.margins' }),
  firsts: () => msg('more first places', { id: 'results.tie.firsts' }),
  draw: () => msg('a draw that anybody can check', { id: 'results.tie.draw' }),
  'earlier-round': () => msg('an earlier round of the count', { id: 'results.tie.earlier-round' }),
};

/** The step of the tie rule, to stand after "by". */
export const tieStepName = (step: TieStep): string => TIE_STEPS[step]();

/** If one is needed after all: whom the tie rule puts first, and by which step. */
function tieRuleWords(board: Board, { leader, tieBroken }: Verdict): string {
  if (leader === undefined || tieBroken === undefined) return '';
  const step = TIE_STEPS[tieBroken]();
  return msg(str`If one is needed: ${nameOf(board, leader)}, by ${step}.`, { id: 'results.tie-rule' });
}

/** Whether the leader beats everybody head to head, or stands in a circle. */
function duelsWords(board: Board, { kind, duels, beatsAll, circle, leader }: Verdict): string {
  const [closest] = duels;
  if (kind !== 'win' || leader === undefined || closest === undefined) return '';
  const rival = nameOf(board, closest.option);
  const votes = `${formatNumber(closest.for)}–${formatNumber(closest.against)}`;
  if (beatsAll) {
    return msg(str`It beats every other option head to head; the closest is ${rival}, ${votes}.`, {
      id: 'results.beats-all',
    });
  }
  if (circle === undefined) return '';
  const round = circle.map(
    (win) =>
      `${nameOf(board, win.winner)} > ${nameOf(board, win.loser)} ${formatNumber(win.for)}–${formatNumber(win.against)}`,
  );
  return msg(str`Nobody beats everybody: ${round.join(', ')}.`, { id: 'results.circle' });
}

/** The smallest change of a weight that would change who leads. */
function tipWords(board: Board, { nearestTip: tip }: Verdict): string {
  if (tip?.tipsAt === null || tip === undefined) return '';
  const [from, to] = [formatShare(tip.weight), formatShare(tip.tipsAt.weight, 1)];
  const [criterion, rival] = [nameOf(board, tip.criterion), nameOf(board, tip.tipsAt.to)];
  return msg(str`The smallest change: ${criterion} from ${from} to ${to} puts ${rival} first.`, { id: 'results.tip' });
}

/** What is to be known beside the verdict, a sentence each. */
export function verdictDetails(board: Board, result: Result): readonly string[] {
  const verdict = verdictOf(result);
  const said = [tieRuleWords(board, verdict), duelsWords(board, verdict), tipWords(board, verdict)];
  return said.filter((words) => words !== '');
}
