// The contract with other programs, as types and schemas: Socket.IO event maps, payloads, answers.
import * as z from 'zod/mini';
import type { Progress, Role } from './board/board.ts';
import { memberNameSchema, targetSchema } from './board/commands.ts';
import type { Event } from './board/events.ts';
import type { HeldNote } from './board/held-notes.ts';
import type { Snapshot } from './board/snapshot.ts';
import { idSchema } from './ids.ts';
import type { RecordCaret, RecordCarets } from './record/carets.ts';
import type { RecordOpen, RecordOpened, RecordRelay, RecordUpdate } from './record/record.ts';
import type { WireError } from './rejections.ts';
import type { Ballot } from './voting/ballots.ts';
import type { TallyChanges } from './voting/tally.ts';

/** Raised when a change to the messages would make an older page misread them; a test keeps their fingerprint. */
export const PROTOCOL_VERSION = 1;

/** At least 128 random bits, in hex or a base64. */
export const tokenSchema = z.string().check(z.regex(/^[A-Za-z0-9._~+/=-]{22,200}$/));
const keySchema = z.string().check(z.minLength(1), z.maxLength(128));
const whole = z.int().check(z.minimum(0));
const languageSchema = z.enum(['en', 'fr']);
const epochSchema = z.string().check(z.maxLength(64));

export const memberClaimSchema = z.strictObject({
  id: idSchema,
  token: tokenSchema,
  name: z.optional(memberNameSchema),
});
/** Who somebody says they are: proven by the token, new with a name. */
export type MemberClaim = z.infer<typeof memberClaimSchema>;

export const joinSchema = z.strictObject({
  /** An id or a code. */
  board: z.string().check(z.minLength(1), z.maxLength(64)),
  key: z.optional(keySchema),
  member: z.optional(memberClaimSchema),
  since: z.optional(whole),
  epoch: z.optional(epochSchema),
  language: z.optional(languageSchema),
});
export type JoinRequest = z.infer<typeof joinSchema>;

export const syncSchema = z.strictObject({ since: z.optional(whole), epoch: z.optional(epochSchema) });
export type SyncRequest = z.infer<typeof syncSchema>;

export const presenceSchema = z.strictObject({
  view: z.optional(z.string().check(z.maxLength(32))),
  focus: z.optional(z.nullable(targetSchema)),
  writing: z.optional(z.nullable(targetSchema)),
  ready: z.optional(z.boolean()),
  hand: z.optional(z.boolean()),
  /** More time, please: only how many ask for it is told, never who. */
  more: z.optional(z.boolean()),
});
export type Presence = z.infer<typeof presenceSchema>;
/** What the others in a small room are told of somebody. */
export type SeenPresence = Omit<Presence, 'more'>;

/** The public state of a round. `since` 0: the whole of it; else what changed since that version. */
export interface RoundState {
  readonly since: number;
  readonly version: number;
  readonly progress: Progress;
  readonly tally?: TallyChanges;
}
export type RoundStates = Readonly<Record<string, RoundState>>;

/** Either the whole board or the events that were missing. */
export type Catchup =
  | { readonly snapshot: Snapshot; readonly events?: never }
  | { readonly events: readonly Event[]; readonly snapshot?: never };

export interface You {
  readonly id?: string;
  readonly role: Role;
  readonly name?: string;
  /** A facilitator has yet to let them in. */
  readonly waiting?: true;
}

export type SyncAnswer = { readonly epoch: string; readonly revision: number; readonly rounds: RoundStates } & Catchup;

export type LowerKeys = Partial<Record<'voter' | 'watcher', string>>;

export type JoinAnswer = SyncAnswer & {
  readonly board: string;
  readonly you: You;
  readonly ballots: Readonly<Record<string, Ballot>>;
  /** Which of one's own ballots were declared done. */
  readonly done: Readonly<Record<string, boolean>>;
  readonly receipts: Readonly<Record<string, string>>;
  /** One's own notes that rounds hold back, as far as they are still tied to their author. */
  readonly held: readonly OwnHeldNote[];
  readonly keys?: LowerKeys;
  readonly links?: LowerKeys;
  readonly serverTime: string;
};

export interface OwnHeldNote extends HeldNote {
  readonly round: string;
}

export interface DoAnswer {
  readonly revision: number;
  readonly version?: number;
  /** Of a ballot that gets one, its code; of a redaction, once, the salt of its hash. */
  readonly receipt?: string;
}

/** An answer on the wire. */
export type Reply<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly error: WireError };

export interface BoardUpdate {
  readonly board: string;
  /** The revision before the first event; without events the current one. */
  readonly from: number;
  readonly events: readonly Event[];
  readonly rounds?: RoundStates;
}

export interface BoardState {
  readonly board: string;
  readonly epoch: string;
  readonly revision: number;
  readonly snapshot: Snapshot;
  readonly rounds: RoundStates;
}

export interface Here {
  readonly facilitators: number;
  readonly voters: number;
  readonly watchers: number;
}

/** How many are ready, have a hand raised, would like more time. */
export interface Signals {
  readonly ready: number;
  readonly hands: number;
  readonly more: number;
}

export interface PresenceUpdate {
  readonly board: string;
  readonly here: Here;
  readonly counts: Signals;
  /** Only in small rooms, changed ones only; null: gone. */
  readonly members?: Readonly<Record<string, SeenPresence | null>>;
  /** Only in small rooms, and when it has changed: whose hand is raised, in the order of raising. */
  readonly hands?: readonly string[];
}

export interface ClientToServer {
  'board:join': (payload: JoinRequest, answer: (reply: Reply<JoinAnswer>) => void) => void;
  'board:sync': (payload: SyncRequest, answer: (reply: Reply<SyncAnswer>) => void) => void;
  'board:leave': (payload: Record<string, never>, answer: (reply: Reply<object>) => void) => void;
  'board:do': (payload: object, answer: (reply: Reply<DoAnswer>) => void) => void;
  'presence:set': (payload: Presence) => void;
  'record:open': (payload: RecordOpen, answer: (reply: Reply<RecordOpened>) => void) => void;
  'record:update': (payload: RecordUpdate, answer: (reply: Reply<object>) => void) => void;
  'record:close': (payload: Record<string, never>, answer: (reply: Reply<object>) => void) => void;
  'record:caret': (payload: RecordCaret) => void;
}

export interface ServerToClient {
  'board:update': (update: BoardUpdate) => void;
  'board:state': (state: BoardState) => void;
  'ballot:mine': (mine: { readonly round: string; readonly ballot: Ballot | null; readonly done?: boolean }) => void;
  'note:mine': (mine: { readonly round: string; readonly note: string; readonly held: HeldNote | null }) => void;
  'presence:update': (update: PresenceUpdate) => void;
  'record:update': (update: RecordRelay) => void;
  'record:carets': (carets: RecordCarets) => void;
  'board:ended': (end: { readonly board: string; readonly reason: 'erased' | 'removed' }) => void;
}
