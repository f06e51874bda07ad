// Which views and rounds a board's page can show at the moment. Pure.
import { type Board, type Round, type Target, criterionOf, optionOf, present } from '../../shared/board/board.ts';
import type { Ballot, GivenBallot } from '../../shared/voting/ballots.ts';
import { BOARD_VIEWS, type BoardViewName } from '../board-address.ts';
import type { BoardView } from '../board-view.ts';
import type { OwnReceipt } from '../elements/board/own-receipts.ts';

export const lastRound = (board: Board): Round | undefined => board.rounds.at(-1);

/** The ballot is there for voters while a round is open, results once there has been a round. */
export function availableViews({ board, you }: BoardView): readonly BoardViewName[] {
  const round = lastRound(board);
  return BOARD_VIEWS.filter((view) => {
    if (view === 'ballot') return you.role !== 'watcher' && round?.state === 'open';
    if (view === 'compare') return present(board.options).length > 1;
    return view !== 'results' || round !== undefined;
  });
}

/**
 * The view for the moment, where none was asked for. The matrix is for scores and for screens with room for it;
 * elsewhere voters have their ballot before them, and everybody the result or what it waits for.
 */
export function viewForNow(view: BoardView, narrow: boolean): BoardViewName {
  const round = lastRound(view.board);
  if (round === undefined || (round.method === 'score' && !narrow)) return 'matrix';
  return availableViews(view).includes('ballot') ? 'ballot' : 'results';
}

/** One's receipts, the latest first. */
export function ownReceipts({ board, mine }: BoardView): readonly OwnReceipt[] {
  const receipts = board.rounds.flatMap(({ id, secrecy, state }, place): OwnReceipt[] => {
    const receipt = mine.get(id)?.receipt;
    return receipt === undefined ? [] : [{ round: id, number: place + 1, secrecy, state, receipt }];
  });
  return receipts.toReversed();
}

export function targetExists(board: Board, target: Target): boolean {
  if ('option' in target && optionOf(board, target.option) === undefined) return false;
  return !('criterion' in target) || criterionOf(board, target.criterion) !== undefined;
}

const EMPTY: Readonly<Record<Round['method'], GivenBallot | undefined>> = {
  score: { cells: {} },
  dots: { dots: {} },
  approval: { approved: [] },
  ranking: { ranking: [] },
  weights: undefined,
  consent: undefined,
};

/** A ballot without what has been taken out of its round since: naming that again would be refused. */
function stillOffered(ballot: Ballot, withdrawn: readonly string[]): GivenBallot {
  const isIn = (option: string): boolean => !withdrawn.includes(option);
  if ('dots' in ballot) return { dots: Object.fromEntries(Object.entries(ballot.dots).filter(([id]) => isIn(id))) };
  if ('approved' in ballot) return { approved: ballot.approved.filter(isIn) };
  if ('ranking' in ballot) {
    return { ranking: ballot.ranking.map((group) => group.filter(isIn)).filter((group) => group.length > 0) };
  }
  return ballot;
}

/**
 * What is sent to say "done" without changing a ballot; an empty one is an abstention. Undefined where the method has
 * no empty ballot and none has been cast.
 */
export function doneBallot({ method, withdrawn = [] }: Round, ballot: Ballot | undefined): GivenBallot | undefined {
  // Cells that are given are merged into what was cast, so none need be given.
  return method === 'score' || ballot === undefined ? EMPTY[method] : stillOffered(ballot, withdrawn);
}

/** The big screen invites people in until there is a result, and again while the facilitator has the sharing open. */
export function showsCode({ board, presence }: BoardView): boolean {
  if (board.entry === 'closed') return false;
  if (!board.rounds.some(({ state }) => state === 'revealed')) return true;
  return [...board.members.values()].some(
    ({ id, role }) => role === 'facilitator' && presence.get(id)?.view === 'share',
  );
}
