// A note with its replies, which open on request, and the place to answer.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, Note } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import type { Score } from '../../../shared/voting/ballots.ts';
import { controls } from '../../styles/controls.ts';
import { Printing } from '../printing.ts';
import './note-composer.ts';
import './note.ts';
import { changeOf } from './note-changes.ts';
import { noteStyles } from './note-styles.ts';
import { mayTend, type Thread } from './note-threads.ts';

const styles = css`
  .replies {
    display: grid;
    gap: var(--space-3);
    margin: var(--space-3) 0 0 13px;
    padding-inline-start: 21px;
    border-inline-start: 2px solid var(--hairline);
  }
  @media print {
    palabre-note-composer {
      display: none;
    }
  }
  .replies palabre-note-composer {
    margin-top: var(--space-1);
  }
`;

@customElement('palabre-note-thread')
@localized()
export class PalabreNoteThread extends LitElement {
  static override styles = [...controls, noteStyles, styles];

  @property({ attribute: false }) board!: Board;
  @property({ attribute: false }) thread!: Thread;
  @property({ attribute: false }) you: You | undefined;
  @property({ type: Number }) now = 0;
  @property({ attribute: false }) waitingNotes: ReadonlySet<string> = new Set();
  /** What members gave in the cell, where a named round was revealed. */
  @property({ attribute: false }) given: ReadonlyMap<string, Score> | undefined;
  /** The server's time of one's last visit, in ms; undefined on a first one. */
  @property({ attribute: false }) since: number | undefined;
  /** The note that a link led to. */
  @property({ attribute: false }) sought: string | undefined;
  @state() private open = false;
  private readonly printing = new Printing(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sought') || this.sought === undefined) return;
    if (this.thread.replies.some(({ id }) => id === this.sought)) this.open = true;
  }

  private noteTemplate(note: Note, acts: TemplateResult | typeof nothing): TemplateResult {
    return html`<palabre-note
      .note=${note}
      .members=${this.board.members}
      .unsigned=${note.by === undefined && note.at > this.board.createdAt}
      .author=${this.board.members.get(note.by ?? '')?.name ?? ''}
      .you=${this.you}
      .now=${this.now}
      .given=${this.given?.get(note.by ?? '')}
      .waiting=${this.waitingNotes.has(note.id)}
      .mark=${changeOf(note, this.since, this.you)}
      .sought=${note.id === this.sought}
      >${acts}</palabre-note
    >`;
  }

  private replyButton(count: number): TemplateResult | typeof nothing {
    const watching = this.you === undefined || this.you.role === 'watcher';
    if (watching && count === 0) return nothing;
    const label = watching
      ? msg(str`Replies · ${count}`, { id: 'notes.replies-count' })
      : count === 0
        ? msg('Reply', { id: 'notes.reply' })
        : msg(str`Reply · ${count}`, { id: 'notes.reply-count' });
    return html`<button
        slot="acts"
        class="act"
        type="button"
        aria-expanded=${this.open}
        @click=${() => (this.open = !this.open)}
      >
        ${label}</button
      >${this.newReplies()}`;
  }

  /** Replies that are folded away say that there is something new among them. */
  private newReplies(): TemplateResult | typeof nothing {
    const { thread, since, you } = this;
    if (this.open || !thread.replies.some((reply) => changeOf(reply, since, you) !== undefined)) return nothing;
    return html`<span slot="acts" class="chip accent">${msg('new replies', { id: 'notes.new-replies' })}</span>`;
  }

  private repliesTemplate(replies: readonly Note[]): TemplateResult {
    const { you, thread } = this;
    return html`<div class="replies">
      ${repeat(
        replies,
        (reply) => reply.id,
        (reply) => this.noteTemplate(reply, nothing),
      )}
      ${
        you === undefined || you.role === 'watcher'
          ? nothing
          : html`<palabre-note-composer
              .target=${thread.note.target}
              .parent=${thread.note.id}
              .name=${you.name ?? ''}
              .members=${this.board.members}
              .you=${you.id}
            ></palabre-note-composer>`
      }
    </div>`;
  }

  override render() {
    const { note, replies } = this.thread;
    const shown = replies.filter((reply) => reply.removed === undefined || mayTend(reply, this.you));
    const count = replies.filter((reply) => reply.removed === undefined).length;
    return html`${this.noteTemplate(note, this.replyButton(count))}
    ${this.open || (this.printing.on && shown.length > 0) ? this.repliesTemplate(shown) : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-note-thread': PalabreNoteThread;
  }
}
