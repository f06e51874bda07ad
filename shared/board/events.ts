// Every event of a board's log: what happened, in the past tense. No event has a place for a ballot.
import type { Language } from '../rejections.ts';
import type { Result as CountedResult, CountedRound, Secrecy } from '../voting/method.ts';
import type { Tally } from '../voting/tally.ts';
import type {
  AgendaItem,
  Criterion,
  Decision,
  Entry,
  Fact,
  Member,
  Note,
  NoteKind,
  Option,
  Phase,
  Previous,
  Progress,
  Role,
  Round,
  SilentNotes,
  Target,
} from './board.ts';

/** What a board began with. Members, rounds and a decision only where it was made from another board. */
export interface BoardCreated {
  readonly type: 'board.created';
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly question: string;
  readonly language: Language;
  readonly entry: Entry;
  readonly phase: Phase;
  /** Absent: not locked. */
  readonly locked?: true;
  readonly approval?: true;
  readonly options: readonly Option[];
  readonly criteria: readonly Criterion[];
  readonly notes: readonly Note[];
  readonly members?: readonly Member[];
  readonly rounds?: readonly Round[];
  readonly decision?: Decision;
  readonly agenda?: readonly AgendaItem[];
  readonly previous?: Previous;
}

export interface RoundOpened extends Omit<CountedRound, 'id' | 'withdrawn' | 'tieSeed'> {
  readonly type: 'round.opened';
  readonly round: string;
  readonly secrecy: Secrecy;
  readonly prompt?: string;
  readonly proposal?: string;
  readonly publish: 'tally' | 'ballots';
  readonly closeWhenAll?: boolean;
  readonly shuffle?: boolean;
  readonly closesAt?: string;
  /** Absent: notes cannot be held back until the reveal. */
  readonly silentNotes?: SilentNotes;
  /** SHA-256 of the tie seed, in hex: the seed cannot be changed after it. */
  readonly tieHash: string;
}

type OptionFields = { readonly name?: string; readonly summary?: string; readonly url?: string };
type CriterionFields = {
  readonly name?: string;
  readonly description?: string;
  readonly low?: string;
  readonly high?: string;
  readonly weight?: number;
  readonly mustHave?: number | null;
};

/** One event type for each of several names with the same fields. */
type Happened<T extends string, Fields> = T extends string ? { readonly type: T } & Fields : never;

/** What happened, without where it stands in the log. In edits, absent means unchanged and an empty text clears. */
export type EventBody =
  | BoardCreated
  | {
      readonly type: 'board.edited';
      readonly title?: string;
      readonly question?: string;
      readonly entry?: Entry;
      readonly locked?: boolean;
      readonly approval?: boolean;
      readonly phase?: Phase;
    }
  | ({ readonly type: 'option.added'; readonly option: string; readonly name: string } & OptionFields)
  | ({ readonly type: 'option.edited'; readonly option: string } & OptionFields)
  | Happened<'option.removed' | 'option.restored', { readonly option: string }>
  | { readonly type: 'option.moved'; readonly option: string; readonly after: string | null }
  | ({
      readonly type: 'criterion.added';
      readonly criterion: string;
      readonly name: string;
      readonly weight: number;
    } & CriterionFields)
  | ({ readonly type: 'criterion.edited'; readonly criterion: string } & CriterionFields)
  | Happened<'criterion.removed' | 'criterion.restored', { readonly criterion: string }>
  | { readonly type: 'criterion.moved'; readonly criterion: string; readonly after: string | null }
  | ({ readonly type: 'fact.set'; readonly option: string } & Fact)
  | { readonly type: 'fact.cleared'; readonly option: string; readonly label: string }
  | RoundOpened
  | { readonly type: 'round.extended'; readonly round: string; readonly seconds: number; readonly closesAt: string }
  | { readonly type: 'round.closing'; readonly round: string; readonly after: number; readonly closesAt: string }
  | {
      readonly type: 'round.closed';
      readonly round: string;
      readonly tieSeed: string;
      readonly version: number;
      readonly progress: Progress;
    }
  | {
      readonly type: 'round.revealed';
      readonly round: string;
      readonly tally: Tally;
      readonly result: CountedResult;
      /** SHA-256, in hex, of the counted ballots in canonical order; see shared/voting/ballots-hash.ts. */
      readonly ballotsHash: string;
    }
  | {
      readonly type: 'note.added';
      readonly note: string;
      readonly target: Target;
      readonly kind: NoteKind;
      readonly text: string;
      readonly parent?: string;
    }
  | { readonly type: 'note.edited'; readonly note: string; readonly text: string; readonly kind?: NoteKind }
  | Happened<'note.removed' | 'note.restored', { readonly note: string }>
  /** The text is gone from the log as well; `hash` is what it and a salt that is kept nowhere come to. */
  | { readonly type: 'note.redacted'; readonly note: string; readonly hash: string }
  | Happened<'note.resolved' | 'note.supported', { readonly note: string; readonly on: boolean }>
  | {
      readonly type: 'member.joined';
      readonly member: string;
      readonly name: string;
      readonly role: 'facilitator' | 'voter';
      readonly waiting?: true;
    }
  | { readonly type: 'member.admitted'; readonly member: string }
  | { readonly type: 'member.added'; readonly member: string; readonly name: string }
  | { readonly type: 'member.renamed'; readonly member: string; readonly name: string }
  | { readonly type: 'member.assigned'; readonly member: string; readonly role: 'facilitator' | 'voter' }
  | { readonly type: 'member.removed'; readonly member: string }
  | { readonly type: 'key.rotated'; readonly role: Role }
  | ({ readonly type: 'decision.set' } & Omit<Decision, 'at' | 'by'>)
  | { readonly type: 'agenda.set'; readonly items: readonly Omit<AgendaItem, 'startedAt'>[] }
  | { readonly type: 'timer.started'; readonly seconds: number; readonly item?: string; readonly endsAt: string }
  | { readonly type: 'timer.extended'; readonly seconds: number; readonly endsAt: string }
  | { readonly type: 'room.brought'; readonly view: string; readonly target?: Target; readonly note?: string }
  | Happened<'timer.stopped' | 'room.released', object>;

export type EventType = EventBody['type'];
export type EventBodyOf<T extends EventType> = Extract<EventBody, { readonly type: T }>;

/** An event in its place: `revision` counts from 1 without gaps; without `by` the server itself did it. */
export type Event = EventBody & { readonly revision: number; readonly at: string; readonly by?: string };

/** An event as it was decided: the sender's own, or somebody else's; null: nobody's, even where a member sent it. */
export type DecidedEvent = EventBody & { readonly by?: string | null };

/** Gives decided events their places after `revision`. */
export const placeEvents = (bodies: readonly DecidedEvent[], revision: number, at: string, sender?: string): Event[] =>
  bodies.map(({ by: own, ...body }, index) => {
    const by = own === undefined ? sender : own;
    const event = { ...body, revision: revision + 1 + index, at };
    return by === undefined || by === null ? event : { ...event, by };
  });
