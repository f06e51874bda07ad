// Commands of one's own that the server has not yet been seen to carry out, and what the board looks like with them.
import { DEFAULT_BOARD_LIMITS } from '../../shared/bounds.ts';
import type { Board } from '../../shared/board/board.ts';
import type { Command, CommandOf } from '../../shared/board/commands.ts';
import { decide } from '../../shared/board/decide.ts';
import type { BoxView, Outcome } from '../../shared/board/decider.ts';
import { evolve } from '../../shared/board/evolve.ts';
import { placeEvents } from '../../shared/board/events.ts';
import { mayDo } from '../../shared/board/permissions.ts';
import type { DoAnswer } from '../../shared/protocol.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { isoTime } from '../../shared/time.ts';
import type { StoredBallot } from '../../shared/voting/ballots.ts';
import { type HeldNotes, heldAfter } from './own-held-notes.ts';

export interface Pending {
  readonly command: Command;
  /** May have reached the server, so its payload must stay as it is. */
  readonly sent: boolean;
  /** The server's answer; kept until its revision has arrived. */
  readonly answer?: DoAnswer;
  /** The server may have taken it before what it last said of one's own ballots, so the answer may be an old one. */
  readonly doubtful?: true;
}

/** What only the server can decide, since it draws, counts or keeps time there: drawn when it has happened. */
const isServersAlone = ({ type }: Command): boolean => type.startsWith('round.');

/** Names a guest's ballot in a round; ids have no slash in them. */
export const recordKey = (round: string, guest: string): string => `${round}/${guest}`;

/** The browser's own boxes: it knows its own ballots, those it recorded for guests, its own held notes, and no more. */
const ownBox = ({ mine, recorded, held }: Folded): BoxView => ({
  mine: (round) => mine.get(round),
  recorded: (round, guest) => recorded.get(recordKey(round, guest)),
  tieHash: () => '',
  closing: () => {
    throw new Error('rounds are closed by the server');
  },
  counted: () => {
    throw new Error('rounds are counted by the server');
  },
  heldMine: (id) => [...held.values()].filter(({ round }) => round === id),
  heldCount: (id) => [...held.values()].filter(({ round }) => round === id).length,
  held: () => {
    throw new Error('held notes are published by the server');
  },
  // The salt is the server's to draw: until it has answered, there is a redaction without a hash.
  seal: () => '',
});

export interface Folded {
  readonly board: Board;
  readonly mine: ReadonlyMap<string, StoredBallot>;
  /** By round and guest: ballots that this page recorded. */
  readonly recorded: ReadonlyMap<string, StoredBallot>;
  readonly held: HeldNotes;
}

/** Decides a command as the server will, on the state as this browser sees it. */
export function decideHere(state: Folded, command: Command, me: string | undefined, now: number): Result<Outcome> {
  if (isServersAlone(command)) {
    return mayDo(state.board.members.get(me ?? ''), command.type) ? ok({ events: [] }) : reject('not-allowed');
  }
  // A watcher is no member; an id that is on no board lets `decide` refuse as the server would.
  return decide(state.board, command, { now, by: me ?? '', limits: DEFAULT_BOARD_LIMITS, box: ownBox(state) });
}

function apply(state: Folded, outcome: Outcome, me: string | undefined, now: number): Folded {
  const events = placeEvents(outcome.events, state.board.revision, isoTime(now), me);
  const board = events.reduce<Board>(evolve, state.board);
  const { ballot } = outcome;
  const { recorded } = state;
  const held =
    outcome.held?.member === me && outcome.held !== undefined ? heldAfter(state.held, outcome.held) : state.held;
  if (ballot === undefined) return { board, mine: state.mine, recorded, held };
  if (ballot.member !== me) {
    const after = new Map(recorded);
    const key = recordKey(ballot.round, ballot.member);
    if (ballot.next === undefined) after.delete(key);
    else after.set(key, ballot.next);
    return { board, mine: state.mine, recorded: after, held };
  }
  const mine = new Map(state.mine);
  if (ballot.next === undefined) mine.delete(ballot.round);
  else mine.set(ballot.round, ballot.next);
  return { board, mine, recorded, held };
}

/**
 * The confirmed state with the pending commands folded on. One that no longer decides is left out of the picture;
 * its refusal is the server's to tell.
 */
export function refold(confirmed: Folded, pending: readonly Pending[], me: string | undefined, now: number): Folded {
  return pending.reduce<Folded>((state, { command, answer }) => {
    if (answer !== undefined && answer.revision <= confirmed.board.revision) return state;
    const outcome = decideHere(state, command, me, now);
    return outcome.ok ? apply(state, outcome.value, me, now) : state;
  }, confirmed);
}

/**
 * Joins a new ballot to the last waiting one of its round, so that a long time offline returns as one command. It goes
 * by the new id: under the old one another page of this browser may have sent the old ballot meanwhile.
 */
export function enqueue(pending: readonly Pending[], command: Command): readonly Pending[] {
  const last = pending.at(-1);
  const joined = last !== undefined && !last.sent ? joinBallots(last.command, command) : undefined;
  if (joined === undefined) return [...pending, { command, sent: false }];
  return [...pending.slice(0, -1), { command: joined, sent: false }];
}

type Given = CommandOf<'ballot.cast'> | CommandOf<'ballot.record'>;
const isGiven = (command: Command): command is Given =>
  command.type === 'ballot.cast' || command.type === 'ballot.record';
const voterOf = (command: Given): string => (command.type === 'ballot.record' ? command.member : '');

/** More would come near to what one message may weigh. */
const MOST_JOINED_CELLS = 500;

function joinBallots(first: Command, next: Command): Command | undefined {
  if (!isGiven(first) || !isGiven(next) || first.round !== next.round) return undefined;
  // Never one's own with a guest's, nor those of two guests.
  if (voterOf(first) !== voterOf(next)) return undefined;
  const done = next.done ?? first.done;
  const told = done === undefined ? {} : { done };
  if (!('cells' in first.ballot) || !('cells' in next.ballot)) {
    // Ballots of the other methods are cast whole, so the newer one says everything.
    return 'cells' in first.ballot || 'cells' in next.ballot ? undefined : { ...next, ...told };
  }
  const cells = { ...first.ballot.cells };
  for (const [option, scores] of Object.entries(next.ballot.cells)) cells[option] = { ...cells[option], ...scores };
  const count = Object.values(cells).reduce((sum, scores) => sum + Object.keys(scores).length, 0);
  return count > MOST_JOINED_CELLS ? undefined : { ...next, ballot: { cells }, ...told };
}

/** A ballot of scores that gives some: what waits of it is counted in cells, of everything else in commands. */
export const givesCells = (command: Command): boolean =>
  command.type === 'ballot.cast' && 'cells' in command.ballot && Object.keys(command.ballot.cells).length > 0;

/** The cells (`option/criterion`) of a round whose scores are on their way: one's own, or a guest's. */
export function waitingCells(pending: readonly Pending[], round: string, guest = ''): ReadonlySet<string> {
  const cells = new Set<string>();
  for (const { command, answer } of pending) {
    if (answer !== undefined || !isGiven(command) || command.round !== round || voterOf(command) !== guest) continue;
    if (!('cells' in command.ballot)) continue;
    for (const [option, scores] of Object.entries(command.ballot.cells)) {
      for (const criterion of Object.keys(scores)) cells.add(`${option}/${criterion}`);
    }
  }
  return cells;
}
