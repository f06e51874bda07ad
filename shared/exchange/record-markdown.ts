// The decision as a record for a repository, in the shape of MADR (adr.github.io/madr): context, drivers, options, outcome.
import { runOffOf, tiedOptions } from '../analysis/run-off.ts';
import { type Board, type NoteKind, type Round, present } from '../board/board.ts';
import type { Result } from '../voting/method.ts';
import { chainHead } from './chain.ts';
import type { ExportSource } from './export-json.ts';
import { type ExportNames, namesOf } from './export-names.ts';
import { type ExportWords, numberText, wordsOf } from './export-words.ts';
import { markdownBlocks, markdownLines, markdownText } from './markdown-text.ts';
import { type Thread, threadMarkdown, threadsOf } from './note-threads.ts';
import { dividedCells, rankingTable, resultRemarks, roundFacts, tippingPoints } from './result-markdown.ts';

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

interface Scribe {
  readonly board: Board;
  readonly words: ExportWords;
  readonly names: ExportNames;
  /** Of notes that were not removed. */
  readonly threads: readonly Thread[];
}

type CountedBoardRound = Round & { readonly result: Result };

/** The round that the decision names, or the last that ranked something. */
function decidingRound({ rounds, decision }: Board): CountedBoardRound | undefined {
  const counted = rounds.filter((round): round is CountedBoardRound => round.result !== undefined);
  return counted.find(({ id }) => id === decision?.round) ?? counted.findLast(({ result }) => result.order.length > 0);
}

/** The decision that this one takes the place of, where the question was asked before. */
function supersedes({ previous }: Board, words: ExportWords, names: ExportNames): string[] {
  if (previous?.decision === undefined) return [];
  const { options, at } = previous.decision;
  const chosen = options.length === 0 ? words.none : options.map((id) => markdownText(names.option(id))).join(', ');
  return [`${words.supersedes}${words.colon}${markdownText(previous.title)}, ${at.slice(0, 10)} (${chosen})`];
}

function headBlock({ board, words, names }: Scribe): string {
  const { decision } = board;
  const deciders = (decision?.deciders ?? []).map((id) => markdownText(names.member(id))).join(', ');
  return bullets([
    `${words.status}${words.colon}${words.statuses[decision?.status ?? 'proposed']}`,
    `${words.date}${words.colon}${(decision?.at ?? board.createdAt).slice(0, 10)}`,
    ...(deciders === '' ? [] : [`${words.deciders}${words.colon}${deciders}`]),
    ...(decision?.reviewOn === undefined ? [] : [`${words.reviewOn}${words.colon}${decision.reviewOn}`]),
    ...supersedes(board, words, names),
  ]);
}

function drivers({ board, words, names }: Scribe): string {
  const criteria = present(board.criteria);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return bullets(
    criteria.map(({ id, weight, mustHave, description }) => {
      const share = total === 0 ? '' : `, ${numberText((100 * weight) / total, words, 0)} %`;
      const threshold = mustHave === undefined ? '' : `, ${words.mustHave} ≥ ${numberText(mustHave, words)}`;
      const about = description === undefined ? '' : `${words.colon}${markdownText(description)}`;
      return `${markdownText(names.criterion(id))} (${words.weight} ${numberText(weight, words)}${share}${threshold})${about}`;
    }),
  );
}

function considered({ board, words, names }: Scribe): string {
  return bullets(
    present(board.options).map(({ id, summary }) => {
      const about = summary === undefined ? '' : `${words.colon}${markdownText(summary)}`;
      return `${markdownText(names.option(id))}${about}`;
    }),
  );
}

function outcome({ board, words, names }: Scribe, round: CountedBoardRound | undefined): string[] {
  const { decision } = board;
  const list = (ids: readonly string[]): string => ids.map((id) => `**${markdownText(names.option(id))}**`).join(', ');
  if (decision !== undefined) {
    const chosen = decision.options.length === 0 ? words.none : list(decision.options);
    return [`${words.chosen}${words.colon}${chosen}`, markdownLines(decision.summary)];
  }
  if (round === undefined) return [words.notDecided, words.noRound];
  const winners = round.method === 'weights' ? '' : list(round.result.winners);
  return [words.notDecided, winners === '' ? '' : `${words.leads}${words.colon}${winners}`];
}

function otherRules({ words, names }: Scribe, { result }: CountedBoardRound): string {
  return bullets(
    result.otherRules.map(({ rule, winners }) => {
      const same = winners.length === result.winners.length && winners.every((id) => result.winners.includes(id));
      const who = same ? words.sameWinner : markdownText(winners.map(names.option).join(', ')) || words.none;
      return `${words.rules[rule]}${words.colon}${who}`;
    }),
  );
}

const section = (title: string, body: string): string[] => (body === '' ? [] : [`### ${title}`, body]);

function voteBlocks(scribe: Scribe, round: CountedBoardRound): string[] {
  const { board, words, names } = scribe;
  const prompt = round.prompt === undefined ? '' : `${words.colon}${markdownText(round.prompt)}`;
  return [
    `### ${words.votes}`,
    `${words.round} ${names.round(round.id)}${prompt}`,
    [roundFacts(round, words), bullets(resultRemarks(round.result, words))].join('\n'),
    rankingTable(round, round.result, words, names),
    ...section(words.otherRules, otherRules(scribe, round)),
    ...section(words.tips, bullets(tippingPoints(round.result, words, names))),
    ...section(words.divided, bullets(dividedCells(board, round.result, words, names))),
  ];
}

/** What was tied, and what was done about it: a run-off, or what the decision took; and whom the published rule puts first. */
function tieLine({ board, words, names }: Scribe, round: CountedBoardRound): string {
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
function tieBlocks(scribe: Scribe): string[] {
  const tied = scribe.board.rounds.filter(
    (round): round is CountedBoardRound => round.result !== undefined && tiedOptions(round).length > 0,
  );
  return section(scribe.words.tieTitle, bullets(tied.map((round) => tieLine(scribe, round))));
}

const ARGUMENTS: ReadonlySet<NoteKind> = new Set(['pro', 'con', 'evidence']);
const OPEN_ENDS: ReadonlySet<NoteKind> = new Set(['question', 'risk']);

function argumentBlocks({ board, words, names, threads }: Scribe): string[] {
  const blocks = present(board.options).flatMap(({ id }) => {
    const about = threads.filter(
      ({ first: { target, kind } }) => 'option' in target && target.option === id && ARGUMENTS.has(kind),
    );
    if (about.length === 0) return [];
    const items = about.map((thread) => threadMarkdown(thread, words, names)).join('\n');
    return [`### ${markdownText(names.option(id))}`, items];
  });
  return blocks.length === 0 ? [] : [`## ${words.prosAndCons}`, ...blocks];
}

function openBlocks({ words, names, threads }: Scribe): string[] {
  const open = threads.filter(({ first: { kind, resolved } }) => OPEN_ENDS.has(kind) && resolved !== true);
  if (open.length === 0) return [];
  return [`## ${words.openQuestions}`, open.map((thread) => threadMarkdown(thread, words, names)).join('\n')];
}

/** What can be checked later: fingerprints of ballots and log. */
function moreBlock(
  { board, words, names }: Scribe,
  { events }: ExportSource,
  round: CountedBoardRound | undefined,
): string {
  return bullets([
    ...(round?.ballotsHash === undefined
      ? []
      : [`${words.fingerprint} (${words.round} ${names.round(round.id)})${words.colon}\`${round.ballotsHash}\``]),
    `${words.fingerprintOfLog} (${words.revision} ${board.revision})${words.colon}\`${chainHead(events)}\``,
  ]);
}

export function recordMarkdown(source: ExportSource): string {
  const { board } = source;
  const words = wordsOf(board.language);
  const threads = threadsOf(present([...board.notes.values()]));
  const scribe: Scribe = { board, words, names: namesOf(board), threads };
  const round = decidingRound(board);
  return markdownBlocks([
    `# ${markdownText(board.title)}`,
    headBlock(scribe),
    `## ${words.context}`,
    markdownLines(board.question) || '–',
    `## ${words.drivers}`,
    drivers(scribe) || '–',
    `## ${words.considered}`,
    considered(scribe) || '–',
    `## ${words.outcome}`,
    ...outcome(scribe, round),
    ...(round === undefined ? [] : voteBlocks(scribe, round)),
    ...tieBlocks(scribe),
    ...argumentBlocks(scribe),
    ...openBlocks(scribe),
    `## ${words.more}`,
    moreBlock(scribe, source, round),
  ]);
}
