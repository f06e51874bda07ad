// The dark bar at the foot of a board: how far I am, how far the room is, the clock, and what the facilitator may do.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Board, type Progress, type Round, roundOf } from '../../../shared/board/board.ts';
import type { Here, Signals, You } from '../../../shared/protocol.ts';
import type { MyBallot } from '../../board-view.ts';
import { formatClock, formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { type BoardEventMap, emit } from '../board-events.ts';
import { moreWords } from '../room/more-words.ts';
import { type NextStep, isRevealable, nextStep } from '../room/next-step.ts';
import { roundTitle, secrecyName } from '../rounds/secrecy-words.ts';
import './export-menu.ts';
import { footBarStyles } from './foot-bar-styles.ts';
import { ownProgress } from './own-progress.ts';
import { ownSign } from './own-sign.ts';
import './progress-bar.ts';

const MINUTE = 60;
const NOTICE = 10;
/** From here on the round is said to be closing. Seconds. */
const SOON = 15;

/** `4F2A 9C01`: the first eight hex digits of the ballots' hash. */
export const fingerprint = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`.toUpperCase();

@customElement('palabre-foot-bar')
@localized()
export class PalabreFootBar extends LitElement {
  static override styles = [...controls, footBarStyles];

  @property({ attribute: false }) board!: Board;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) progress: Progress | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You | undefined;
  /** The server's time, in ms. */
  @property({ type: Number }) now = 0;
  /** The line is down: what is given is kept here until it is back. */
  @property({ type: Boolean }) offline = false;
  @property({ attribute: false }) here: Here | undefined;
  @property({ attribute: false }) signals: Signals | undefined;
  /** Whose hands are raised, in the order of raising, where that is known. */
  @property({ attribute: false }) raised: readonly string[] = [];
  @property({ attribute: false }) own: { readonly hand: boolean; readonly ready: boolean } | undefined;

  /** A ballot stands above, which says how far one is and has what one can do with it. */
  @property({ type: Boolean }) brief = false;

  /** Others see this screen: nothing is told of one's own ballot. */
  @property({ type: Boolean }) presenting = false;

  private get facilitates(): boolean {
    return this.you?.role === 'facilitator';
  }

  private get votes(): boolean {
    return this.you !== undefined && this.you.role !== 'watcher' && !this.presenting;
  }

  private button<K extends keyof BoardEventMap>(
    label: string,
    name: K,
    detail: BoardEventMap[K],
    look = '',
  ): TemplateResult {
    return html`<button class="button on-bar ${look}" type="button" @click=${() => emit(this, name, detail)}>
      ${label}
    </button>`;
  }

  private get next(): NextStep {
    return nextStep(this.board, this.round, this.progress ?? this.round?.progress);
  }

  /** Before the first round the meeting waits for people; later for ballots, or for the facilitator alone. */
  private get awaitsReadiness(): boolean {
    const { phase } = this.board;
    return this.round?.state !== 'open' && (phase === 'frame' || phase === 'discuss');
  }

  private openButton(): TemplateResult {
    const label = msg('Open a round…', { id: 'matrix.open-round' });
    if (this.next === 'open') return this.button(label, 'round-opening-requested', {}, 'primary');
    // Where room is scarce it is a sign: another step is asked for.
    return html`<button
      class="button on-bar sign"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => emit(this, 'round-opening-requested', {})}
    >
      <span class="word">${label}</span><span class="plus" aria-hidden="true">+</span>
    </button>`;
  }

  /** What brings the meeting on beside opening, closing and revealing a round. */
  private nextButton(): TemplateResult | typeof nothing {
    const { next } = this;
    if (next === 'discuss') {
      const label = msg('Open the discussion', { id: 'room.open-discussion' });
      return this.button(label, 'board-edited', { phase: 'discuss' }, 'primary');
    }
    if (next === 'decide') {
      return this.button(msg('Record the decision', { id: 'matrix.decide' }), 'decision-requested', {}, 'primary');
    }
    if (next !== 'download') return nothing;
    const label = msg('Download the record', { id: 'room.download-record' });
    return this.button(label, 'export-requested', { format: 'record' }, 'primary');
  }

  private runTemplate(): TemplateResult | typeof nothing {
    return this.facilitates ? html`<palabre-run-menu .board=${this.board}></palabre-run-menu>` : nothing;
  }

  private signalsTemplate(): TemplateResult | typeof nothing {
    if (!this.votes || this.brief || this.signals === undefined) return nothing;
    return html`<palabre-room-signals
      .own=${this.facilitates ? undefined : this.own}
      .asksReady=${this.awaitsReadiness}
      .facilitating=${this.facilitates}
      .signals=${this.signals}
      .here=${this.here}
      .raised=${this.raised}
      .members=${this.board.members}
    ></palabre-room-signals>`;
  }

  private wishesTemplate(left: number | undefined): TemplateResult | typeof nothing {
    const more = this.signals?.more ?? 0;
    if (!this.facilitates || left === undefined || more === 0 || this.board.timer !== undefined) return nothing;
    return html`<span class="detail wishes">${moreWords(more)}</span>`;
  }

  private nameOf(round: Round): string {
    return roundTitle(this.board.rounds.findIndex(({ id }) => id === round.id) + 1);
  }

  private savedTemplate(waiting: number): TemplateResult {
    if (waiting === 0) return html`${msg('saved', { id: 'matrix.saved' })}`;
    return html`<span class="waits"
      >${
        this.offline
          ? msg(str`kept here until the line is back (${waiting})`, { id: 'matrix.kept-offline' })
          : msg(str`waiting (${waiting})`, { id: 'matrix.waiting-count' })
      }</span
    >`;
  }

  private ownTemplate(round: Round): TemplateResult | typeof nothing {
    if (!this.votes || this.brief) return nothing;
    if (round.method !== 'score') {
      const waits = this.mine?.waiting.size ?? 0;
      return this.mine?.ballot === undefined
        ? html`<span class="detail">${msg('no ballot yet', { id: 'matrix.no-ballot' })}</span>`
        : html`<span class="detail">${this.savedTemplate(waits)}</span>`;
    }
    const { asked, given, waiting } = ownProgress(round, this.mine);
    const left = asked - given;
    return html`<span class="detail">
      ${msg(str`${given} of ${asked}`, { id: 'matrix.given-of-asked' })} ·
      ${left === 0 ? msg('all scored', { id: 'matrix.all-scored' }) : msg(str`${left} left`, { id: 'matrix.left' })}
      ${given > 0 || waiting > 0 ? html`· ${this.savedTemplate(waiting)}` : nothing}
    </span>`;
  }

  private ownButtons(round: Round): TemplateResult | typeof nothing {
    if (!this.votes || this.brief) return nothing;
    const { asked, given } = ownProgress(round, this.mine);
    const done = this.mine?.done ?? false;
    const label = done ? msg('Not done after all', { id: 'matrix.undone' }) : msg('I’m done', { id: 'matrix.done' });
    return html`<div class="acts own">
      ${
        round.method === 'score' && given < asked
          ? this.button(msg('Next unscored', { id: 'matrix.next-unscored' }), 'next-unscored-requested', {})
          : nothing
      }
      ${this.button(label, 'done-changed', { done: !done })}
    </div>`;
  }

  private roomTemplate(): TemplateResult | typeof nothing {
    const { progress } = this;
    if (progress === undefined) return nothing;
    const words = msg(str`${progress.done} of ${progress.eligible} done`, { id: 'matrix.done-of' });
    const short = `${formatNumber(progress.done)}/${formatNumber(progress.eligible)}`;
    return html`<span class="detail">${words}</span>
      <span class="short" title=${words} aria-hidden="true">✓ ${short}</span>
      <palabre-progress-bar .value=${progress.done} .max=${progress.eligible} .label=${words}></palabre-progress-bar>`;
  }

  private clockTemplate(left: number | undefined): TemplateResult | typeof nothing {
    if (left === undefined) return nothing;
    const soon = left <= SOON;
    return html`<span class=${soon ? 'clock soon' : 'clock'} role="timer" aria-live="off">${formatClock(left)}</span>
      <span class="visually-hidden" role="status"
        >${soon ? msg('The round is about to close.', { id: 'matrix.about-to-close' }) : ''}</span
      >`;
  }

  private closingButtons(round: Round, left: number | undefined): TemplateResult {
    const closing = left !== undefined && left <= SOON;
    if (closing) {
      return html`${this.button(msg('Close now', { id: 'matrix.close-now' }), 'round-closed', { round: round.id })}
      ${this.button(
        msg('Keep open', { id: 'matrix.keep-open' }),
        'round-extended',
        { round: round.id, seconds: MINUTE },
        'primary',
      )}`;
    }
    return html`${
      left === undefined
        ? nothing
        : this.button(msg('+1 min', { id: 'matrix.one-minute' }), 'round-extended', {
            round: round.id,
            seconds: MINUTE,
          })
    }
    ${this.button(
      msg(str`Close in ${NOTICE} s`, { id: 'matrix.close-in' }),
      'round-closed',
      { round: round.id, after: NOTICE },
      this.next === 'close' ? 'roomy' : 'primary',
    )}
    ${
      this.next === 'close'
        ? this.button(
            msg('Close the round', { id: 'room.close-round' }),
            'round-closed',
            { round: round.id },
            'primary',
          )
        : nothing
    }`;
  }

  /** While the round is about to close, keeping it open needs the room. */
  private ownSign(round: Round, left: number | undefined): TemplateResult | typeof nothing {
    if (!this.votes || this.brief || (left !== undefined && left <= SOON)) return nothing;
    return html`<div class="narrow">${ownSign(this, round, this.mine)}</div>`;
  }

  private openTemplate(round: Round): TemplateResult {
    const { closesAt } = round;
    const left = closesAt === undefined ? undefined : Math.max(0, (Date.parse(closesAt) - this.now) / 1000);
    return html`<div class="status">
        <span class="round">${this.nameOf(round)}</span>
        ${this.ownTemplate(round)}
      </div>
      ${this.ownButtons(round)} ${this.signalsTemplate()}
      <span class="space"></span>
      <div class="room">${this.roomTemplate()} ${this.clockTemplate(left)} ${this.wishesTemplate(left)}</div>
      ${
        this.facilitates
          ? html`<div class="acts">${this.ownSign(round, left)} ${this.closingButtons(round, left)}</div>`
          : nothing
      }`;
  }

  private ballotWords(count: number): string {
    return plural(count, {
      one: () => msg(str`${count} ballot`, { id: 'matrix.ballot-one' }),
      other: () => msg(str`${count} ballots`, { id: 'matrix.ballot-other' }),
    });
  }

  private closedTemplate(round: Round): TemplateResult {
    const cast = this.progress?.cast ?? round.progress?.cast ?? 0;
    const few = round.imported === undefined && !isRevealable(round, cast);
    const reveals = !few && round.imported === undefined;
    return html`<div class="status">
        <span class="round">${this.nameOf(round)} · ${msg('closed', { id: 'matrix.closed' })}</span>
        <span class="detail">
          ${this.ballotWords(cast)} ·
          ${
            few
              ? msg('an anonymous round is revealed from three ballots on', { id: 'matrix.too-few' })
              : msg('waiting for the reveal', { id: 'matrix.waiting-reveal' })
          }
        </span>
      </div>
      ${this.signalsTemplate()}
      <span class="space"></span>
      ${
        this.facilitates
          ? html`<div class="acts">
              ${this.openButton()}
              ${
                reveals
                  ? this.button(
                      msg('Reveal', { id: 'matrix.reveal' }),
                      'round-revealed',
                      { round: round.id },
                      'primary',
                    )
                  : nothing
              }
            </div>`
          : nothing
      }`;
  }

  private revealedTemplate(round: Round): TemplateResult {
    const counted = round.result?.ballots ?? 0;
    const eligible = this.progress?.eligible ?? round.progress?.eligible ?? counted;
    const hash = round.ballotsHash;
    const next = this.facilitates ? this.nextButton() : nothing;
    return html`<div class="status">
        <span class="round">${this.nameOf(round)} · ${msg('revealed', { id: 'matrix.revealed' })}</span>
        <span class="detail">
          ${secrecyName(round.secrecy)} · ${msg(str`${counted} of ${eligible} ballots`, { id: 'matrix.ballots-of' })}
          ${
            hash === undefined
              ? nothing
              : html`<span class="fingerprint"
                  >· ${msg(str`fingerprint ${fingerprint(hash)}`, { id: 'matrix.fingerprint' })}</span
                >`
          }
        </span>
      </div>
      ${this.signalsTemplate()}
      <span class="space"></span>
      ${this.facilitates ? html`<div class="acts">${this.openButton()}</div>` : nothing}
      ${this.button(msg('Show on the big screen', { id: 'matrix.big-screen' }), 'big-screen-requested', {}, 'roomy')}
      <palabre-export-menu></palabre-export-menu>
      ${next === nothing ? nothing : html`<div class="acts">${next}</div>`}`;
  }

  private idleTemplate(): TemplateResult {
    return html`<div class="status">
        <span class="round">${msg('No round yet', { id: 'matrix.no-round' })}</span>
        <span class=${this.facilitates ? 'detail roomy' : 'detail'}>
          ${
            this.facilitates
              ? msg('Open one when the options and criteria are ready.', { id: 'matrix.no-round-hint' })
              : msg('You can read and write notes meanwhile.', { id: 'matrix.no-round-wait' })
          }
        </span>
      </div>
      ${this.signalsTemplate()}
      <span class="space"></span>
      ${this.facilitates ? html`<div class="acts">${this.openButton()} ${this.nextButton()}</div>` : nothing}`;
  }

  private content(): TemplateResult {
    const { round } = this;
    if (round === undefined || roundOf(this.board, round.id) === undefined) return this.idleTemplate();
    if (round.state === 'open') return this.openTemplate(round);
    return round.state === 'closed' ? this.closedTemplate(round) : this.revealedTemplate(round);
  }

  override render() {
    return html`<section
      class=${`bar${this.facilitates ? ' leading' : ''}${this.brief ? ' brief' : ''}`}
      aria-label=${msg('Round', { id: 'matrix.round' })}
    >
      ${this.runTemplate()} ${this.content()}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-foot-bar': PalabreFootBar;
  }
}
