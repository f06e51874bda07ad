// All notes of a board: filtered by kind, option, criterion, state, author and words, and grouped.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, NoteKind, Target } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import {
  GROUPINGS,
  type Grouping,
  NOTE_LISTS,
  NO_FILTER,
  type NoteFilter,
  writeNoteFilter,
} from '../../note-filter.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import type { HeldView } from '../../board-view.ts';
import { InSteps } from '../in-steps.ts';
import './held-notes.ts';
import './note-composer.ts';
import { type NoteGroup, groupsOf } from './note-groups.ts';
import { NOTE_KINDS, kindChip, kindLabel, kindWord } from './note-kinds.ts';
import { listsTemplate } from './note-lists.ts';
import { type FacetCounts, type Reader, foundThreads, isListed } from './note-search.ts';
import './note-thread.ts';
import { type Thread, isShown, threadsOf } from './note-threads.ts';
import { silenceOf } from './silent-writing.ts';
import { notesViewStyles } from './notes-view-styles.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

const BOARD: Target = { kind: 'board' };

/** How many of these are notes; a removed one is shown to who may restore it, and not counted. */
const standing = (threads: readonly Thread[]): number =>
  threads.filter(({ note }) => note.removed === undefined).length;

@customElement('palabre-notes-view')
@localized()
export class PalabreNotesView extends LitElement {
  static override styles = [...controls, notesViewStyles];

  @property({ attribute: false }) board!: Board;
  @property({ attribute: false }) you: You | undefined;
  @property({ type: Number }) now = 0;
  @property({ attribute: false }) waitingNotes: ReadonlySet<string> = new Set();

  /** One's own notes that are held back until a reveal. */
  @property({ attribute: false }) held: readonly HeldView[] = [];

  /** The server's time of one's last visit, in ms; undefined on a first one. */
  @property({ attribute: false }) since: number | undefined;
  /** The note that a link led to. */
  @property({ attribute: false }) sought: string | undefined;

  /** What is to be seen; a change is sent up as `notes-filtered`, so that the address can say it. */
  @property({ attribute: false }) filter: NoteFilter = NO_FILTER;

  /** Whether signs alone do something. */
  @property({ type: Boolean }) plainKeys = false;

  /** On a narrow screen the choices open on request. */
  @state() private unfolded = false;

  private readonly steps = new InSteps(this, { first: 24, more: 40 });

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sought') || this.sought === undefined) return;
    this.filter = NO_FILTER;
  }

  constructor() {
    super();
    this.addController({
      hostConnected: () => document.addEventListener('keydown', this.pressed),
      hostDisconnected: () => document.removeEventListener('keydown', this.pressed),
    });
  }

  /** `/` goes to the search, but for who is typing. */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== '/' || this.plainKeys || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = 'input, textarea, select, [contenteditable], dialog';
    if (event.composedPath().some((node) => node instanceof Element && node.matches(typing))) return;
    const search = this.renderRoot.querySelector<HTMLElement>('.search');
    if (search === null) return;
    event.preventDefault();
    search.focus();
  };

  private change(changes: Partial<NoteFilter>): void {
    this.filter = { ...this.filter, ...changes };
    emit(this, 'notes-filtered', { filter: this.filter });
  }

  private toggle(label: string, key: 'unresolved' | 'mine', count: number): TemplateResult {
    const on = this.filter[key];
    return html`<button
      class="button small"
      type="button"
      aria-pressed=${on}
      @click=${() => this.change({ [key]: !on })}
    >
      ${label} <span class="count">${formatNumber(count)}</span>
    </button>`;
  }

  private kindButtons(counts: FacetCounts['kinds']): TemplateResult {
    return html`<div class="kinds" role="group" aria-label=${msg('Kind of note', { id: 'notes.kind' })}>
      ${NOTE_KINDS.map((kind) => {
        const on = this.filter.kind === kind;
        const count = counts.get(kind) ?? 0;
        return html`<button
          class="chip ${kind}"
          type="button"
          aria-pressed=${on}
          @click=${() => this.change({ kind: on ? undefined : kind })}
        >
          ${kindLabel(kind)} <span class="many">${formatNumber(count)}</span>
        </button>`;
      })}
    </div>`;
  }

  private choice(
    key: 'option' | 'criterion',
    label: string,
    all: string,
    things: readonly Named[],
    counts: ReadonlyMap<string, number>,
  ): TemplateResult {
    const changed = (event: Event): void => {
      if (event.target instanceof HTMLSelectElement) this.change({ [key]: event.target.value || undefined });
    };
    const chosen = this.filter[key];
    const offered = things.filter(({ id }) => counts.has(id) || id === chosen);
    return html`<select class="field" aria-label=${label} @change=${changed}>
      <option value="" ?selected=${chosen === undefined}>${all}</option>
      ${offered.map(
        ({ id, name }) =>
          html`<option value=${id} ?selected=${chosen === id}>${name} (${formatNumber(counts.get(id) ?? 0)})</option>`,
      )}
    </select>`;
  }

  private groupingChoice(): TemplateResult {
    const words: Readonly<Record<Grouping, () => string>> = {
      target: () => msg('by what they are about', { id: 'notes.by-target' }),
      kind: () => msg('by kind', { id: 'notes.by-kind' }),
      support: () => msg('by support', { id: 'notes.by-support' }),
    };
    const changed = (event: Event): void => {
      const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
      this.change({ by: GROUPINGS.find((one) => one === value) ?? 'target' });
    };
    return html`<select class="field" aria-label=${msg('Order', { id: 'notes.order' })} @change=${changed}>
      ${GROUPINGS.map((one) => html`<option value=${one} ?selected=${one === this.filter.by}>${words[one]()}</option>`)}
    </select>`;
  }

  private filtersTemplate(counts: FacetCounts): TemplateResult {
    const typed = (event: Event): void => {
      if (event.target instanceof HTMLInputElement) this.change({ text: event.target.value });
    };
    const chosen = writeNoteFilter({ ...this.filter, list: undefined, text: '' }).length;
    return html`<div class="filters" role="search" @keydown=${(event: Event) => event.stopPropagation()}>
      <input
        class="field search"
        type="search"
        placeholder=${msg('Search in the notes', { id: 'notes.search' })}
        aria-label=${msg('Search in the notes', { id: 'notes.search' })}
        .value=${this.filter.text}
        @input=${typed}
      />
      <button
        class="button small unfold"
        type="button"
        aria-expanded=${this.unfolded}
        @click=${() => (this.unfolded = !this.unfolded)}
      >
        ${msg('Choose', { id: 'notes.choose' })}
        ${chosen === 0 ? nothing : html`<span class="count">${formatNumber(chosen)}</span>`}
      </button>
      <div class=${this.unfolded ? 'choices' : 'choices folded'}>
        ${this.kindButtons(counts.kinds)}
        ${this.choice(
          'option',
          msg('Option', { id: 'notes.option' }),
          msg('all options', { id: 'notes.all-options' }),
          this.board.options,
          counts.options,
        )}
        ${this.choice(
          'criterion',
          msg('Criterion', { id: 'notes.criterion' }),
          msg('all criteria', { id: 'notes.all-criteria' }),
          this.board.criteria,
          counts.criteria,
        )}
        ${this.groupingChoice()}
        ${this.toggle(msg('Unresolved', { id: 'notes.unresolved' }), 'unresolved', counts.unresolved)}
        ${this.you?.id === undefined ? nothing : this.toggle(msg('Mine', { id: 'notes.mine' }), 'mine', counts.mine)}
        ${writeNoteFilter(this.filter).length === 0 ? nothing : this.afterFilter()}
      </div>
    </div>`;
  }

  private headingOf({ target, kind, name }: NoteGroup): TemplateResult {
    if (kind !== undefined) return html`<h3>${kindChip(kind)}</h3>`;
    if (target === undefined) return html`<h3>${name}</h3>`;
    return html`<h3>
      <button class="target" type="button" @click=${() => emit(this, 'target-selected', { target, open: true })}>
        ${name}
      </button>
    </h3>`;
  }

  /** The groups with the notes that are drawn so far; the one that a link leads to is among them. */
  private drawnOf(groups: readonly NoteGroup[]): readonly NoteGroup[] {
    const threads = groups.flatMap((group) => group.threads);
    const sought = threads.findIndex(({ note, replies }) => [note, ...replies].some(({ id }) => id === this.sought));
    const drawn = this.steps.of(
      threads.map(({ note }) => note.id),
      sought,
    );
    return groups
      .map((group) => ({ ...group, threads: group.threads.filter(({ note }) => drawn.has(note.id)) }))
      .filter((group) => group.threads.length > 0);
  }

  private groupTemplate(group: NoteGroup): TemplateResult {
    return html`<section>
      ${this.headingOf(group)}
      <div class="threads">
        ${repeat(
          group.threads,
          (thread) => thread.note.id,
          (thread) =>
            html`<div class="thread">
              ${group.showsTargets ? html`<p class="about">${group.targetOf(thread)}</p>` : nothing}
              <palabre-note-thread
                .board=${this.board}
                .thread=${thread}
                .you=${this.you}
                .now=${this.now}
                .waitingNotes=${this.waitingNotes}
                .since=${this.since}
                .sought=${this.sought}
              ></palabre-note-thread>
            </div>`,
        )}
      </div>
    </section>`;
  }

  /** Keyed, so that a note that stays in sight while one searches is not drawn anew. */
  private groupsTemplate(groups: readonly NoteGroup[]): unknown {
    return repeat(
      groups,
      ({ target, kind }) => (target === undefined ? (kind ?? '') : JSON.stringify(target)),
      (group) => this.groupTemplate(group),
    );
  }

  private emptyTemplate(all: number): TemplateResult {
    if (all > 0) {
      return html`<div class="empty">
        <p>${msg('No note has all of that.', { id: 'notes.no-match' })}</p>
        <button class="button small" type="button" @click=${this.showAll}>
          ${msg('Show all notes', { id: 'notes.show-all' })}
        </button>
      </div>`;
    }
    return html`<p class="empty">
      ${msg('No notes yet. Write what speaks for or against an option, ask, warn, or add a source.', {
        id: 'notes.none-yet',
      })}
    </p>`;
  }

  private readonly showAll = (): void => this.change(NO_FILTER);

  /** What is chosen can be taken back at once, and sent to somebody. */
  private afterFilter(): TemplateResult {
    const link = (): void => emit(this, 'link-requested', { view: 'notes', notes: this.filter });
    return html`<button class="button small quiet" type="button" @click=${link}>
        ${msg('Copy the link', { id: 'share.copy-link' })}
      </button>
      <button class="button small quiet" type="button" @click=${this.showAll}>
        ${msg('Show all', { id: 'notes.clear' })}
      </button>`;
  }

  private heldTemplate(): TemplateResult | typeof nothing {
    if (this.held.length === 0) return nothing;
    return html`<palabre-held-notes .board=${this.board} .held=${this.held} about></palabre-held-notes>`;
  }

  private lostTemplate(): TemplateResult | typeof nothing {
    if (this.sought === undefined) return nothing;
    const note = this.board.notes.get(this.sought);
    if (note !== undefined && note.removed === undefined) return nothing;
    return html`<p class="lost" role="status">
      ${msg('The note that the link leads to is no longer there.', { id: 'notes.lost' })}
    </p>`;
  }

  private countWords(shown: number, all: number): string {
    if (shown !== all) return msg(str`${shown} of ${all} notes`, { id: 'notes.some-of' });
    return plural(all, {
      one: () => msg(str`${all} note`, { id: 'notes.count-one' }),
      other: () => msg(str`${all} notes`, { id: 'notes.count-other' }),
    });
  }

  override render() {
    const { board, you, filter } = this;
    const all = threadsOf(board).filter((thread) => isShown(thread, you));
    const reader: Reader = { you, since: this.since };
    const lists = new Set(NOTE_LISTS.filter((list) => all.some((thread) => isListed(thread, list, reader))));
    const { threads: shown, counts } = foundThreads(board, all, filter, reader, [...lists]);
    const found = groupsOf(board, shown, filter.by, {
      kind: (kind: NoteKind) => kindWord(kind),
      board: msg('The board', { id: 'notes.the-board' }),
      support: msg('Most supported first', { id: 'notes.most-supported' }),
    });
    const groups = this.drawnOf(found);
    const writes = you !== undefined && you.role !== 'watcher';
    return html`<div class="head">
        <h2>${msg('Notes', { id: 'notes.heading' })}</h2>
        <span class="count" role="status">${this.countWords(standing(shown), standing(all))}</span>
      </div>
      ${this.lostTemplate()} ${listsTemplate(counts.lists, lists, filter.list, (list) => this.change({ list }))}
      ${all.length === 0 ? nothing : this.filtersTemplate(counts)}
      ${shown.length === 0 ? this.emptyTemplate(all.length) : this.groupsTemplate(groups)}
      ${
        writes
          ? html`<div class="compose">
              ${this.heldTemplate()}
              <palabre-note-composer
                .target=${BOARD}
                .name=${you.name ?? ''}
                .silence=${silenceOf(board)}
                .members=${board.members}
                .you=${you.id}
              ></palabre-note-composer>
            </div>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-notes-view': PalabreNotesView;
  }
}
