// A meeting over wires that break: a facilitator, a voter with two devices, another voter and a watcher, each a real
// page over real boards. It acts on orders, and afterwards checks what must be true.
import fc from 'fast-check';
import { vi } from 'vitest';
import { DEFAULT_BOARD_LIMITS } from '../../shared/bounds.ts';
import { openRound } from '../../shared/board/board.ts';
import type { Command } from '../../shared/board/commands.ts';
import type { DoAnswer } from '../../shared/protocol.ts';
import type { Result } from '../../shared/result.ts';
import { Connection, type Credentials } from '../../client/sync/connection.ts';
import type { BoardStore } from '../../client/sync/board-store.ts';
import type { CreatedBoard, Session } from '../../server/boards/boards.ts';
import { createBoards } from '../../server/boards/create-boards.ts';
import { quietLog } from '../../server/log.ts';
import { CONTENT, HeldSurroundings, claim, value } from '../server/boards/stage.ts';
import { WatchedStore } from '../server/boards/watched-store.ts';
import { FrameKeeper } from './frame-keeper.ts';
import { checkGathering } from './gathering-checks.ts';
import { MemoryOutbox, fields, newPage } from './sync.ts';
import { Wire } from './wire.ts';
import { WireDoor } from './wire-door.ts';

export const SEATS = ['ada', 'bo', 'bo-phone', 'cy', 'screen'] as const;
export type Seat = (typeof SEATS)[number];
export const memberOf = (seat: Seat): string | undefined =>
  seat === 'screen' ? undefined : seat === 'bo-phone' ? 'bo' : seat;

export type Action =
  | {
      readonly do: 'score';
      readonly seat: Seat;
      readonly option: string;
      readonly criterion: string;
      readonly score: 0 | 3 | 5 | null;
      readonly done?: boolean;
    }
  | {
      readonly do:
        | 'withdraw'
        | 'note'
        | 'hold'
        | 'discard'
        | 'cut'
        | 'open-line'
        | 'reload'
        | 'lose-answers'
        | 'reload-in-flight'
        | 'miss-update';
      readonly seat: Seat;
    }
  | { readonly do: 'add-option' | 'remove-option' | 'restore-option'; readonly option: string }
  | { readonly do: 'open-round'; readonly secrecy: 'live' | 'named' | 'anonymous' }
  | { readonly do: 'close-round' | 'reveal-round' | 'settle' | 'fail-commit' }
  | { readonly do: 'up' | 'down'; readonly seat: Seat; readonly frames: number }
  | { readonly do: 'pass'; readonly ms: number };

const anySeat = fc.constantFrom(...SEATS);
/** Mostly one voter with two devices: that is where things cross. */
const voter = fc.constantFrom<Seat[]>('ada', 'bo', 'bo', 'bo-phone', 'bo-phone', 'cy');
const option = fc.constantFrom('flask', 'django');
const one = <T extends Action['do']>(...names: T[]) => fc.constantFrom(...names);
const secrecy = fc.constantFrom('live' as const, 'named' as const, 'anonymous' as const);
const opening = fc.record({ do: one('open-round'), secrecy });

const scoring: fc.Arbitrary<Action> = fc
  .record({
    seat: voter,
    option: fc.constantFrom('flask', 'flask', 'django'),
    criterion: fc.constantFrom('speed', 'speed', 'docs'),
    score: fc.constantFrom(0 as const, 3 as const, 5 as const, null),
    done: fc.option(fc.boolean(), { nil: undefined }),
  })
  .map(({ done, ...rest }) => ({ do: 'score', ...rest, ...(done !== undefined && { done }) }));

export const arbitraryAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 12, arbitrary: scoring },
  { weight: 1, arbitrary: fc.record({ do: one('withdraw'), seat: voter }) },
  { weight: 2, arbitrary: fc.record({ do: one('note'), seat: voter }) },
  { weight: 4, arbitrary: fc.record({ do: one('hold', 'hold', 'discard'), seat: voter }) },
  { weight: 1, arbitrary: fc.record({ do: one('add-option', 'remove-option', 'restore-option'), option }) },
  { weight: 1, arbitrary: opening },
  { weight: 3, arbitrary: fc.record({ do: one('close-round', 'reveal-round') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: one('cut', 'lose-answers', 'reload-in-flight', 'reload', 'miss-update'),
      seat: anySeat,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: one('open-line'), seat: anySeat }) },
  { weight: 6, arbitrary: fc.record({ do: one('up', 'down'), seat: anySeat, frames: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 4, arbitrary: fc.record({ do: one('settle') }) },
  { weight: 1, arbitrary: fc.record({ do: one('fail-commit') }) },
  { weight: 2, arbitrary: fc.record({ do: one('pass'), ms: fc.constantFrom(60, 2000, 6000) }) },
);

/** A round is open when it begins, so that there is something to score. */
export const arbitraryActions: fc.Arbitrary<readonly Action[]> = fc
  .tuple(opening, fc.array(arbitraryAction, { maxLength: 60, size: 'max' }))
  .map(([first, rest]) => [first, { do: 'settle' }, ...rest]);

/** One page of one person; a reload makes a new one from the same outbox. */
export class Place {
  readonly seat: Seat;
  readonly store: BoardStore;
  readonly wire: Wire;
  readonly outbox: MemoryOutbox;
  readonly connection: Connection;

  constructor(seat: Seat, door: WireDoor, board: CreatedBoard, clock: () => number, outbox: MemoryOutbox) {
    const { store } = newPage(outbox, clock);
    const member = memberOf(seat);
    const role = seat === 'ada' ? 'facilitator' : member === undefined ? 'watcher' : 'voter';
    const who = member === undefined ? {} : { member: claim(member) };
    const credentials: Credentials = { board: board.id, key: board.keys[role], language: 'en', ...who };
    this.seat = seat;
    this.store = store;
    this.outbox = outbox;
    this.wire = new Wire(door);
    this.connection = new Connection(store, credentials, () => undefined, this.wire);
  }
}

export interface Answered {
  readonly session: Session;
  readonly command: Command;
  readonly result: Result<DoAnswer>;
}

export class Gathering {
  readonly kept = new WatchedStore();
  readonly surroundings = new HeldSurroundings();
  readonly door = new WireDoor();
  readonly places = new Map<Seat, Place>();
  readonly frames: FrameKeeper;
  readonly board: CreatedBoard;
  /** Every answer to a command, in the order in which they were made. */
  readonly answered: Answered[] = [];
  private failing = 0;
  private rounds = 0;
  private things = 0;

  private constructor(
    board: CreatedBoard,
    parts: { kept: WatchedStore; surroundings: HeldSurroundings; door: WireDoor },
  ) {
    this.board = board;
    this.kept = parts.kept;
    this.surroundings = parts.surroundings;
    this.door = parts.door;
    this.frames = new FrameKeeper(this.kept, board.id);
    this.door.onFrame = (frame, session) => this.frames.saw(frame, session);
    this.door.onAnswer = (session, command, result) => this.answered.push({ session, command, result });
    this.kept.refuse = () =>
      this.failing > 0 && (this.failing -= 1) >= 0 ? { kind: 'failed', why: 'as ordered' } : undefined;
  }

  static async begin(): Promise<Gathering> {
    const [kept, surroundings, door] = [new WatchedStore(), new HeldSurroundings(), new WireDoor()];
    const limits = DEFAULT_BOARD_LIMITS;
    const publicUrl = () => 'https://palabre.example';
    const boards = createBoards({ store: kept, announcer: door, surroundings, limits, publicUrl, log: quietLog });
    door.boards = boards;
    const board = value(await boards.create('board-under-test', CONTENT));
    const gathering = new Gathering(board, { kept, surroundings, door });
    for (const name of SEATS) gathering.sit(name, new MemoryOutbox());
    await gathering.comesToRest();
    return gathering;
  }

  async act(action: Action): Promise<void> {
    switch (action.do) {
      case 'score': {
        const { option: o, criterion: c, score, done } = action;
        const ballot = { cells: { [o]: { [c]: score } } };
        return this.say(action.seat, (round) =>
          fields('ballot.cast', { round, ballot, ...(done !== undefined && { done }) }),
        );
      }
      case 'withdraw':
        return this.say(action.seat, (round) => fields('ballot.withdraw', { round }));
      case 'note': {
        const note = `note-${(this.things += 1)}`;
        return this.say(action.seat, () =>
          fields('note.add', { note, target: { kind: 'board' }, kind: 'pro', text: note }),
        );
      }
      case 'hold': {
        // Few ids, so that two devices of one member meet in one note, and two members in one id.
        const thing = (this.things += 1);
        const [note, text] = [`quiet-${thing % 3}`, `silent-${memberOf(action.seat)}-${thing}`];
        return this.say(action.seat, (round) =>
          fields('note.hold', { round, note, target: { kind: 'board' }, kind: 'con', text }),
        );
      }
      case 'discard': {
        const [held] = this.at(action.seat).store.view?.held ?? [];
        return this.say(action.seat, () => fields('note.discard', { note: held?.note ?? 'none' }));
      }
      case 'add-option':
        return this.say('ada', () => {
          const id = `new-${(this.things += 1)}`;
          return fields('option.add', { option: id, name: id });
        });
      case 'remove-option':
        return this.say('ada', () => fields('option.remove', { option: action.option }));
      case 'restore-option':
        return this.say('ada', () => fields('option.restore', { option: action.option }));
      case 'open-round':
        return this.say('ada', () =>
          fields('round.open', {
            round: `round-${(this.rounds += 1)}`,
            method: 'score',
            secrecy: action.secrecy,
            silentNotes: action.secrecy === 'named' ? 'signed' : 'unsigned',
          }),
        );
      case 'close-round':
        return this.say('ada', (round) => fields('round.close', { round }));
      case 'reveal-round':
        return this.say('ada', (_, last) => fields('round.reveal', { round: last }));
      case 'cut':
        return this.at(action.seat).wire.cut(true);
      case 'lose-answers':
        await this.sendAll(action.seat);
        return this.at(action.seat).wire.cut(true);
      case 'reload-in-flight':
        await this.sendAll(action.seat);
        return this.reload(action.seat);
      case 'miss-update':
        return this.at(action.seat).wire.loseUpdate();
      case 'open-line':
        return this.openLine(this.at(action.seat));
      case 'reload':
        return this.reload(action.seat);
      case 'up':
        this.at(action.seat).wire.flushUp(action.frames);
        return this.turn();
      case 'down':
        this.at(action.seat).wire.flushDown(action.frames);
        return this.turn();
      case 'settle':
        return this.settle();
      case 'fail-commit':
        this.failing = 1;
        return undefined;
      case 'pass':
        return this.pass(action.ms);
    }
  }

  /** Every line is there again, nothing fails any more, and what was begun comes to its end. */
  async everybodyIsBack(): Promise<void> {
    this.failing = 0;
    await this.comesToRest();
    // Whoever missed an update notices at the next one.
    await this.say('ada', () => fields('board.edit', { question: `Is everybody here, ${(this.things += 1)}?` }));
    await this.comesToRest();
  }

  private async comesToRest(): Promise<void> {
    for (let turn = 0; turn < 60; turn += 1) {
      for (const place of this.places.values()) this.openLine(place);
      await this.settle();
      // Longer than any page waits with a retry, and than the numbers of an anonymous round are held back.
      await this.pass(6000);
      if (this.isQuiet) return;
    }
    throw new Error('the gathering does not come to rest');
  }

  async check(): Promise<void> {
    await checkGathering(this);
  }

  at(name: Seat): Place {
    const place = this.places.get(name);
    if (place === undefined) throw new Error(`nobody sits at ${name}`);
    return place;
  }

  private get isQuiet(): boolean {
    return [...this.places.values()].every(
      ({ wire, store }) => wire.connected && !wire.isBusy && store.view?.waiting === 0 && !store.unsure,
    );
  }

  private sit(name: Seat, outbox: MemoryOutbox): void {
    this.places.set(name, new Place(name, this.door, this.board, this.surroundings.now, outbox));
  }

  private async say(name: Seat, make: (open: string, last: string) => Omit<Command, 'id'>): Promise<void> {
    const { store } = this.at(name);
    const board = store.view?.board;
    const last = board?.rounds.at(-1)?.id ?? 'none';
    store.do(make((board && openRound(board)?.id) ?? last, last));
    store.dismissRefusals();
    await this.turn();
  }

  /** The server hears and answers, and the answers are still on their way. */
  private async sendAll(name: Seat): Promise<void> {
    this.at(name).wire.flushUp();
    await this.turn();
  }

  private openLine({ wire }: Place): void {
    if (wire.wanted) wire.open();
  }

  private async reload(name: Seat): Promise<void> {
    const { connection, outbox } = this.at(name);
    connection.close();
    this.sit(name, outbox.handOver());
    await this.turn();
  }

  /** Everything on its way arrives, and what follows from it, until nothing is. */
  private async settle(): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) {
      for (const { wire } of this.places.values()) wire.flushUp();
      await this.turn();
      for (const { wire } of this.places.values()) wire.flushDown();
      await this.turn();
      if (![...this.places.values()].some(({ wire }) => wire.isBusy)) return;
    }
  }

  private async pass(ms: number): Promise<void> {
    await this.surroundings.pass(ms);
    await vi.advanceTimersByTimeAsync(ms);
    await this.turn();
  }

  /** What is under way in the process comes to its end. */
  private async turn(): Promise<void> {
    for (let left = 0; left < 8; left += 1) await new Promise((resolve) => setImmediate(resolve));
    await this.frames.look();
  }
}
