// A line that a test holds in its hands: it answers what was asked, says things as the server, and cuts.
import type { ServerToClient, Presence } from '../../shared/protocol.ts';
import type { Reply } from '../../shared/protocol.ts';
import type { RecordCaret } from '../../shared/record/carets.ts';
import type { RejectionCode } from '../../shared/rejections.ts';
import { toWireError } from '../../shared/rejections.ts';
import type { Line, LineEvents, Question, Questions } from '../../client/sync/line.ts';

interface Asked {
  readonly question: Question;
  readonly payload: Questions[Question]['asked'];
  readonly answer: (reply: Reply<never> | undefined) => void;
}

export class FakeLine implements Line {
  connected = false;
  /** How often the page asked for a line. */
  attempts = 0;
  readonly told: Presence[] = [];
  readonly placed: RecordCaret[] = [];
  private readonly open: Asked[] = [];
  private events: LineEvents | undefined;

  connect(): void {
    this.attempts += 1;
  }

  disconnect(): void {
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
    this.open.push({ question, payload, answer });
  }

  tell(presence: Presence): void {
    this.told.push(presence);
  }

  place(caret: RecordCaret): void {
    this.placed.push(caret);
  }

  /** The line that was asked for is there. */
  opens(): void {
    this.connected = true;
    this.events?.opened();
  }

  /** An attempt fails; with a code the server refused it. */
  fails(code?: RejectionCode): void {
    this.events?.failed(code);
  }

  /** Cuts the line: whatever was asked is lost. */
  cut(farewell = false): void {
    this.connected = false;
    this.events?.closed(farewell);
    for (const { answer } of this.open.splice(0)) answer(undefined);
  }

  says<E extends keyof ServerToClient>(event: E, payload: Parameters<ServerToClient[E]>[0]): void {
    (this.events as { [K in keyof ServerToClient]: (payload: unknown) => void } | undefined)?.[event](payload);
  }

  /** Questions not answered yet, by name. */
  get asking(): readonly Question[] {
    return this.open.map(({ question }) => question);
  }

  /** What the oldest open question of a kind asked. */
  asked<Q extends Question>(question: Q): Questions[Q]['asked'] {
    const found = this.open.find((asked) => asked.question === question);
    if (found === undefined) throw new Error(`nobody asked ${question}`);
    return found.payload;
  }

  answers<Q extends Question>(question: Q, answered: Questions[Q]['answered']): void {
    this.take(question).answer({ ok: true, ...answered } as unknown as Reply<never>);
  }

  refuses(question: Question, code: RejectionCode, retryAfter?: number, field?: string): void {
    const error = toWireError(
      { code, ...(retryAfter !== undefined && { retryAfter }), ...(field !== undefined && { field }) },
      'en',
    );
    this.take(question).answer({ ok: false, error });
  }

  /** The answer does not come in time. */
  loses(question: Question): void {
    this.take(question).answer(undefined);
  }

  private take(question: Question): Asked {
    const index = this.open.findIndex((asked) => asked.question === question);
    const [found] = index < 0 ? [] : this.open.splice(index, 1);
    if (found === undefined) throw new Error(`nobody asked ${question}`);
    return found;
  }
}
