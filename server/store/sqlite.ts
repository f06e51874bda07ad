// The embedded store: boards in one SQLite file, worked on by a thread of its own.
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { type BallotRun, type Piece, piecesOf } from './ballot-run.ts';
import { type Clock, CommitGathering } from './commit-gathering.ts';
import { lockDirectory } from './directory-lock.ts';
import type { WorkerSettings } from './sqlite-messages.ts';
import { type CommitRow, commitRow, newBoardRow, pointRow, pointsOf, readEvent, storedBoard } from './sqlite-rows.ts';
import { SqliteThread, startWorker } from './sqlite-thread.ts';
import { sentenceOf } from './store-refused.ts';
import type { Commit, CommitOutcome, Store } from './store.ts';

export interface SqliteStoreOptions {
  /** Made if it is not there. One process at a time may have it open. */
  readonly directory: string;
  /** Told in one sentence when the database thread died. */
  readonly log?: (sentence: string) => void;
  /** With it commits are a few milliseconds apart; without, each leaves at once. */
  readonly clock?: Clock;
  /** How the database thread is started. */
  readonly start?: (settings: WorkerSettings) => Worker;
}

/** The file with all boards inside a data directory. */
export const databaseFile = (directory: string): string => join(directory, 'palabre.db');

const noLog = () => undefined;

/**
 * Commits that arrive while a transaction is under way share the next one; an idle store commits at once.
 * @throws StoreRefused with a sentence for whoever starts the server: directory in use, not writable, newer file
 */
export async function openSqliteStore({
  directory,
  log = noLog,
  clock,
  start = startWorker,
}: SqliteStoreOptions): Promise<Store> {
  const unlock = lockDirectory(directory);
  const thread = new SqliteThread({ start: () => start({ path: databaseFile(directory) }), log });
  try {
    return storeOver({ thread, epoch: await thread.open(), unlock, clock });
  } catch (error) {
    unlock();
    throw error;
  }
}

interface StoreParts {
  readonly thread: SqliteThread;
  readonly epoch: string;
  readonly unlock: () => void;
  readonly clock: Clock | undefined;
}

function storeOver({ thread, epoch, unlock, clock }: StoreParts): Store {
  const send = (rows: readonly (CommitRow | BallotRun)[]) => thread.call({ name: 'commit', given: [rows] });
  /** A run is kept whole or not at all: which of its ballots is a repeat or comes too late is found one by one. */
  const commitPieces = async (pieces: readonly Piece[]): Promise<readonly CommitOutcome[]> => {
    const outcomes = await send(pieces.map(({ row }) => row));
    const isRefused = (index: number) => outcomes[index]?.kind === 'conflict';
    const brokenOn = new Set(
      pieces.flatMap(({ commits, row }, index) => (commits.length > 1 && isRefused(index) ? [row.board] : [])),
    );
    // What stands behind a broken run on its board was refused with it.
    const isApart = ({ row }: Piece, index: number) => isRefused(index) && brokenOn.has(row.board);
    const apart = pieces.filter(isApart).flatMap(({ commits }) => commits);
    const answers = apart.length === 0 ? [] : await send(apart.map(commitRow));
    let next = 0;
    return pieces.flatMap((piece, index) =>
      isApart(piece, index)
        ? answers.slice(next, (next += piece.commits.length))
        : piece.commits.flatMap(() => outcomes[index] ?? []),
    );
  };
  const commit = async (commits: readonly Commit[]): Promise<readonly CommitOutcome[]> => {
    try {
      return await commitPieces(piecesOf(commits));
    } catch (error) {
      return commits.map(() => ({ kind: 'failed', why: sentenceOf(error) }));
    }
  };
  const gathering = clock && new CommitGathering(commit, clock);
  let closed: Promise<void> | undefined;
  return {
    epoch,
    create: (board) => thread.call({ name: 'create', given: [newBoardRow(board)] }),
    load: async (board) => {
      const row = await thread.call({ name: 'load', given: [board] });
      return row === undefined ? undefined : storedBoard(row);
    },
    boardOfCode: (code) => thread.call({ name: 'boardOfCode', given: [code] }),
    eventsAfter: async (board, revision) =>
      (await thread.call({ name: 'eventsAfter', given: [board, revision] })).map(readEvent),
    answers: async (board, hashes) => new Map(await thread.call({ name: 'answers', given: [board, hashes] })),
    commit: gathering === undefined ? commit : (commits) => gathering.commit(commits),
    keepSnapshot: (board, revision, body) => thread.call({ name: 'keepSnapshot', given: [board, revision, body] }),
    keepPoint: (board, round, point) => thread.call({ name: 'keepPoint', given: [board, pointRow(round, point)] }),
    points: async (board) => pointsOf(await thread.call({ name: 'points', given: [board] })),
    record: (board) => thread.call({ name: 'record', given: [board] }),
    addToRecord: (additions) => thread.call({ name: 'addToRecord', given: [additions] }),
    mergeRecord: (board, count, update) => thread.call({ name: 'mergeRecord', given: [board, count, update] }),
    unusedSince: (at) => thread.call({ name: 'unusedSince', given: [at] }),
    erase: async (board) => (await thread.call({ name: 'erase', given: [[board]] })).includes(true),
    close: () => {
      gathering?.leave();
      return (closed ??= thread.close().then(unlock));
    },
  };
}
