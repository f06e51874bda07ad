// The parts of a decision record in the shape of MADR (adr.github.io/madr): what the board knows of each, and what
// people wrote there. The page draws them and the Markdown file is made of them.
import { type Board, type NoteKind, present } from '../board/board.ts';
import type { RecordPart, RecordTexts } from '../record/record.ts';
import { type ExportNames, namesOf } from './export-names.ts';
import { type ExportWords, numberText, percentText } from './export-words.ts';
import { markdownLines, markdownText } from './markdown-text.ts';
import { type Thread, threadMarkdown, threadsOf } from './note-threads.ts';
import { type CountedBoardRound, bullets, decidingRound, tieSection, voteSections } from './record-votes.ts';

export interface RecordSource {
  readonly board: Board;
  /** What people wrote. */
  readonly record?: RecordTexts;
  /** The fingerprint of the log, where the log is at hand. */
  readonly logHead?: string;
}

export interface RecordSection {
  readonly id: string;
  readonly title: string;
  readonly level: 2 | 3;
  /** Only a heading for the parts that follow. */
  readonly group?: true;
  /** What the board says, as Markdown; always true and never edited. */
  readonly facts: string;
  /** The text that people write here… */
  readonly part?: RecordPart;
  /** …as they wrote it… */
  readonly written?: string;
  /** …and what stands there as long as nobody has, in the board's own words, as Markdown. */
  readonly own?: string;
}

interface Scribe {
  readonly board: Board;
  readonly words: ExportWords;
  readonly names: ExportNames;
  /** Of notes that were not removed. */
  readonly threads: readonly Thread[];
}

function drivers({ board, words, names }: Scribe): string {
  const criteria = present(board.criteria);
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return bullets(
    criteria.map(({ id, weight, mustHave, description }) => {
      const share = total === 0 ? '' : `, ${percentText(weight / total, words, 0)}`;
      const threshold = mustHave === undefined ? '' : `, ${words.within.mustHave} ≥ ${numberText(mustHave, words)}`;
      const about = description === undefined ? '' : `${words.colon}${markdownText(description)}`;
      return `${markdownText(names.criterion(id))} (${words.within.weight} ${numberText(weight, words)}${share}${threshold})${about}`;
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

function chosen({ board, words, names }: Scribe, round: CountedBoardRound | undefined): string {
  const { decision } = board;
  const list = (ids: readonly string[]): string => ids.map((id) => `**${markdownText(names.option(id))}**`).join(', ');
  if (decision !== undefined) {
    return `${words.chosen}${words.colon}${decision.options.length === 0 ? words.none : list(decision.options)}`;
  }
  const winners = round === undefined || round.method === 'weights' ? '' : list(round.result.winners);
  const rest = round === undefined ? words.noRound : winners === '' ? '' : `${words.leads}${words.colon}${winners}`;
  return [words.notDecided, rest].filter((block) => block !== '').join('\n\n');
}

const noteText = ({ first }: Thread, { names }: Scribe): string => markdownLines(names.mentioned(first.text), '  ');

const about = (scribe: Scribe, option: string, kinds: ReadonlySet<NoteKind>): readonly Thread[] =>
  scribe.threads.filter(
    ({ first: { target, kind } }) => 'option' in target && target.option === option && kinds.has(kind),
  );

/** What was said for and against what was chosen. */
function consequences(scribe: Scribe): string {
  const { board, words } = scribe;
  const lines = (kind: 'pro' | 'con', word: string): string[] =>
    (board.decision?.options ?? [])
      .flatMap((option) => about(scribe, option, new Set([kind])))
      .map((thread) => `${word}${words.colon}${noteText(thread, scribe)}`);
  return bullets([...lines('pro', words.good), ...lines('con', words.bad)]);
}

function confirmation({ board: { decision }, words }: Scribe): string {
  return decision?.reviewOn === undefined ? '' : `${words.reviewOn}${words.colon}${decision.reviewOn}`;
}

const ARGUMENTS: ReadonlySet<NoteKind> = new Set(['pro', 'con', 'evidence']);
const OPEN_ENDS: ReadonlySet<NoteKind> = new Set(['question', 'risk']);

function argumentSections(scribe: Scribe): readonly RecordSection[] {
  const { board, words, names } = scribe;
  const each = present(board.options).flatMap(({ id }): RecordSection[] => {
    const facts = about(scribe, id, ARGUMENTS).map((thread) => threadMarkdown(thread, words, names));
    return facts.length === 0
      ? []
      : [{ id: `option ${id}`, title: names.option(id), level: 3, facts: facts.join('\n') }];
  });
  return each.length === 0
    ? []
    : [{ id: 'arguments', title: words.prosAndCons, level: 2, group: true, facts: '' }, ...each];
}

function openEnds({ words, names, threads }: Scribe): string {
  const open = threads.filter(({ first: { kind, resolved } }) => OPEN_ENDS.has(kind) && resolved !== true);
  return open.map((thread) => threadMarkdown(thread, words, names)).join('\n');
}

/** What can be checked later: fingerprints of ballots and log. */
function fingerprints({ board, words, names }: Scribe, head: string | undefined, round: CountedBoardRound | undefined) {
  const log = `${words.fingerprintOfLog} (${words.within.revision} ${board.revision})`;
  return bullets([
    ...(round?.ballotsHash === undefined
      ? []
      : [`${words.fingerprint} (${words.round} ${names.round(round.id)})${words.colon}\`${round.ballotsHash}\``]),
    ...(head === undefined ? [] : [`${log}${words.colon}\`${head}\``]),
  ]);
}

/** Every part of the record in the order of reading, those that say nothing yet included. */
export function recordSections(
  { board, record = {}, logHead }: RecordSource,
  words: ExportWords,
): readonly RecordSection[] {
  const threads = threadsOf(present([...board.notes.values()]));
  const scribe: Scribe = { board, words, names: namesOf(board), threads };
  const round = decidingRound(board);
  const written = (part: RecordPart, level: 2 | 3, own: string, facts = ''): RecordSection => {
    const text = record[part] ?? '';
    return { id: part, title: words[part], level, facts, part, own, ...(text !== '' && { written: text }) };
  };
  return [
    written('context', 2, markdownLines(board.question) || '–'),
    { id: 'drivers', title: words.drivers, level: 2, facts: drivers(scribe) || '–' },
    { id: 'considered', title: words.considered, level: 2, facts: considered(scribe) || '–' },
    written('outcome', 2, markdownLines(board.decision?.summary ?? ''), chosen(scribe, round)),
    written('consequences', 3, consequences(scribe)),
    written('confirmation', 3, confirmation(scribe)),
    ...(round === undefined ? [] : voteSections(scribe, round).map((one) => ({ ...one, level: 3 as const }))),
    { ...tieSection(scribe), level: 3 },
    written('dissent', 3, ''),
    ...argumentSections(scribe),
    { id: 'open', title: words.openQuestions, level: 2, facts: openEnds(scribe) },
    written('more', 2, '', fingerprints(scribe, logHead, round)),
  ];
}
