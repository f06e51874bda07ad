// Owns what a page may do about the decision of the board that asked the same question before: find it, and mark it as
// superseded where this browser holds that board's facilitator key.
import { msg } from '@lit/localize';
import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import * as z from 'zod/mini';
import type { Board, Successor } from '../../shared/board/board.ts';
import { commandOn, enterBoard, readOfBoard } from '../api.ts';
import type { BoardView } from '../board-view.ts';
import type { Superseding } from '../elements/board/previous-card.ts';
import { identity, randomId } from '../identity.ts';
import { boardPath } from '../route.ts';
import { LATER } from './later.ts';

/** What a command takes of it. */
const decisionSchema = z.object({
  options: z.array(z.string()),
  summary: z.string(),
  round: z.optional(z.string()),
  deciders: z.optional(z.array(z.string())),
  reviewOn: z.optional(z.string()),
});
const decidedSchema = z.object({ snapshot: z.object({ decision: z.optional(decisionSchema) }) });

/** Whether this browser holds the key by which the old decision can be marked. */
export const maySupersede = ({ previous }: Board): boolean =>
  previous?.decision !== undefined &&
  previous.decision.status !== 'superseded' &&
  identity.keys(previous.board).facilitator !== undefined;

/** The way to another board, where this browser has one. */
const knownPath = (board: string): string | undefined =>
  identity.key(board) === undefined ? undefined : boardPath(board);

/** The way to the board that superseded this one's decision. */
export const successorPath = ({ decision }: Board): string | undefined =>
  decision?.supersededBy === undefined ? undefined : knownPath(decision.supersededBy.board);

export class OldDecision {
  private readonly host: ReactiveControllerHost;
  private superseding: Superseding = 'no';
  private board: string | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  /** As a member of the old board: the one this browser is there, or a new one with the name from here. */
  async supersede(view: BoardView | undefined): Promise<void> {
    const board = view?.board.previous?.board;
    if (view === undefined || board === undefined || this.superseding === 'busy') return;
    const name = view.you.name ?? msg('Facilitator', { id: 'past.facilitator' });
    this.tell('busy');
    const { id, title } = view.board;
    this.tell((await this.marked(board, name, { board: id, title })) ? 'done' : 'failed');
  }

  private async marked(board: string, name: string, supersededBy: Successor): Promise<boolean> {
    const key = identity.keys(board).facilitator;
    const read = await readOfBoard(board, { key }, '', (body) => z.parse(decidedSchema, body).snapshot.decision);
    if (!read.ok || read.value === undefined) return false;
    const member = identity.makeMember(board, identity.member(board)?.name ?? name);
    const entered = await enterBoard(board, { key }, member);
    if (!entered.ok) return false;
    const command = { id: randomId(), type: 'decision.set', ...read.value, status: 'superseded', supersededBy };
    return (await commandOn(board, member, command)).ok;
  }

  private tell(superseding: Superseding): void {
    this.superseding = superseding;
    this.host.requestUpdate();
  }

  template(board: Board): TemplateResult | typeof nothing {
    const { previous } = board;
    if (previous === undefined) return nothing;
    if (this.board !== previous.board) this.superseding = 'no';
    this.board = previous.board;
    void LATER.previous();
    return html`<palabre-previous-card
      .board=${board}
      .address=${knownPath(previous.board)}
      .mayMark=${maySupersede(board)}
      .superseding=${this.superseding}
    ></palabre-previous-card>`;
  }
}
