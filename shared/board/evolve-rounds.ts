// Folds what happens to rounds.
import type { Board, Round } from './board.ts';
import type { EventOf, Evolvers } from './evolver.ts';

function newRound(event: EventOf<'round.opened'>): Round {
  const { type: _type, revision: _revision, by: _by, round, at, ...frozen } = event;
  return { ...frozen, id: round, state: 'open', openedAt: at };
}

const inRound = (board: Board, id: string, fields: Partial<Round>): Board => ({
  ...board,
  rounds: board.rounds.map((round) => (round.id === id ? { ...round, ...fields } : round)),
});

export const roundEvolvers = {
  'round.opened': (board, event) => ({ ...board, rounds: [...board.rounds, newRound(event)] }),
  'round.extended': (board, { round, closesAt }) => inRound(board, round, { closesAt }),
  'round.closing': (board, { round, closesAt }) => inRound(board, round, { closesAt }),
  'round.closed': (board, { round, at, tieSeed, version, progress }) =>
    inRound(board, round, { state: 'closed', closedAt: at, tieSeed, version, progress }),
  'round.revealed': (board, { round, at, tally, result, ballotsHash }) =>
    inRound(board, round, { state: 'revealed', revealedAt: at, tally, result, ballotsHash }),
} satisfies Evolvers<`round.${'opened' | 'extended' | 'closing' | 'closed' | 'revealed'}`>;
