// A board as Markdown: its question, its tables, its notes and its rounds, to be read or pasted elsewhere.
import { type Round, type Target, present } from '../board/board.ts';
import { type ExportSource, publicTally } from './export-json.ts';
import { type ExportNames, namesOf } from './export-names.ts';
import { type ExportWords, numberText, timeText, wordsOf } from './export-words.ts';
import { markdownBlocks, markdownLines, markdownLink, markdownTable, markdownText } from './markdown-text.ts';
import { type Thread, threadMarkdown, threadsOf } from './note-threads.ts';
import { recordSections } from './record-sections.ts';
import { rankingTable, resultRemarks, roundFacts, tallyTable } from './result-markdown.ts';
import { writtenMarkdown } from './written-markdown.ts';

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');

/** Options down, their summary and every fact across: a table that an import reads back. */
function optionTable({ board }: ExportSource, words: ExportWords, names: ExportNames): string {
  const options = present(board.options);
  const labels = [...new Set(options.flatMap(({ facts }) => facts.map(({ label }) => label)))];
  const rows = options.map(({ id, summary, facts }) => [
    names.option(id),
    summary ?? '',
    ...labels.map((label) => facts.find((fact) => fact.label === label)?.value ?? ''),
  ]);
  return rows.length === 0 ? words.none : markdownTable([words.option, words.summary, ...labels], rows);
}

function sourceList({ board }: ExportSource, words: ExportWords, names: ExportNames): string {
  return bullets(
    present(board.options).flatMap(({ id, url, facts }) => [
      ...(url === undefined ? [] : [`${markdownText(names.option(id))}${words.colon}${markdownLink(url)}`]),
      ...facts.flatMap(({ label, source, asOf }) => {
        if (source === undefined) return [];
        const when = asOf === undefined ? '' : ` (${words.asOf} ${asOf})`;
        return [`${markdownText(`${names.option(id)}, ${label}`)}${words.colon}${markdownLink(source)}${when}`];
      }),
    ]),
  );
}

function criterionTable({ board }: ExportSource, words: ExportWords, names: ExportNames): string {
  const rows = present(board.criteria).map(({ id, weight, mustHave, low, high, description }) => [
    names.criterion(id),
    numberText(weight, words),
    mustHave === undefined ? '' : `≥ ${numberText(mustHave, words)}`,
    low === undefined && high === undefined ? '' : `0 = ${low ?? '–'}, 5 = ${high ?? '–'}`,
    description ?? '',
  ]);
  const header = [words.criterion, words.weight, words.mustHave, words.scale, words.description];
  return rows.length === 0 ? words.none : markdownTable(header, rows, [1]);
}

const targetName = (target: Target, names: ExportNames): string =>
  [
    ...('option' in target ? [names.option(target.option)] : []),
    ...('criterion' in target ? [names.criterion(target.criterion)] : []),
  ].join(' – ');

/** What was planned, in order, and when each item was begun. */
function agendaList({ board }: ExportSource, words: ExportWords, names: ExportNames): string {
  const lines = (board.agenda ?? []).map(({ title, minutes, target, startedAt }, at) => {
    const about = target === undefined ? '' : targetName(target, names);
    const planned = [
      ...(minutes === undefined ? [] : [`${minutes} min`]),
      ...(about === '' ? [] : [markdownText(about)]),
    ];
    const begun = startedAt === undefined ? '' : `, ${words.begun} ${timeText(startedAt)}`;
    return `${at + 1}. ${markdownText(title)}${planned.length === 0 ? '' : ` (${planned.join(', ')})`}${begun}`;
  });
  return lines.join('\n');
}

function noteBlocks({ board }: ExportSource, words: ExportWords, names: ExportNames): string[] {
  const byTarget = new Map<string, Thread[]>();
  for (const thread of threadsOf(present([...board.notes.values()]))) {
    const name = targetName(thread.first.target, names) || words.aboutBoard;
    byTarget.set(name, [...(byTarget.get(name) ?? []), thread]);
  }
  return [...byTarget].flatMap(([name, threads]) => [
    `### ${markdownText(name)}`,
    threads.map((thread) => threadMarkdown(thread, words, names)).join('\n'),
  ]);
}

function roundBlocks(round: Round, source: ExportSource, words: ExportWords, names: ExportNames): string[] {
  const tally = publicTally(round, source.rounds);
  const prompt = round.prompt === undefined ? '' : `${words.colon}${markdownText(round.prompt)}`;
  return [
    `### ${words.round} ${names.round(round.id)}${prompt}`,
    roundFacts(round, words),
    ...(round.result === undefined
      ? []
      : [bullets(resultRemarks(round.result, words)), rankingTable(round, round.result, words, names)]),
    ...(tally === undefined ? [] : [tallyTable(round, tally, words, names)]),
  ];
}

/** What people wrote in the record. */
function writtenBlocks({ board, record = {} }: ExportSource, words: ExportWords): string[] {
  const blocks = recordSections({ board, record }, words).flatMap(({ title, written }) =>
    written === undefined ? [] : [`### ${title}`, writtenMarkdown(written)],
  );
  return blocks.length === 0 ? [] : [...(board.decision === undefined ? [`## ${words.decision}`] : []), ...blocks];
}

export function exportMarkdown(source: ExportSource): string {
  const { board, exportedAt } = source;
  const words = wordsOf(board.language);
  const names = namesOf(board);
  const agenda = agendaList(source, words, names);
  const notes = noteBlocks(source, words, names);
  return markdownBlocks([
    `# ${markdownText(board.title)}`,
    markdownLines(board.question),
    ...(agenda === '' ? [] : [`## ${words.agenda}`, agenda]),
    `## ${words.options}`,
    optionTable(source, words, names),
    sourceList(source, words, names),
    `## ${words.criteria}`,
    criterionTable(source, words, names),
    ...(notes.length > 0 ? [`## ${words.notesTitle}`, ...notes] : []),
    ...(board.rounds.length > 0 ? [`## ${words.rounds}`] : []),
    ...board.rounds.flatMap((round) => roundBlocks(round, source, words, names)),
    ...(board.decision === undefined
      ? []
      : [
          `## ${words.decision}`,
          `${words.statuses[board.decision.status]}, ${timeText(board.decision.at)}`,
          markdownText(board.decision.options.map(names.option).join(', ')),
          source.record?.outcome === undefined ? markdownLines(board.decision.summary) : '',
        ]),
    ...writtenBlocks(source, words),
    `---`,
    `${words.revision} ${board.revision}, ${timeText(exportedAt)}`,
  ]);
}
