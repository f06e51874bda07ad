// A command on its way: decided on head into one commit, answered with where it stands on disk.
import { hash as digest } from 'node:crypto';
import { type Board, openRound, roundOf } from '../../shared/board/board.ts';
import type { Command } from '../../shared/board/commands.ts';
import { decide } from '../../shared/board/decide.ts';
import type { Outcome } from '../../shared/board/decider.ts';
import { type EventBody, placeEvents } from '../../shared/board/events.ts';
import type { BoardLimits } from '../../shared/bounds.ts';
import { codeFromBytes } from '../../shared/ids.ts';
import type { DoAnswer } from '../../shared/protocol.ts';
import { type Result, ok } from '../../shared/result.ts';
import { isoTime } from '../../shared/time.ts';
import type { HeldChange } from '../../shared/board/held-notes.ts';
import type { BallotChange, Commit, CommandAnswer } from '../store/store.ts';
import type { BoardContents } from './board-contents.ts';
import type { Session, Surroundings } from './boards.ts';
import { DecisionBoxes } from './box-view.ts';
import { Seal } from './seal.ts';
import type { Decision, Task } from './task.ts';

const NONE: readonly never[] = [];
/** Random bytes of a receipt's code; each gives one symbol. */
const RECEIPT_BYTES = 8;

export interface DecisionParts {
  readonly limits: BoardLimits;
  readonly surroundings: Surroundings;
}

const HASH_DIGITS = 32;

/** All that is kept of who sent what: ids have no bar in them, so two different pairs never read the same. */
export const commandHash = (member: string, id: string): string =>
  digest('sha256', `${member}|${id}`).slice(0, HASH_DIGITS);

function freshReceipt(contents: BoardContents, round: string, { randomBytes }: Surroundings): string {
  for (;;) {
    const receipt = codeFromBytes(randomBytes(RECEIPT_BYTES));
    if (contents.box(round)?.hasReceipt(receipt) !== true) return receipt;
  }
}

function ballotChange(
  head: BoardContents,
  ballot: NonNullable<Outcome['ballot']>,
  surroundings: Surroundings,
): BallotChange | undefined {
  const { round, member, next } = ballot;
  const box = head.box(round);
  const before = box?.of(member);
  // Who is removed may have cast nothing.
  if (box === undefined || (next === undefined && before === undefined)) return undefined;
  const version = box.version + 1;
  if (next === undefined) return { round, member, version };
  if (roundOf(head.board, round)?.secrecy === 'named') return { round, member, next, version };
  return { round, member, next, version, receipt: before?.receipt ?? freshReceipt(head, round, surroundings) };
}

/** What the events do to ballot boxes. */
function boxChanges(board: Board, events: readonly EventBody[], tieSeed: () => string) {
  const opened = events.find((event) => event.type === 'round.opened');
  const closed = events.find((event) => event.type === 'round.closed');
  const round = closed && roundOf(board, closed.round);
  const holdsNotes = opened?.silentNotes !== undefined;
  return {
    ...(opened !== undefined && {
      opens: { round: opened.round, tieSeed: tieSeed(), ...(holdsNotes && { holdsNotes: true as const }) },
    }),
    ...(round !== undefined && {
      closes: {
        round: round.id,
        unlink: round.secrecy !== 'named',
        ...(round.silentNotes === 'unsigned' && { unlinkNotes: true as const }),
      },
    }),
  };
}

type BallotCommand = Extract<Command, { readonly type: `ballot.${string}` }>;
const isBallot = (command: Command): command is BallotCommand => command.type.startsWith('ballot.');

/** What the events do to notes: held ones that come out, and a text that goes for good. */
function noteChanges(head: BoardContents, events: readonly EventBody[]): Pick<Commit, 'publishes' | 'redacts'> {
  const revealed = events.find((event) => event.type === 'round.revealed');
  const redacted = events.find((event) => event.type === 'note.redacted');
  return {
    ...(revealed !== undefined && head.noteBox(revealed.round) !== undefined && { publishes: revealed.round }),
    ...(redacted !== undefined && { redacts: redacted.note }),
  };
}

/** Who leaves may hold nothing. */
function heldChange(head: BoardContents, change: HeldChange | undefined): HeldChange | undefined {
  if (change?.kind !== 'leave') return change;
  return [...head.noteBoxes()].some((box) => box.of(change.member).length > 0) ? change : undefined;
}

/** The version that will include the ballot; told in no anonymous round. */
function versionFor(head: BoardContents, command: Command, change: BallotChange | undefined): number | undefined {
  if (!isBallot(command)) return undefined;
  if (roundOf(head.board, command.round)?.secrecy === 'anonymous') return undefined;
  return change?.version ?? head.box(command.round)?.version;
}

/** A member's command: who sent it, what is remembered of it, and the seal for a text that it takes away. */
interface Sender {
  readonly by: string;
  readonly hash: string;
  readonly seal: Seal | undefined;
}

/** Decides as a member, or without one as the server itself. A refusal or one commit. */
export function commitOf(
  head: BoardContents,
  command: Command,
  sender: Sender | undefined,
  { limits, surroundings }: DecisionParts,
): Result<Commit> {
  const by = sender?.by;
  const { board } = head;
  const now = surroundings.now();
  const box = new DecisionBoxes(head, by, surroundings, sender?.seal);
  const outcome = decide(board, command, by === undefined ? { now, limits, box } : { now, limits, box, by });
  if (!outcome.ok) return outcome;
  const { events: decided } = outcome.value;
  const events = decided.length === 0 ? NONE : placeEvents(decided, board.revision, isoTime(now), by);
  const ballot = outcome.value.ballot && ballotChange(head, outcome.value.ballot, surroundings);
  const held = heldChange(head, outcome.value.held);
  const version = versionFor(head, command, ballot);
  const revision = board.revision + events.length;
  const answer = version === undefined ? { revision } : { revision, version };
  const remembered = sender && { hash: sender.hash, answer };
  // Most commands are ballots, which are no event. Objects that are spread from others are many times dearer.
  if (decided.length === 0 && ballot !== undefined && remembered !== undefined && held === undefined) {
    return ok({ board: board.id, expected: board.revision, events, command: remembered, ballot });
  }
  return ok({
    board: board.id,
    expected: board.revision,
    events,
    ...(remembered !== undefined && { command: remembered }),
    ...(ballot !== undefined && { ballot }),
    ...(held !== undefined && { held }),
    ...noteChanges(head, decided),
    ...boxChanges(board, decided, () => box.tieSeed),
  });
}

/** The ballot that the sender has put there. A repeat may carry anything, so who it was recorded for is looked at again. */
function castBallot(command: Command, by: string, committed: BoardContents) {
  if (command.type === 'ballot.cast') return committed.box(command.round)?.of(by);
  if (command.type !== 'ballot.record' || committed.board.members.get(command.member)?.guest !== true) return undefined;
  return committed.box(command.round)?.of(command.member);
}

/** Of a ballot it is told only while the ballot is still tied to its voter; of a redaction, the salt, only once. */
function receiptOf(command: Command, { by, seal }: Sender, committed: BoardContents): string | undefined {
  if (command.type === 'note.redact') return seal?.saltOf(committed.board.notes.get(command.note));
  return castBallot(command, by, committed)?.receipt;
}

/** Told of what a member's command changed of their own, once it is on disk. */
export interface Changed {
  ballot(session: Session, change: BallotChange): void;
  held(session: Session, change: HeldChange): void;
}

export type MemberSession = Session & { readonly member: string };

/** A member's command in the queue. */
class CommandTask implements Task<DoAnswer> {
  readonly hash: string;
  readonly #command: Command;
  readonly #session: Session;
  readonly #sender: Sender;
  readonly #parts: DecisionParts;
  readonly #changed: Changed;

  constructor(command: Command, session: MemberSession, parts: DecisionParts, changed: Changed) {
    const by = session.member;
    this.hash = commandHash(by, command.id);
    this.#command = command;
    this.#session = session;
    const seal = command.type === 'note.redact' ? new Seal(parts.surroundings) : undefined;
    this.#sender = { by, hash: this.hash, seal };
    this.#parts = parts;
    this.#changed = changed;
  }

  /** The final numbers of a round may not lean on ballots that are still on their way. */
  get alone(): boolean {
    return this.#command.type === 'round.close';
  }

  decide(head: BoardContents): Decision<DoAnswer> {
    const decided = commitOf(head, this.#command, this.#sender, this.#parts);
    if (!decided.ok) return { answer: () => decided };
    const commit = decided.value;
    const answer = commit.command?.answer ?? { revision: head.revision };
    return {
      commit,
      answer: (committed) => {
        if (commit.ballot !== undefined) this.#changed.ballot(this.#session, commit.ballot);
        if (commit.held !== undefined) this.#changed.held(this.#session, commit.held);
        return this.repeat(answer, committed);
      },
    };
  }

  repeat(first: CommandAnswer, committed: BoardContents): Result<DoAnswer> {
    const receipt = receiptOf(this.#command, this.#sender, committed);
    if (receipt === undefined) return ok(first);
    const { revision, version } = first;
    return ok(version === undefined ? { revision, receipt } : { revision, version, receipt });
  }
}

export const commandTask = (
  command: Command,
  session: MemberSession,
  parts: DecisionParts,
  changed: Changed,
): Task<DoAnswer> => new CommandTask(command, session, parts, changed);

/** The server's own close, when time is up or everybody is done; nothing happens if neither holds any more. */
export function closingTask(isDue: (head: BoardContents) => boolean, parts: DecisionParts): Task<null> {
  return {
    alone: true,
    decide(head) {
      const round = openRound(head.board);
      if (round === undefined || !isDue(head)) return { answer: () => ok(null) };
      const commit = commitOf(head, { id: 'server', type: 'round.close', round: round.id }, undefined, parts);
      return commit.ok ? { commit: commit.value, answer: () => ok(null) } : { answer: () => commit };
    },
  };
}
