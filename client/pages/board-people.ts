// Owns who comes onto a board through this page: the watched door, and the ballots recorded for guests.
import { type LitElement, type ReactiveController, type TemplateResult, html, nothing } from 'lit';
import { isAdmitted, openRound, waitingMembers } from '../../shared/board/board.ts';
import type { BoardView } from '../board-view.ts';
import { recordKey } from '../sync/pending.ts';
import type { BoardSession } from './board-session.ts';
import { doneBallot } from './board-views.ts';
import { LATER } from './later.ts';

export class BoardPeople implements ReactiveController {
  private readonly host: LitElement;
  private readonly session: BoardSession;
  /** The guest whose ballot is being recorded. */
  private guest: string | undefined;

  constructor(host: LitElement, session: BoardSession) {
    this.host = host;
    this.session = session;
    host.addController(this);
    host.addEventListener('recording-requested', ({ detail }) => this.record(detail.member));
    host.addEventListener('recorded-done-changed', ({ detail }) => this.declare(detail.member, detail.done));
  }

  hostConnected(): void {
    this.guest = undefined;
  }

  private record(guest: string | undefined): void {
    if (guest !== undefined) void LATER.recording();
    this.guest = guest;
    this.host.requestUpdate();
  }

  /** Says that a guest's ballot is done, without changing it. */
  private declare(member: string, done: boolean): void {
    const { view } = this.session;
    const round = view && openRound(view.board);
    if (view === undefined || round === undefined) return;
    const ballot = doneBallot(round, view.recorded.get(recordKey(round.id, member))?.ballot);
    if (ballot !== undefined) this.session.do({ type: 'ballot.record', round: round.id, member, ballot, done });
  }

  private notice({ board, you }: BoardView): TemplateResult | typeof nothing {
    const waiting = waitingMembers(board);
    if (you.role !== 'facilitator' || (board.approval !== true && waiting.length === 0)) return nothing;
    void LATER.door();
    return html`<palabre-waiting-notice
      .waiting=${waiting}
      .doorOpen=${board.approval !== true}
    ></palabre-waiting-notice>`;
  }

  private card({ board, you, presence }: BoardView): TemplateResult | typeof nothing {
    if (you.waiting !== true) return nothing;
    void LATER.door();
    const facilitators = [...board.members.values()].filter((one) => one.role === 'facilitator' && isAdmitted(one));
    const here = facilitators.filter(({ id }) => presence.has(id));
    return html`<palabre-waiting-card
      .name=${you.name ?? ''}
      .heading=${board.title}
      .facilitators=${(here.length > 0 ? here : facilitators).map(({ name }) => name)}
    ></palabre-waiting-card>`;
  }

  private dialog({ board, rounds, recorded }: BoardView): TemplateResult | typeof nothing {
    const round = board.rounds.at(-1);
    const guest = board.members.get(this.guest ?? '');
    if (guest === undefined) return nothing;
    const known = round && recorded.get(recordKey(round.id, guest.id));
    return html`<palabre-record-dialog
      .open=${guest.removed === undefined}
      .board=${board}
      .round=${round}
      .guest=${guest}
      .recorded=${known}
      .unknown=${round !== undefined && rounds.get(round.id)?.progress.voted?.includes(guest.id) === true}
      @dialog-closed=${() => this.record(undefined)}
    ></palabre-record-dialog>`;
  }

  render(view: BoardView): TemplateResult {
    return html`${this.notice(view)} ${this.card(view)} ${this.dialog(view)}`;
  }
}
