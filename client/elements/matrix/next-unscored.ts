// Owns which cell comes next for a voter who goes through the matrix cell by cell.
import type { Target } from '../../../shared/board/board.ts';
import type { MatrixModel } from './matrix-model.ts';

/** The next cell to score after `from`, row by row, going round; undefined when all are scored. */
export function nextUnscored(shown: MatrixModel, from: Target | undefined): Target | undefined {
  const cells = shown.rows.flatMap((row) => row.cells);
  const start = cells.findIndex(
    (cell) =>
      from !== undefined &&
      'option' in from &&
      cell.option === from.option &&
      (!('criterion' in from) || cell.criterion === from.criterion),
  );
  const first = from?.kind === 'cell' ? start + 1 : Math.max(start, 0);
  const round = [...cells.slice(first), ...cells.slice(0, first)];
  const next = round.find((cell) => cell.stage === 'open' && cell.mine === undefined);
  return next === undefined ? undefined : { kind: 'cell', option: next.option, criterion: next.criterion };
}
