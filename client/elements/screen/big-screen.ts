// The screen at the front of the room, and of thousands of watchers: large, calm, dark, never in the way.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardView } from '../../board-view.ts';
import type { Round } from '../../../shared/board/board.ts';
import { showCode } from '../../../shared/ids.ts';
import { formatClock } from '../../i18n/format.ts';
import { boardPath } from '../../route.ts';
import { controls } from '../../styles/controls.ts';
import { histogramStyles } from '../matrix/histogram.ts';
import { consentWords } from '../results/consent-words.ts';
import '../share/palabre-qr.ts';
import { screenStyles } from './big-screen-styles.ts';
import { PageTurner } from './page-turner.ts';
import './screen-bars.ts';
import { CELLS_A_PAGE, dividedRound, dividedTemplate, screenDividedStyles, screenDivisions } from './screen-divided.ts';
import { screenModeName } from './screen-mode-words.ts';
import { SCREEN_MODES, type ScreenMode, modeForNow, modeOfKey } from './screen-modes.ts';
import { NOTES_A_PAGE, notesTemplate, screenNotes, screenNotesStyles } from './screen-notes.ts';
import { NAMES_A_PAGE, doneNames, progressTemplate, screenProgressStyles } from './screen-progress.ts';
import { type Shown, hasLongNames, pagesOf, progressOf, shownOf, sublineOf } from './screen-rows.ts';
import { Stirring } from './stirring.ts';

/** Fires `screen-mode-chosen`. */
@customElement('palabre-big-screen')
@localized()
export class PalabreBigScreen extends LitElement {
  static override styles = [
    ...controls,
    histogramStyles,
    screenStyles,
    screenDividedStyles,
    screenNotesStyles,
    screenProgressStyles,
  ];

  @property({ attribute: false }) view: BoardView | undefined;
  /** The server's time, ms. */
  @property({ type: Number }) now = 0;
  @property({ type: Boolean }) showCode = false;
  /** Where the code and the QR code lead. */
  @property() joinUrl = '';
  /** What is to be shown; undefined: what the moment asks for. */
  @property({ attribute: false }) mode: ScreenMode | undefined;

  /** Digits and letters alone do nothing. */
  @property({ type: Boolean }) plainKeys = false;

  private readonly turner = new PageTurner(this);
  private readonly stirring = new Stirring(this);

  constructor() {
    super();
    this.addController({
      hostConnected: () => window.addEventListener('keydown', this.pressed),
      hostDisconnected: () => window.removeEventListener('keydown', this.pressed),
    });
  }

  private choose(mode: ScreenMode | undefined): void {
    this.mode = mode;
    this.turner.page = 0;
    this.dispatchEvent(new CustomEvent('screen-mode-chosen', { detail: { mode }, bubbles: true, composed: true }));
  }

  /** 1 to 4 choose, 0 leaves it to the board, F fills the screen. */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (this.plainKeys || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const mode = modeOfKey(event.key);
    if (mode !== undefined) this.choose(mode === 'auto' ? undefined : mode);
    else if (event.key.toLowerCase() === 'f') void this.toggleFullscreen();
    else return;
    event.preventDefault();
  };

  private async toggleFullscreen(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  }

  private clock(round: Round): TemplateResult | typeof nothing {
    if (round.state !== 'open' || round.closesAt === undefined) return nothing;
    const left = formatClock((Date.parse(round.closesAt) - this.now) / 1000);
    return html`<p class="clock" role="timer" aria-label=${msg('Time left', { id: 'screen.time-left' })}>${left}</p>`;
  }

  private join(view: BoardView, large: boolean): TemplateResult | typeof nothing {
    if (!this.showCode || view.board.entry === 'closed') return nothing;
    const code = showCode(view.board.code);
    const label = msg(str`QR code to join with ${code}`, { id: 'screen.qr' });
    return html`<div class=${large ? 'join large' : 'join'}>
      ${this.joinUrl === '' ? nothing : html`<palabre-qr .text=${this.joinUrl} .label=${label}></palabre-qr>`}
      <div>
        <p class="code">${code}</p>
        ${large ? html`<p class="url">${this.joinUrl.replace(/^https?:\/\//, '')}</p>` : nothing}
      </div>
    </div>`;
  }

  /** The page that stands now of so many things, so many a page. */
  private pageOf<T>(things: readonly T[], size: number): readonly T[] {
    this.turner.count(Math.ceil(things.length / size));
    return things.slice(this.turner.page * size, (this.turner.page + 1) * size);
  }

  private bars({ rows, result, tally }: Shown, round: Round): TemplateResult {
    const pages = pagesOf(rows);
    this.turner.count(pages.length);
    return html`
      ${
        'fingers' in tally
          ? html`<p class="verdict">${consentWords(result, tally.fingers, round.threshold)}</p>`
          : nothing
      }
      ${
        result.valid === false
          ? html`<p class="verdict">${msg('Below the quorum: not valid', { id: 'screen.invalid' })}</p>`
          : nothing
      }
      <palabre-screen-bars
        .rows=${pages[this.turner.page] ?? []}
        ?ranked=${!('fingers' in tally)}
        ?wordy=${hasLongNames(rows)}
      ></palabre-screen-bars>
    `;
  }

  private controls(leave: string): TemplateResult {
    const { paused, pages } = this.turner;
    return html`<nav
      class=${this.stirring.on ? 'controls shown' : 'controls'}
      aria-label=${msg('Screen', { id: 'screen.controls' })}
    >
      ${
        pages > 1
          ? html`<button class="button" type="button" @click=${() => this.turner.pause(!paused)}>
              ${paused ? msg('Turn pages', { id: 'screen.resume' }) : msg('Pause pages', { id: 'screen.pause' })}
            </button>`
          : nothing
      }
      ${this.modeButton(undefined, msg('By itself', { id: 'screen.mode-auto' }))}
      ${SCREEN_MODES.map((mode) => this.modeButton(mode, screenModeName(mode)))}
      <button class="button" type="button" @click=${() => void this.toggleFullscreen()}>
        ${msg('Full screen', { id: 'screen.fullscreen' })}
      </button>
      <a class="button" href=${leave}>${msg('Leave', { id: 'screen.leave' })}</a>
    </nav>`;
  }

  private modeButton(mode: ScreenMode | undefined, words: string): TemplateResult {
    return html`<button
      class="button"
      type="button"
      aria-pressed=${mode === this.mode}
      @click=${() => this.choose(mode)}
    >
      ${words}
    </button>`;
  }

  /** What waits or invites: large words at the left, the way in at the right. */
  private progress(view: BoardView, round: Round | undefined): TemplateResult {
    const progress = round && progressOf(round, view.rounds.get(round.id));
    const names = doneNames(view.board, round, progress);
    return html`<div class="middle">
      <div class="state">${progressTemplate(view.board, round, progress, this.pageOf(names, NAMES_A_PAGE))}</div>
      ${this.join(view, true)}
    </div>`;
  }

  private content(view: BoardView, mode: ScreenMode, round: Round | undefined): TemplateResult {
    const { board, rounds } = view;
    if (mode === 'notes') return notesTemplate(board, this.pageOf(screenNotes(board), NOTES_A_PAGE));
    if (mode === 'divided') {
      const divided = dividedRound(board);
      return dividedTemplate(board, divided, this.pageOf(screenDivisions(divided), CELLS_A_PAGE));
    }
    const shown = mode === 'results' && round ? shownOf(board, round, rounds.get(round.id)) : undefined;
    // Results that are not out yet are waited for as progress is.
    return shown !== undefined && round !== undefined ? this.bars(shown, round) : this.progress(view, round);
  }

  override render() {
    const { view } = this;
    if (view === undefined) return nothing;
    const { board } = view;
    const round = board.rounds.at(-1);
    const mode = this.mode ?? modeForNow(board);
    const content = this.content(view, mode, round);
    const inviting =
      mode === 'progress' || (mode === 'results' && !(round && shownOf(board, round, view.rounds.get(round.id))));
    const { page, pages } = this.turner;
    return html`
      <main class=${`${inviting ? 'waiting' : mode}${pages > 1 ? ' paged' : ''}`}>
        <header>
          <div class="heading">
            <h1>${board.title}</h1>
            <p class="subline">${sublineOf(view, round)}</p>
          </div>
          ${round === undefined ? nothing : this.clock(round)} ${inviting ? nothing : this.join(view, false)}
        </header>
        ${content}
        ${pages > 1 ? html`<p class="page">${msg(str`${page + 1} / ${pages}`, { id: 'screen.page' })}</p>` : nothing}
        ${
          view.connection.phase === 'live'
            ? nothing
            : html`<p class="away">${msg('Reconnecting…', { id: 'screen.away' })}</p>`
        }
      </main>
      ${this.controls(boardPath(board.id))}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-big-screen': PalabreBigScreen;
  }
  interface HTMLElementEventMap {
    'screen-mode-chosen': CustomEvent<{ readonly mode: ScreenMode | undefined }>;
  }
}
