// A board as a file: what everybody on it may see, its public log, and the fingerprint of that log.
import type { Board, Round, RoundStage } from '../board/board.ts';
import type { Event } from '../board/events.ts';
import { type Snapshot, toSnapshot } from '../board/snapshot.ts';
import type { RoundStates } from '../protocol.ts';
import type { RecordTexts } from '../record/record.ts';
import type { Result } from '../voting/method.ts';
import type { PublishedBallot } from '../voting/round-count.ts';
import { type Tally, mergeTally } from '../voting/tally.ts';
import { chainHead } from './chain.ts';

export const EXPORT_FORMAT = 'palabre/1';

/** What may be published of a round's ballots. */
export interface RoundPapers {
  readonly receipts?: readonly string[];
  readonly ballots?: readonly PublishedBallot[];
}

export interface ExportedRound extends RoundPapers {
  readonly id: string;
  readonly state: RoundStage;
  readonly result?: Result;
  readonly tally?: Tally;
}

export interface BoardExport {
  readonly format: typeof EXPORT_FORMAT;
  readonly board: string;
  readonly epoch: string;
  readonly revision: number;
  readonly exportedAt: string;
  readonly snapshot: Snapshot;
  readonly events: readonly Event[];
  readonly rounds: readonly ExportedRound[];
  /** What people wrote in the record. */
  readonly record?: RecordTexts;
  /** See chain.ts. */
  readonly chain: { readonly head: string };
}

/** Everything an export is made of; all of it public. */
export interface ExportSource {
  readonly board: Board;
  readonly epoch: string;
  /** From revision 1 to the board's. */
  readonly events: readonly Event[];
  /** Published states of the rounds, whole ones. */
  readonly rounds: RoundStates;
  /** Of revealed rounds, by id. */
  readonly papers: ReadonlyMap<string, RoundPapers>;
  /** What people wrote in the record. */
  readonly record?: RecordTexts;
  readonly exportedAt: string;
}

/** The tally that everybody may see now: of a live round at any time, of the others from the reveal on. */
export function publicTally(round: Round, states: RoundStates): Tally | undefined {
  if (round.tally !== undefined) return round.tally;
  const changes = states[round.id]?.tally;
  return changes === undefined ? undefined : mergeTally(undefined, changes);
}

function exportedRound(round: Round, { rounds, papers }: ExportSource): ExportedRound {
  const tally = publicTally(round, rounds);
  return {
    id: round.id,
    state: round.state,
    ...(round.result !== undefined && { result: round.result }),
    ...(tally !== undefined && { tally }),
    ...papers.get(round.id),
  };
}

export function exportBoard(source: ExportSource): BoardExport {
  const { board, epoch, events, record = {}, exportedAt } = source;
  return {
    format: EXPORT_FORMAT,
    board: board.id,
    epoch,
    revision: board.revision,
    exportedAt,
    snapshot: toSnapshot(board),
    events,
    rounds: board.rounds.map((round) => exportedRound(round, source)),
    ...(Object.keys(record).length > 0 && { record }),
    chain: { head: chainHead(events) },
  };
}
