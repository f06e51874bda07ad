// The one tie rule: head-to-head, margins, first places, and a draw that nobody can choose and anybody can check.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Contest, grouped, type Settled, type Standing } from './contest.ts';
import type { TieStep } from './method.ts';
import { headToHead, margins } from './pairwise.ts';

/** SHA-256 of the seed, a bar and the option's id, in hexadecimal: the smaller comes first. */
export const drawOf = (tieSeed: string, option: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${tieSeed}|${option}`)));

type Step = (contest: Contest, group: readonly number[]) => readonly (readonly number[])[];

const byMost = (group: readonly number[], amount: (option: number) => number): number[][] => {
  const amounts = new Map(group.map((option) => [option, amount(option)]));
  return grouped(group, (a, b) => (amounts.get(b) ?? 0) - (amounts.get(a) ?? 0));
};

const STEPS: Readonly<Partial<Record<TieStep, Step>>> = {
  'head-to-head': ({ pairwise }, group) => (pairwise && headToHead(pairwise, group)) ?? [group],
  margins: ({ pairwise }, group) => (pairwise ? byMost(group, (option) => margins(pairwise, option)) : [group]),
  firsts: ({ firsts }, group) => (firsts ? byMost(group, (option) => firsts[option] ?? 0) : [group]),
  draw: ({ tieSeed, options }, group) => {
    const draws = new Map(group.map((option) => [option, drawOf(tieSeed, options[option] ?? '')]));
    return group.toSorted((a, b) => ((draws.get(a) ?? '') < (draws.get(b) ?? '') ? -1 : 1)).map((option) => [option]);
  },
};

const EVERY_STEP: readonly TieStep[] = ['head-to-head', 'margins', 'firsts', 'draw'];

/** Puts one tied group into an order; `tieBroken` is the step that told its first option from the others. */
export function settle(contest: Contest, group: readonly number[], steps: readonly TieStep[] = EVERY_STEP): Settled {
  let parts: readonly (readonly number[])[] = [group];
  let tieBroken: TieStep | undefined;
  for (const step of steps) {
    if (parts.every((part) => part.length === 1)) break;
    parts = parts.flatMap((part) => (part.length === 1 ? [part] : (STEPS[step]?.(contest, part) ?? [part])));
    if (tieBroken === undefined && parts[0]?.length === 1) tieBroken = step;
  }
  return { order: parts.flat(), ...(tieBroken !== undefined && group.length > 1 && { tieBroken }) };
}

/** One order over all groups; `tieBroken` is the step that told the leader of the highest tied group from its equals. */
export function settleAll(contest: Contest, groups: readonly (readonly number[])[]): Settled {
  const settled = groups.map((group) => settle(contest, group));
  const tieBroken = settled.find((group) => group.tieBroken !== undefined)?.tieBroken;
  return { order: settled.flatMap((group) => group.order), ...(tieBroken !== undefined && { tieBroken }) };
}

/** The order of a standing. Where nobody voted or judged there was no tie to break, only a list to write down. */
export function settledOrder(contest: Contest, standing: Standing): Settled {
  const settled = standing.settled ?? settleAll(contest, standing.groups);
  const judged = standing.groups.some((group) => group.length > 1 && standing.values[group[0] ?? -1] !== null);
  return contest.voters > 0 && (judged || standing.settled !== undefined) ? settled : { order: settled.order };
}
