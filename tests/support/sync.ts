// What tests of the page's side of the wire need: a store with a held clock, an outbox in memory, answers of a server.
import type { Board } from '../../shared/board/board.ts';
import type { Command, CommandOf, CommandType } from '../../shared/board/commands.ts';
import { evolve } from '../../shared/board/evolve.ts';
import { type Event, type EventBody, placeEvents } from '../../shared/board/events.ts';
import { toSnapshot } from '../../shared/board/snapshot.ts';
import type { BoardState, BoardUpdate, JoinAnswer, RoundStates } from '../../shared/protocol.ts';
import { isoTime } from '../../shared/time.ts';
import type { BoardView } from '../../client/board-view.ts';
import { BoardStore } from '../../client/sync/board-store.ts';
import type { Kept, KeptBallot, Outbox } from '../../client/sync/outbox.ts';
import { START, boardUnderTest } from './boards.ts';

/** An outbox that outlives its pages as long as the test keeps it. */
export class MemoryOutbox implements Outbox {
  readonly shelves = new Map<string, { commands: readonly Command[]; ballots: Map<string, KeptBallot> }>();
  private shelf: string | undefined;

  async open(shelf: string): Promise<Kept> {
    this.shelf = shelf;
    const { commands, ballots } = this.here() ?? { commands: [], ballots: new Map<string, KeptBallot>() };
    return { commands, ballots: new Map(ballots) };
  }

  keepCommands(commands: readonly Command[]): void {
    const here = this.here();
    if (here !== undefined) here.commands = commands;
  }

  keepBallot(round: string, ballot: KeptBallot): void {
    this.here()?.ballots.set(round, ballot);
  }

  dropBallot(round: string): void {
    this.here()?.ballots.delete(round);
  }

  /** The same shelves for the next page; this one writes no more. */
  handOver(): MemoryOutbox {
    const next = new MemoryOutbox();
    for (const [name, { commands, ballots }] of this.shelves) {
      next.shelves.set(name, { commands, ballots: new Map(ballots) });
    }
    this.shelf = undefined;
    return next;
  }

  private here() {
    if (this.shelf === undefined) return undefined;
    const here = this.shelves.get(this.shelf) ?? { commands: [], ballots: new Map<string, KeptBallot>() };
    this.shelves.set(this.shelf, here);
    return here;
  }
}

export const EPOCH = 'first';

/** A small server that a test moves by hand: it only keeps the log and makes answers. */
export class ServerSide {
  board: Board;
  readonly events: Event[] = [];
  now = START;

  constructor(...bodies: EventBody[]) {
    this.board = boardUnderTest(...bodies);
  }

  /** Events of one commit. */
  happens(by: string | undefined, ...bodies: EventBody[]): readonly Event[] {
    const placed = placeEvents(bodies, this.board.revision, isoTime(this.now), by);
    this.events.push(...placed);
    this.board = placed.reduce<Board>(evolve, this.board);
    return placed;
  }

  update(events: readonly Event[], rounds?: RoundStates): BoardUpdate {
    const from = (events[0]?.revision ?? this.board.revision + 1) - 1;
    return { board: this.board.id, from, events, ...(rounds !== undefined && { rounds }) };
  }

  answer(fields: Partial<Omit<JoinAnswer, 'events' | 'snapshot'>> = {}): JoinAnswer {
    return {
      board: this.board.id,
      epoch: EPOCH,
      revision: this.board.revision,
      snapshot: toSnapshot(this.board),
      rounds: {},
      you: { id: 'bo', role: 'voter', name: 'Bo' },
      ballots: {},
      done: {},
      receipts: {},
      held: [],
      serverTime: isoTime(this.now),
      ...fields,
    };
  }

  state(fields: Partial<BoardState> = {}): BoardState {
    const { board, revision } = { board: this.board.id, revision: this.board.revision };
    return { board, epoch: EPOCH, revision, snapshot: toSnapshot(this.board), rounds: {}, ...fields };
  }
}

export interface Page {
  readonly store: BoardStore;
  readonly outbox: MemoryOutbox;
  readonly clock: { now: number };
  view(): BoardView;
}

let pages = 0;

/** A page that has not joined yet. Its ids count up, so that failures read well. */
export function newPage(outbox = new MemoryOutbox(), time?: () => number): Page {
  const page = (pages += 1);
  let asked = 0;
  const clock = { now: START };
  const now = time ?? (() => clock.now);
  const store = new BoardStore({ outbox, now, newId: () => `p${page}-c${(asked += 1)}` });
  const view = (): BoardView => {
    if (store.view === undefined) throw new Error('nothing to see before the first join');
    return store.view;
  };
  return { store, outbox, clock, view };
}

/** A page that has joined and taken up what was left for it. */
export async function joinedPage(
  server: ServerSide,
  fields: Parameters<ServerSide['answer']>[0] = {},
  outbox = new MemoryOutbox(),
): Promise<Page> {
  const page = newPage(outbox);
  page.store.joined(server.answer(fields), page.clock.now);
  await page.store.restore(server.board.id);
  return page;
}

/** The fields of a command as a page gives them to its store. */
export const fields = <T extends CommandType>(
  type: T,
  rest: Omit<CommandOf<T>, 'id' | 'type'>,
): Omit<Command, 'id'> => ({ type, ...rest });

export const score = (cells: Record<string, Record<string, 0 | 1 | 2 | 3 | 4 | 5 | null>>, done?: boolean) =>
  fields('ballot.cast', { round: 'r1', ballot: { cells }, ...(done !== undefined && { done }) });

export const roundOpened = (
  secrecy: 'live' | 'named' | 'anonymous' = 'named',
  more: Partial<Extract<EventBody, { type: 'round.opened' }>> = {},
): EventBody => ({
  type: 'round.opened',
  round: 'r1',
  method: 'score',
  rule: 'mean',
  secrecy,
  options: ['flask', 'django', 'bottle'],
  criteria: [
    { id: 'speed', weight: 2 },
    { id: 'docs', weight: 1 },
  ],
  publish: secrecy === 'named' ? 'ballots' : 'tally',
  tieHash: 'hash',
  ...more,
});
