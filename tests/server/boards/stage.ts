// Boards over a store in memory, a clock that only tests move, and everything that was announced.
import { createHash } from 'node:crypto';
import type { Role } from '../../../shared/board/board.ts';
import type { Command, CommandOf, CommandType } from '../../../shared/board/commands.ts';
import type { BoardLimits } from '../../../shared/bounds.ts';
import { DEFAULT_BOARD_LIMITS } from '../../../shared/bounds.ts';
import type { BoardState, BoardUpdate, DoAnswer, JoinAnswer, JoinRequest } from '../../../shared/protocol.ts';
import type { Result } from '../../../shared/result.ts';
import type {
  Announcer,
  Boards,
  CreatedBoard,
  MyBallotChange,
  MyHeldChange,
  NewBoardContent,
  Session,
  Surroundings,
} from '../../../server/boards/boards.ts';
import { createBoards } from '../../../server/boards/create-boards.ts';
import { quietLog } from '../../../server/log.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import type { Store } from '../../../server/store/store.ts';

/** A Monday morning. */
export const START = Date.UTC(2026, 10, 23, 9, 0, 0);

export const CONTENT: NewBoardContent = {
  title: 'Which framework?',
  question: '',
  language: 'en',
  options: [
    { id: 'flask', name: 'Flask', facts: [] },
    { id: 'django', name: 'Django', facts: [] },
    { id: 'bottle', name: 'Bottle', facts: [] },
  ],
  criteria: [
    { id: 'speed', name: 'Speed', weight: 2 },
    { id: 'docs', name: 'Documentation', weight: 1 },
  ],
  notes: [],
};

/** Time and chance in the hand of a test: bytes are drawn from a counter, alarms ring when time is moved over them. */
export class HeldSurroundings implements Surroundings {
  #now = START;
  #drawn = 0;
  readonly #seed: string;
  readonly #alarms = new Set<{ readonly at: number; readonly ring: () => void }>();

  constructor(seed = 'seed') {
    this.#seed = seed;
  }

  now = (): number => this.#now;

  randomBytes = (count: number): Uint8Array => {
    const blocks = Array.from({ length: Math.ceil(count / 32) }, () =>
      createHash('sha256')
        .update(`${this.#seed} ${(this.#drawn += 1)}`)
        .digest(),
    );
    return new Uint8Array(Buffer.concat(blocks)).slice(0, count);
  };

  after = (ms: number, ring: () => void): (() => void) => {
    const alarm = { at: this.#now + Math.max(0, ms), ring };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  };

  /** Moves time on, ringing what is due in order, and lets what follows from it happen. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      await quiet();
      const [next] = [...this.#alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#alarms.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.ring();
    }
    this.#now = until;
    await quiet();
  }
}

/** Enough turns of the event loop for everything under way over a store in memory. */
export async function quiet(turns = 12): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export class Recorder implements Announcer {
  readonly updates: BoardUpdate[] = [];
  readonly states: BoardState[] = [];
  readonly mines: MyBallotChange[] = [];
  readonly helds: MyHeldChange[] = [];
  readonly ends: { readonly board: string; readonly reason: string; readonly member?: string }[] = [];
  readonly retirements: { readonly board: string; readonly roles: readonly Role[] }[] = [];
  /** Boards in whose room somebody is. */
  readonly occupied = new Set<string>();

  update = (update: BoardUpdate): void => void this.updates.push(structuredClone(update));
  state = (state: BoardState): void => void this.states.push(structuredClone(state));
  mine = (mine: MyBallotChange): void => void this.mines.push(mine);
  held = (held: MyHeldChange): void => void this.helds.push(held);
  ended = (board: string, reason: 'erased' | 'removed', member?: string): void =>
    void this.ends.push({ board, reason, ...(member !== undefined && { member }) });
  retired = (board: string, roles: ReadonlySet<Role>): void => void this.retirements.push({ board, roles: [...roles] });
  isOccupied = (board: string): boolean => this.occupied.has(board);
}

export const tokenOf = (member: string): string => `token-of-${member}`.padEnd(40, '-');
export const claim = (member: string) => ({ id: member, name: member, token: tokenOf(member) });

let commands = 0;
export const newCommand = <T extends CommandType>(
  type: T,
  fields: Omit<CommandOf<T>, 'id' | 'type'>,
  id = `command-${(commands += 1)}`,
): Command => ({ id, type, ...fields }) as unknown as Command;

interface StageOptions {
  readonly store?: Store;
  readonly surroundings?: HeldSurroundings;
  readonly limits?: BoardLimits;
}

/** Value of a result that a test takes for granted. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${result.error.field ?? ''}`);
  return result.value;
}

export class Stage {
  readonly store: Store;
  readonly surroundings: HeldSurroundings;
  readonly announced = new Recorder();
  readonly boards: Boards;
  board!: CreatedBoard;

  private constructor({ store, surroundings, limits }: StageOptions) {
    this.store = store ?? createMemoryStore();
    this.surroundings = surroundings ?? new HeldSurroundings();
    this.boards = createBoards({
      store: this.store,
      announcer: this.announced,
      surroundings: this.surroundings,
      limits: limits ?? DEFAULT_BOARD_LIMITS,
      publicUrl: () => 'https://palabre.example',
      log: quietLog,
    });
  }

  /** A board with three options and two criteria, and on it a facilitator, ada, and voters bo and cy. */
  static async set(options: StageOptions = {}): Promise<Stage> {
    const stage = new Stage(options);
    stage.board = value(await stage.boards.create('board-under-test', CONTENT));
    value(await stage.join('ada', 'facilitator'));
    value(await stage.join('bo', 'voter'));
    value(await stage.join('cy', 'voter'));
    await stage.surroundings.pass(1000);
    return stage;
  }

  /** Another process over the same store, as after a restart. */
  again(surroundings = this.surroundings, store = this.store): Stage {
    const stage = new Stage({ store, surroundings });
    stage.board = this.board;
    return stage;
  }

  join(
    member: string | undefined,
    role: 'facilitator' | 'voter' | 'watcher',
    request: Partial<JoinRequest> = {},
  ): Promise<Result<JoinAnswer>> {
    const { id, keys } = this.board;
    const who = member === undefined ? {} : { member: claim(member) };
    return this.boards.join({ board: id, key: keys[role], ...who, ...request }, () => undefined);
  }

  session(member: string): Session {
    return { board: this.board.id, role: member === 'ada' ? 'facilitator' : 'voter', member };
  }

  send(member: string, command: Command): Promise<Result<DoAnswer>> {
    return this.boards.do(this.session(member), command);
  }

  do<T extends CommandType>(
    member: string,
    type: T,
    fields: Omit<CommandOf<T>, 'id' | 'type'>,
    id?: string,
  ): Promise<Result<DoAnswer>> {
    return this.send(member, newCommand(type, fields, id));
  }

  /** A score round over everything, or what is asked for. */
  async open(
    secrecy: 'live' | 'named' | 'anonymous',
    fields: Partial<CommandOf<'round.open'>> = {},
  ): Promise<DoAnswer> {
    return value(await this.do('ada', 'round.open', { round: 'r1', method: 'score', secrecy, ...fields }));
  }

  score(member: string, score: 0 | 1 | 2 | 3 | 4 | 5, done?: boolean, id?: string): Promise<Result<DoAnswer>> {
    const ballot = { cells: { flask: { speed: score } } };
    return this.do(member, 'ballot.cast', { round: 'r1', ballot, ...(done !== undefined && { done }) }, id);
  }

  /** Lets a tick pass. */
  tick(): Promise<void> {
    return this.surroundings.pass(1000);
  }
}
