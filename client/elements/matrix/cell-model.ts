// What one cell of the matrix shows, as plain values: equal values are the same object, so that only
// cells that changed are drawn again.
import type { Score } from '../../../shared/voting/ballots.ts';

/** `none`: no round yet. `outside`: the round does not ask for this cell. */
export type CellStage = 'none' | 'outside' | 'open' | 'closed' | 'revealed';

export interface CellModel {
  readonly key: string;
  readonly option: string;
  readonly criterion: string;
  readonly optionName: string;
  readonly criterionName: string;
  readonly stage: CellStage;
  readonly mine: Score | undefined;
  readonly masked: boolean;
  readonly waiting: boolean;
  /** How many gave 0 to 5 and "don't know", where that is public. */
  readonly counts: readonly number[] | undefined;
  /** Of a cell that the round does not ask about: what an earlier round gave, and the number of that round. */
  readonly earlier: readonly number[] | undefined;
  readonly earlierRound: number | undefined;
  readonly notes: number;
  /** Who looks at it now, as `facesTemplate` takes it. */
  readonly faces: string;
  readonly selected: boolean;
  readonly active: boolean;
}

function same(a: CellModel, b: CellModel): boolean {
  return (
    a.mine === b.mine &&
    a.counts === b.counts &&
    a.earlier === b.earlier &&
    a.earlierRound === b.earlierRound &&
    a.waiting === b.waiting &&
    a.active === b.active &&
    a.selected === b.selected &&
    a.notes === b.notes &&
    a.faces === b.faces &&
    a.stage === b.stage &&
    a.masked === b.masked &&
    a.optionName === b.optionName &&
    a.criterionName === b.criterionName
  );
}

/** Keeps the cells drawn last, by key, and gives them back while nothing in them changed. */
export class CellModels {
  private readonly drawn = new Map<string, CellModel>();

  keep(next: CellModel): CellModel {
    const before = this.drawn.get(next.key);
    if (before !== undefined && same(before, next)) return before;
    this.drawn.set(next.key, next);
    return next;
  }
}
