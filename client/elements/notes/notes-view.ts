// All notes of a board: filtered by kind, option, criterion, state, author and words, and grouped.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, NoteKind, Target } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import './note-composer.ts';
import { type Grouping, type NoteGroup, groupsOf } from './note-groups.ts';
import { hasChanges } from './note-changes.ts';
import { NOTE_KINDS, kindChip, kindLabel, kindWord } from './note-kinds.ts';
import { type NoteList, listsTemplate } from './note-lists.ts';
import './note-thread.ts';
import { NO_FILTER, type NoteFilter, type Thread, isShown, matches, threadsOf } from './note-threads.ts';
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

  /** The server's time of one's last visit, in ms; undefined on a first one. */
  @property({ attribute: false }) since: number | undefined;
  /** The note that a link led to. */
  @property({ attribute: false }) sought: string | undefined;

  @state() private list: NoteList | undefined;
  @state() private filter: NoteFilter = NO_FILTER;
  @state() private grouping: Grouping = 'target';

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sought') || this.sought === undefined) return;
    this.list = undefined;
    this.filter = NO_FILTER;
  }

  private change(changes: Partial<NoteFilter>): void {
    this.filter = { ...this.filter, ...changes };
  }

  private toggle(label: string, key: 'unresolved' | 'mine'): TemplateResult {
    const on = this.filter[key];
    return html`<button
      class="button small"
      type="button"
      aria-pressed=${on}
      @click=${() => this.change({ [key]: !on })}
    >
      ${label}
    </button>`;
  }

  private kindButtons(): TemplateResult {
    return html`<div class="kinds" role="group" aria-label=${msg('Kind of note', { id: 'notes.kind' })}>
      ${NOTE_KINDS.map((kind) => {
        const on = this.filter.kind === kind;
        return html`<button
          class="chip ${kind}"
          type="button"
          aria-pressed=${on}
          @click=${() => this.change({ kind: on ? undefined : kind })}
        >
          ${kindLabel(kind)}
        </button>`;
      })}
    </div>`;
  }

  private choice(key: 'option' | 'criterion', label: string, all: string, things: readonly Named[]): TemplateResult {
    const changed = (event: Event): void => {
      if (event.target instanceof HTMLSelectElement) this.change({ [key]: event.target.value || undefined });
    };
    return html`<select class="field" aria-label=${label} @change=${changed}>
      <option value="">${all}</option>
      ${things.map(({ id, name }) => html`<option value=${id} ?selected=${this.filter[key] === id}>${name}</option>`)}
    </select>`;
  }

  private groupingChoice(): TemplateResult {
    const words: Readonly<Record<Grouping, () => string>> = {
      target: () => msg('by what they are about', { id: 'notes.by-target' }),
      kind: () => msg('by kind', { id: 'notes.by-kind' }),
      support: () => msg('by support', { id: 'notes.by-support' }),
    };
    const groupings: readonly Grouping[] = ['target', 'kind', 'support'];
    const changed = (event: Event): void => {
      const value = event.target instanceof HTMLSelectElement ? event.target.value : '';
      this.grouping = groupings.find((one) => one === value) ?? 'target';
    };
    return html`<select class="field" aria-label=${msg('Order', { id: 'notes.order' })} @change=${changed}>
      ${groupings.map((one) => html`<option value=${one} ?selected=${one === this.grouping}>${words[one]()}</option>`)}
    </select>`;
  }

  private filtersTemplate(): TemplateResult {
    const typed = (event: Event): void => {
      if (event.target instanceof HTMLInputElement) this.change({ text: event.target.value });
    };
    return html`<div class="filters" role="search" @keydown=${(event: Event) => event.stopPropagation()}>
      <input
        class="field search"
        type="search"
        placeholder=${msg('Search in the notes', { id: 'notes.search' })}
        aria-label=${msg('Search in the notes', { id: 'notes.search' })}
        .value=${this.filter.text}
        @input=${typed}
      />
      ${this.kindButtons()}
      ${this.choice(
        'option',
        msg('Option', { id: 'notes.option' }),
        msg('all options', { id: 'notes.all-options' }),
        this.board.options,
      )}
      ${this.choice(
        'criterion',
        msg('Criterion', { id: 'notes.criterion' }),
        msg('all criteria', { id: 'notes.all-criteria' }),
        this.board.criteria,
      )}
      ${this.groupingChoice()} ${this.toggle(msg('Unresolved', { id: 'notes.unresolved' }), 'unresolved')}
      ${this.you?.id === undefined ? nothing : this.toggle(msg('Mine', { id: 'notes.mine' }), 'mine')}
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

  private emptyTemplate(all: number): TemplateResult {
    if (all > 0) {
      return html`<div class="empty">
        <p>${msg('No note has all of that.', { id: 'notes.no-match' })}</p>
        <button class="button small" type="button" @click=${() => this.showAll()}>
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

  private showAll(): void {
    this.list = undefined;
    this.filter = NO_FILTER;
  }

  private isListed(thread: Thread, list: NoteList | undefined): boolean {
    if (list === undefined) return true;
    if (list === 'changes') return hasChanges(thread, this.since, this.you);
    const { kind, resolved, removed } = thread.note;
    return kind === (list === 'questions' ? 'question' : 'risk') && resolved !== true && removed !== true;
  }

  private listsTemplate(all: readonly Thread[]): TemplateResult | typeof nothing {
    const count = (list: NoteList): number => all.filter((thread) => this.isListed(thread, list)).length;
    const counts = { questions: count('questions'), risks: count('risks'), changes: count('changes') };
    return listsTemplate(counts, this.list, (list) => (this.list = list));
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
    const listed = all.filter((thread) => this.isListed(thread, this.list));
    const shown = listed.filter((thread) => matches(board, thread, filter, you));
    const groups = groupsOf(board, shown, this.grouping, {
      kind: (kind: NoteKind) => kindWord(kind),
      board: msg('The board', { id: 'notes.the-board' }),
      support: msg('Most supported first', { id: 'notes.most-supported' }),
    });
    const writes = you !== undefined && you.role !== 'watcher';
    return html`<div class="head">
        <h2>${msg('Notes', { id: 'notes.heading' })}</h2>
        <span class="count" role="status">${this.countWords(standing(shown), standing(all))}</span>
      </div>
      ${this.lostTemplate()} ${this.listsTemplate(all)} ${all.length === 0 ? nothing : this.filtersTemplate()}
      ${shown.length === 0 ? this.emptyTemplate(all.length) : groups.map((group) => this.groupTemplate(group))}
      ${
        writes
          ? html`<div class="compose">
              <palabre-note-composer .target=${BOARD} .name=${you.name ?? ''}></palabre-note-composer>
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
