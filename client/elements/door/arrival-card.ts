// One card for who comes while the meeting is under way, or returns after it went on without them: where it stands, what
// came of it so far, and what is asked of them now.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Board, type Round, openRound } from '../../../shared/board/board.ts';
import type { Progress } from '../../../shared/board/board.ts';
import { formatAgo, formatClock, formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { statusName } from '../board/decision-words.ts';
import { phaseName } from '../board/phase-words.ts';
import { namesOf } from '../results/named.ts';
import { secrecyName } from '../rounds/secrecy-words.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import { arrivalStyles } from './arrival-styles.ts';

export type ArrivalKind = 'late' | 'back' | 'let-in';
export type ArrivalStep = 'vote' | 'results';

/** Fires `arrival-answered`, with where to go; without a step it is only put away. */
@customElement('palabre-arrival-card')
@localized()
export class PalabreArrivalCard extends LitElement {
  static override styles = [...controls, arrivalStyles];

  @property({ attribute: false }) board!: Board;
  @property() kind: ArrivalKind = 'late';
  /** The server's time of the last visit, in ms. */
  @property({ attribute: false }) since: number | undefined;
  @property({ attribute: false }) now = 0;
  /** Of the open round. */
  @property({ attribute: false }) progress: Progress | undefined;
  /** One's own ballot in the open round is done. */
  @property({ type: Boolean }) voted = false;

  private answer(step?: ArrivalStep): void {
    this.dispatchEvent(new CustomEvent('arrival-answered', { detail: { step }, bubbles: true, composed: true }));
  }

  private heading(): string {
    if (this.kind === 'let-in') return msg('You are in', { id: 'door.in' });
    if (this.kind === 'late') return msg('The meeting is under way', { id: 'door.under-way' });
    const ago = formatAgo(new Date(this.since ?? this.now).toISOString(), this.now);
    return msg(str`Since your last visit, ${ago}`, { id: 'door.since' });
  }

  private titleOf({ id }: Round): string {
    return roundTitle(this.board.rounds.findIndex((round) => round.id === id) + 1);
  }

  private get revealed(): Round | undefined {
    return this.board.rounds.findLast(({ state }) => state === 'revealed');
  }

  private item(label: string, text: string): TemplateResult | typeof nothing {
    return text === ''
      ? nothing
      : html`<div>
          <dt>${label}</dt>
          <dd>${text}</dd>
        </div>`;
  }

  private outcome(): string {
    const round = this.revealed;
    if (round?.result === undefined) return '';
    const { stands, winners } = round.result;
    if (stands !== undefined) {
      return stands
        ? msg(str`${this.titleOf(round)}: the proposal stands`, { id: 'door.stands' })
        : msg(str`${this.titleOf(round)}: the proposal does not stand`, { id: 'door.stands-not' });
    }
    return `${this.titleOf(round)}: ${namesOf(this.board, winners).join(', ')}`;
  }

  private decided(): string {
    const { decision } = this.board;
    if (decision === undefined) return '';
    const names = namesOf(this.board, decision.options).join(', ');
    return names === '' ? statusName(decision.status) : `${statusName(decision.status)}: ${names}`;
  }

  private openWords(round: Round): string {
    const { closesAt } = round;
    const left = closesAt === undefined ? undefined : Math.max(0, (Date.parse(closesAt) - this.now) / 1000);
    const { progress } = this;
    return [
      `${this.titleOf(round)}, ${secrecyName(round.secrecy)}`,
      ...(left === undefined ? [] : [msg(str`${formatClock(left)} left`, { id: 'door.left' })]),
      ...(progress === undefined
        ? []
        : [
            msg(str`${formatNumber(progress.done)} of ${formatNumber(progress.eligible)} done`, {
              id: 'door.done-of',
            }),
          ]),
    ].join(' · ');
  }

  private news(): string {
    const { since } = this;
    if (this.kind !== 'back' || since === undefined) return '';
    const later = (at: string | undefined): boolean => at !== undefined && Date.parse(at) > since;
    const notes = [...this.board.notes.values()].filter(({ at, removed }) => removed === undefined && later(at)).length;
    return notes === 0
      ? ''
      : plural(notes, {
          one: () => msg(str`${formatNumber(notes)} new note`, { id: 'door.notes-one' }),
          other: () => msg(str`${formatNumber(notes)} new notes`, { id: 'door.notes-more' }),
        });
  }

  /** Nothing to vote on and nothing to look at: there is only something to know. */
  private asksNothing(round: Round | undefined): boolean {
    return (round === undefined || this.voted) && this.revealed === undefined;
  }

  private button(round: Round | undefined): TemplateResult {
    if (round !== undefined && !this.voted) {
      return html`<button class="button primary" type="button" @click=${() => this.answer('vote')}>
        ${msg('Vote now', { id: 'door.vote-now' })}
      </button>`;
    }
    if (this.revealed !== undefined) {
      return html`<button class="button primary" type="button" @click=${() => this.answer('results')}>
        ${msg('Look at the results', { id: 'door.look-results' })}
      </button>`;
    }
    return html`<button class="button primary" type="button" @click=${() => this.answer()}>
      ${msg('Understood', { id: 'door.understood' })}
    </button>`;
  }

  override render() {
    const { board } = this;
    const round = openRound(board);
    return html`<section aria-labelledby="heading">
      <div role="status"><h2 id="heading">${this.heading()}</h2></div>
      ${board.question === '' ? nothing : html`<p class="question">${board.question}</p>`}
      <dl>
        ${this.item(msg('Where we are', { id: 'door.phase' }), phaseName(board.phase))}
        ${this.item(msg('Decision', { id: 'door.decision' }), this.decided())}
        ${this.item(msg('Last result', { id: 'door.result' }), this.outcome())}
        ${this.item(msg('Notes', { id: 'door.notes' }), this.news())}
        ${this.item(msg('Open now', { id: 'door.open' }), round === undefined ? '' : this.openWords(round))}
      </dl>
      <div class="buttons">${this.button(round)} ${this.asksNothing(round) ? nothing : this.closeButton()}</div>
    </section>`;
  }

  private closeButton(): TemplateResult {
    return html`<button
      class="icon-button quiet"
      type="button"
      aria-label=${msg('Close', { id: 'dialog.close' })}
      @click=${() => this.answer()}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      </svg>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-arrival-card': PalabreArrivalCard;
  }
  interface HTMLElementEventMap {
    'arrival-answered': CustomEvent<{ readonly step: ArrivalStep | undefined }>;
  }
}
