// Counts the revealed rounds of an exported board again, and checks that the file agrees with itself.
// It proves no more than that: whoever made the file may have made all of it.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import type { Board, Round } from '../board/board.ts';
import type { Event } from '../board/events.ts';
import { fold } from '../board/evolve.ts';
import { parseWith } from '../board/parse.ts';
import { toSnapshot } from '../board/snapshot.ts';
import { type Result, ok, reject } from '../result.ts';
import { anyBallotSchema } from '../voting/ballots.ts';
import type { Result as Counted } from '../voting/method.ts';
import { methodOf } from '../voting/methods.ts';
import { resultOfTally } from '../voting/result.ts';
import { type PublishedBallot, countRound } from '../voting/round-count.ts';
import { chainHead } from './chain.ts';
import { type Difference, differences } from './differences.ts';

/** What a round could be counted from. */
export type RecountBasis =
  | 'ballots'
  | 'tally'
  /** Its rule needs whole ballots, which were not published. */
  | 'nothing'
  /** Its ballots stayed on the board that it was brought along from. */
  | 'imported';

export interface RecountedRound {
  readonly id: string;
  readonly basis: RecountBasis;
  readonly ballots: number;
  readonly differences: readonly Difference[];
}

export interface Recount {
  /** Revealed ones. */
  readonly rounds: readonly RecountedRound[];
  /** Of the log, the snapshot and the chain. */
  readonly log: readonly Difference[];
}

/** A ballot of no known shape is a difference to be told, not a reason to read no further. */
const publishedSchema = z.object({
  member: z.exactOptional(z.string()),
  receipt: z.exactOptional(z.string()),
  ballot: z.unknown(),
});
const fileSchema = z.object({
  format: z.literal('palabre/1'),
  revision: z.int(),
  snapshot: z.looseObject({}),
  events: z.array(z.looseObject({ revision: z.int(), at: z.string(), type: z.string() })).check(z.minLength(1)),
  rounds: z.array(
    z.looseObject({
      id: z.string(),
      state: z.string(),
      receipts: z.exactOptional(z.array(z.string())),
      ballots: z.exactOptional(z.array(publishedSchema)),
    }),
  ),
  chain: z.object({ head: z.string() }),
});
type File = z.infer<typeof fileSchema>;
type FileRound = File['rounds'][number];

/** Taken for ballots until `strangeBallots` has looked at them. */
const ballotsOf = (round: FileRound): readonly PublishedBallot[] | undefined =>
  round.ballots as readonly PublishedBallot[] | undefined;

/** Why the round would not have taken a ballot; undefined for one that it would. */
function strange(round: Round, ballot: unknown): string | undefined {
  const parsed = parseWith(anyBallotSchema, ballot);
  const cast = parsed.ok ? methodOf(round.method).cast(round, undefined, parsed.value) : parsed;
  return cast.ok ? undefined : `refused: ${cast.error.field || cast.error.code}`;
}

/** Those that name an option withdrawn later were taken before that. */
function strangeBallots(path: string, round: Round, ballots: readonly PublishedBallot[]): Difference[] {
  const { withdrawn: _, ...asOpened } = round;
  return ballots.flatMap(({ ballot }, at) => {
    const why = strange(asOpened, ballot);
    return why === undefined ? [] : [{ path: `${path}.ballots.${at}`, inFile: ballot, counted: why }];
  });
}

function fromBallots(path: string, round: Round, file: FileRound, ballots: readonly PublishedBallot[]): Difference[] {
  const refused = strangeBallots(path, round, ballots);
  if (refused.length > 0) return refused;
  const { tally, result, ballotsHash } = countRound(round, ballots);
  const receipts = ballots.flatMap(({ receipt }) => receipt ?? []).toSorted();
  return [
    ...differences(`${path}.result`, file['result'], result),
    ...differences(`${path}.tally`, file['tally'], tally),
    ...differences(`${path}.ballotsHash`, round.ballotsHash, ballotsHash),
    ...(file.receipts === undefined ? [] : differences(`${path}.receipts`, file.receipts, receipts)),
  ];
}

/** What a tally tells of a result: ties that only ballots can break are left out. */
function told({ method, rule, ballots, ranking, winners, stands, valid, divided }: Counted): object {
  const ranks = Object.fromEntries(ranking.map(({ option, ...rank }) => [option, rank]));
  return { method, rule, ballots, ranks, winners: winners.toSorted(), stands, valid, divided };
}

function fromTally(path: string, round: Round, file: FileRound): RecountedRound {
  const { id, tally, result } = round;
  const papers = [
    ...differences(`${path}.tally`, file['tally'], tally),
    ...differences(`${path}.result`, file['result'], result),
  ];
  const ballots = result?.ballots ?? 0;
  if (tally === undefined || result === undefined) return { id, basis: 'nothing', ballots, differences: papers };
  const again = resultOfTally(round, tally, ballots);
  const ranksNothing = again.ranking.length === 0 && result.ranking.length > 0;
  if (ranksNothing) return { id, basis: 'nothing', ballots, differences: papers };
  const found = differences(`${path}.result`, told(result), told(again));
  return { id, basis: 'tally', ballots, differences: [...papers, ...found] };
}

/** Papers that every file of the board holds after the reveal, and this one does not. */
function missingPapers(path: string, round: Round, { ballots, receipts }: FileRound): Difference[] {
  if (round.imported === true) return [];
  const missing = (name: string): Difference => ({ path: `${path}.${name}`, inFile: undefined, counted: 'published' });
  return [
    ...(round.publish === 'ballots' && ballots === undefined ? [missing('ballots')] : []),
    ...(round.secrecy !== 'named' && receipts === undefined ? [missing('receipts')] : []),
  ];
}

function recountRound(board: Board, file: FileRound, at: number): RecountedRound[] {
  const path = `rounds.${at}`;
  const round = board.rounds.find(({ id }) => id === file.id);
  if (round === undefined) {
    return [
      { id: file.id, basis: 'nothing', ballots: 0, differences: [{ path, inFile: file.id, counted: undefined }] },
    ];
  }
  const state = differences(`${path}.state`, file.state, round.state);
  if (round.state !== 'revealed') {
    return state.length === 0 ? [] : [{ id: round.id, basis: 'nothing', ballots: 0, differences: state }];
  }
  const seed = round.tieSeed === undefined ? undefined : bytesToHex(sha256(utf8ToBytes(round.tieSeed)));
  const draw = differences(`${path}.tieHash`, round.tieHash, seed);
  const ballots = ballotsOf(file);
  const counted: RecountedRound =
    ballots === undefined
      ? fromTally(path, round, file)
      : {
          id: round.id,
          basis: 'ballots',
          ballots: ballots.length,
          differences: fromBallots(path, round, file, ballots),
        };
  const basis = round.imported === true && ballots === undefined ? 'imported' : counted.basis;
  return [
    {
      ...counted,
      basis,
      differences: [...state, ...draw, ...missingPapers(path, round, file), ...counted.differences],
    },
  ];
}

/** The board that the log tells of; undefined for a log that tells of none. */
function folded(events: readonly Event[]): Board | undefined {
  try {
    return fold(events);
  } catch {
    return undefined;
  }
}

/** Refused as `invalid` with a path when the file is no export; differences are an answer, not a refusal. */
export function recount(raw: unknown): Result<Recount> {
  const parsed = parseWith(fileSchema, raw);
  if (!parsed.ok) return parsed;
  const { revision, events: given, snapshot, rounds, chain } = parsed.value;
  // Events are folded as they are: a log that breaks the rules gives another board than the snapshot.
  const events = given as unknown as readonly Event[];
  const board = folded(events);
  if (board === undefined) return reject('invalid', 'events');
  const missing = board.rounds.filter(({ id }) => !rounds.some((round) => round.id === id));
  return ok({
    rounds: rounds.flatMap((round, at) => recountRound(board, round, at)),
    log: [
      ...differences('revision', revision, events.length),
      ...events.flatMap((event, at) => differences(`events.${at}.revision`, event.revision, at + 1)),
      ...differences('chain.head', chain.head, chainHead(events)),
      ...differences('snapshot', snapshot, toSnapshot(board)),
      ...missing.map(({ id }): Difference => ({ path: 'rounds', inFile: undefined, counted: id })),
    ],
  });
}
