// Owns how far one's own score ballot is: what the round asks, what is given, what is not yet saved.
import type { Round } from '../../../shared/board/board.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import { cellsOf, isWithdrawn } from '../../../shared/voting/cells.ts';
import type { MyBallot } from '../../board-view.ts';

export interface OwnProgress {
  readonly asked: number;
  readonly given: number;
  readonly waiting: number;
}

export function ownScore(mine: MyBallot | undefined, option: string, criterion: string): Score | undefined {
  const ballot = mine?.ballot;
  return ballot !== undefined && 'cells' in ballot ? ballot.cells[option]?.[criterion] : undefined;
}

/** Counts the cells of a score round that this voter is asked for; withdrawn options are not asked any more. */
export function ownProgress(round: Round, mine: MyBallot | undefined): OwnProgress {
  let asked = 0;
  let given = 0;
  for (const [option, criteria] of cellsOf(round)) {
    if (isWithdrawn(round, option)) continue;
    for (const criterion of criteria) {
      asked += 1;
      if (ownScore(mine, option, criterion) !== undefined) given += 1;
    }
  }
  return { asked, given, waiting: mine?.waiting.size ?? 0 };
}
