// What a score ballot asks, page by page, and what of it is still unscored.
import { type Board, type Criterion, type Option, type Round, asksFor } from '../../../shared/board/board.ts';
import type { Ballot, Score } from '../../../shared/voting/ballots.ts';

/** A criterion as a round froze it, with the board's words for it. */
export interface AskedCriterion extends Criterion {
  /** The criterion's share of all weights of the round, 0–1. */
  readonly share: number;
}

export interface BallotPage {
  readonly option: Option;
  /** The option's place on the board, for its colour. */
  readonly index: number;
  readonly criteria: readonly AskedCriterion[];
  /** Taken out of the round while it is open: nothing is asked of it any more. */
  readonly withdrawn: boolean;
}

export interface Cell {
  readonly option: string;
  readonly criterion: string;
}

/** A stable number for a text (FNV-1a), to shuffle without chance. */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** What a voter's order of a shuffled round follows from: never the same for two voters, always for one. */
export const shuffleSeed = (round: Round, member: string | undefined): string | undefined =>
  member === undefined ? undefined : `${round.id}/${member}`;

function criteriaOf(board: Board, round: Round): AskedCriterion[] {
  const sum = round.criteria.reduce((total, criterion) => total + criterion.weight, 0);
  return board.criteria.flatMap((criterion) => {
    const frozen = round.criteria.find((counted) => counted.id === criterion.id);
    if (frozen === undefined) return [];
    return [{ ...criterion, weight: frozen.weight, share: sum > 0 ? frozen.weight / sum : 0 }];
  });
}

/** The options of a round in the board's order, with their places; in a shuffled round in the seed's order. */
export function optionsOf(
  board: Board,
  round: Round,
  seed?: string,
): readonly { readonly option: Option; readonly index: number }[] {
  const offered = board.options.flatMap((option, index) =>
    round.options.includes(option.id) ? [{ option, index }] : [],
  );
  if (round.shuffle !== true || seed === undefined) return offered;
  return offered.toSorted((a, b) => scatter(`${seed}|${a.option.id}`) - scatter(`${seed}|${b.option.id}`));
}

/** One page for each option that the round asks about, withdrawn ones included. */
export function ballotPages(board: Board, round: Round, seed?: string): readonly BallotPage[] {
  const criteria = criteriaOf(board, round);
  return optionsOf(board, round, seed).flatMap(({ option, index }): BallotPage[] => {
    if (round.withdrawn?.includes(option.id) === true) return [{ option, index, criteria: [], withdrawn: true }];
    const asked = criteria.filter((criterion) => asksFor(round, option.id, criterion.id));
    return asked.length > 0 ? [{ option, index, criteria: asked, withdrawn: false }] : [];
  });
}

export const scoreOf = (ballot: Ballot | undefined, { option, criterion }: Cell): Score | undefined =>
  ballot !== undefined && 'cells' in ballot ? ballot.cells[option]?.[criterion] : undefined;

export const unscoredOn = (page: BallotPage, ballot: Ballot | undefined): readonly AskedCriterion[] =>
  page.criteria.filter(
    (criterion) => scoreOf(ballot, { option: page.option.id, criterion: criterion.id }) === undefined,
  );

export interface Count {
  readonly asked: number;
  readonly scored: number;
}

export function countOf(pages: readonly BallotPage[], ballot: Ballot | undefined): Count {
  const asked = pages.reduce((sum, page) => sum + page.criteria.length, 0);
  const left = pages.reduce((sum, page) => sum + unscoredOn(page, ballot).length, 0);
  return { asked, scored: asked - left };
}

/** The first unscored cell from a page on, going round; undefined when all are scored. */
export function nextUnscored(pages: readonly BallotPage[], ballot: Ballot | undefined, from: number): Cell | undefined {
  const start = Math.max(0, from);
  for (const page of [...pages.slice(start), ...pages.slice(0, start)]) {
    const [first] = unscoredOn(page, ballot);
    if (first !== undefined) return { option: page.option.id, criterion: first.id };
  }
  return undefined;
}
