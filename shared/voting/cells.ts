// Which cells a round asks about: option × criterion, or the listed pairs only.
import type { CountedRound } from './method.ts';

const known = new WeakMap<CountedRound, ReadonlyMap<string, ReadonlySet<string>>>();

function listed(round: CountedRound): ReadonlyMap<string, ReadonlySet<string>> {
  const everyCriterion = new Set(round.criteria.map((criterion) => criterion.id));
  if (round.cells === undefined) return new Map(round.options.map((option) => [option, everyCriterion]));
  const cells = new Map(round.options.map((option) => [option, new Set<string>()]));
  for (const [option, criterion] of round.cells) {
    if (everyCriterion.has(criterion)) cells.get(option)?.add(criterion);
  }
  return cells;
}

/** Option → the criteria it is judged by. Withdrawn options are in it, for ballots that named them before. */
export function cellsOf(round: CountedRound): ReadonlyMap<string, ReadonlySet<string>> {
  const before = known.get(round);
  if (before !== undefined) return before;
  const cells = listed(round);
  known.set(round, cells);
  return cells;
}

export const isWithdrawn = (round: CountedRound, option: string): boolean => round.withdrawn?.includes(option) ?? false;

/** True when a ballot cast now may name the option. */
export const isOffered = (round: CountedRound, option: string): boolean =>
  round.options.includes(option) && !isWithdrawn(round, option);

/** The options that are counted. */
export const countedOptions = (round: CountedRound): readonly string[] =>
  round.withdrawn === undefined || round.withdrawn.length === 0
    ? round.options
    : round.options.filter((option) => !isWithdrawn(round, option));
