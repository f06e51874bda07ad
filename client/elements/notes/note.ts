// One note: who wrote it, its kind and text, support, and what may be done with it.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Note, Redaction } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import type { You } from '../../../shared/protocol.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import { formatAgo, formatDate } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { avatarStyles, avatarTemplate } from './avatar.ts';
import './kind-choice.ts';
import { keepInSight } from './keep-in-sight.ts';
import './markdown.ts';
import type { ChangeMark } from './note-changes.ts';
import { MentionPicker, mentionStyles } from './mention-picker.ts';
import type { Members } from './mention-typing.ts';
import { kindChip } from './note-kinds.ts';
import { noteStyles } from './note-styles.ts';
import { isAuthor, mayTend } from './note-threads.ts';
import { redactedStyles, redactedTemplate } from './redacted-template.ts';
import { sourceStyles, sourcesTemplate } from './source-links.ts';
import { isBareLink, sourcesOf } from './sources.ts';

/** The slot `acts` takes further buttons beside "support", such as the thread's "Reply". */
@customElement('palabre-note')
@localized()
export class PalabreNote extends LitElement {
  static override styles = [...controls, avatarStyles, noteStyles, mentionStyles, sourceStyles, redactedStyles];

  @property({ attribute: false }) note!: Note;
  /** The author's name; empty where there is none. */
  @property() author = '';
  /** It was written silently in a round that published unsigned; else a note without an author came with the board. */
  @property({ type: Boolean }) unsigned = false;
  /** Who can be mentioned, by id. */
  @property({ attribute: false }) members: Members = new Map();
  @property({ attribute: false }) you: You | undefined;
  /** The server's time, in ms. */
  @property({ type: Number }) now = 0;
  /** What the author gave in the cell, where a named round was revealed. */
  @property({ attribute: false }) given: Score | undefined;
  /** Not acknowledged yet. */
  @property({ type: Boolean }) waiting = false;

  /** New or changed since one's last visit. */
  @property({ attribute: false }) mark: ChangeMark | undefined;
  /** A link led to this note: it takes the focus. */
  @property({ type: Boolean, reflect: true }) sought = false;

  @state() private editing = false;
  @state() private more = false;

  private typedText = '';
  private readonly picker = new MentionPicker(this, {
    area: () => this.renderRoot.querySelector('textarea'),
    members: () => this.members,
    you: () => this.you?.id,
  });

  private lookAway: (() => void) | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('sought')) return;
    this.lookAway?.();
    const article = this.sought ? this.renderRoot.querySelector<HTMLElement>('article') : null;
    article?.focus();
    this.lookAway = article === null ? undefined : keepInSight(article);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.lookAway?.();
  }

  private get mayWrite(): boolean {
    return this.you !== undefined && this.you.role !== 'watcher';
  }

  private whenTemplate(): TemplateResult {
    const { note, given } = this;
    const edited = note.editedAt === undefined ? '' : ` · ${msg('edited', { id: 'notes.edited' })}`;
    if (given !== undefined) {
      const said =
        given === 'unknown'
          ? msg('does not know', { id: 'notes.gave-unknown' })
          : msg(str`gave ${given}`, { id: 'notes.gave' });
      return html`<span class="when">${said}${edited}</span>`;
    }
    return html`<time class="when" datetime=${note.at} title=${formatDate(note.at, true)}
      >${formatAgo(note.at, this.now)}${edited}</time
    >`;
  }

  private headTemplate(): TemplateResult {
    const nobody = this.unsigned
      ? msg('Unsigned', { id: 'silent.nobody' })
      : msg('With the board', { id: 'notes.with-the-board' });
    const name = this.author === '' ? nobody : this.author;
    return html`<header>
      <span class="author">${name}</span>
      ${this.whenTemplate()} ${this.markTemplate()}
      ${
        this.note.resolved === true
          ? html`<span class="chip accent">✓ ${msg('resolved', { id: 'notes.resolved' })}</span>`
          : nothing
      }
    </header>`;
  }

  private markTemplate(): TemplateResult | typeof nothing {
    if (this.mark === undefined) return nothing;
    return html`<span class="chip accent"
      >${this.mark === 'new' ? msg('new', { id: 'notes.new' }) : msg('changed', { id: 'notes.changed' })}</span
    >`;
  }

  private supportTemplate(): TemplateResult | typeof nothing {
    const { note, you } = this;
    const count = note.support.length;
    if (!this.mayWrite) {
      return count === 0
        ? nothing
        : html`<span class="act" role="img" aria-label=${msg(str`Support: ${count}`, { id: 'notes.support-count' })}
            >▲ ${count}</span
          >`;
    }
    const on = you?.id !== undefined && note.support.includes(you.id);
    return html`<button
      class=${count === 0 ? 'act support none' : 'act support'}
      type="button"
      aria-pressed=${on}
      aria-label=${msg(str`Support: ${count}`, { id: 'notes.support-count' })}
      @click=${() => emit(this, 'note-supported', { note: note.id, on: !on })}
    >
      ▲ ${count}
    </button>`;
  }

  private act(label: string, run: () => void, look = ''): TemplateResult {
    return html`<button class="act ${look}" type="button" @click=${run}>${label}</button>`;
  }

  /** Anybody may copy the link; what changes a note is for who may tend it. */
  private moreTemplate(): TemplateResult {
    const { note, you } = this;
    const tends = this.mayWrite && mayTend(note, you);
    const link = (): void => emit(this, 'link-requested', { note: note.id });
    return html`<button
        class="act"
        type="button"
        aria-expanded=${this.more}
        aria-label=${msg('More', { id: 'notes.more' })}
        @click=${() => (this.more = !this.more)}
      >
        ⋯
      </button>
      ${
        this.more
          ? html`${this.act(msg('Copy the link', { id: 'share.copy-link' }), link)}
            ${
              you?.role === 'facilitator'
                ? this.act(msg('Bring everyone here', { id: 'room.bring-everyone' }), () =>
                    emit(this, 'bringing-requested', { note: note.id }),
                  )
                : nothing
            }
            ${tends ? this.tendTemplate() : nothing}`
          : nothing
      }`;
  }

  private tendTemplate(): TemplateResult {
    const { note, you } = this;
    const resolved = note.resolved === true;
    const said = note.redacted === undefined;
    return html`${said && isAuthor(note, you) ? this.act(msg('Edit', { id: 'notes.edit' }), this.edit) : nothing}
    ${this.act(resolved ? msg('Reopen', { id: 'notes.reopen' }) : msg('Resolve', { id: 'notes.resolve' }), () =>
      emit(this, 'note-resolved', { note: note.id, on: !resolved }),
    )}
    ${this.act(msg('Remove', { id: 'notes.remove' }), () => emit(this, 'note-removed', { note: note.id }), 'danger')}
    ${
      said
        ? this.act(
            msg('Redact…', { id: 'redact.menu' }),
            () => emit(this, 'redaction-requested', { note: note.id }),
            'danger',
          )
        : nothing
    }`;
  }

  private readonly edit = (): void => {
    this.typedText = this.picker.open(this.note.text);
    this.editing = true;
  };

  private readonly saved = (event: Event): void => {
    event.preventDefault();
    const text = this.picker.close(this.renderRoot.querySelector('textarea')?.value.trim() ?? '');
    const kind = this.renderRoot.querySelector('palabre-kind-choice')?.kind ?? this.note.kind;
    if (text === '') return;
    this.editing = false;
    this.more = false;
    if (text === this.note.text && kind === this.note.kind) return;
    emit(this, 'note-edited', { note: this.note.id, text, ...(kind !== this.note.kind && { kind }) });
  };

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.editing = false;
  };

  /** Takes what the list of members leaves, so that Escape shuts that first. */
  private readonly typing = (event: KeyboardEvent): unknown => this.picker.keyed(event);

  private formTemplate(): TemplateResult {
    return html`<form @submit=${this.saved} @keydown=${this.keyed}>
      <palabre-kind-choice .kind=${this.note.kind}></palabre-kind-choice>
      <textarea
        class="field"
        rows="4"
        maxlength=${BOUNDS.note}
        aria-label=${msg('Text of the note', { id: 'notes.text' })}
        aria-autocomplete="list"
        aria-controls="members"
        aria-activedescendant=${this.picker.active ?? nothing}
        .value=${this.typedText}
        @input=${this.picker.typed}
        @keydown=${this.typing}
        @blur=${this.picker.shut}
      ></textarea>
      ${this.picker.render()}
      <div class="form-foot">
        <button class="button small primary" type="submit">${msg('Save', { id: 'notes.save' })}</button>
        <button class="button small quiet" type="button" @click=${() => (this.editing = false)}>
          ${msg('Cancel', { id: 'notes.cancel' })}
        </button>
      </div>
    </form>`;
  }

  private bodyTemplate(): TemplateResult {
    const { note } = this;
    if (note.redacted !== undefined) return this.redactedBody(note.redacted);
    const sources = note.kind === 'evidence' ? sourcesOf(note.text) : [];
    return html`<div class="body">
        ${kindChip(note.kind)}${
          sources.length > 0 && isBareLink(note.text)
            ? nothing
            : html`<palabre-markdown
                .text=${note.text}
                .members=${this.members}
                .you=${this.you?.id}
              ></palabre-markdown>`
        }
        ${sourcesTemplate(sources)}
      </div>
      ${this.actsTemplate(this.supportTemplate())}`;
  }

  private actsTemplate(first: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="acts">
      ${first}<slot name="acts"></slot>${this.moreTemplate()}
      ${this.waiting ? html`<span class="waits">${msg('waiting to be saved', { id: 'notes.waiting' })}</span>` : nothing}
    </div>`;
  }

  private redactedBody(redaction: Redaction): TemplateResult {
    const by = this.members.get(redaction.by ?? '')?.name ?? '';
    return html`${redactedTemplate(redaction, by)} ${this.actsTemplate(nothing)}`;
  }

  private goneTemplate(): TemplateResult {
    const { note, you } = this;
    return html`<div class="body gone">${msg('This note was removed.', { id: 'notes.gone' })}</div>
      ${
        this.mayWrite && mayTend(note, you)
          ? html`<div class="acts">
              ${this.act(msg('Restore', { id: 'notes.restore' }), () => emit(this, 'note-restored', { note: note.id }))}
            </div>`
          : nothing
      }`;
  }

  private contentTemplate(): TemplateResult {
    if (this.note.removed === true) return this.goneTemplate();
    return this.editing ? this.formTemplate() : this.bodyTemplate();
  }

  override render() {
    return html`<article
      class=${this.note.resolved === true ? 'resolved' : ''}
      tabindex=${this.sought ? '-1' : nothing}
    >
      ${this.author === '' ? avatarTemplate('·', undefined) : avatarTemplate(this.author, this.note.by)}
      <div>${this.headTemplate()} ${this.contentTemplate()}</div>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-note': PalabreNote;
  }
}
