// A client written by PROTOCOL.md alone, at the end of a line that a test may cut: it folds, notices gaps, and resends.
import type { Board } from '../../../shared/board/board.ts';
import type { Command } from '../../../shared/board/commands.ts';
import { evolve } from '../../../shared/board/evolve.ts';
import { fromSnapshot } from '../../../shared/board/snapshot.ts';
import type { BoardUpdate, DoAnswer, RoundStates, SyncAnswer } from '../../../shared/protocol.ts';
import { type Tally, mergeTally } from '../../../shared/voting/tally.ts';
import type { Boards, Session } from '../../../server/boards/boards.ts';
import { claim } from './stage.ts';

export interface Numbers {
  readonly version: number;
  readonly tally: Tally | undefined;
}

export class FarClient {
  readonly member: string;
  readonly board: string;
  readonly #key: string;
  folded: Board | undefined;
  rounds = new Map<string, Numbers>();
  #epoch: string | undefined;
  #session: Session | undefined;
  /** Updates that were sent and have not arrived. */
  readonly #wire: BoardUpdate[] = [];
  readonly pending: Command[] = [];
  /** Commands that were acknowledged, with every answer they got. */
  readonly answers = new Map<string, DoAnswer[]>();

  constructor(member: string, board: string, key: string) {
    this.member = member;
    this.board = board;
    this.#key = key;
  }

  get isConnected(): boolean {
    return this.#session !== undefined;
  }

  async connect(boards: Boards): Promise<void> {
    const position = this.folded && { since: this.folded.revision };
    const request = { board: this.board, key: this.#key, member: claim(this.member), ...position };
    const joined = await boards.join({ ...request, ...(this.#epoch && { epoch: this.#epoch }) }, (session) => {
      this.#session = session;
      this.#wire.length = 0;
    });
    if (!joined.ok) throw new Error(`${this.member} was refused: ${joined.error.code}`);
    this.#caughtUp(joined.value);
  }

  cut(): void {
    this.#session = undefined;
    this.#wire.length = 0;
  }

  hear(update: BoardUpdate): void {
    if (this.#session !== undefined && update.board === this.board) this.#wire.push(update);
  }

  /** Takes what has arrived; asks again where something is missing. */
  async read(boards: Boards, most = Infinity): Promise<void> {
    for (let taken = 0; taken < most; taken += 1) {
      const update = this.#wire.shift();
      if (update === undefined || this.#session === undefined) return;
      if (this.#take(update)) continue;
      const synced = await boards.sync(this.#session, this.folded ? { since: this.folded.revision } : {});
      if (synced.ok) this.#caughtUp(synced.value);
    }
  }

  /** Sends the oldest pending command. A lost answer leaves it pending, so that it will be sent again. */
  async send(boards: Boards, isAnswerLost: boolean): Promise<void> {
    const [command] = this.pending;
    if (command === undefined || this.#session === undefined) return;
    const answer = await boards.do(this.#session, command);
    if (isAnswerLost) return;
    if (!answer.ok && answer.error.code === 'try-again') return;
    this.pending.shift();
    if (answer.ok) this.answers.set(command.id, [...(this.answers.get(command.id) ?? []), answer.value]);
  }

  #take({ from, events, rounds }: BoardUpdate): boolean {
    if (this.folded === undefined || from > this.folded.revision) return false;
    for (const event of events) if (event.revision > this.folded.revision) this.folded = evolve(this.folded, event);
    return this.#takeRounds(rounds ?? {});
  }

  #takeRounds(states: RoundStates): boolean {
    let complete = true;
    for (const [id, { since, version, tally }] of Object.entries(states)) {
      const known = this.rounds.get(id);
      if (known !== undefined && known.version >= version) continue;
      if (since > (known?.version ?? 0)) complete = false;
      else
        this.rounds.set(id, {
          version,
          tally: since === 0 ? (tally as Tally | undefined) : merged(known?.tally, tally),
        });
    }
    return complete;
  }

  #caughtUp({ epoch, revision, snapshot, events, rounds }: SyncAnswer): void {
    this.#epoch = epoch;
    if (snapshot !== undefined) this.folded = fromSnapshot(snapshot, revision);
    for (const event of events ?? []) {
      if (event.revision > (this.folded?.revision ?? 0)) this.folded = evolve(this.folded, event);
    }
    this.rounds = new Map(
      Object.entries(rounds).map(([id, { version, tally }]) => [id, { version, tally: tally as Tally | undefined }]),
    );
  }
}

const merged = (tally: Tally | undefined, changes: Parameters<typeof mergeTally>[1] | undefined): Tally | undefined =>
  changes === undefined ? tally : mergeTally(tally, changes);
