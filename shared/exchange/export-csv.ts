// A board as one long table of comma-separated values: every row says one thing, so that it can be filtered and pivoted.
import type { Round } from '../board/board.ts';
import { showCode } from '../ids.ts';
import type { Ballot } from '../voting/ballots.ts';
import type { Tally } from '../voting/tally.ts';
import { writeCsv } from './csv.ts';
import { type ExportSource, publicTally } from './export-json.ts';
import { type ExportNames, namesOf } from './export-names.ts';
import { type ExportWords, wordsOf } from './export-words.ts';
import { saidIn } from './note-threads.ts';

/** One row; what is absent is an empty cell. */
interface Row {
  readonly kind: string;
  readonly round?: string;
  readonly option?: string;
  readonly criterion?: string;
  readonly item?: string;
  readonly value?: string | number;
  readonly member?: string;
  readonly time?: string;
  readonly source?: string;
  /** A note's own id, the note it answers, and how many support it. */
  readonly note?: string;
  readonly answers?: string;
  readonly support?: number;
}

const COLUMNS = [
  'kind',
  'round',
  'option',
  'criterion',
  'item',
  'value',
  'member',
  'time',
  'source',
  'note',
  'answers',
  'support',
] as const;

interface Scribe {
  readonly source: ExportSource;
  readonly words: ExportWords;
  readonly names: ExportNames;
}

/**
 * A text that no spreadsheet takes for a formula: those that begin with one of `= + - @`, their wide forms, a tab or a
 * line break get an apostrophe before them, which spreadsheets read as "this is text".
 */
export const safeCell = (text: string): string =>
  /^[\s\u200B\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;

const cellOf = (value: string | number | undefined): string => {
  if (value === undefined) return '';
  return typeof value === 'number' ? String(value) : safeCell(value);
};

function boardRows({ source: { board, exportedAt }, words }: Scribe): Row[] {
  const row = (item: string, value: string | number): Row => ({ kind: words.board, item, value });
  return [
    row(words.title, board.title),
    row(words.question, board.question),
    row(words.code, showCode(board.code)),
    row(words.phase, words.phases[board.phase]),
    row(words.revision, board.revision),
    row(words.exportedAt, exportedAt),
  ];
}

/** What was planned, in order: its minutes, what it is about, and when it was begun. */
function agendaRows({ source: { board }, words, names }: Scribe): Row[] {
  return (board.agenda ?? []).map(({ title, minutes, target, startedAt }): Row => ({
    kind: words.agendaMinutes,
    ...(target !== undefined && 'option' in target && { option: names.option(target.option) }),
    ...(target !== undefined && 'criterion' in target && { criterion: names.criterion(target.criterion) }),
    item: title,
    ...(minutes !== undefined && { value: minutes }),
    ...(startedAt !== undefined && { time: startedAt }),
  }));
}

function optionRows({ source: { board }, words, names }: Scribe): Row[] {
  return board.options.flatMap((option): Row[] => {
    const name = names.option(option.id);
    const gone = option.removed === true ? { source: words.removed } : {};
    return [
      { kind: words.option, option: name, item: words.summary, value: option.summary ?? '', ...gone },
      ...(option.url === undefined ? [] : [{ kind: words.option, option: name, item: words.link, value: option.url }]),
      ...option.facts.map(({ label, value, source, asOf }): Row => ({
        kind: words.fact,
        option: name,
        item: label,
        value,
        ...(asOf !== undefined && { time: asOf }),
        ...(source !== undefined && { source }),
      })),
    ];
  });
}

function criterionRows({ source: { board }, words, names }: Scribe): Row[] {
  return board.criteria.flatMap(({ id, weight, mustHave, description, low, high, removed }): Row[] => {
    const base = { kind: words.criterion, criterion: names.criterion(id) };
    const more: [string, string | number | undefined][] = [
      [words.mustHave, mustHave],
      [words.description, description],
      [words.low, low],
      [words.high, high],
    ];
    return [
      { ...base, item: words.weight, value: weight, ...(removed === true && { source: words.removed }) },
      ...more.flatMap(([item, value]) => (value === undefined ? [] : [{ ...base, item, value }])),
    ];
  });
}

function noteRows({ source: { board }, words, names }: Scribe): Row[] {
  return [...board.notes.values()]
    .filter(({ removed }) => removed !== true)
    .map((note) => [note, saidIn(note, words, names)] as const)
    .map(([{ id, target, kind, by, at, resolved, parent, support }, said]): Row => ({
      kind: words.note,
      ...('option' in target && { option: names.option(target.option) }),
      ...('criterion' in target && { criterion: names.criterion(target.criterion) }),
      item: resolved === true ? `${words.notes[kind]} (${words.resolved})` : words.notes[kind],
      value: said,
      ...(by !== undefined && { member: names.member(by) }),
      time: at,
      note: id,
      ...(parent !== undefined && { answers: parent }),
      support: support.length,
    }));
}

function resultRows(round: Round, { words, names }: Scribe): Row[] {
  const { result } = round;
  if (result === undefined) return [];
  const label = names.round(round.id);
  const thing = (id: string) =>
    round.method === 'weights' ? { criterion: names.criterion(id) } : { option: names.option(id) };
  const base = { kind: words.result, round: label };
  return [
    { ...base, item: words.ballots, value: result.ballots },
    ...(result.stands === undefined ? [] : [{ ...base, item: result.stands ? words.stands : words.falls }]),
    ...result.ranking.flatMap(({ rank, option, value, knockedOut }): Row[] => [
      { ...base, ...thing(option), item: words.rank, value: rank },
      ...(value === null ? [] : [{ ...base, ...thing(option), item: words.value, value }]),
      ...(knockedOut === undefined
        ? []
        : [{ ...base, ...thing(option), criterion: names.criterion(knockedOut), item: words.knockedOut }]),
    ]),
  ];
}

const per = <T>(record: Readonly<Record<string, T>>, rows: (id: string, value: T) => Row[]): Row[] =>
  Object.entries(record).flatMap(([id, value]) => rows(id, value));

function tallyRows(label: string, tally: Tally, { words, names }: Scribe): Row[] {
  const base = { kind: words.tally, round: label };
  if ('cells' in tally) {
    return per(tally.cells, (option, cells) =>
      per(cells, (criterion, counts) =>
        counts.map((value, at) => ({
          ...base,
          option: names.option(option),
          criterion: names.criterion(criterion),
          item: at === 6 ? words.unknown : String(at),
          value,
        })),
      ),
    );
  }
  if ('points' in tally) return per(tally.points, (id, value) => [{ ...base, criterion: names.criterion(id), value }]);
  if ('fingers' in tally) return tally.fingers.map((value, at) => ({ ...base, item: String(at), value }));
  if ('pairwise' in tally) {
    return per(tally.pairwise, (a, row) =>
      per(row, (b, value) => [{ ...base, option: names.option(a), item: `> ${names.option(b)}`, value }]),
    );
  }
  const sums = 'dots' in tally ? tally.dots : tally.approvals;
  return per(sums, (id, value) => [{ ...base, option: names.option(id), value }]);
}

/** What one ballot says, one row for each thing it says. */
function ballotRows(base: Row, ballot: Ballot, names: ExportNames): Row[] {
  if ('cells' in ballot) {
    return per(ballot.cells, (option, cells) =>
      per(cells, (criterion, value) => [
        { ...base, option: names.option(option), criterion: names.criterion(criterion), value },
      ]),
    );
  }
  if ('points' in ballot)
    return per(ballot.points, (id, value) => [{ ...base, criterion: names.criterion(id), value }]);
  if ('dots' in ballot) return per(ballot.dots, (id, value) => [{ ...base, option: names.option(id), value }]);
  if ('approved' in ballot) return ballot.approved.map((id) => ({ ...base, option: names.option(id), value: 1 }));
  if ('ranking' in ballot) {
    return ballot.ranking.flatMap((group, at) =>
      group.map((id) => ({ ...base, option: names.option(id), value: at + 1 })),
    );
  }
  return [{ ...base, value: ballot.fingers, ...(ballot.reason !== undefined && { source: ballot.reason }) }];
}

function roundRows(round: Round, scribe: Scribe): Row[] {
  const { source, words, names } = scribe;
  const label = names.round(round.id);
  const row = (item: string, value: string, time?: string): Row => ({
    kind: words.round,
    round: label,
    item,
    value,
    ...(time !== undefined && { time }),
  });
  const recordedFor = (member: string): string =>
    source.board.members.get(member)?.guest === true ? ` (${words.recorded})` : '';
  const tally = publicTally(round, source.rounds);
  const papers = source.papers.get(round.id);
  return [
    row(words.method, words.methods[round.method], round.openedAt),
    row(words.rule, words.rules[round.rule]),
    row(words.secrecyTitle, words.secrecy[round.secrecy]),
    row(words.state, words.stages[round.state], round.revealedAt ?? round.closedAt),
    ...(round.prompt === undefined ? [] : [row(words.prompt, round.prompt)]),
    ...(round.proposal === undefined ? [] : [row(words.proposal, round.proposal)]),
    ...(round.quorum === undefined ? [] : [row(words.quorum, String(round.quorum))]),
    ...(round.progress === undefined ? [] : [row(words.eligible, String(round.progress.eligible))]),
    ...(round.progress?.recorded === undefined
      ? []
      : [row(`${words.ballots}, ${words.recorded}`, String(round.progress.recorded))]),
    ...(round.ballotsHash === undefined ? [] : [row(words.fingerprint, round.ballotsHash)]),
    ...resultRows(round, scribe),
    ...(tally === undefined ? [] : tallyRows(label, tally, scribe)),
    ...(papers?.ballots ?? []).flatMap(({ member, receipt, ballot }) => {
      const whose = member === undefined ? {} : { member: names.member(member) + recordedFor(member) };
      return ballotRows({ kind: words.ballot, round: label, ...whose, item: receipt ?? '' }, ballot, names);
    }),
  ];
}

function decisionRows({ source: { board }, words, names }: Scribe): Row[] {
  const { decision } = board;
  if (decision === undefined) return [];
  const base = { kind: words.decision, time: decision.at };
  return [
    { ...base, item: words.status, value: words.statuses[decision.status] },
    ...decision.options.map((id) => ({ ...base, option: names.option(id), item: words.chosen })),
    { ...base, item: words.summary, value: decision.summary },
    ...(decision.reviewOn === undefined ? [] : [{ ...base, item: words.reviewOn, value: decision.reviewOn }]),
    ...(decision.supersededBy === undefined
      ? []
      : [{ ...base, item: words.supersededBy, value: decision.supersededBy.title }]),
    ...(decision.deciders ?? []).map((id) => ({ ...base, item: words.deciders, member: names.member(id) })),
  ];
}

/**
 * UTF-8 with a byte order mark, because spreadsheets take anything else for the local code page; comma-separated and
 * ended by CRLF as RFC 4180 has it. The header and the kinds are in the board's language; numbers have a point.
 */
export function exportCsv(source: ExportSource): string {
  const words = wordsOf(source.board.language);
  const scribe: Scribe = { source, words, names: namesOf(source.board) };
  const rows = [
    ...boardRows(scribe),
    ...agendaRows(scribe),
    ...optionRows(scribe),
    ...criterionRows(scribe),
    ...noteRows(scribe),
    ...source.board.rounds.flatMap((round) => roundRows(round, scribe)),
    ...decisionRows(scribe),
  ];
  const header = COLUMNS.map((column) => words[column]);
  return `\uFEFF${writeCsv([header, ...rows.map((row) => COLUMNS.map((column) => cellOf(row[column])))])}`;
}
