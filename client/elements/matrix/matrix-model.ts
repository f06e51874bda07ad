// Owns what the matrix draws: which rows and columns in which order, and the values in them.
import { type Board, type Criterion, type Option, type Round, type Target } from '../../../shared/board/board.ts';
import { cellsOf, isWithdrawn } from '../../../shared/voting/cells.ts';
import type { Ranked, Result } from '../../../shared/voting/method.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { type MyBallot, cellKey } from '../../board-view.ts';
import { notesOn } from '../notes/note-counts.ts';
import { sameTarget } from '../targets.ts';
import { optionsOf } from '../ballot/ballot-plan.ts';
import { earlierOf } from './earlier.ts';
import type { CellModel, CellModels, CellStage } from './cell-model.ts';
import { ownScore } from './own-progress.ts';

export interface MatrixInput {
  readonly board: Board;
  /** A round that scores cells; others leave the matrix as it is before any round. */
  readonly round: Round | undefined;
  readonly tally: Tally | undefined;
  readonly result: Result | undefined;
  readonly mine: MyBallot | undefined;
  readonly selected: Target | undefined;
  readonly active: Target | undefined;
  readonly maskOwn: boolean;
  /** By cell; see people/faces.ts. */
  readonly faces?: ReadonlyMap<string, string> | undefined;
  /** Orders the options of a shuffled round for this voter, always the same way. */
  readonly seed?: string | undefined;
}

export interface ColumnModel {
  readonly criterion: Criterion;
  /** As frozen in the round, where there is one. */
  readonly weight: number;
  /** Of all weights, 0–1; undefined outside the round or when nothing weighs anything. */
  readonly share: number | undefined;
  readonly mustHave: number | undefined;
  readonly standing: 'plain' | 'outside' | 'removed';
  readonly notes: number;
  readonly selected: boolean;
  readonly active: boolean;
}

export interface RowModel {
  readonly option: Option;
  /** Its place in `board.options`: its colour. */
  readonly index: number;
  readonly standing: 'plain' | 'outside' | 'withdrawn' | 'removed';
  readonly ranked: Ranked | undefined;
  readonly cells: readonly CellModel[];
  readonly notes: number;
  readonly selected: boolean;
  readonly active: boolean;
}

export interface MatrixModel {
  readonly columns: readonly ColumnModel[];
  readonly rows: readonly RowModel[];
  /** Whether the order is the result's; the weighted column can show before. */
  readonly ranked: boolean;
  readonly weighted: boolean;
}

/** The round, if it is one whose cells are scored. */
export const scoring = (round: Round | undefined): Round | undefined => (round?.method === 'score' ? round : undefined);

function columnsOf({ board, round, selected, active }: MatrixInput): readonly ColumnModel[] {
  const asked = new Map(round?.criteria.map((criterion) => [criterion.id, criterion]));
  const shown = board.criteria.filter((criterion) => criterion.removed === undefined || asked.has(criterion.id));
  const counted = round === undefined ? shown : round.criteria;
  const sum = counted.reduce((total, { weight }) => total + weight, 0);
  return shown.map((criterion) => {
    const from = round === undefined ? criterion : asked.get(criterion.id);
    const target: Target = { kind: 'criterion', criterion: criterion.id };
    return {
      criterion,
      weight: (from ?? criterion).weight,
      share: from === undefined || sum === 0 ? undefined : from.weight / sum,
      mustHave: (from ?? criterion).mustHave,
      standing: criterion.removed === true ? 'removed' : from === undefined ? 'outside' : 'plain',
      notes: notesOn(board, target),
      selected: sameTarget(selected, target),
      active: sameTarget(active, target),
    };
  });
}

function standingOf(option: Option, round: Round | undefined): RowModel['standing'] {
  if (round?.withdrawn?.includes(option.id) === true) return 'withdrawn';
  if (option.removed === true) return 'removed';
  return round !== undefined && !round.options.includes(option.id) ? 'outside' : 'plain';
}

function stageOf(round: Round | undefined, option: string, criterion: string): CellStage {
  if (round === undefined) return 'none';
  const asked = !isWithdrawn(round, option) && cellsOf(round).get(option)?.has(criterion) === true;
  return asked ? round.state : 'outside';
}

function cellOf(input: MatrixInput, option: Option, criterion: Criterion, models: CellModels): CellModel {
  const { board, round, tally, mine, maskOwn } = input;
  const target: Target = { kind: 'cell', option: option.id, criterion: criterion.id };
  const key = cellKey(option.id, criterion.id);
  const stage = stageOf(round, option.id, criterion.id);
  const inRound = stage !== 'none' && stage !== 'outside';
  const before = stage === 'outside' ? earlierOf(board, round).get(option.id)?.get(criterion.id) : undefined;
  return models.keep({
    key,
    option: option.id,
    criterion: criterion.id,
    optionName: option.name,
    criterionName: criterion.name,
    stage,
    mine: inRound ? ownScore(mine, option.id, criterion.id) : undefined,
    masked: maskOwn && stage !== 'revealed',
    waiting: inRound && mine?.waiting.has(key) === true,
    counts: inRound && tally !== undefined && 'cells' in tally ? tally.cells[option.id]?.[criterion.id] : undefined,
    earlier: before?.counts,
    earlierRound: before?.number,
    notes: notesOn(board, target),
    faces: input.faces?.get(key) ?? '',
    selected: sameTarget(input.selected, target),
    active: sameTarget(input.active, target),
  });
}

/** The board's order until the reveal; then the result's, with what it does not name at the end. */
function ordered(rows: readonly RowModel[], result: Result): readonly RowModel[] {
  const place = new Map(result.order.map((option, index) => [option, index]));
  const last = result.order.length;
  return rows.toSorted((a, b) => (place.get(a.option.id) ?? last) - (place.get(b.option.id) ?? last));
}

/** In a shuffled round every voter has an order of their own, as on the ballot; other options follow. */
function shuffled(rows: readonly RowModel[], { board, round, seed }: MatrixInput): readonly RowModel[] {
  if (round?.shuffle !== true || seed === undefined) return rows;
  const place = new Map(optionsOf(board, round, seed).map(({ option }, at) => [option.id, at]));
  return rows.toSorted((a, b) => (place.get(a.option.id) ?? rows.length) - (place.get(b.option.id) ?? rows.length));
}

/** Everything that is drawn. Cells are looked up in `models`, so unchanged ones stay the same object. */
export function matrixModel(input: MatrixInput, models: CellModels): MatrixModel {
  const { board, round, result, selected, active } = input;
  const columns = columnsOf(input);
  const ranks = new Map(result?.ranking.map((ranked) => [ranked.option, ranked]));
  const rows = board.options.flatMap((option, index): RowModel[] => {
    if (option.removed === true && round?.options.includes(option.id) !== true) return [];
    const target: Target = { kind: 'option', option: option.id };
    return [
      {
        option,
        index,
        standing: standingOf(option, round),
        ranked: ranks.get(option.id),
        cells: columns.map(({ criterion }) => cellOf(input, option, criterion, models)),
        notes: notesOn(board, target),
        selected: sameTarget(selected, target),
        active: sameTarget(active, target),
      },
    ];
  });
  const ranked = round?.state === 'revealed' && result !== undefined;
  return {
    columns,
    rows: ranked ? ordered(rows, result) : shuffled(rows, input),
    ranked,
    weighted: result !== undefined,
  };
}
