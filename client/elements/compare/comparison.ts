// Owns what is compared of two to four options: which, their scores by criterion and how far apart, facts, notes, duels.
import {
  type Board,
  type Criterion,
  type Fact,
  type Option,
  type Round,
  asksFor,
} from '../../../shared/board/board.ts';
import type { Ranked, Result } from '../../../shared/voting/method.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { distributionOf } from '../matrix/distribution.ts';
import { type Thread, threadsOf } from '../notes/note-threads.ts';

export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 4;

export interface Compared {
  readonly option: Option;
  /** Its place in `board.options`: its colour. */
  readonly index: number;
  readonly ranked: Ranked | undefined;
}

export interface ComparedCell {
  readonly asked: boolean;
  /** How many gave 0 to 5, and "don't know". */
  readonly counts: readonly number[] | undefined;
  readonly mean: number | null;
  /** Of the row, alone at the top. */
  readonly best: boolean;
}

export interface CriterionRow {
  readonly criterion: Criterion;
  /** Of all weights, 0–1. */
  readonly share: number;
  readonly cells: readonly ComparedCell[];
  /** Highest mean less the lowest; null with fewer than two means. */
  readonly apart: number | null;
}

export interface FactRow {
  readonly label: string;
  readonly facts: readonly (Fact | undefined)[];
}

export interface Duel {
  readonly a: Compared;
  readonly b: Compared;
  /** Ballots that prefer a, and that prefer b. */
  readonly forA: number;
  readonly forB: number;
}

/** The last round whose numbers are public: of those that score, else of those that rank options. */
export function publicRound(board: Board): Round | undefined {
  const told = board.rounds.filter(({ state, secrecy }) => state === 'revealed' || secrecy === 'live');
  const ranking = told.filter(({ method }) => method !== 'weights' && method !== 'consent');
  return ranking.findLast(({ method }) => method === 'score') ?? ranking.at(-1);
}

/**
 * The options asked for that the board has; filled up to two, with the leaders where there is a result, else in the
 * board's order.
 */
export function comparedOptions(board: Board, asked: readonly string[], order: readonly string[] = []): Option[] {
  const present = board.options.filter(({ removed }) => removed === undefined);
  const known = (ids: readonly string[]): Option[] => ids.flatMap((id) => present.filter((option) => option.id === id));
  const chosen = known(asked).slice(0, MOST_COMPARED);
  if (chosen.length >= FEWEST_COMPARED) return chosen;
  return [...new Set([...chosen, ...known(order), ...present])].slice(0, FEWEST_COMPARED);
}

export const withRanks = (board: Board, options: readonly Option[], result: Result | undefined): readonly Compared[] =>
  options.map((option) => ({
    option,
    index: board.options.indexOf(option),
    ranked: result?.ranking.find((ranked) => ranked.option === option.id),
  }));

function rowOf(
  criterion: Criterion,
  share: number,
  options: readonly Option[],
  round: Round | undefined,
  tally: Tally | undefined,
): CriterionRow {
  const read = options.map(({ id }) => {
    const asked = round !== undefined && asksFor(round, id, criterion.id);
    const counts = asked && tally !== undefined && 'cells' in tally ? tally.cells[id]?.[criterion.id] : undefined;
    return { asked, counts, mean: counts === undefined ? null : distributionOf(counts).mean };
  });
  const means = read.flatMap(({ mean }) => (mean === null ? [] : [mean]));
  const top = Math.max(...means);
  const alone = means.length > 1 && means.filter((mean) => mean === top).length === 1;
  return {
    criterion,
    share,
    cells: read.map((cell) => ({ ...cell, best: alone && cell.mean === top })),
    apart: means.length < 2 ? null : top - Math.min(...means),
  };
}

/** Rows in the board's order; of a scored round those it asks about, else all that stand. */
export function criterionRows(
  board: Board,
  options: readonly Option[],
  round: Round | undefined,
  tally: Tally | undefined,
): readonly CriterionRow[] {
  const scored = round?.method === 'score' ? round : undefined;
  const weights = new Map((scored?.criteria ?? board.criteria.filter((c) => !c.removed)).map((c) => [c.id, c.weight]));
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
  return board.criteria.flatMap((criterion) => {
    const weight = weights.get(criterion.id);
    return weight === undefined ? [] : [rowOf(criterion, sum === 0 ? 0 : weight / sum, options, scored, tally)];
  });
}

/** What tells the options apart first: the distance of the means times the weight. */
export const mostApartFirst = (rows: readonly CriterionRow[]): readonly CriterionRow[] =>
  rows.toSorted((a, b) => (b.apart ?? -1) * b.share - (a.apart ?? -1) * a.share);

/** A row for each label that any of the options has, in the order met. */
export function factRows(options: readonly Option[]): readonly FactRow[] {
  const labels = new Set(options.flatMap(({ facts }) => facts.map(({ label }) => label)));
  return [...labels].map((label) => ({
    label,
    facts: options.map(({ facts }) => facts.find((fact) => fact.label === label)),
  }));
}

/** Notes of one kind on an option or on a cell of it, the most supported first. */
export const argumentsOn = (board: Board, option: string, kind: 'pro' | 'con'): readonly Thread[] =>
  threadsOf(board)
    .filter(({ note }) => note.kind === kind && note.removed === undefined)
    .filter(({ note: { target } }) => 'option' in target && target.option === option)
    .toSorted((a, b) => b.note.support.length - a.note.support.length);

/** Every pair of the options whose preference was counted. */
export function duelsOf(compared: readonly Compared[], pairwise: Result['pairwise']): readonly Duel[] {
  return compared.flatMap((a, place) =>
    compared.slice(place + 1).flatMap((b): Duel[] => {
      const forA = pairwise?.[a.option.id]?.[b.option.id];
      const forB = pairwise?.[b.option.id]?.[a.option.id];
      return forA === undefined || forB === undefined ? [] : [{ a, b, forA, forB }];
    }),
  );
}
