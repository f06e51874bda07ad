// Ties of a round, and the later round that settled one by asking about the tied options only.
import { type Board, type Round } from '../board/board.ts';

/**
 * The options that share first place under the pure rule of a counted round; empty where there is no tie. A round on some
 * cells judges cells, not options: equal firsts there are no tie.
 */
export function tiedOptions({ method, result, cells }: Pick<Round, 'method' | 'result' | 'cells'>): readonly string[] {
  if (result === undefined || method === 'weights' || cells !== undefined || result.winners.length < 2) return [];
  return result.winners;
}

/** The first round after a tied one that asked about the tied options and no others. */
export function runOffOf({ rounds }: Pick<Board, 'rounds'>, tied: Round): Round | undefined {
  const options = tiedOptions(tied);
  if (options.length === 0) return undefined;
  const asked = new Set(options);
  const place = rounds.findIndex(({ id }) => id === tied.id);
  return rounds
    .slice(place + 1)
    .find((round) => round.options.length === asked.size && round.options.every((option) => asked.has(option)));
}
