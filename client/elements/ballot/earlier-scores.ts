// One's own scores of earlier rounds for the cells that are asked now and not scored yet: a start, if one wants it.
import type { Board, Round } from '../../../shared/board/board.ts';
import type { Score, ScoreBallot } from '../../../shared/voting/ballots.ts';
import { cellsOf, isWithdrawn } from '../../../shared/voting/cells.ts';
import type { MyBallot } from '../../board-view.ts';

export interface EarlierScores {
  readonly ballot: ScoreBallot;
  readonly count: number;
}

const scoreIn = (mine: MyBallot | undefined, option: string, criterion: string): Score | undefined =>
  mine?.ballot !== undefined && 'cells' in mine.ballot ? mine.ballot.cells[option]?.[criterion] : undefined;

/**
 * What this voter gave last, as far as this device knows; undefined when there is nothing to start from. Where the
 * server has forgotten who cast what, only the browser that voted remembers.
 */
export function earlierScores(
  board: Board,
  round: Round | undefined,
  mine: ReadonlyMap<string, MyBallot>,
): EarlierScores | undefined {
  if (round?.method !== 'score' || round.state !== 'open') return undefined;
  const before = board.rounds
    .slice(0, board.rounds.indexOf(round))
    .toReversed()
    .filter(({ method }) => method === 'score');
  const now = mine.get(round.id);
  const cells: Record<string, Record<string, Score>> = {};
  let count = 0;
  for (const [option, criteria] of cellsOf(round)) {
    if (isWithdrawn(round, option)) continue;
    for (const criterion of criteria) {
      if (scoreIn(now, option, criterion) !== undefined) continue;
      const found = before
        .map(({ id }) => scoreIn(mine.get(id), option, criterion))
        .find((score) => score !== undefined);
      if (found === undefined) continue;
      (cells[option] ??= {})[criterion] = found;
      count += 1;
    }
  }
  return count === 0 ? undefined : { ballot: { cells }, count };
}
