// A tie, and what people do about it: talk, a run-off of the tied options, or the published rule. What is chosen stands
// in the log of the board, and so in its record.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { runOffOf, tiedOptions } from '../../../shared/analysis/run-off.ts';
import { type Board, type Round, openRound } from '../../../shared/board/board.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import { cardStyles } from './card-styles.ts';
import { nameOf, namesOf } from './named.ts';
import { tieStepName } from './verdict-words.ts';

/** Fires `note-added` (talk), `round-opened` (run-off) and `decision-set` (the published rule, as a proposal). */
@customElement('palabre-tie-choices')
@localized()
export class PalabreTieChoices extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      .chosen {
        margin-top: var(--space-2);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  /** The facilitator chooses; everybody else sees what has been chosen. */
  @property({ type: Boolean }) choosing = false;

  private names(board: Board, round: Round): string {
    return namesOf(board, tiedOptions(round)).join(', ');
  }

  private titleOf(board: Board, round: Round): string {
    return roundTitle(board.rounds.findIndex(({ id }) => id === round.id) + 1);
  }

  private talk(board: Board, round: Round): void {
    const text = msg(
      str`${this.titleOf(board, round)} is a tie: ${this.names(board, round)}. What decides between them?`,
      {
        id: 'outcome.tie-note',
      },
    );
    emit(this, 'note-added', { target: { kind: 'board' }, kind: 'question', text });
    this.dispatchEvent(new CustomEvent('view-chosen', { detail: { view: 'notes' }, bubbles: true, composed: true }));
  }

  private runOff(board: Board, round: Round): void {
    emit(this, 'round-opened', {
      method: 'ranking',
      secrecy: round.secrecy,
      options: [...tiedOptions(round)],
      prompt: msg(str`Run-off: ${this.names(board, round)}`, { id: 'outcome.run-off-prompt' }),
      ...(round.publish === 'ballots' && round.secrecy !== 'named' && { publish: 'ballots' as const }),
    });
  }

  private byRule(board: Board, round: Round, first: string): void {
    const { tieBroken } = round.result ?? {};
    const step = tieBroken === undefined ? '' : tieStepName(tieBroken);
    const [title, names, name] = [this.titleOf(board, round), this.names(board, round), nameOf(board, first)];
    emit(this, 'decision-set', {
      options: [first],
      status: 'proposed',
      round: round.id,
      summary: msg(str`${title} was a tie: ${names}. We take the published rule: ${name}, by ${step}.`, {
        id: 'outcome.tie-summary',
      }),
    });
  }

  private chosen(board: Board, round: Round): string {
    const runOff = runOffOf(board, round);
    if (runOff !== undefined) {
      const title = this.titleOf(board, runOff);
      const winners = namesOf(board, runOff.result?.winners ?? []).join(', ');
      return winners === ''
        ? msg(str`A run-off was chosen: ${title}.`, { id: 'outcome.run-off-chosen' })
        : msg(str`A run-off settled it: ${title}, ${winners}.`, { id: 'outcome.run-off-settled' });
    }
    const { decision } = board;
    const taken = decision?.round === round.id ? decision.options : [];
    return taken.length === 0
      ? ''
      : msg(str`The decision took ${namesOf(board, taken).join(', ')}.`, { id: 'outcome.decision-took' });
  }

  private choices(board: Board, round: Round): TemplateResult {
    const [first] = round.result?.order ?? [];
    const two = tiedOptions(round).length === 2;
    return html`<div class="choices">
      <button class="button" type="button" @click=${() => this.talk(board, round)}>
        ${msg('Talk about it', { id: 'outcome.talk' })}
      </button>
      <button
        class="button"
        type="button"
        ?disabled=${openRound(board) !== undefined}
        @click=${() => this.runOff(board, round)}
      >
        ${two ? msg('Run-off of these two', { id: 'outcome.run-off-two' }) : msg('Run-off of these', { id: 'outcome.run-off' })}
      </button>
      ${
        first === undefined
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.byRule(board, round, first)}>
              ${msg(str`Take the published rule: ${nameOf(board, first)}`, { id: 'outcome.by-rule' })}
            </button>`
      }
    </div>`;
  }

  override render() {
    const { board, round } = this;
    if (board === undefined || round?.state !== 'revealed' || tiedOptions(round).length === 0) return nothing;
    const chosen = this.chosen(board, round);
    if (chosen === '' && !this.choosing) return nothing;
    return html`<section aria-labelledby="title">
      <h3 id="title">${msg('A tie: what now?', { id: 'outcome.tie' })}</h3>
      <p class="hint">${msg('Whatever you choose stands in the record.', { id: 'outcome.tie-hint' })}</p>
      ${chosen === '' ? nothing : html`<p class="chosen">${chosen}</p>`}
      ${this.choosing ? this.choices(board, round) : nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-tie-choices': PalabreTieChoices;
  }
}
