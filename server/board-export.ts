// Gathers everything public about a board for its files. Used by the HTTP door and by `palabre export`.
import type { BoardExport, ExportSource, RoundPapers } from '../shared/exchange/export-json.ts';
import { exportBoard } from '../shared/exchange/export-json.ts';
import { type Result, ok } from '../shared/result.ts';
import { isoTime } from '../shared/time.ts';
import type { Boards } from './boards/boards.ts';
import type { Records } from './record/records.ts';

export interface ExportParts {
  readonly boards: Boards;
  readonly records: Pick<Records, 'texts'>;
}

async function papersOf(boards: Boards, board: string, rounds: readonly string[]): Promise<Map<string, RoundPapers>> {
  const papers = new Map<string, RoundPapers>();
  for (const round of rounds) {
    // One after another: each may be thousands of ballots.
    const given = await boards.ballots(board, round);
    // An imported round has none here.
    if (given.ok) papers.set(round, given.value);
  }
  return papers;
}

export async function exportSource(
  { boards, records }: ExportParts,
  id: string,
  now: number,
): Promise<Result<ExportSource>> {
  const published = await boards.read(id);
  if (!published.ok) return published;
  const { epoch, board, rounds } = published.value;
  const log = await boards.events(id);
  if (!log.ok) return log;
  const texts = await records.texts(board.id);
  if (!texts.ok) return texts;
  const revealed = board.rounds.filter(({ state }) => state === 'revealed').map((round) => round.id);
  return ok({
    board,
    epoch,
    rounds,
    // The log may have grown since the board was read.
    events: log.value.filter(({ revision }) => revision <= board.revision),
    papers: await papersOf(boards, id, revealed),
    record: texts.value,
    exportedAt: isoTime(now),
  });
}

export async function exportOf(parts: ExportParts, id: string, now: number): Promise<Result<BoardExport>> {
  const source = await exportSource(parts, id, now);
  return source.ok ? ok(exportBoard(source.value)) : source;
}
