// The history of a meeting: scrub through it as the room saw it, play it, jump, and see what changed between two moments.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board, Round, Target } from '../../../shared/board/board.ts';
import type { Event as BoardEvent } from '../../../shared/board/events.ts';
import type { You } from '../../../shared/protocol.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { phaseName } from '../board/phase-words.ts';
import '../matrix/matrix.ts';
import '../panel/cell-panel.ts';
import { verdictWords } from '../results/verdict-words.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import { targetName } from '../targets.ts';
import { changeWords, eventWords } from './event-words.ts';
import { historyStyles } from './history-styles.ts';
import { Meeting, changesBetween } from './meeting.ts';

/** How long a step stands while the meeting plays, in ms. */
const STEP = 900;
const WATCHER: You = { role: 'watcher' };

/** Fires `history-requested` where what is here is behind the board. */
@customElement('palabre-history-view')
@localized()
export class PalabreHistoryView extends LitElement {
  static override styles = [...controls, historyStyles];

  /** The public log; undefined while it is on its way, `failed` where it could not be fetched. */
  @property({ attribute: false }) events: readonly BoardEvent[] | 'failed' | undefined;
  /** The revision of the board now. */
  @property({ type: Number }) revision = 0;

  @state() private place = 0;
  @state() private from = 0;
  @state() private playing = false;
  @state() private target: Target | undefined;
  private meeting: Meeting | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.play(false);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('events') || !Array.isArray(this.events)) return;
    const before = this.meeting?.events.length;
    this.meeting = new Meeting(this.events);
    // Who stood at the end goes along; the first look is at now.
    if (before === undefined || this.place >= before - 1) this.place = this.events.length - 1;
  }

  /** Keeps the chapter of the moment in sight in its own list; the page itself stays where it is. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('place')) return;
    const list = this.renderRoot.querySelector<HTMLElement>('.chapters');
    const chapter = list?.querySelector<HTMLElement>('[aria-current="step"]');
    if (!list || !chapter) return;
    list.scrollTo({
      left: chapter.offsetLeft - (list.clientWidth - chapter.offsetWidth) / 2,
      top: chapter.offsetTop - (list.clientHeight - chapter.offsetHeight) / 2,
    });
  }

  private get last(): number {
    return (this.meeting?.events.length ?? 1) - 1;
  }

  private go(place: number): void {
    this.place = Math.min(this.last, Math.max(0, place));
  }

  private play(on: boolean): void {
    clearInterval(this.timer);
    this.playing = on;
    if (!on) return;
    if (this.place >= this.last) this.place = 0;
    this.timer = setInterval(() => {
      this.go(this.place + 1);
      if (this.place >= this.last) this.play(false);
    }, STEP);
  }

  private jump(place: number | undefined): void {
    this.play(false);
    if (place !== undefined) this.go(place);
  }

  private readonly scrubbed = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.jump(Number(event.target.value));
  };

  private readonly selected = (event: HTMLElementEventMap['target-selected']): void => {
    // What is selected then need not be there now.
    event.stopPropagation();
    this.target = event.detail.target;
  };

  private wordsAt(meeting: Meeting, place: number): string {
    const event = meeting.events[place];
    return event === undefined ? '' : eventWords(event, meeting.at(place));
  }

  private scrubberTemplate(meeting: Meeting): TemplateResult {
    const event = meeting.events[this.place];
    const { chapters } = meeting;
    const [step, steps] = [formatNumber(this.place + 1), formatNumber(this.last + 1)];
    const board = meeting.at(this.place);
    const who = board.members.get(event?.by ?? '')?.name;
    const what = this.wordsAt(meeting, this.place);
    return html`<div class="line scrubber">
        <button class="button primary" type="button" @click=${() => this.play(!this.playing)}>
          ${this.playing ? msg('Pause', { id: 'history.pause' }) : msg('Play', { id: 'history.play' })}
        </button>
        <button
          class="icon-button"
          type="button"
          aria-label=${msg('To the chapter before', { id: 'history.before' })}
          @click=${() => this.jump(chapters.findLast((place) => place < this.place))}
        >
          <span aria-hidden="true">⇤</span>
        </button>
        <input
          type="range"
          min="0"
          max=${this.last}
          .value=${String(this.place)}
          aria-label=${msg('Moment of the meeting', { id: 'history.moment' })}
          aria-valuetext=${`${step}/${steps}, ${what}`}
          @input=${this.scrubbed}
        />
        <button
          class="icon-button"
          type="button"
          aria-label=${msg('To the next chapter', { id: 'history.next' })}
          @click=${() => this.jump(chapters.find((place) => place > this.place))}
        >
          <span aria-hidden="true">⇥</span>
        </button>
      </div>
      <p class="line">
        <span class="chip accent">${phaseName(board.phase)}</span>
        <span class="what">${what}</span>
        <span class="quiet step">
          ${[...(who === undefined ? [] : [who]), formatDate(event?.at ?? '', true)].join(' · ')} ·
          ${msg(str`step ${step} of ${steps}`, { id: 'history.step' })}
        </span>
      </p>`;
  }

  private chaptersTemplate(meeting: Meeting): TemplateResult {
    const now = meeting.chapters.findLast((place) => place <= this.place);
    return html`<nav aria-label=${msg('Chapters', { id: 'history.chapters' })}>
      <ol class="chapters">
        ${meeting.chapters.map(
          (place) =>
            html`<li>
              <button
                class="button small"
                type="button"
                aria-current=${place === now ? 'step' : 'false'}
                @click=${() => this.jump(place)}
              >
                ${this.wordsAt(meeting, place)}
              </button>
            </li>`,
        )}
      </ol>
    </nav>`;
  }

  private roundTemplate(board: Board, round: Round | undefined): TemplateResult | typeof nothing {
    if (round === undefined) return nothing;
    const title = roundTitle(board.rounds.length);
    if (round.result !== undefined)
      return html`<p><strong>${title}</strong> · ${verdictWords(board, round.result)}</p>`;
    if (round.secrecy !== 'live') {
      return html`<p class="quiet">
        ${msg(str`${title}: not revealed yet at this moment.`, { id: 'history.hidden' })}
      </p>`;
    }
    return html`<p class="untold">
      ${msg(
        str`${title} was live: the room saw its totals move. They are not recorded over time, so they are shown from the reveal on.`,
        { id: 'history.live' },
      )}
    </p>`;
  }

  private changesTemplate(meeting: Meeting, board: Board): TemplateResult {
    const changes = changesBetween(meeting.at(Math.min(this.from, this.place)), board);
    const changed = (event: Event): void => {
      if (event.target instanceof HTMLSelectElement) this.from = Number(event.target.value);
    };
    return html`<section class="aside" aria-labelledby="changes">
      <h3 id="changes">${msg('What changed since', { id: 'history.changes' })}</h3>
      <select class="field" aria-labelledby="changes" @change=${changed}>
        ${meeting.chapters.map(
          (place) =>
            html`<option value=${place} ?selected=${place === this.from} ?disabled=${place > this.place}>
              ${this.wordsAt(meeting, place)}
            </option>`,
        )}
      </select>
      ${
        changes.length === 0
          ? html`<p class="quiet">${msg('Nothing that stayed.', { id: 'history.no-changes' })}</p>`
          : html`<ul class="changes" tabindex="0" aria-labelledby="changes">
              ${changes.map((change) => html`<li>${changeWords(change, board)}</li>`)}
            </ul>`
      }
    </section>`;
  }

  private thenTemplate(board: Board): TemplateResult {
    const round = board.rounds.at(-1);
    return html`<section class="then" aria-labelledby="then" @target-selected=${this.selected}>
      <h3 id="then">${board.title}</h3>
      ${this.roundTemplate(board, round)}
      <palabre-matrix
        .board=${board}
        .round=${round}
        .tally=${round?.tally}
        .result=${round?.result}
        .you=${WATCHER}
        .selected=${this.target}
        .plainKeys=${true}
      ></palabre-matrix>
    </section>`;
  }

  private notesTemplate(board: Board): TemplateResult {
    const about = targetName(board, this.target ?? { kind: 'board' });
    return html`<section
      aria-label=${msg(str`Notes at this moment: ${about}`, { id: 'history.notes' })}
      @target-selected=${this.selected}
    >
      <palabre-cell-panel
        .board=${board}
        .target=${this.target}
        .round=${board.rounds.at(-1)}
        .tally=${board.rounds.at(-1)?.tally}
        .you=${WATCHER}
        .now=${Date.parse(this.meeting?.events[this.place]?.at ?? '')}
      ></palabre-cell-panel>
    </section>`;
  }

  private waitingTemplate(): TemplateResult {
    return this.events === 'failed'
      ? html`<p role="alert">${msg('The history could not be fetched.', { id: 'history.failed' })}</p>
          ${this.fetchButton(msg('Try again', { id: 'history.again' }))}`
      : html`<p class="quiet" role="status">${msg('Fetching the history…', { id: 'history.fetching' })}</p>`;
  }

  private fetchButton(words: string): TemplateResult {
    const ask = (): unknown =>
      this.dispatchEvent(new CustomEvent('history-requested', { bubbles: true, composed: true }));
    return html`<div><button class="button" type="button" @click=${ask}>${words}</button></div>`;
  }

  override render() {
    const { meeting } = this;
    const heading = html`<h2>${msg('History', { id: 'history.heading' })}</h2>`;
    if (meeting === undefined || !Array.isArray(this.events)) {
      return html`<div class="page">${heading} ${this.waitingTemplate()}</div>`;
    }
    const board = meeting.at(this.place);
    const behind = (meeting.events.at(-1)?.revision ?? 0) < this.revision;
    return html`<div class="page">
      ${heading}
      ${behind ? this.fetchButton(msg('The meeting has gone on: show that too', { id: 'history.more' })) : nothing}
      ${this.scrubberTemplate(meeting)} ${this.chaptersTemplate(meeting)}
      <div class="columns">
        ${this.thenTemplate(board)}
        <div class="aside">${this.changesTemplate(meeting, board)} ${this.notesTemplate(board)}</div>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-history-view': PalabreHistoryView;
  }
  interface HTMLElementEventMap {
    'history-requested': CustomEvent<null>;
  }
}
