// The history of a meeting: scrub through it as the room saw it, with live totals moving between events, play it, jump,
// and see what changed between two moments.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board, Round, Target } from '../../../shared/board/board.ts';
import type { Event as BoardEvent } from '../../../shared/board/events.ts';
import type { HistoryPoints } from '../../../shared/history-points.ts';
import type { You } from '../../../shared/protocol.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
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
import './live-totals.ts';
import { totalsWords } from './live-totals.ts';
import { Meeting, changesBetween } from './meeting.ts';
import { Playing, SPEEDS, type Speed } from './playing.ts';
import { Timeline } from './timeline.ts';

const WATCHER: You = { role: 'watcher' };

/** Fires `history-requested` where what is here is behind the board. */
@customElement('palabre-history-view')
@localized()
export class PalabreHistoryView extends LitElement {
  static override styles = [...controls, historyStyles];

  /** The public log; undefined while it is on its way, `failed` where it could not be fetched. */
  @property({ attribute: false }) events: readonly BoardEvent[] | 'failed' | undefined;
  /** The totals of live rounds over time. */
  @property({ attribute: false }) points: HistoryPoints = {};
  /** The revision of the board now. */
  @property({ type: Number }) revision = 0;

  /** The moment that is looked at, in the timeline. */
  @state() private moment = 0;
  /** The event since which changes are told. */
  @state() private from = 0;
  @state() private target: Target | undefined;
  private meeting: Meeting | undefined;
  private timeline = new Timeline([], {});
  private readonly playing = new Playing(this, {
    timeline: () => (this.meeting === undefined ? undefined : this.timeline),
    at: () => this.moment,
    go: (moment) => this.go(moment),
  });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('events') || !Array.isArray(this.events)) return;
    const atEnd = this.meeting === undefined || this.moment >= this.timeline.last;
    const { place } = this;
    this.meeting = new Meeting(this.events);
    this.timeline = new Timeline(this.events, this.points);
    // Who stood at the end goes along; the first look is at now.
    this.moment = atEnd ? this.timeline.last : this.timeline.of(place);
  }

  /** Keeps the chapter of the moment in sight in its own list; the page itself stays where it is. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('moment')) return;
    const list = this.renderRoot.querySelector<HTMLElement>('.chapters');
    const chapter = list?.querySelector<HTMLElement>('[aria-current="step"]');
    if (!list || !chapter) return;
    list.scrollTo({
      left: chapter.offsetLeft - (list.clientWidth - chapter.offsetWidth) / 2,
      top: chapter.offsetTop - (list.clientHeight - chapter.offsetHeight) / 2,
    });
  }

  /** The last event before the moment, or the moment itself. */
  private get place(): number {
    return this.timeline.placeOf(this.moment);
  }

  private go(moment: number): void {
    this.moment = Math.min(this.timeline.last, Math.max(0, moment));
  }

  /** To an event. */
  private jump(place: number | undefined): void {
    this.playing.stop();
    if (place !== undefined) this.go(this.timeline.of(place));
  }

  private readonly scrubbed = (event: Event): void => {
    this.playing.stop();
    if (event.target instanceof HTMLInputElement) this.go(Number(event.target.value));
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

  private speedTemplate(): TemplateResult {
    const changed = (event: Event): void => {
      if (event.target instanceof HTMLSelectElement) this.playing.setSpeed(Number(event.target.value) as Speed);
    };
    return html`<select class="field speed" aria-label=${msg('Speed', { id: 'history.speed' })} @change=${changed}>
      ${SPEEDS.map(
        (speed) =>
          html`<option value=${speed} ?selected=${speed === this.playing.speed}>${formatNumber(speed)} ×</option>`,
      )}
    </select>`;
  }

  /** What the moment shows, when it was, and whose doing it is. */
  private said(meeting: Meeting): { readonly what: string; readonly when: string; readonly who: string | undefined } {
    const event = meeting.events[this.place];
    const totals = this.timeline.moments[this.moment]?.totals;
    const board = meeting.at(this.place);
    return totals === undefined
      ? {
          what: this.wordsAt(meeting, this.place),
          when: event?.at ?? '',
          who: board.members.get(event?.by ?? '')?.name,
        }
      : { what: totalsWords(board, totals), when: totals.at, who: undefined };
  }

  private scrubberTemplate(meeting: Meeting): TemplateResult {
    const { chapters } = meeting;
    const [step, steps] = [formatNumber(this.moment + 1), formatNumber(this.timeline.last + 1)];
    const { what, when, who } = this.said(meeting);
    const later = chapters.find((place) => place > this.place);
    // Among the totals after a chapter, the chapter before is that one.
    const sooner = chapters.findLast((place) => this.timeline.of(place) < this.moment);
    return html`<div class="line scrubber">
        <button
          class="button primary"
          type="button"
          @click=${() => (this.playing.isOn ? this.playing.stop() : this.playing.start())}
        >
          ${this.playing.isOn ? msg('Pause', { id: 'history.pause' }) : msg('Play', { id: 'history.play' })}
        </button>
        ${this.speedTemplate()}
        <button
          class="icon-button"
          type="button"
          aria-label=${msg('To the chapter before', { id: 'history.before' })}
          @click=${() => this.jump(sooner)}
        >
          <span aria-hidden="true">⇤</span>
        </button>
        <input
          type="range"
          min="0"
          max=${this.timeline.last}
          .value=${String(this.moment)}
          aria-label=${msg('Moment of the meeting', { id: 'history.moment' })}
          aria-valuetext=${`${step}/${steps}, ${what}`}
          @input=${this.scrubbed}
        />
        <button
          class="icon-button"
          type="button"
          aria-label=${msg('To the next chapter', { id: 'history.next' })}
          @click=${() => this.jump(later)}
        >
          <span aria-hidden="true">⇥</span>
        </button>
      </div>
      <p class="line">
        <span class="chip accent">${phaseName(meeting.at(this.place).phase)}</span>
        <span class="what">${what}</span>
        <span class="quiet step">
          ${[...(who === undefined ? [] : [who]), formatDate(when, true)].join(' · ')} ·
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

  /** What the room could read of a round at the moment. */
  private tallyOf(round: Round): Tally | undefined {
    return round.tally ?? this.timeline.totals(this.moment, round.id)?.tally;
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
    const told = this.points[round.id] !== undefined;
    return told || round.state === 'open'
      ? html`<palabre-live-totals
          .board=${board}
          .round=${round}
          .totals=${this.timeline.totals(this.moment, round.id)}
        ></palabre-live-totals>`
      : html`<p class="untold">
          ${msg(str`${title} was live, and its totals over time were not kept: they are shown from the reveal on.`, {
            id: 'history.untold',
          })}
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
        .tally=${round && this.tallyOf(round)}
        .result=${round?.result}
        .you=${WATCHER}
        .selected=${this.target}
        .plainKeys=${true}
      ></palabre-matrix>
    </section>`;
  }

  private notesTemplate(board: Board): TemplateResult {
    const about = targetName(board, this.target ?? { kind: 'board' });
    const round = board.rounds.at(-1);
    return html`<section
      aria-label=${msg(str`Notes at this moment: ${about}`, { id: 'history.notes' })}
      @target-selected=${this.selected}
    >
      <palabre-cell-panel
        .board=${board}
        .target=${this.target}
        .round=${round}
        .tally=${round && this.tallyOf(round)}
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
