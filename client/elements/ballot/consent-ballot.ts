// The ballot of consent: 0 to 5 fingers on one proposal, with a reason below 3.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { MyBallot } from '../../board-view.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import type { You } from '../../../shared/protocol.ts';
import { CONCERN_BELOW } from '../../../shared/voting/consent.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { shutBecause } from './ballot-words.ts';
import { ballotFrame } from './general-ballot.ts';
import { generalStyles } from './general-ballot-styles.ts';

const WORDS: readonly (() => string)[] = [
  () => msg('I object', { id: 'ballot.fingers.0' }),
  () => msg('I have a serious concern', { id: 'ballot.fingers.1' }),
  () => msg('I have a reservation', { id: 'ballot.fingers.2' }),
  () => msg('I can live with it', { id: 'ballot.fingers.3' }),
  () => msg('It is good', { id: 'ballot.fingers.4' }),
  () => msg('I am all for it', { id: 'ballot.fingers.5' }),
];

@customElement('palabre-consent-ballot')
@localized()
export class PalabreConsentBallot extends LitElement {
  static override styles = [
    ...controls,
    generalStyles,
    css`
      blockquote {
        margin: var(--space-2) 0 var(--space-4);
        font: 700 var(--text-xl) / 1.3 var(--font-heading);
        overflow-wrap: anywhere;
      }
      fieldset {
        display: grid;
        gap: var(--space-2);
        min-width: 0;
        margin: 0 0 var(--space-4);
        padding: 0;
        border: 0;
      }
      label.finger {
        position: relative;
        display: flex;
        align-items: center;
        gap: var(--space-4);
        min-height: 48px;
        padding: 0 var(--space-4);
        border: 1px solid var(--control);
        border-radius: var(--radius-m);
        background: var(--surface);
        cursor: pointer;
      }
      label.finger:has(:checked) {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--accent-ink);
      }
      label.finger:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }
      label.finger input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        margin: 0;
        opacity: 0;
      }
      .finger b {
        width: 14px;
        text-align: center;
        font: 700 var(--text-xl) / 1 var(--font-heading);
      }
      .send {
        justify-self: start;
        min-height: var(--touch);
      }
      @media (forced-colors: active) {
        label.finger:has(:checked) {
          border: 3px solid Highlight;
        }
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You = { role: 'voter' };
  @state() private fingers: number | undefined;
  @state() private reason = '';
  @state() private reasonMissing = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const another = changed.has('round') && changed.get('round')?.id !== this.round?.id;
    if (another) {
      this.fingers = undefined;
      this.reason = '';
      this.reasonMissing = false;
    }
    const ballot = this.mine?.ballot;
    if (!changed.has('mine') || ballot === undefined || !('fingers' in ballot)) return;
    this.fingers = ballot.fingers;
    this.reason = ballot.reason ?? this.reason;
  }

  private get needsReason(): boolean {
    return this.fingers !== undefined && this.fingers < CONCERN_BELOW;
  }

  private show(fingers: number): void {
    this.fingers = fingers;
    this.reasonMissing = false;
    if (fingers >= CONCERN_BELOW) this.send();
  }

  private send(): void {
    if (this.fingers === undefined) return;
    const reason = this.reason.trim();
    this.reasonMissing = this.needsReason && reason === '';
    if (this.reasonMissing) {
      this.renderRoot.querySelector('textarea')?.focus();
      return;
    }
    const ballot = this.needsReason ? { fingers: this.fingers, reason } : { fingers: this.fingers };
    emit(this, 'ballot-chosen', { ballot });
  }

  private finger(fingers: number, shut: boolean) {
    return html`<label class="finger">
      <input
        type="radio"
        name="fingers"
        .checked=${live(this.fingers === fingers)}
        ?disabled=${shut}
        @change=${() => this.show(fingers)}
      />
      <b>${fingers}</b> <span>${WORDS[fingers]?.()}</span>
    </label>`;
  }

  private reasonField(shut: boolean) {
    if (!this.needsReason || shut) return nothing;
    const typed = (event: Event): void => {
      if (event.target instanceof HTMLTextAreaElement) this.reason = event.target.value;
    };
    return html`<div class="field">
      <label for="reason">${msg('What would have to change?', { id: 'ballot.reason' })}</label>
      <textarea
        id="reason"
        rows="3"
        maxlength=${BOUNDS.reason}
        required
        aria-invalid=${this.reasonMissing ? 'true' : 'false'}
        aria-describedby="reason-hint"
        .value=${live(this.reason)}
        @input=${typed}
      ></textarea>
      <p class=${this.reasonMissing ? 'error' : 'hint'} id="reason-hint">
        ${msg('Below 3 a reason is needed. It is published with the result.', { id: 'ballot.reason-hint' })}
      </p>
      <button class="button primary send" type="button" @click=${() => this.send()}>
        ${msg('Send', { id: 'ballot.send' })}
      </button>
    </div>`;
  }

  override render() {
    const { board, round, mine, you } = this;
    if (board === undefined || round === undefined) return nothing;
    const shut = shutBecause(round, you) !== undefined;
    return ballotFrame(
      { board, round, mine, you },
      {
        heading: msg('Do you consent?', { id: 'ballot.consent-title' }),
        lead: msg('Show 0 to 5 fingers.', { id: 'ballot.consent-lead' }),
        status: mine?.ballot === undefined ? msg('nothing sent yet', { id: 'ballot.unsent' }) : '',
        empty: mine?.ballot === undefined,
      },
      html`
        ${round.proposal === undefined ? nothing : html`<blockquote>${round.proposal}</blockquote>`}
        <fieldset>
          <legend class="visually-hidden">${msg('Fingers', { id: 'ballot.fingers' })}</legend>
          ${[5, 4, 3, 2, 1, 0].map((fingers) => this.finger(fingers, shut))}
        </fieldset>
        ${this.reasonField(shut)}
      `,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-consent-ballot': PalabreConsentBallot;
  }
}
