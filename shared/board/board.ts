// Owns what a board is once its log is folded, and how to find things in it.
import type { Language } from '../rejections.ts';
import type { CountedCriterion, CountedRound, Result, Secrecy } from '../voting/method.ts';
import type { Tally } from '../voting/tally.ts';

export type Role = 'facilitator' | 'voter' | 'watcher';
export type Phase = 'frame' | 'discuss' | 'vote' | 'reveal' | 'decide';
export type Entry = 'voter' | 'watcher' | 'closed';
export type NoteKind = 'pro' | 'con' | 'question' | 'risk' | 'evidence' | 'note';
export type SilentNotes = 'signed' | 'unsigned';
export type DecisionStatus = 'proposed' | 'accepted' | 'rejected' | 'superseded';

export type Target =
  | { readonly kind: 'board' }
  | { readonly kind: 'option'; readonly option: string }
  | { readonly kind: 'criterion'; readonly criterion: string }
  | { readonly kind: 'cell'; readonly option: string; readonly criterion: string };

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly source?: string;
  readonly asOf?: string;
}

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly summary?: string;
  readonly url?: string;
  readonly facts: readonly Fact[];
  readonly removed?: true;
}

export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** What 0 and 5 mean, in words. */
  readonly low?: string;
  readonly high?: string;
  readonly weight: number;
  readonly mustHave?: number;
  readonly removed?: true;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: 'facilitator' | 'voter';
  /** Not let in yet: watches, and may do nothing but change their name. */
  readonly waiting?: true;
  /** Somebody in the room without a device: the facilitation records their ballots, and nobody joins as them. */
  readonly guest?: true;
  readonly removed?: true;
}

export interface Note {
  readonly id: string;
  readonly target: Target;
  readonly kind: NoteKind;
  readonly text: string;
  /** Absent on a note that came with the board. */
  readonly by?: string;
  readonly at: string;
  readonly editedAt?: string;
  readonly parent?: string;
  readonly support: readonly string[];
  readonly resolved?: true;
  readonly removed?: true;
  /** The text is gone for good, and so is the salt that this is the hash with; see redaction-hash.ts. */
  readonly redacted?: Redaction;
}

export interface Redaction {
  readonly hash: string;
  readonly at: string;
  readonly by?: string;
}

/** How far a round is. `voted` names who is done; absent in anonymous rounds. */
export interface Progress {
  /** Ballots begun. */
  readonly cast: number;
  /** Ballots their voters declared done. */
  readonly done: number;
  /** Voters and facilitators who are on the board. */
  readonly eligible: number;
  readonly voted?: readonly string[];
  /** Ballots that the facilitation recorded for others, from the close on, where there are any. */
  readonly recorded?: number;
}

export type RoundStage = 'open' | 'closed' | 'revealed';

/** A round with everything it is counted with, frozen at opening. */
export interface Round extends CountedRound {
  readonly secrecy: Secrecy;
  readonly prompt?: string;
  readonly proposal?: string;
  readonly publish: 'tally' | 'ballots';
  readonly closeWhenAll?: boolean;
  readonly shuffle?: boolean;
  /** Members may write notes that are held back and published with the reveal. */
  readonly silentNotes?: SilentNotes;
  readonly state: RoundStage;
  readonly openedAt: string;
  readonly closesAt?: string;
  readonly closedAt?: string;
  readonly revealedAt?: string;
  readonly tieHash: string;
  /** Final, from the close on. */
  readonly version?: number;
  readonly progress?: Progress;
  /** From the reveal on. */
  readonly tally?: Tally;
  readonly result?: Result;
  readonly ballotsHash?: string;
  /** The board that this round came from by import; its ballots are not in this store. */
  readonly imported?: true;
}

/** Where the same question was answered anew. */
export interface Successor {
  readonly board: string;
  readonly title: string;
}

export interface Decision {
  readonly options: readonly string[];
  readonly status: DecisionStatus;
  readonly summary: string;
  readonly round?: string;
  readonly deciders?: readonly string[];
  readonly reviewOn?: string;
  /** Only of a decision that is superseded. */
  readonly supersededBy?: Successor;
  readonly at: string;
  readonly by?: string;
}

/** The board that asked the same question before, as it stood when this one was made from it. */
export interface Previous {
  readonly board: string;
  readonly title: string;
  readonly decision?: Omit<Decision, 'deciders' | 'supersededBy' | 'by'>;
  readonly at: string;
}

/** One thing to get through in the meeting. */
export interface AgendaItem {
  readonly id: string;
  readonly title: string;
  readonly minutes?: number;
  readonly target?: Target;
  /** When its time was last started. */
  readonly startedAt?: string;
}

/** The clock that everybody sees. It runs on past its end, until it is stopped. */
export interface Timer {
  readonly startedAt: string;
  readonly endsAt: string;
  /** The item of the agenda that it is for. */
  readonly item?: string;
}

/** Where a facilitator has asked everybody to look. */
export interface Led {
  readonly view: string;
  readonly target?: Target;
  readonly note?: string;
  readonly by?: string;
  readonly at: string;
}

export interface Board {
  readonly id: string;
  readonly revision: number;
  readonly code: string;
  readonly title: string;
  readonly question: string;
  readonly language: Language;
  readonly phase: Phase;
  readonly entry: Entry;
  readonly locked: boolean;
  /** Who comes anew waits until a facilitator lets them in. */
  readonly approval?: true;
  readonly createdAt: string;
  /** In display order, removed ones included. */
  readonly options: readonly Option[];
  readonly criteria: readonly Criterion[];
  /** In order of joining. */
  readonly members: ReadonlyMap<string, Member>;
  /** In order of writing. */
  readonly notes: ReadonlyMap<string, Note>;
  /** In order of opening. */
  readonly rounds: readonly Round[];
  readonly decision?: Decision;
  readonly agenda?: readonly AgendaItem[];
  readonly timer?: Timer;
  readonly led?: Led;
  readonly previous?: Previous;
}

export const optionOf = (board: Board, id: string): Option | undefined => board.options.find((o) => o.id === id);
export const criterionOf = (board: Board, id: string): Criterion | undefined => board.criteria.find((c) => c.id === id);
export const roundOf = (board: Board, id: string): Round | undefined => board.rounds.find((r) => r.id === id);

export const present = <T extends { readonly removed?: true }>(things: readonly T[]): readonly T[] =>
  things.filter((thing) => thing.removed === undefined);

/** At most one round is open at a time, and it is the last one. */
export function openRound(board: Board): Round | undefined {
  const last = board.rounds.at(-1);
  return last?.state === 'open' ? last : undefined;
}

/** On the board: admitted and not removed. */
export const isAdmitted = ({ removed, waiting }: Member): boolean => removed === undefined && waiting === undefined;

/** Voters and facilitators who may cast a ballot now, or have it recorded. */
export function eligibleCount(board: Board): number {
  let count = 0;
  for (const member of board.members.values()) if (isAdmitted(member)) count += 1;
  return count;
}

/** Who asks to be let in, in order of coming. */
export const waitingMembers = (board: Board): readonly Member[] =>
  [...board.members.values()].filter(({ removed, waiting }) => waiting === true && removed === undefined);

/** Whether a round asks for a score of this option under this criterion. */
export function asksFor(round: CountedRound, option: string, criterion: string): boolean {
  if (!round.options.includes(option) || round.withdrawn?.includes(option) === true) return false;
  if (!round.criteria.some((c: CountedCriterion) => c.id === criterion)) return false;
  return round.cells === undefined || round.cells.some(([o, c]) => o === option && c === criterion);
}
