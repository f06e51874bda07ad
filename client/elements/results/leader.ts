// Who leads, by how much and how surely, read from a result as data; the words are beside.
import type { Result, Tip } from '../../../shared/voting/method.ts';
import { isOf100 } from './value-words.ts';

export type Margin = 'narrow' | 'plain' | 'clear';

export interface Lead {
  readonly winner: string;
  readonly value: number | null;
  readonly second: string | undefined;
  readonly secondValue: number | null;
  readonly margin: Margin;
  /** Ballots that put one above the other, where the result knows. */
  readonly duel: { readonly won: number; readonly lost: number } | undefined;
}

export type Standing =
  | { readonly kind: 'empty' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'tie'; readonly winners: readonly string[]; readonly value: number | null }
  | { readonly kind: 'lead'; readonly lead: Lead };

const NARROW = { of100: 5, share: 0.07 };
const CLEAR = { of100: 15, share: 0.25 };

function marginOf(result: Result, first: number | null, second: number | null): Margin {
  if (first === null || second === null) return 'plain';
  const apart = first - second;
  const kind = isOf100(result) ? 'of100' : 'share';
  const measure = kind === 'of100' ? apart : apart / Math.max(1, first);
  if (measure < NARROW[kind]) return 'narrow';
  return measure >= CLEAR[kind] ? 'clear' : 'plain';
}

export function standingOf(result: Result): Standing {
  if (result.ballots === 0) return { kind: 'empty' };
  const valueOf = (option: string | undefined): number | null =>
    result.ranking.find((ranked) => ranked.option === option)?.value ?? null;
  const [winner, ...tied] = result.winners;
  if (winner === undefined) return { kind: 'nobody' };
  if (tied.length > 0) return { kind: 'tie', winners: result.winners, value: valueOf(winner) };
  const next = result.ranking.find((ranked) => ranked.option !== winner && ranked.knockedOut === undefined);
  const second = next?.option;
  const won = second === undefined ? undefined : result.pairwise?.[winner]?.[second];
  const lost = second === undefined ? undefined : result.pairwise?.[second]?.[winner];
  const [value, secondValue] = [valueOf(winner), next?.value ?? null];
  return {
    kind: 'lead',
    lead: {
      winner,
      value,
      second,
      secondValue,
      margin: marginOf(result, value, secondValue),
      duel: won === undefined || lost === undefined ? undefined : { won, lost },
    },
  };
}

export interface Agreement {
  /** Rules asked, the round's own included. */
  readonly asked: number;
  readonly same: number;
  /** The rules that name somebody else. */
  readonly others: readonly Result['otherRules'][number][];
}

/** Whether other counting rules name the same winners on these ballots. */
export function agreementOf(result: Result): Agreement {
  const own = result.winners.toSorted().join();
  const others = result.otherRules.filter(({ winners }) => winners.toSorted().join() !== own);
  const asked = result.otherRules.length + 1;
  return { asked, same: asked - others.length, others };
}

/** The smallest change of one weight that changes who leads. */
export const nearestTip = (result: Result): Tip | undefined => result.fragility?.find(({ tipsAt }) => tipsAt !== null);
