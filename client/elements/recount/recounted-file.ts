// A dropped export, counted again, and what its reader wants to know of it. Pure.
import { type Board, type Round, roundOf } from '../../../shared/board/board.ts';
import type { Event } from '../../../shared/board/events.ts';
import { fold } from '../../../shared/board/evolve.ts';
import { type Difference } from '../../../shared/exchange/differences.ts';
import { type RecountedRound, recount } from '../../../shared/exchange/recount.ts';

export interface CountedAgain {
  readonly recounted: RecountedRound;
  /** Undefined for a round that the log does not tell of. */
  readonly round: Round | undefined;
  /** Its place on the board, from 1; 0 for none. */
  readonly number: number;
  /** Sorted, where the round gave any. */
  readonly receipts: readonly string[] | undefined;
}

export interface RecountedFile {
  readonly name: string;
  readonly file: unknown;
  readonly board: Board;
  readonly rounds: readonly CountedAgain[];
  /** Of the log, its chain and the board. */
  readonly log: readonly Difference[];
  readonly consistent: boolean;
}

/** Why a file was not counted: it cannot be read as JSON, or is no export; `field` says where. */
export interface UnreadFile {
  readonly name: string;
  readonly unread: 'no-json' | 'no-export';
  readonly field?: string;
}

interface Papers {
  readonly events: readonly Event[];
  readonly rounds: readonly { readonly id: string; readonly receipts?: readonly string[] }[];
}

function asJson(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Counts every revealed round of an exported board again, as `palabre recount` does. */
export function recountFile(name: string, text: string): RecountedFile | UnreadFile {
  const read = asJson(text);
  if (read === undefined) return { name, unread: 'no-json' };
  const counted = recount(read.json);
  if (!counted.ok) return { name, unread: 'no-export', ...(counted.error.field && { field: counted.error.field }) };
  // `recount` has checked this much of the shape, and that the log folds.
  const { events, rounds: papers } = read.json as Papers;
  const board = fold(events);
  const rounds = counted.value.rounds.map((recounted): CountedAgain => {
    const round = roundOf(board, recounted.id);
    const number = round === undefined ? 0 : board.rounds.indexOf(round) + 1;
    return { recounted, round, number, receipts: papers.find(({ id }) => id === recounted.id)?.receipts };
  });
  const { log } = counted.value;
  const consistent = log.length === 0 && rounds.every(({ recounted }) => recounted.differences.length === 0);
  return { name, file: read.json, board, rounds, log, consistent };
}

/** Receipts as they are written down: spaces around them do not count. */
export const readReceipt = (text: string): string => text.trim();

/** The place of a receipt in the sorted list of a round, from 1. */
export function receiptPlaces(
  rounds: readonly CountedAgain[],
  receipt: string,
): readonly { readonly number: number; readonly place: number; readonly of: number }[] {
  return rounds.flatMap(({ number, receipts }) => {
    const place = receipts?.indexOf(receipt) ?? -1;
    return receipts === undefined || place < 0 ? [] : [{ number, place: place + 1, of: receipts.length }];
  });
}
