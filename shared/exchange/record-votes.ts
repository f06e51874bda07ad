// How the vote of a decision went, for its record: turnout, ranking, other rules, what would have changed it, ties.
import { runOffOf, tiedOptions } from '../analysis/run-off.ts';
import type { Board, Round } from '../board/board.ts';
import type { Result } from '../voting/method.ts';
import type { ExportNames } from './export-names.ts';
import type { ExportWords } from './export-words.ts';
import { markdownText } from './markdown-text.ts';
import { dividedCells, rankingTable, resultRemarks, roundFacts, tippingPoints } from './result-markdown.ts';

export interface Ballotry {
  readonly board: Board;
  readonly words: ExportWords;
  readonly names: ExportNames;
}

export type CountedBoardRound = Round & { readonly result: Result };

export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** The round that the decision names, or the last that ranked something. */
export function decidingRound({ rounds, decision }: Board): CountedBoardRound | undefined {
  const counted = rounds.filter((round): round is CountedBoardRound => round.result !== undefined);
  return counted.find(({ id }) => id === decision?.round) ?? counted.findLast(({ result }) => result.order.length > 0);
}

function otherRules({ words, names }: Ballotry, { result }: CountedBoardRound): string {
  return bullets(
    result.otherRules.map(({ rule, winners }) => {
      const same = winners.length === result.winners.length && winners.every((id) => result.winners.includes(id));
      const who = same ? words.sameWinner : markdownText(winners.map(names.option).join(', ')) || words.none;
      return `${words.rules[rule]}${words.colon}${who}`;
    }),
  );
}

export interface Titled {
  readonly id: string;
  readonly title: string;
  readonly facts: string;
}

export function voteSections(ballotry: Ballotry, round: CountedBoardRound): readonly Titled[] {
  const { board, words, names } = ballotry;
  const prompt = round.prompt === undefined ? '' : `${words.colon}${markdownText(round.prompt)}`;
  const facts = [
    `${words.round} ${names.round(round.id)}${prompt}`,
    [roundFacts(round, words), bullets(resultRemarks(round.result, words))].join('\n'),
    rankingTable(round, round.result, words, names),
  ];
  return [
    { id: 'votes', title: words.votes, facts: facts.filter((block) => block !== '').join('\n\n') },
    { id: 'rules', title: words.otherRules, facts: otherRules(ballotry, round) },
    { id: 'tips', title: words.tips, facts: bullets(tippingPoints(round.result, words, names)) },
    { id: 'divided', title: words.divided, facts: bullets(dividedCells(board, round.result, words, names)) },
  ];
}

/** What was tied, and what was done about it: a run-off, or what the decision took; and whom the published rule puts first. */
function tieLine({ board, words, names }: Ballotry, round: CountedBoardRound): string {
  const list = (ids: readonly string[]): string => markdownText(ids.map(names.option).join(', '));
  const { result } = round;
  const runOff = runOffOf(board, round);
  const { decision } = board;
  const taken = decision?.options.filter((id) => result.winners.includes(id)) ?? [];
  const settled =
    runOff !== undefined
      ? `${words.runOff}${words.colon}${words.round} ${names.round(runOff.id)} (${list(runOff.result?.winners ?? []) || words.none})`
      : taken.length > 0
        ? `${words.tieChosen}${words.colon}${list(taken)}`
        : words.tieOpen;
  const [first = ''] = result.order;
  const step = result.tieBroken === undefined ? '' : ` (${words.ties[result.tieBroken]})`;
  return [
    `${words.round} ${names.round(round.id)}, ${words.tie}${words.colon}${list(result.winners)}`,
    settled,
    `${words.tieRule}${words.colon}${list([first])}${step}`,
  ].join('. ');
}

/** Every tie of the meeting: what was chosen about it stands in the record. */
export function tieSection(ballotry: Ballotry): Titled {
  const tied = ballotry.board.rounds.filter(
    (round): round is CountedBoardRound => round.result !== undefined && tiedOptions(round).length > 0,
  );
  return { id: 'ties', title: ballotry.words.tieTitle, facts: bullets(tied.map((round) => tieLine(ballotry, round))) };
}
