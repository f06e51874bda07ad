// A round as Markdown: how it was counted, what came out, and the numbers it came out of.
import { type Board, type Round, criterionOf } from '../board/board.ts';
import type { Result } from '../voting/method.ts';
import type { ScoreTally, Tally } from '../voting/tally.ts';
import type { ExportNames } from './export-names.ts';
import { type ExportWords, numberText, percentText, timeText } from './export-words.ts';
import { markdownLines, markdownTable, markdownText } from './markdown-text.ts';

const judged = (round: Round, id: string, names: ExportNames): string =>
  round.method === 'weights' ? names.criterion(id) : names.option(id);

/** How many of those who could vote did, where the round kept it. */
function turnout({ progress }: Round, words: ExportWords): string[] {
  if (progress === undefined || progress.eligible === 0) return [];
  const recorded = progress.recorded === undefined ? '' : ` (${words.recorded}${words.colon}${progress.recorded})`;
  return [`${words.turnout}${words.colon}${progress.cast} / ${progress.eligible}${recorded}`];
}

/** How the round was held, as a list. */
export function roundFacts(round: Round, words: ExportWords): string {
  const { colon } = words;
  const lines = [
    `${words.method}${colon}${words.methods[round.method]}`,
    `${words.rule}${colon}${words.rules[round.rule]}`,
    `${words.secrecyTitle}${colon}${words.secrecy[round.secrecy]}`,
    `${words.state}${colon}${words.stages[round.state]}, ${timeText(round.revealedAt ?? round.closedAt ?? round.openedAt)}`,
    ...(round.proposal === undefined ? [] : [`${words.proposal}${colon}${markdownText(round.proposal)}`]),
    ...(round.imported === true ? [words.imported] : []),
    ...turnout(round, words),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

/** The ranking of a counted round. */
export function rankingTable(round: Round, result: Result, words: ExportWords, names: ExportNames): string {
  const rows = result.ranking.map(({ rank, option, value, knockedOut }) => [
    String(rank),
    judged(round, option, names),
    value === null ? '–' : numberText(value, words),
    knockedOut === undefined ? '' : `${words.knockedOut}${words.colon}${names.criterion(knockedOut)}`,
  ]);
  const thing = round.method === 'weights' ? words.criterion : words.option;
  return rows.length === 0 ? '' : markdownTable([words.rank, thing, words.value, words.mustHave], rows, [0, 2]);
}

function meanOf(counts: readonly number[]): number | undefined {
  const scores = counts.slice(0, 6);
  const n = scores.reduce((sum, count) => sum + count, 0);
  return n === 0 ? undefined : scores.reduce((sum, count, score) => sum + count * score, 0) / n;
}

/** The mean of every cell, options down and criteria across. */
function meansTable(round: Round, { cells }: ScoreTally, words: ExportWords, names: ExportNames): string {
  const header = [words.option, ...round.criteria.map(({ id }) => names.criterion(id))];
  const rows = round.options
    .filter((option) => round.withdrawn?.includes(option) !== true)
    .map((option) => [
      names.option(option),
      ...round.criteria.map(({ id }) => {
        const mean = meanOf(cells[option]?.[id] ?? []);
        return mean === undefined ? '–' : numberText(mean, words, 2);
      }),
    ]);
  const numbers = round.criteria.map((_, at) => at + 1);
  return `${words.meanScores}${words.colon.trimEnd()}\n\n${markdownTable(header, rows, numbers)}`;
}

/** The numbers behind the ranking, where they say more than it does. */
export function tallyTable(round: Round, tally: Tally, words: ExportWords, names: ExportNames): string {
  if ('cells' in tally) return meansTable(round, tally, words, names);
  if ('fingers' in tally) {
    const header = [words.fingers, ...tally.fingers.map((_, at) => String(at))];
    return markdownTable(
      header,
      [[words.ballots, ...tally.fingers.map(String)]],
      tally.fingers.map((_, at) => at + 1),
    );
  }
  if ('pairwise' in tally) {
    const { options } = round;
    const rows = options.map((a) => [
      names.option(a),
      ...options.map((b) => (a === b ? '' : String(tally.pairwise[a]?.[b] ?? 0))),
    ]);
    return markdownTable(
      [words.option, ...options.map((b) => `> ${names.option(b)}`)],
      rows,
      options.map((_, at) => at + 1),
    );
  }
  return '';
}

/** What else a result says: ties, quorum, whether the proposal stands. */
export function resultRemarks(result: Result, words: ExportWords): string[] {
  return [
    `${words.ballots}${words.colon}${result.ballots}`,
    ...(result.ballots === 0 ? [words.nobodyVoted] : []),
    ...(result.valid === false ? [words.notValid] : []),
    ...(result.stands === undefined ? [] : [result.stands ? words.stands : words.falls]),
    ...(result.tieBroken === undefined ? [] : [`${words.tieBroken}${words.colon}${words.ties[result.tieBroken]}`]),
    ...(result.concerns ?? []).map((text) => `${words.concerns}${words.colon}${markdownLines(text, '  ')}`),
  ];
}

const MOST_TIPS = 3;
const MOST_DIVIDED = 3;

/** The weight changes nearest to what was voted with that would have put another option first. */
export function tippingPoints({ fragility }: Result, words: ExportWords, names: ExportNames): string[] {
  if (fragility === undefined) return [];
  const tips = fragility
    .flatMap(({ criterion, weight, tipsAt }) => (tipsAt === null ? [] : [{ criterion, weight, tipsAt }]))
    .sort((a, b) => Math.abs(a.tipsAt.weight - a.weight) - Math.abs(b.tipsAt.weight - b.weight));
  if (tips.length === 0) return [words.tipsNever];
  return tips.slice(0, MOST_TIPS).map(({ criterion, weight, tipsAt }) => {
    const shares = `${words.tipsFrom} ${percentText(weight, words, 1)} ${words.tipsTo} ${percentText(tipsAt.weight, words, 1)}`;
    const [name, to] = [names.criterion(criterion), names.option(tipsAt.to)].map(markdownText);
    return `${name}, ${shares}${words.colon}${to} ${words.tipsLeads}`;
  });
}

/** The cells on which the ballots differed most, weighed by their criterion. */
export function dividedCells(board: Board, { divided }: Result, words: ExportWords, names: ExportNames): string[] {
  const weighed = (criterion: string, spread: number) => spread * (criterionOf(board, criterion)?.weight ?? 0);
  return (divided ?? [])
    .filter(({ spread }) => spread > 0)
    .toSorted((a, b) => weighed(b.criterion, b.spread) - weighed(a.criterion, a.spread))
    .slice(0, MOST_DIVIDED)
    .map(({ option, criterion, spread }) => {
      const cell = `${names.option(option)} – ${names.criterion(criterion)}`;
      return `${markdownText(cell)} (${words.spread} ${numberText(spread, words, 2)})`;
    });
}
