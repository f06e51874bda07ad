// What may be read of a board's rounds: results and ballots after the reveal, of live rounds the result at any time.
import { type Round, roundOf } from '../../shared/board/board.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import type { Result as CountedResult } from '../../shared/voting/method.ts';
import { resultOf } from '../../shared/voting/result.ts';
import type { PublishedBallot } from '../../shared/voting/round-count.ts';
import type { RoundBallots } from './boards.ts';
import type { LiveBoard } from './live-board.ts';

/** The last counted result of a live round, so that many readers of one state cost one count. */
const counted = new WeakMap<Round, { readonly version: number; readonly result: CountedResult }>();

function liveResult(round: Round, live: LiveBoard): CountedResult {
  const box = live.committed.box(round.id);
  const version = box?.version ?? 0;
  const known = counted.get(round);
  if (known?.version === version) return known.result;
  const result = resultOf(round, box?.ballots() ?? []);
  counted.set(round, { version, result });
  return result;
}

export async function roundResult(live: LiveBoard, id: string): Promise<Result<CountedResult>> {
  const found = roundOf(live.committed.board, id);
  if (found === undefined) return reject('not-found', 'round');
  if (found.result !== undefined) return ok(found.result);
  if (found.secrecy !== 'live' || found.imported === true) return reject('not-revealed', 'round');
  // A live round's result is of the ballots that its published tally counts, not of newer ones.
  await live.current();
  const round = roundOf(live.committed.board, id);
  return round === undefined ? reject('not-found', 'round') : ok(round.result ?? liveResult(round, live));
}

const byVoter = (a: PublishedBallot, b: PublishedBallot): number => ((a.member ?? '') < (b.member ?? '') ? -1 : 1);

export function roundBallots(live: LiveBoard, id: string): Result<RoundBallots> {
  const round = roundOf(live.committed.board, id);
  if (round === undefined) return reject('not-found', 'round');
  if (round.state !== 'revealed') return reject('not-revealed', 'round');
  const box = live.committed.box(id);
  // The ballots of an imported round stayed where it was held.
  if (box === undefined) return ok({});
  const published = box.published();
  if (round.secrecy === 'named') return ok({ ballots: published.toSorted(byVoter) });
  const receipts = published.flatMap(({ receipt }) => (receipt === undefined ? [] : [receipt]));
  return ok({ receipts, ...(round.publish === 'ballots' && { ballots: published }) });
}
