// Boards to be exported in tests: one that went through a meeting, and ones with hostile texts.
import type { Board } from '../../../shared/board/board.ts';
import { type EventBody, placeEvents } from '../../../shared/board/events.ts';
import { fold } from '../../../shared/board/evolve.ts';
import { type Snapshot, toSnapshot } from '../../../shared/board/snapshot.ts';
import { type ExportSource, exportBoard } from '../../../shared/exchange/export-json.ts';
import { readExport } from '../../../shared/exchange/import-json.ts';
import type { Language } from '../../../shared/rejections.ts';
import { isoTime } from '../../../shared/time.ts';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import { type PublishedBallot, countRound } from '../../../shared/voting/round-count.ts';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { START, Table, command } from '../../support/boards.ts';

const SEED = 'seed of r1';
export const IMPORTED_AT = '2026-11-24T08:00:00.000Z';

/** A meeting on the board under test: a round of the given method, its ballots, notes, a decision. */
export function meeting(
  opening: Parameters<typeof command<'round.open'>>[1],
  ballots: readonly Ballot[],
  after: readonly Parameters<Table['do']>[1][] = [],
): ExportSource {
  const table = new Table();
  const open = table.do('ada', command('round.open', opening));
  if (!open.ok) throw new Error(open.error.code);
  table.do('ada', command('round.close', { round: opening.round }));
  const round = table.board.rounds[0];
  if (round === undefined) throw new Error('no round');
  const named = opening.secrecy === 'named';
  const voters = ['ada', 'bo', 'cy'];
  const published = ballots.map((ballot, at): PublishedBallot =>
    named ? { member: voters[at] ?? `voter-${at}`, ballot } : { receipt: `r${at}`, ballot },
  );
  const body: EventBody = { type: 'round.revealed', round: round.id, ...countRound(round, published) };
  const events = withDraw([...table.events, ...placeEvents([body], table.board.revision, isoTime(START), 'ada')]);
  const revealed = new Table();
  revealed.events.splice(0, Infinity, ...events);
  revealed.board = fold(events);
  for (const more of after) {
    const done = revealed.do('ada', more);
    if (!done.ok) throw new Error(`${more.type}: ${done.error.code}`);
  }
  const receipts = published.flatMap(({ receipt }) => receipt ?? []);
  const papers = {
    ...(!named && { receipts }),
    ...(round.publish === 'ballots' && { ballots: published }),
  };
  return sourceOf(revealed.board, revealed.events, new Map([[round.id, papers]]));
}

/** The hash that the test table publishes is a placeholder; a real one is put in its place. */
function withDraw(events: Table['events']): Table['events'] {
  const tieHash = bytesToHex(sha256(utf8ToBytes(SEED)));
  return events.map((event) => (event.type === 'round.opened' ? { ...event, tieHash } : event));
}

export const sourceOf = (
  board: Board,
  events: ExportSource['events'],
  papers: ExportSource['papers'] = new Map(),
): ExportSource => ({ board, epoch: 'e1', events, rounds: {}, papers, exportedAt: isoTime(START) });

/** The snapshot of the board that an import of the file makes. */
export function reimported(source: ExportSource): Snapshot {
  const read = readExport(JSON.stringify(exportBoard(source)));
  if (!read.ok) throw new Error(read.error.field);
  const { record: _, ...content } = read.value;
  const { id, code } = source.board;
  return toSnapshot(fold(placeEvents([{ type: 'board.created', id, code, ...content }], 0, IMPORTED_AT)));
}

/** A board whose every text is the one given, and what follows from it in files. */
export function boardOf(text: string, language: Language = 'en'): ExportSource {
  const target = { kind: 'cell', option: 'a', criterion: 'k' } as const;
  const created: EventBody = {
    type: 'board.created',
    id: 'hostile',
    code: '7KQ2-MX4P',
    title: text,
    question: text,
    language,
    entry: 'voter',
    phase: 'frame',
    options: [{ id: 'a', name: text, summary: text, facts: [{ label: text, value: text }] }],
    criteria: [{ id: 'k', name: text, weight: 1, description: text, low: text, high: text }],
    members: [{ id: 'ada', name: text, role: 'voter' }],
    notes: [
      { id: 'n1', target, kind: 'pro', text, by: 'ada', at: isoTime(START), support: ['ada'] },
      { id: 'n2', target, kind: 'risk', text, at: isoTime(START), parent: 'n1', support: [] },
      { id: 'n3', target: { kind: 'board' }, kind: 'question', text, at: isoTime(START), support: [] },
    ],
    agenda: [{ id: 'i1', title: text, minutes: 5, target, startedAt: isoTime(START) }],
  };
  const decided: EventBody = {
    type: 'decision.set',
    options: ['a'],
    status: 'accepted',
    summary: text,
    deciders: ['ada'],
  };
  const events = placeEvents([created, decided], 0, isoTime(START), 'ada');
  return sourceOf(fold(events), events);
}
