// A line in memory whose two directions a test flushes, and cuts with whatever is on its way.
import type { Presence, Reply, ServerToClient } from '../../shared/protocol.ts';
import type { Line, LineEvents, Question, Questions } from '../../client/sync/line.ts';

/** What goes up: a question and its number. */
export interface Asked {
  readonly number: number;
  readonly question: Question;
  readonly payload: unknown;
}

/** What comes down: an answer to a numbered question, or something the server says by itself. */
export type Frame =
  | { readonly number: number; readonly question: Question; readonly reply: Reply<object> }
  | { readonly event: keyof ServerToClient; readonly payload: object };

/** The server's end of wires. */
export interface Door {
  entered(wire: Wire): void;
  left(wire: Wire): void;
  asked(wire: Wire, asked: Asked): void;
}

/** Through JSON, as on a real wire. */
const overTheWire = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

type Answer = (reply: Reply<never> | undefined) => void;

export class Wire implements Line {
  connected = false;
  /** The page wants a line and has none. */
  wanted = false;
  private readonly door: Door;
  private events: LineEvents | undefined;
  private readonly answers = new Map<number, Answer>();
  private numbered = 0;
  private up: Asked[] = [];
  private down: Frame[] = [];

  constructor(door: Door) {
    this.door = door;
  }

  connect(): void {
    this.wanted = !this.connected;
  }

  /** The page hangs up. */
  disconnect(): void {
    this.wanted = false;
    if (this.connected) this.cut();
  }

  listen(events: LineEvents): void {
    this.events = events;
  }

  ask<Q extends Question>(
    question: Q,
    payload: Questions[Q]['asked'],
    answer: (reply: Reply<Questions[Q]['answered']> | undefined) => void,
  ): void {
    const number = (this.numbered += 1);
    this.answers.set(number, answer);
    this.up.push({ number, question, payload: overTheWire(payload) });
  }

  tell(_presence: Presence): void {
    // Presence is not part of what must converge.
  }

  place(): void {
    // Nor is where somebody writes.
  }

  /** The server's words; on a line that is cut they go nowhere. */
  send(frame: Frame): void {
    if (this.connected) this.down.push(overTheWire(frame));
  }

  /** Whether anything is on its way. */
  get isBusy(): boolean {
    return this.up.length > 0 || this.down.length > 0;
  }

  /** One update does not reach the page, as when the server skips a reader that lags. */
  loseUpdate(): void {
    const index = this.down.findIndex((frame) => 'event' in frame && frame.event === 'board:update');
    if (index >= 0) this.down.splice(index, 1);
  }

  open(): void {
    if (this.connected) return;
    this.connected = true;
    this.wanted = false;
    this.door.entered(this);
    this.events?.opened();
  }

  /** The line breaks, and what was on its way is lost. `back`: the page will want a new one. */
  cut(back = false): void {
    if (!this.connected) return;
    this.connected = false;
    this.up = [];
    this.down = [];
    this.door.left(this);
    this.wanted = back;
    this.events?.closed(false);
    const lost = [...this.answers.values()];
    this.answers.clear();
    for (const answer of lost) answer(undefined);
  }

  /** Lets the oldest frames reach the server. */
  flushUp(most = Infinity): void {
    for (const asked of this.up.splice(0, most)) this.door.asked(this, asked);
  }

  /** Lets the oldest frames reach the page. One that makes the page hang up is the last. */
  flushDown(most = Infinity): void {
    const frames = this.down.splice(0, most);
    while (this.connected) {
      const frame = frames.shift();
      if (frame === undefined) return;
      this.hear(frame);
    }
  }

  private hear(frame: Frame): void {
    if ('event' in frame) {
      const tell = this.events?.[frame.event] as ((payload: object) => void) | undefined;
      tell?.(frame.payload);
      return;
    }
    const answer = this.answers.get(frame.number);
    this.answers.delete(frame.number);
    answer?.(frame.reply as Reply<never>);
  }
}
