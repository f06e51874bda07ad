// Decides on rounds and the ballots in them.
import { type Rejected, type Result, ok, reject } from '../result.ts';
import { isoTime, msOf } from '../time.ts';
import type { StoredBallot } from '../voting/ballots.ts';
import { methodOf } from '../voting/methods.ts';
import { type Board, type Phase, type Round, openRound, present, roundOf } from './board.ts';
import type { CommandOf } from './commands.ts';
import { type Context, type Deciders, type Outcome } from './decider.ts';
import type { DecidedEvent, EventBody } from './events.ts';
import { published } from './held-notes.ts';
import { openingOf } from './round-opening.ts';

/** Fewer ballots than this would tell who cast them. */
export const FEWEST_ANONYMOUS = 3;

/** The phase that comes with a round's stage, where the board is not in it already. */
const phaseChange = (board: Board, phase: Phase): EventBody[] =>
  board.phase === phase ? [] : [{ type: 'board.edited', phase }];

/** Time is up at `closesAt`, whether or not the server has got round to closing. */
const isTaking = (round: Round, now: number): boolean =>
  round.state === 'open' && (round.closesAt === undefined || now < msOf(round.closesAt));

export function taking(board: Board, id: string, now: number): { readonly ok: true; readonly round: Round } | Rejected {
  const round = roundOf(board, id);
  if (round === undefined) return reject('not-found', 'round');
  return isTaking(round, now) ? { ok: true, round } : reject('round-not-open', 'round');
}

/** What was written silently comes out with the result. */
function heldNotes(board: Board, round: Round, { box }: Context): DecidedEvent[] {
  if (round.silentNotes === undefined) return [];
  return published(box.held(round.id), round.silentNotes === 'signed', board.notes);
}

function closed(board: Board, round: Round, context: Context): Result<Outcome> {
  const closing = context.box.closing(round.id);
  return ok({ events: [{ type: 'round.closed', round: round.id, ...closing }, ...phaseChange(board, 'reveal')] });
}

/** Blind weights become the criteria's own when they are revealed: shares of 100, two decimals. */
function newWeights(board: Board, round: Round, context: Context): EventBody[] {
  if (round.method !== 'weights') return [];
  const { ranking } = context.box.counted(round.id).result;
  const here = new Set(present(board.criteria).map(({ id }) => id));
  return ranking.flatMap(({ option: criterion, value }): EventBody[] =>
    value === null || !here.has(criterion)
      ? []
      : [{ type: 'criterion.edited', criterion, weight: Math.round(value * 100) / 100 }],
  );
}

/** Puts a ballot in the place of the one before. */
function cast(
  board: Board,
  { round: id, ballot, done }: Pick<CommandOf<'ballot.cast'>, 'round' | 'ballot' | 'done'>,
  now: number,
  member: string,
  before: StoredBallot | undefined,
): Result<Outcome> {
  const found = taking(board, id, now);
  if (!found.ok) return found;
  const given = methodOf(found.round.method).cast(found.round, before?.ballot, ballot);
  if (!given.ok) return given;
  const next = { ballot: given.value, done: done ?? before?.done ?? false };
  return ok({ events: [], ballot: { round: id, member, next } });
}

/** Whoever has a device votes by themselves. */
function notGuest(board: Board, id: string): Rejected | undefined {
  const member = board.members.get(id);
  if (member === undefined || member.removed === true) return reject('not-found', 'member');
  return member.guest === true ? undefined : reject('not-allowed', 'member');
}

export const roundDeciders = {
  'round.open': (board, command, { now, limits, box }) => {
    if (roundOf(board, command.round) !== undefined) return reject('exists', 'round');
    const opening = openingOf(board, command, now, box.tieHash(command.round));
    if (!opening.ok) return opening;
    if (openRound(board) !== undefined) return reject('round-open', 'round');
    if (board.rounds.length >= limits.rounds) return reject('too-many', 'rounds');
    return ok({ events: [opening.value, ...phaseChange(board, 'vote')] });
  },
  'round.extend': (board, { round: id, seconds }, { now }) => {
    const found = taking(board, id, now);
    if (!found.ok) return found;
    const from = found.round.closesAt === undefined ? now : msOf(found.round.closesAt);
    return ok({ events: [{ type: 'round.extended', round: id, seconds, closesAt: isoTime(from + seconds * 1000) }] });
  },
  'round.close': (board, { round: id, after = 0 }, context) => {
    const round = roundOf(board, id);
    if (round === undefined) return reject('not-found', 'round');
    if (round.state !== 'open') return reject('round-not-open', 'round');
    if (after === 0 || !isTaking(round, context.now)) return closed(board, round, context);
    return ok({
      events: [{ type: 'round.closing', round: id, after, closesAt: isoTime(context.now + after * 1000) }],
    });
  },
  'round.reveal': (board, { round: id }, context) => {
    const round = roundOf(board, id);
    if (round === undefined) return reject('not-found', 'round');
    if (round.state === 'open') return reject('round-open', 'round');
    // The ballots of an imported round stayed where they were cast.
    if (round.state === 'revealed' || round.imported === true) return reject('round-not-open', 'round');
    const { tally, result, ballotsHash } = context.box.counted(id);
    // Whoever recorded a ballot knows it, so it hides nobody.
    const hiding = result.ballots - (round.progress?.recorded ?? 0);
    if (round.secrecy === 'anonymous' && hiding < FEWEST_ANONYMOUS) return reject('too-few', 'ballots');
    const revealed: EventBody = { type: 'round.revealed', round: id, tally, result, ballotsHash };
    const changes = [...newWeights(board, round, context), ...phaseChange(board, 'reveal')];
    return ok({ events: [revealed, ...changes, ...heldNotes(board, round, context)] });
  },
  'ballot.cast': (board, command, { now, by, box }) => cast(board, command, now, by ?? '', box.mine(command.round)),
  'ballot.record': (board, command, { now, box }) => {
    const { round, member } = command;
    const refused = notGuest(board, member);
    return refused ?? cast(board, command, now, member, box.recorded(round, member));
  },
  'ballot.withdraw': (board, { round: id, member }, { now, by, box }) => {
    if (member !== undefined) {
      if (by !== undefined && board.members.get(by)?.role !== 'facilitator') return reject('not-allowed');
      const refused = notGuest(board, member);
      if (refused !== undefined) return refused;
    }
    const found = taking(board, id, now);
    if (!found.ok) return found;
    const before = member === undefined ? box.mine(id) : box.recorded(id, member);
    return ok({ events: [], ...(before !== undefined && { ballot: { round: id, member: member ?? by ?? '' } }) });
  },
} satisfies Deciders<`round.${'open' | 'extend' | 'close' | 'reveal'}` | `ballot.${'cast' | 'record' | 'withdraw'}`>;
