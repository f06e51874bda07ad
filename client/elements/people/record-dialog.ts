// The ballot of a guest without a device, as a facilitator records it: the form that everybody has, in a dialog that
// says whose ballot it is. Nothing that is chosen in it reaches the page as one's own.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Board, Member, Round } from '../../../shared/board/board.ts';
import type { GivenBallot } from '../../../shared/voting/ballots.ts';
import type { MyBallot } from '../../board-view.ts';
import { controls } from '../../styles/controls.ts';
import '../ballot/round-ballot.ts';
import { type BoardEventMap, emit } from '../board-events.ts';
import '../dialog/palabre-dialog.ts';
import { avatarStyles, avatarTemplate } from '../notes/avatar.ts';

/** Fires `ballot-recorded`, `recorded-done-changed`, `recorded-withdrawn` and `dialog-closed`. */
@customElement('palabre-record-dialog')
@localized()
export class PalabreRecordDialog extends LitElement {
  static override styles = [
    ...controls,
    avatarStyles,
    css`
      .banner {
        position: sticky;
        top: calc(-1 * var(--space-3));
        z-index: 2;
        display: flex;
        align-items: center;
        gap: var(--space-3);
        margin-bottom: var(--space-3);
        padding: var(--space-2) var(--space-3);
        border: 1px solid var(--accent);
        border-radius: var(--radius-m);
        background: var(--accent-soft);
        color: var(--ink);
      }
      .banner p {
        min-width: 0;
        margin: 0;
        overflow-wrap: anywhere;
      }
      .hint {
        margin: 0 0 var(--space-3);
      }
      .hint:empty {
        margin: 0;
      }
      strong {
        font-weight: 700;
      }
      /* The ballot's own foot stands on that of the dialog. */
      palabre-round-ballot {
        --foot-inset: calc(-1 * var(--space-6));
        --foot-paper: var(--raised);
      }
      .sure {
        flex: 1 1 100%;
        margin: 0;
        overflow-wrap: anywhere;
      }
      .withdraw {
        margin-inline-end: auto;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) guest: Member | undefined;
  /** What this page recorded for them in the round. */
  @property({ attribute: false }) recorded: MyBallot | undefined;
  /** A ballot of theirs is in the box, and this page does not know it. */
  @property({ type: Boolean }) unknown = false;

  /** Whether taking the ballot back is being asked about, or has been done. */
  @state() private withdrawal: 'no' | 'asked' | 'done' = 'no';
  @query('.keep') private readonly keepButton!: HTMLButtonElement | null;
  @query('.close') private readonly closeButton!: HTMLButtonElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('guest') || changed.has('round')) this.withdrawal = 'no';
  }

  private async turnTo(withdrawal: 'no' | 'asked' | 'done'): Promise<void> {
    this.withdrawal = withdrawal;
    await this.updateComplete;
    (this.keepButton ?? this.closeButton)?.focus();
  }

  private withdraw(round: Round, guest: Member): void {
    emit(this, 'recorded-withdrawn', { round: round.id, member: guest.id });
    void this.turnTo('done');
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  };

  private record(event: Event, ballot: GivenBallot): void {
    event.stopPropagation();
    const { round, guest } = this;
    this.withdrawal = 'no';
    if (round !== undefined && guest !== undefined) {
      emit(this, 'ballot-recorded', { round: round.id, member: guest.id, ballot });
    }
  }

  private readonly scored = (event: CustomEvent<BoardEventMap['score-chosen']>): void => {
    const { option, criterion, score } = event.detail;
    this.record(event, { cells: { [option]: { [criterion]: score } } });
  };

  private readonly done = (event: CustomEvent<BoardEventMap['done-changed']>): void => {
    event.stopPropagation();
    if (this.guest !== undefined) {
      emit(this, 'recorded-done-changed', { member: this.guest.id, done: event.detail.done });
    }
  };

  /** What leads elsewhere has no place in here. */
  private readonly nothing = (event: Event): void => event.stopPropagation();

  private banner({ id, name }: Member): TemplateResult {
    return html`<div class="banner">
      ${avatarTemplate(name, id)}
      <p>
        <strong>${msg(str`You are recording for ${name}.`, { id: 'people.recording-for' })}</strong>
        ${msg('Your own ballot stays as it is.', { id: 'people.own-stays' })}
      </p>
    </div>`;
  }

  private recordedBefore({ name }: Member, round: Round): TemplateResult | typeof nothing {
    if (!this.unknown || this.recorded !== undefined) return nothing;
    return html`<p class="hint">
      ${
        round.method === 'score'
          ? msg(str`Scores of ${name} were recorded before and are not shown here; those you give now replace them.`, {
              id: 'people.recorded-scores',
            })
          : msg(str`A ballot of ${name} was recorded before and is not shown here; the one you give now replaces it.`, {
              id: 'people.recorded-before',
            })
      }
    </p>`;
  }

  /** The buttons at the foot, in both of its states. */
  private actions(guest: Member): TemplateResult {
    const { round } = this;
    const close = html`<button slot="actions" class="button close" type="button" @click=${this.close}>
      ${msg('Close', { id: 'dialog.close' })}
    </button>`;
    const cast = this.recorded !== undefined || this.unknown;
    if (round?.state !== 'open' || !cast || this.withdrawal === 'done') return close;
    if (this.withdrawal === 'no') {
      return html`<button
          slot="actions"
          class="button quiet withdraw"
          type="button"
          @click=${() => void this.turnTo('asked')}
        >
          ${msg('Take the ballot back…', { id: 'people.withdraw' })}
        </button>
        ${close}`;
    }
    return html`<p slot="actions" class="sure" id="sure">
        ${msg(str`The ballot of ${guest.name} leaves the round. It can be recorded anew while the round is open.`, {
          id: 'people.withdraw-sure',
        })}
      </p>
      <button
        slot="actions"
        class="button danger"
        type="button"
        aria-describedby="sure"
        @click=${() => this.withdraw(round, guest)}
      >
        ${msg('Take it back', { id: 'people.withdraw-yes' })}
      </button>
      <button slot="actions" class="button keep" type="button" @click=${() => void this.turnTo('no')}>
        ${msg('Keep it', { id: 'people.withdraw-no' })}
      </button>`;
  }

  private withdrawnWords({ name }: Member): string {
    return this.withdrawal === 'done'
      ? msg(str`The ballot of ${name} was taken back.`, { id: 'people.withdrawn' })
      : '';
  }

  private content(board: Board, guest: Member): TemplateResult {
    const { round } = this;
    if (round?.state !== 'open') {
      return html`<p role="status">
        ${msg('The round is closed: nothing more is recorded.', { id: 'people.round-closed' })}
      </p>`;
    }
    return html`
      ${this.recordedBefore(guest, round)}
      <palabre-round-ballot
        recording
        .board=${board}
        .round=${round}
        .mine=${this.recorded}
        .you=${{ role: 'voter', id: guest.id, name: guest.name }}
        @score-chosen=${this.scored}
        @ballot-chosen=${(event: CustomEvent<BoardEventMap['ballot-chosen']>) => this.record(event, event.detail.ballot)}
        @done-changed=${this.done}
        @target-selected=${this.nothing}
      ></palabre-round-ballot>
    `;
  }

  override render() {
    const { board, guest } = this;
    const shown = this.open && board !== undefined && guest !== undefined;
    return html`<palabre-dialog
      wide
      persistent
      .open=${shown}
      .heading=${shown ? msg(str`Ballot of ${guest.name}`, { id: 'people.ballot-of' }) : ''}
    >
      ${
        shown
          ? html`${this.banner(guest)}
              <p class="hint" role="status">${this.withdrawnWords(guest)}</p>
              ${this.content(board, guest)} ${this.actions(guest)}`
          : nothing
      }
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-record-dialog': PalabreRecordDialog;
  }
}
