// The decision as a record for a repository: the parts of record-sections.ts as one Markdown file.
import { chainHead } from './chain.ts';
import type { ExportSource } from './export-json.ts';
import type { Board } from '../board/board.ts';
import { type ExportNames, namesOf } from './export-names.ts';
import { type ExportWords, wordsOf } from './export-words.ts';
import { markdownBlocks, markdownText } from './markdown-text.ts';
import { type RecordSection, recordSections } from './record-sections.ts';
import { bullets } from './record-votes.ts';
import { writtenMarkdown } from './written-markdown.ts';

/** The decision that this one takes the place of, where the question was asked before. */
function supersedes({ previous }: Board, words: ExportWords, names: ExportNames): string[] {
  if (previous?.decision === undefined) return [];
  const { options, at } = previous.decision;
  const chosen = options.length === 0 ? words.none : options.map((id) => markdownText(names.option(id))).join(', ');
  return [`${words.supersedes}${words.colon}${markdownText(previous.title)}, ${at.slice(0, 10)} (${chosen})`];
}

function headBlock({ board }: Pick<ExportSource, 'board'>, words: ExportWords): string {
  const names = namesOf(board);
  const { decision } = board;
  const deciders = (decision?.deciders ?? []).map((id) => markdownText(names.member(id))).join(', ');
  return bullets([
    `${words.status}${words.colon}${words.statuses[decision?.status ?? 'proposed']}`,
    `${words.date}${words.colon}${(decision?.at ?? board.createdAt).slice(0, 10)}`,
    ...(deciders === '' ? [] : [`${words.deciders}${words.colon}${deciders}`]),
    ...(decision?.reviewOn === undefined ? [] : [`${words.reviewOn}${words.colon}${decision.reviewOn}`]),
    ...(decision?.supersededBy === undefined
      ? []
      : [`${words.supersededBy}${words.colon}${markdownText(decision.supersededBy.title)}`]),
    ...supersedes(board, words, names),
  ]);
}

/** Parts that say nothing are left out. */
function sectionBlocks({ title, level, group, facts, written, own = '' }: RecordSection): readonly string[] {
  const text = written === undefined ? own : writtenMarkdown(written);
  return text === '' && facts === '' && group !== true
    ? []
    : [`${'#'.repeat(level)} ${markdownText(title)}`, facts, text];
}

export function recordMarkdown(source: ExportSource): string {
  const { board, record, events } = source;
  const words = wordsOf(board.language);
  const sections = recordSections(
    { board, logHead: chainHead(events), ...(record !== undefined && { record }) },
    words,
  );
  return markdownBlocks([
    `# ${markdownText(board.title)}`,
    headBlock(source, words),
    ...sections.flatMap(sectionBlocks),
  ]);
}
