// Owns where the keys move the focus in the matrix. Moving never votes.
import type { Target } from '../../../shared/board/board.ts';

/** What can be focused: the cells, the names of the options at their left, the names of the criteria above. */
export interface Grid {
  readonly options: readonly string[];
  readonly criteria: readonly string[];
}

const HEADER = -1;
const PAGE = 5;

interface Place {
  readonly row: number;
  readonly column: number;
}

const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

function placeOf(grid: Grid, target: Target): Place {
  return {
    row: 'option' in target ? grid.options.indexOf(target.option) : HEADER,
    column: 'criterion' in target ? grid.criteria.indexOf(target.criterion) : HEADER,
  };
}

function targetAt(grid: Grid, { row, column }: Place): Target | undefined {
  const option = grid.options[row];
  const criterion = grid.criteria[column];
  if (option !== undefined && criterion !== undefined) return { kind: 'cell', option, criterion };
  if (option !== undefined) return { kind: 'option', option };
  return criterion === undefined ? undefined : { kind: 'criterion', criterion };
}

function step(key: string, whole: boolean, { row, column }: Place, last: Place): Place | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'PageUp':
      return { row: Math.max(row - PAGE, Math.min(row, 0)), column };
    case 'PageDown':
      return { row: row + PAGE, column };
    case 'Home':
      return whole ? { row: 0, column: 0 } : { row, column: row === HEADER ? 0 : HEADER };
    case 'End':
      return whole ? last : { row, column: last.column };
    default:
      return undefined;
  }
}

/**
 * Where a key leads from `from`; undefined for keys that do not move, `from` itself at an edge.
 * `whole` (Ctrl or Command held) makes Home and End go to the first and last cell of all.
 */
export function moved(grid: Grid, from: Target, key: string, whole: boolean): Target | undefined {
  const last = { row: grid.options.length - 1, column: grid.criteria.length - 1 };
  const to = step(key, whole, placeOf(grid, from), last);
  if (to === undefined) return undefined;
  return (
    targetAt(grid, { row: within(to.row, HEADER, last.row), column: within(to.column, HEADER, last.column) }) ?? from
  );
}

/** The first cell, or where there is none the first name. */
export function firstTarget(grid: Grid): Target | undefined {
  return targetAt(grid, { row: 0, column: 0 });
}

export const holds = (grid: Grid, target: Target): boolean =>
  (!('option' in target) || grid.options.includes(target.option)) &&
  (!('criterion' in target) || grid.criteria.includes(target.criterion));
