// A command on its way: decided on head into one commit, answered with where it stands on disk.
import { createHash } from 'node:crypto';
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
import type { BallotChange, Commit, CommandAnswer } from '../store/store.ts';
import type { BoardContents } from './board-contents.ts';
import type { Surroundings } from './boards.ts';
import { DecisionBoxes } from './box-view.ts';
import type { Decision, Task } from './task.ts';

/** Random bytes of a receipt's code; each gives one symbol. */
const RECEIPT_BYTES = 8;

export interface DecisionParts {
  readonly limits: BoardLimits;
  readonly surroundings: Surroundings;
}

/** All that is kept of who sent what: ids have no bar in them, so two different pairs never read the same. */
export const commandHash = (member: string, id: string): string =>
  createHash('sha256').update(`${member}|${id}`).digest('hex');

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
  return {
    ...(opened !== undefined && { opens: { round: opened.round, tieSeed: tieSeed() } }),
    ...(closed !== undefined && {
      closes: { round: closed.round, unlink: roundOf(board, closed.round)?.secrecy !== 'named' },
    }),
  };
}

type BallotCommand = Extract<Command, { readonly type: `ballot.${string}` }>;
const isBallot = (command: Command): command is BallotCommand => command.type.startsWith('ballot.');

/** The version that will include the ballot; told in no anonymous round. */
function versionFor(head: BoardContents, command: Command, change: BallotChange | undefined): number | undefined {
  if (!isBallot(command)) return undefined;
  if (roundOf(head.board, command.round)?.secrecy === 'anonymous') return undefined;
  return change?.version ?? head.box(command.round)?.version;
}

/** Decides as a member, or without one as the server itself. A refusal or one commit. */
export function commitOf(
  head: BoardContents,
  command: Command,
  sender: { readonly by: string; readonly hash: string } | undefined,
  { limits, surroundings }: DecisionParts,
): Result<Commit> {
  const by = sender?.by;
  const { board } = head;
  const now = surroundings.now();
  const box = new DecisionBoxes(head, by, surroundings);
  const outcome = decide(board, command, { now, limits, box, ...(by !== undefined && { by }) });
  if (!outcome.ok) return outcome;
  const events = placeEvents(outcome.value.events, board.revision, isoTime(now), by);
  const ballot = outcome.value.ballot && ballotChange(head, outcome.value.ballot, surroundings);
  const version = versionFor(head, command, ballot);
  const answer = { revision: board.revision + events.length, ...(version !== undefined && { version }) };
  return ok({
    board: board.id,
    expected: board.revision,
    events,
    ...(sender !== undefined && { command: { hash: sender.hash, answer } }),
    ...(ballot !== undefined && { ballot }),
    ...boxChanges(board, outcome.value.events, () => box.tieSeed),
  });
}

/** The ballot that the sender has put there. A repeat may carry anything, so who it was recorded for is looked at again. */
function castBallot(command: Command, by: string, committed: BoardContents) {
  if (command.type === 'ballot.cast') return committed.box(command.round)?.of(by);
  if (command.type !== 'ballot.record' || committed.board.members.get(command.member)?.guest !== true) return undefined;
  return committed.box(command.round)?.of(command.member);
}

/** A receipt is told only while the ballot is still tied to its voter. */
function answered(answer: CommandAnswer, command: Command, by: string, committed: BoardContents): Result<DoAnswer> {
  const receipt = castBallot(command, by, committed)?.receipt;
  return ok({ ...answer, ...(receipt !== undefined && { receipt }) });
}

/** `changed` is told of the ballot that the command changed, once it is on disk. */
export function commandTask(
  command: Command,
  by: string,
  parts: DecisionParts,
  changed: (ballot: BallotChange) => void,
): Task<DoAnswer> {
  const hash = commandHash(by, command.id);
  return {
    hash,
    // The final numbers of a round may not lean on ballots that are still on their way.
    alone: command.type === 'round.close',
    decide(head): Decision<DoAnswer> {
      const commit = commitOf(head, command, { by, hash }, parts);
      if (!commit.ok) return { answer: () => commit };
      const answer = commit.value.command?.answer ?? { revision: head.revision };
      const { ballot } = commit.value;
      return {
        commit: commit.value,
        answer: (committed) => {
          if (ballot !== undefined) changed(ballot);
          return answered(answer, command, by, committed);
        },
      };
    },
    repeat: (first, committed) => answered(first, command, by, committed),
  };
}

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
