// Names what a result ranks: options, or in a round of weights criteria.
import { type Board, criterionOf, optionOf } from '../../../shared/board/board.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
  /** The option's place on the board, for its colour; criteria have none. */
  readonly index: number | undefined;
}

export function named(board: Board, id: string): Named {
  const option = optionOf(board, id);
  if (option === undefined) return { id, name: criterionOf(board, id)?.name ?? id, index: undefined };
  return { id, name: option.name, index: board.options.indexOf(option) };
}

export const nameOf = (board: Board, id: string): string => named(board, id).name;

export const namesOf = (board: Board, ids: readonly string[]): readonly string[] => ids.map((id) => nameOf(board, id));
