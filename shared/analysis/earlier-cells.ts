// What earlier rounds say of the cells that a round on some cells does not ask about.
import type { Board, Round } from '../board/board.ts';
import { cellsOf, isWithdrawn } from '../voting/cells.ts';
import type { ScoreTally } from '../voting/tally.ts';

export interface EarlierCell {
  /** The place on the board of the round that the counts are from, from 1. */
  readonly number: number;
  readonly round: Round;
  readonly counts: readonly number[];
}

const NO_CELLS: ReadonlyMap<string, ReadonlyMap<string, EarlierCell>> = new Map();

/** The tally of a revealed score round. */
export function scoreTallyOf(round: Round): ScoreTally | undefined {
  return round.state === 'revealed' && round.tally !== undefined && 'cells' in round.tally ? round.tally : undefined;
}

export type Rounds = Pick<Board, 'rounds' | 'options' | 'criteria'>;

/**
 * Option → criterion → what the latest revealed score round before `round` gave, for the cells that `round` does not ask
 * about. What has been taken off the board since is left out. Empty for rounds that score no cells.
 */
export function earlierCells(
  { rounds, options, criteria: columns }: Rounds,
  round: Round,
): ReadonlyMap<string, ReadonlyMap<string, EarlierCell>> {
  if (round.method !== 'score') return NO_CELLS;
  const asked = cellsOf(round);
  const gone = new Set([...options, ...columns].flatMap(({ id, removed }) => (removed === true ? [id] : [])));
  const found = new Map<string, Map<string, EarlierCell>>();
  const place = rounds.findIndex(({ id }) => id === round.id);
  for (const [at, before] of rounds.slice(0, Math.max(0, place)).entries()) {
    const tally = scoreTallyOf(before);
    if (tally === undefined) continue;
    for (const [option, criteria] of cellsOf(before)) {
      if (gone.has(option) || isWithdrawn(before, option) || isWithdrawn(round, option)) continue;
      for (const criterion of criteria) {
        const counts = tally.cells[option]?.[criterion];
        if (counts === undefined || gone.has(criterion) || asked.get(option)?.has(criterion) === true) continue;
        const row = found.get(option) ?? new Map<string, EarlierCell>();
        found.set(option, row.set(criterion, { number: at + 1, round: before, counts }));
      }
    }
  }
  return found;
}
