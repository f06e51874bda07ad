// The boards of this process behind their port: finds a board by id or code, wakes it, and hands over.
import type { Admission } from '../../shared/board/admission.ts';
import type { BoardLimits } from '../../shared/bounds.ts';
import { isId, readCode } from '../../shared/ids.ts';
import type { JoinAnswer, JoinRequest } from '../../shared/protocol.ts';
import { type Result, ok, reject } from '../../shared/result.ts';
import { isoTime } from '../../shared/time.ts';
import { roleOfKey } from '../access/keys.ts';
import type { Logger } from '../log.ts';
import { seldom } from '../seldom.ts';
import type { Store } from '../store/store.ts';
import { guarded } from './announcing.ts';
import { type Approach, admission, arrivalTask, keyRole, proofOf } from './arrival.ts';
import { BoardCache } from './board-cache.ts';
import type { BoardContents } from './board-contents.ts';
import { roundBallots, roundResult } from './board-reads.ts';
import type { Announcer, Boards, Credential, Enter, Session, Surroundings } from './boards.ts';
import { rotationTask } from './key-rotation.ts';
import { lowerKeys, ownBallots, ownHeldNotes, youOf } from './join-answer.ts';
import { LiveBoard } from './live-board.ts';
import { createBoard } from './new-board.ts';
import { DEFAULT_INTERVAL, type Interval } from './ticker.ts';

export interface BoardsParts {
  readonly store: Store;
  readonly announcer: Announcer;
  readonly surroundings: Surroundings;
  readonly limits: BoardLimits;
  /** Without a slash at its end. */
  readonly publicUrl: () => string;
  readonly log: Logger;
  /** Boards in memory at the same time. */
  readonly mostAwake?: number;
  /** How far apart updates are. */
  readonly interval?: Interval;
}

class BoardsHere implements Boards {
  readonly #parts: BoardsParts;
  readonly #cache: BoardCache;
  readonly #tells: (trouble: string) => boolean;
  #closing = false;

  constructor(parts: BoardsParts) {
    const announcer = guarded(parts.announcer, parts.log);
    this.#parts = { ...parts, announcer };
    const { store, surroundings } = parts;
    this.#tells = seldom(surroundings.now);
    const interval = parts.interval ?? DEFAULT_INTERVAL;
    this.#cache = new BoardCache({
      surroundings,
      load: (board) => store.load(board),
      wake: (stored) => new LiveBoard(stored, { ...this.#parts, interval }),
      isOccupied: (board) => announcer.isOccupied(board),
      most: parts.mostAwake ?? Infinity,
    });
  }

  get epoch(): string {
    return this.#parts.store.epoch;
  }

  get awake(): number {
    return this.#cache.size;
  }

  create: Boards['create'] = (id, content) =>
    this.#kept(() => createBoard(this.#parts.store, this.#parts.surroundings, id, content));

  join: Boards['join'] = (request, enter, options = {}) =>
    this.#kept(async () => {
      const byCode = readCode(request.board) !== undefined && options.codeOpensNothing !== true;
      const approach = { request, byCode, ...(options.mayAdd !== undefined && { mayAdd: options.mayAdd }) };
      return this.#on(request.board, (live) => this.#joinBoard(live, approach, enter));
    });

  sync: Boards['sync'] = (session, request, answered) =>
    this.#in(session, (live) => {
      answered?.();
      return ok(live.catchUp(request));
    });

  /** Most of what is asked are ballots for a board that is awake: its queue says by itself when the store fails. */
  do: Boards['do'] = (session, command) => {
    const live = this.#closing ? undefined : this.#cache.awake(session.board);
    return live?.do(session, command) ?? this.#in(session, (waking) => waking.do(session, command));
  };

  authorize: Boards['authorize'] = (board, credential) =>
    this.#kept(() => this.#on(board, (live) => sessionOf(live, credential)));

  read: Boards['read'] = (board) =>
    this.#kept(() =>
      this.#on(board, (live) => ok({ epoch: this.epoch, board: live.committed.board, rounds: live.rounds })),
    );

  events: Boards['events'] = (board) =>
    this.#kept(() =>
      this.#on(board, async (live) => {
        const { revision } = live.committed;
        const events = await this.#parts.store.eventsAfter(live.id, 0);
        return ok(events.slice(0, revision));
      }),
    );

  points: Boards['points'] = (board) =>
    this.#kept(() => this.#on(board, async (live) => ok(await this.#parts.store.points(live.id))));

  result: Boards['result'] = (board, round) => this.#kept(() => this.#on(board, (live) => roundResult(live, round)));

  ballots: Boards['ballots'] = (board, round) => this.#kept(() => this.#on(board, (live) => roundBallots(live, round)));

  rotate: Boards['rotate'] = (board, proof, change) =>
    this.#kept(() =>
      this.#on(board, async (live) => {
        const rotated = await live.submit(rotationTask(proof, change, () => this.#parts.surroundings.now()));
        return rotated.ok ? ok({ ...rotated.value, board: live.id }) : rotated;
      }),
    );

  erase: Boards['erase'] = (board) =>
    this.#kept(() =>
      this.#on(board, async (live) => {
        await live.end();
        this.#cache.forget(live.id);
        const erased = await this.#parts.store.erase(live.id);
        this.#parts.announcer.ended(live.id, 'erased');
        return erased ? ok(null) : reject('not-found', 'board');
      }),
    );

  /** Takes nothing new; what was taken is finished, answered and published. */
  close(): Promise<void> {
    this.#closing = true;
    return this.#cache.close();
  }

  #joinBoard(live: LiveBoard, approach: Approach, enter: Enter): Promise<Result<JoinAnswer>> | Result<JoinAnswer> {
    const { limits, surroundings } = this.#parts;
    const arrival = { limits, now: () => surroundings.now() };
    const answer = (committed: BoardContents, admitted: Admission): JoinAnswer => {
      const { role, member, waiting } = admitted;
      const key = keyRole(committed.access, approach.request);
      const byKeyOf = member === undefined && key.ok ? key.value : undefined;
      const who = {
        ...(member !== undefined && { member }),
        ...(waiting === true && { waiting }),
        ...(byKeyOf !== undefined && { byKeyOf }),
      };
      enter({ board: live.id, role, ...who }, live.room);
      return this.#joinAnswer(live, committed, approach.request, admitted);
    };
    // Whoever is on disk already, with nothing to add, is answered at once.
    const admitted = admission(live.committed, approach, arrival);
    if (admitted.ok && admitted.value.events.length === 0) return ok(answer(live.committed, admitted.value));
    if (!admitted.ok && live.isSettled) return admitted;
    return live.submit(arrivalTask(approach, arrival, answer));
  }

  #joinAnswer(live: LiveBoard, committed: BoardContents, request: JoinRequest, admitted: Admission): JoinAnswer {
    const { key } = request;
    const role = key === undefined ? undefined : roleOfKey(committed.access, key);
    return {
      board: live.id,
      ...live.catchUp(request),
      you: youOf(committed, admitted),
      ...ownBallots(committed, admitted.member),
      ...(key !== undefined && role !== undefined && lowerKeys(committed, role, key, this.#parts.publicUrl())),
      held: ownHeldNotes(committed, admitted.member),
      serverTime: isoTime(this.#parts.surroundings.now()),
    };
  }

  /** On the board of an id or a code. */
  async #on<T>(board: string, use: (live: LiveBoard) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    const code = readCode(board);
    const id = code === undefined ? board : await this.#parts.store.boardOfCode(code);
    const live = id !== undefined && isId(id) ? await this.#cache.get(id) : undefined;
    return live === undefined ? reject('not-found', 'board') : use(live);
  }

  /** For those who were let in: a board that is not there any more has ended for them. */
  #in<T>({ board }: Session, use: (live: LiveBoard) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    return this.#kept(() => {
      const live = this.#cache.awake(board);
      return live === undefined ? this.#inWaking(board, use) : use(live);
    });
  }

  async #inWaking<T>(board: string, use: (live: LiveBoard) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    const live = await this.#cache.get(board);
    return live === undefined ? reject('ended') : use(live);
  }

  /** A store that cannot be read is told as `try-again`. */
  async #kept<T>(use: () => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
    if (this.#closing) return reject('try-again');
    try {
      return await use();
    } catch (error) {
      if (this.#tells(String(error))) {
        const stack = error instanceof Error ? error.stack : String(error);
        this.#parts.log.error({ stack }, 'a board did not answer');
      }
      return reject('try-again');
    }
  }
}

function sessionOf(live: LiveBoard, credential: Credential): Result<Session> {
  const { id: board, committed } = live;
  if (credential.kind === 'key') {
    const role = roleOfKey(committed.access, credential.key);
    return role === undefined ? reject('bad-key', 'key') : ok({ board, role });
  }
  const { member: id, token } = credential;
  if (proofOf(committed, { id, token }) !== 'right') return reject('bad-key', 'token');
  const member = committed.board.members.get(id);
  if (member === undefined || member.removed === true) return reject('not-allowed');
  return ok({ board, role: member.role, member: id });
}

export const createBoards = (parts: BoardsParts): Boards => new BoardsHere(parts);
