// What of a board's committed state has been published: events up to a revision, and the numbers of its rounds.
import { type Board, type Round, openRound, roundOf } from '../../shared/board/board.ts';
import type { Event } from '../../shared/board/events.ts';
import type { BoardUpdate, RoundState, RoundStates } from '../../shared/protocol.ts';
import { tallyOf } from '../../shared/voting/round-count.ts';
import type { Tally } from '../../shared/voting/tally.ts';
import type { Commit } from '../store/store.ts';
import type { BoardContents } from './board-contents.ts';
import { EventWindow } from './event-window.ts';
import { PublishedRound } from './published-round.ts';

export class Publication {
  #events: EventWindow;
  #revision: number;
  #open: { readonly id: string; readonly published: PublishedRound } | undefined;
  /** Tallies of live rounds that are closed and not revealed: their totals stay public. */
  readonly #closedTallies = new Map<string, Tally>();
  /** Rounds that closed or were revealed since the last update. */
  readonly #ended = new Set<string>();
  #states: { readonly board: Board; readonly open: RoundState | undefined; readonly states: RoundStates } | undefined;

  /** `events` are the latest ones before `contents`; all of it counts as published long ago. */
  constructor(contents: BoardContents, events: readonly Event[], now: number) {
    this.#events = new EventWindow(events);
    this.#revision = contents.revision;
    this.#opened(contents, now, false);
  }

  /** The last revision that was published. */
  get revision(): number {
    return this.#revision;
  }

  /** To be called with each commit before it becomes part of `committed`. */
  committing({ events, ballot, closes }: Commit, committed: BoardContents): void {
    const round = ballot && roundOf(committed.board, ballot.round);
    if (ballot !== undefined && round !== undefined && this.#open?.id === round.id) {
      const before = committed.box(round.id)?.of(ballot.member);
      this.#open.published.replace(round, before?.ballot, ballot.next?.ballot);
    }
    if (closes !== undefined) this.#close(closes.round, committed);
    this.#add(events);
  }

  /** After the board was read again: what was published stays so. `since` are the events after the published ones. */
  reloaded(contents: BoardContents, since: readonly Event[]): void {
    this.#events = new EventWindow([]);
    this.#ended.clear();
    this.#add(since);
    const open = openRound(contents.board);
    const box = open && contents.box(open.id);
    if (open !== undefined && box !== undefined && this.#open?.id === open.id) this.#open.published.recount(open, box);
    else this.#open = undefined;
  }

  /** Events after a revision up to the committed one; undefined when they are not at hand. */
  eventsAfter(revision: number, contents: BoardContents): readonly Event[] | undefined {
    return this.#events.after(revision, contents.revision);
  }

  /** Whether a round ended since the last update: that is not kept waiting. */
  get isUrgent(): boolean {
    return this.#ended.size > 0;
  }

  /** The published state of every round, whole; the same value while nothing in it is new. */
  states(contents: BoardContents, now: number): RoundStates {
    const { board } = contents;
    const open = this.#opened(contents, now, true)?.state;
    if (this.#states?.board !== board || this.#states.open !== open) {
      this.#states = { board, open, states: this.#statesOf(contents, open) };
    }
    return this.#states.states;
  }

  #statesOf(contents: BoardContents, open: RoundState | undefined): RoundStates {
    const states: Record<string, RoundState> = {};
    for (const round of contents.board.rounds) {
      const state = (round.state === 'open' ? open : undefined) ?? this.#finalState(round, contents);
      if (state !== undefined) states[round.id] = state;
    }
    return states;
  }

  /** The last round, if it is or was a live one of this store, with what is public of it. */
  lastLive(contents: BoardContents, now: number): { readonly round: Round; readonly state: RoundState } | undefined {
    const round = contents.board.rounds.at(-1);
    if (round === undefined || round.secrecy !== 'live' || round.imported === true) return undefined;
    const state = round.state === 'open' ? this.#opened(contents, now, true)?.state : this.#finalState(round, contents);
    return state && { round, state };
  }

  /** What is new since the last update, which is thereby published; undefined when there is nothing. */
  update(contents: BoardContents, now: number): BoardUpdate | undefined {
    const { board } = contents;
    const from = this.#revision;
    const events = this.#events.after(from, board.revision) ?? [];
    const rounds: Record<string, RoundState> = {};
    for (const id of this.#ended) {
      const round = roundOf(board, id);
      const state = round && this.#finalState(round, contents);
      if (state !== undefined) rounds[id] = state;
    }
    const open = this.#changedRound(contents, now);
    if (open !== undefined) rounds[open.round.id] = open.published.next(open.round, open.box, board, now);
    this.#revision = board.revision;
    this.#ended.clear();
    const hasRounds = Object.keys(rounds).length > 0;
    if (events.length === 0 && !hasRounds) return undefined;
    return { board: board.id, from, events, ...(hasRounds && { rounds }) };
  }

  /** When a change that is held back may go out; undefined: nothing is held back. */
  heldBackUntil(contents: BoardContents, now: number): number | undefined {
    const due = this.#open?.published.dueAt(now);
    return due !== undefined && this.#changedRound(contents, due) !== undefined ? due : undefined;
  }

  /** Whether the numbers of the open round are those on disk. */
  isCurrent(contents: BoardContents, now: number): boolean {
    const round = openRound(contents.board);
    const box = round && contents.box(round.id);
    const published = this.#opened(contents, now, true);
    const isBehind = round && box && published?.isBehind(round, box, contents.board);
    return this.#revision === contents.revision && isBehind !== true;
  }

  /** The open round, if there is something new of it that may go out at `now`. */
  #changedRound(contents: BoardContents, now: number) {
    const round = openRound(contents.board);
    const box = round && contents.box(round.id);
    const published = this.#opened(contents, now, true);
    if (round === undefined || box === undefined || published === undefined) return undefined;
    if (published.dueAt(now) !== undefined || !published.isBehind(round, box, contents.board)) return undefined;
    return { round, box, published };
  }

  /** The open round's published numbers, begun when they are first looked at. */
  #opened(contents: BoardContents, now: number, isNew: boolean): PublishedRound | undefined {
    const round = openRound(contents.board);
    if (round === undefined) return undefined;
    if (this.#open?.id === round.id) return this.#open.published;
    const box = contents.box(round.id);
    if (box === undefined) return undefined;
    const published = new PublishedRound(round, box, contents.board, now, isNew);
    this.#open = { id: round.id, published };
    return published;
  }

  #close(id: string, committed: BoardContents): void {
    const round = roundOf(committed.board, id);
    const ballots = committed.box(id)?.ballots() ?? [];
    if (round?.secrecy === 'live') {
      const running = this.#open?.id === id ? this.#open.published.running : undefined;
      this.#closedTallies.set(id, running ?? tallyOf(round, ballots));
    }
    this.#open = undefined;
  }

  #finalState(round: Round, contents: BoardContents): RoundState | undefined {
    const { version, progress } = round;
    if (version === undefined || progress === undefined) return undefined;
    const tally = round.tally ?? this.#totals(round, contents);
    return { since: 0, version, progress, ...(tally !== undefined && { tally }) };
  }

  /** The totals of a live round that closed and is not revealed; no other round has any. */
  #totals(round: Round, contents: BoardContents): Tally | undefined {
    const box = contents.box(round.id);
    if (round.secrecy !== 'live' || box === undefined) return undefined;
    const known = this.#closedTallies.get(round.id);
    if (known !== undefined) return known;
    const tally = tallyOf(round, box.ballots());
    this.#closedTallies.set(round.id, tally);
    return tally;
  }

  #add(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === 'round.closed' || event.type === 'round.revealed') this.#ended.add(event.round);
      if (event.type === 'round.revealed') this.#closedTallies.delete(event.round);
    }
    this.#events.add(events);
  }
}
