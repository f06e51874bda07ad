// What a facilitator has near at hand on the bar: where we are, the lock, the clock, the agenda, bringing everybody.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Board, Phase } from '../../../shared/board/board.ts';
import { formatDuration } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { type BoardEventMap, emit } from '../board-events.ts';
import { PHASES, phaseName } from '../board/phase-words.ts';
import { placeAbove } from '../board/place-below.ts';
import { runMenuStyles } from './run-menu-styles.ts';

const WIDTH = 340;
/** Minutes that a clock is often started with. */
const MINUTES = [2, 5, 10];

/** Fires `board-edited`, `timer-started`, `agenda-requested`, `bringing-requested` and `room-released`. */
@customElement('palabre-run-menu')
@localized()
export class PalabreRunMenu extends LitElement {
  static override styles = [...controls, runMenuStyles];

  @property({ attribute: false }) board: Board | undefined;
  @query('.toggle') private readonly toggle!: HTMLButtonElement;
  @query('.menu') private readonly menu!: HTMLElement;

  private readonly opening = (): void => placeAbove(this.toggle, this.menu, WIDTH);

  /** Does it, and lets the board be seen again. */
  private act<K extends keyof BoardEventMap>(name: K, detail: BoardEventMap[K]): void {
    this.menu.hidePopover();
    emit(this, name, detail);
  }

  private phase(phase: Phase, place: number, current: number): TemplateResult {
    const now = place === current;
    return html`<li class=${now ? 'now' : place < current ? 'past' : ''}>
      <button
        type="button"
        aria-current=${now ? 'step' : nothing}
        @click=${() => (now ? this.menu.hidePopover() : this.act('board-edited', { phase }))}
      >
        <span class="dot" aria-hidden="true"></span>${phaseName(phase)}
      </button>
    </li>`;
  }

  private phases(board: Board): TemplateResult {
    const current = PHASES.indexOf(board.phase);
    return html`<h3>${msg('Where we are', { id: 'board.phase' })}</h3>
      <ol>
        ${PHASES.map((phase, place) => this.phase(phase, place, current))}
      </ol>`;
  }

  private lock({ locked }: Board): TemplateResult {
    return html`<label class="check">
        <input
          type="checkbox"
          role="switch"
          aria-describedby="lock-hint"
          .checked=${locked}
          @change=${() => emit(this, 'board-edited', { locked: !locked })}
        />
        ${msg('Options and criteria are locked', { id: 'room.lock' })}
      </label>
      <p class="hint" id="lock-hint">
        ${msg('Nobody can change them until you unlock them. Votes and notes go on.', { id: 'board.lock-hint' })}
      </p>`;
  }

  private timer(): TemplateResult {
    return html`<h3>${msg('A timer for everyone', { id: 'room.timer' })}</h3>
      <div class="row">
        ${MINUTES.map((minutes) => {
          const time = formatDuration(minutes * 60);
          return html`<button
            class="button small"
            type="button"
            aria-label=${msg(str`Start a timer: ${time}`, { id: 'room.start-timer' })}
            @click=${() => this.act('timer-started', { seconds: minutes * 60 })}
          >
            ${time}
          </button>`;
        })}
        <button class="button small push" type="button" @click=${() => this.act('agenda-requested', {})}>
          ${msg('Agenda…', { id: 'room.agenda-open' })}
        </button>
      </div>`;
  }

  private leading({ led }: Board): TemplateResult {
    return html`<div class="row">
      <button class="button small" type="button" @click=${() => this.act('bringing-requested', {})}>
        ${msg('Bring everyone here', { id: 'room.bring-everyone' })}
      </button>
      ${
        led === undefined
          ? nothing
          : html`<button class="button small quiet" type="button" @click=${() => this.act('room-released', {})}>
              ${msg('Let everyone go', { id: 'room.let-everyone-go' })}
            </button>`
      }
    </div>`;
  }

  override render() {
    const { board } = this;
    if (board === undefined) return nothing;
    const label = msg('Run the meeting', { id: 'room.run' });
    return html`<button
        class="button on-bar toggle"
        type="button"
        popovertarget="menu"
        aria-haspopup="dialog"
        title=${label}
      >
        <span class="visually-hidden">${label}:</span> <span class="phase">${phaseName(board.phase)}</span>
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true"><path d="M1.5 6.5L5 3l3.5 3.5" /></svg>
      </button>
      <div class="menu" id="menu" popover role="dialog" aria-label=${label} @beforetoggle=${this.opening}>
        ${this.phases(board)} ${this.timer()}
        <h3>${msg('The room', { id: 'room.room' })}</h3>
        ${this.leading(board)} ${this.lock(board)}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-run-menu': PalabreRunMenu;
  }
}
