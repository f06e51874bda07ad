// What the record needs of the line: questions about it, and to hear when the line comes, goes and brings something.
// The connection feeds it; whoever keeps the record listens, from when it is first looked at.
import type { Reply } from '../../shared/protocol.ts';
import type { RecordCaret, RecordCarets } from '../../shared/record/carets.ts';
import type { RecordRelay } from '../../shared/record/record.ts';
import type { Line, Questions } from './line.ts';

export type RecordQuestion = Extract<keyof Questions, `record:${string}`>;

export interface RecordListener {
  /** In the board's room, or in it anew: what was open on the line before is open no more. */
  joined(): void;
  /** What was asked gets no answer. */
  cut(): void;
  heard(update: RecordRelay): void;
  /** Where the others write by now. */
  heardCarets(carets: RecordCarets): void;
}

export class RecordChannel {
  private readonly line: Line;
  private listener: RecordListener | undefined;
  private isJoined = false;

  constructor(line: Line) {
    this.line = line;
  }

  get joined(): boolean {
    return this.isJoined;
  }

  listen(listener: RecordListener | undefined): void {
    this.listener = listener;
  }

  /** Answers once; undefined: the question was lost. */
  ask<Q extends RecordQuestion>(
    question: Q,
    payload: Questions[Q]['asked'],
    answer: (reply: Reply<Questions[Q]['answered']> | undefined) => void,
  ): void {
    if (this.isJoined) this.line.ask(question, payload, answer);
    else answer(undefined);
  }

  /** Said without an answer: a move that is lost is made up for by the next. */
  place(caret: RecordCaret): void {
    if (this.isJoined) this.line.place(caret);
  }

  /** Also after having lagged: some of what others wrote may have been left out. */
  entered(): void {
    this.isJoined = true;
    this.listener?.joined();
  }

  left(): void {
    this.isJoined = false;
    this.listener?.cut();
  }

  heard(update: RecordRelay): void {
    this.listener?.heard(update);
  }
  heardCarets(carets: RecordCarets): void {
    this.listener?.heardCarets(carets);
  }
}
