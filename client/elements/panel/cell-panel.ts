// The side panel of what is selected: a cell, an option, a criterion or the board, with its notes.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Board, type Round, type Target, criterionOf, optionOf } from '../../../shared/board/board.ts';
import { dayOf } from '../../../shared/time.ts';
import type { Presence, You } from '../../../shared/protocol.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import type { HeldView, MyBallot } from '../../board-view.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { noteCountWords } from '../matrix/cell-words.ts';
import { distributionWords, meanText, ownWords } from '../matrix/distribution-words.ts';
import { distributionOf } from '../matrix/distribution.ts';
import '../matrix/histogram.ts';
import { ownScore } from '../matrix/own-progress.ts';
import { notesOn } from '../notes/note-counts.ts';
import '../notes/held-notes.ts';
import '../notes/note-composer.ts';
import '../notes/note-thread.ts';
import { threadsOn } from '../notes/note-threads.ts';
import { silenceOf } from '../notes/silent-writing.ts';
import { optionColour, optionSwatch } from '../option-colour.ts';
import { writingWords } from '../people/writing-words.ts';
import { sameTarget, targetName } from '../targets.ts';
import { criterionTemplate, optionTemplate, scaleWords } from './about-template.ts';
import { cellPanelStyles } from './cell-panel-styles.ts';

const BOARD: Target = { kind: 'board' };

@customElement('palabre-cell-panel')
@localized()
export class PalabreCellPanel extends LitElement {
  static override styles = [...controls, optionSwatch, cellPanelStyles];

  @property({ attribute: false }) board!: Board;
  /** Undefined: the board itself. */
  @property({ attribute: false }) target: Target | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) tally: Tally | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You | undefined;
  /** Who is here, where the room is small enough for that, and what they are writing about. */
  @property({ attribute: false }) presence: ReadonlyMap<string, Presence> = new Map();
  @property({ attribute: false }) waitingNotes: ReadonlySet<string> = new Set();
  /** One's own notes that are held back until a reveal. */
  @property({ attribute: false }) held: readonly HeldView[] = [];
  /** What members gave in this cell, by member id, where a named round was revealed. */
  @property({ attribute: false }) given: ReadonlyMap<string, Score> | undefined;
  /** The server's time of one's last visit, in ms; undefined on a first one. */
  @property({ attribute: false }) since: number | undefined;
  /** The server's time, in ms. */
  @property({ type: Number }) now = 0;
  /** The facilitator may change options and criteria. */
  @property({ type: Boolean }) editable = false;

  private get at(): Target {
    return this.target ?? BOARD;
  }

  private get writes(): boolean {
    return this.you !== undefined && this.you.role !== 'watcher';
  }

  /** Counts of the selected cell, where they are public. */
  private get counts(): readonly number[] | undefined {
    const { target, tally } = this;
    if (target?.kind !== 'cell' || tally === undefined || !('cells' in tally)) return undefined;
    return tally.cells[target.option]?.[target.criterion];
  }

  private get own(): Score | undefined {
    const { target, round } = this;
    return target?.kind === 'cell' && round?.method === 'score'
      ? ownScore(this.mine, target.option, target.criterion)
      : undefined;
  }

  private underWords(): string {
    const { counts, at } = this;
    const notes = notesOn(this.board, at);
    const said = notes === 0 ? [] : [noteCountWords(notes)];
    if (at.kind === 'board') return [this.board.question, ...said].filter((text) => text !== '').join(' · ');
    if (at.kind !== 'cell') return said.join('');
    const criterion = criterionOf(this.board, at.criterion);
    const scale = criterion === undefined ? '' : scaleWords(criterion);
    const first = counts === undefined ? [scale] : [distributionWords(counts), ownWords(this.own)];
    return [...first, ...(counts === undefined ? said : [])].filter((text) => text !== '').join(' · ');
  }

  private headTemplate(): TemplateResult {
    const { at, board } = this;
    const index = 'option' in at ? board.options.findIndex(({ id }) => id === at.option) : -1;
    const colour = optionColour(Math.max(index, 0));
    return html`<header .style=${`--option: var(${colour.token})`}>
      <h2>
        ${index < 0 ? nothing : html`<span class=${colour.pattern ? 'swatch patterned' : 'swatch'}></span>`}
        <span>${targetName(board, at)}</span>
      </h2>
      <p class="under">${this.underWords()}</p>
      ${this.target === undefined ? nothing : html`${this.editTemplate()} ${this.linkTemplate()} ${this.closeTemplate()}`}
    </header>`;
  }

  private editTemplate(): TemplateResult | typeof nothing {
    const { at } = this;
    if (!this.editable || (at.kind !== 'option' && at.kind !== 'criterion')) return nothing;
    const label = msg(str`Edit ${targetName(this.board, at)}`, { id: 'matrix.edit' });
    return html`<button
      class="icon-button quiet edit"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => emit(this, 'editing-requested', { target: at })}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2.5 13.5l.8-3.3 7.6-7.6 2.5 2.5-7.6 7.6z" fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>
    </button>`;
  }

  private linkTemplate(): TemplateResult {
    const { target } = this;
    return html`<button
      class="icon-button quiet link"
      type="button"
      aria-label=${msg('Copy the link', { id: 'share.copy-link' })}
      @click=${() => target !== undefined && emit(this, 'link-requested', { view: 'matrix', target })}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M6.7 9.3a2.6 2.6 0 003.7 0l2.4-2.4a2.6 2.6 0 00-3.7-3.7l-.9.9M9.3 6.7a2.6 2.6 0 00-3.7 0L3.2 9.1a2.6 2.6 0 003.7 3.7l.9-.9"
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linecap="round"
        />
      </svg>
    </button>`;
  }

  private closeTemplate(): TemplateResult {
    return html`<button
      class="icon-button quiet close"
      type="button"
      aria-label=${msg('Close the panel', { id: 'notes.close-panel' })}
      @click=${() => emit(this, 'target-selected', { target: undefined })}
    >
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
      </svg>
    </button>`;
  }

  private drawnTemplate(): TemplateResult | typeof nothing {
    const { counts, at, own } = this;
    if (counts === undefined || at.kind !== 'cell') return nothing;
    const { mean } = distributionOf(counts);
    if (mean === null) return nothing;
    const criterion = criterionOf(this.board, at.criterion);
    const scale = criterion === undefined ? '' : scaleWords(criterion);
    return html`<div class="drawn">
        <palabre-histogram .counts=${counts} .own=${own} .label=${targetName(this.board, at)}></palabre-histogram>
        <span class="mean">${meanText(mean)}<small>${msg('mean', { id: 'notes.mean' })}</small></span>
      </div>
      ${scale === '' ? nothing : html`<p class="quiet-words">${scale}</p>`}`;
  }

  /** Who gave what, highest first: only a named round says so. */
  private givenTemplate(): TemplateResult | typeof nothing {
    const { given, at } = this;
    if (given === undefined || given.size === 0 || at.kind !== 'cell') return nothing;
    const scores = [5, 4, 3, 2, 1, 0, 'unknown'] as const;
    return html`<details class="who-gave">
      <summary>${msg('Who gave what', { id: 'notes.who-gave' })}</summary>
      <dl>
        ${scores.map((score) => {
          const members = [...given].flatMap(([id, other]) =>
            other === score ? [this.board.members.get(id)?.name ?? id] : [],
          );
          return members.length === 0
            ? nothing
            : html`<div>
                <dt>${score === 'unknown' ? msg('don’t know', { id: 'matrix.dont-know' }) : score}</dt>
                <dd>${members.join(', ')}</dd>
              </div>`;
        })}
      </dl>
    </details>`;
  }

  private aboutTemplate(): TemplateResult | typeof nothing {
    const { at, board } = this;
    if (at.kind === 'option') {
      const option = optionOf(board, at.option);
      return option === undefined
        ? nothing
        : optionTemplate(option, this.writes && !board.locked && !option.removed, dayOf(this.now));
    }
    if (at.kind === 'criterion') {
      const criterion = criterionOf(board, at.criterion);
      return criterion === undefined ? nothing : criterionTemplate(this, criterion, this.editable);
    }
    return html`${this.drawnTemplate()} ${this.givenTemplate()}`;
  }

  private threadsTemplate(): TemplateResult {
    const threads = threadsOn(this.board, this.at, this.you);
    if (threads.length === 0) {
      return html`<p class="quiet-words">${msg('No notes here yet.', { id: 'notes.none-here' })}</p>`;
    }
    return html`${repeat(
      threads,
      (thread) => thread.note.id,
      (thread) =>
        html`<palabre-note-thread
          .board=${this.board}
          .thread=${thread}
          .you=${this.you}
          .now=${this.now}
          .waitingNotes=${this.waitingNotes}
          .given=${this.given}
          .since=${this.since}
        ></palabre-note-thread>`,
    )}`;
  }

  private heldTemplate(): TemplateResult | typeof nothing {
    const held = this.held.filter(({ target }) => sameTarget(target, this.at));
    if (held.length === 0) return nothing;
    return html`<palabre-held-notes .board=${this.board} .held=${held}></palabre-held-notes>`;
  }

  private againTemplate(): TemplateResult | typeof nothing {
    if (this.you?.role !== 'facilitator') return nothing;
    return html`<div class="facilitating">
      <button class="button" type="button" @click=${() => emit(this, 'bringing-requested', { target: this.at })}>
        ${msg('Bring everyone here', { id: 'room.bring-everyone' })}
      </button>
      ${this.askAgain()}
    </div>`;
  }

  private askAgain(): TemplateResult | typeof nothing {
    const { at, round } = this;
    if (at.kind !== 'cell' || round?.state !== 'revealed') return nothing;
    const { option, criterion } = at;
    return html`<button
      class="button"
      type="button"
      @click=${() => emit(this, 'cell-asked-again', { option, criterion })}
    >
      ${msg('Ask again on this cell', { id: 'notes.ask-again' })}
    </button>`;
  }

  override render() {
    return html`<div class="frame">
      ${this.headTemplate()}
      <div class="scroll">
        ${this.aboutTemplate()} ${this.threadsTemplate()} ${this.heldTemplate()} ${this.againTemplate()}
      </div>
      ${
        this.writes
          ? html`<footer>
              <p class="writers" aria-live="off">
                ${writingWords(this.board.members, this.presence, this.you?.id, this.at)}
              </p>
              <palabre-note-composer
                .target=${this.at}
                .name=${this.you?.name ?? ''}
                .silence=${silenceOf(this.board)}
                .members=${this.board.members}
                .you=${this.you?.id}
              ></palabre-note-composer>
            </footer>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-cell-panel': PalabreCellPanel;
  }
}
