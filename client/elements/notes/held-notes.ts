// One's own notes that a round holds back until its reveal: nobody else sees them, and they can still be changed.
import { localized, msg } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Board, openRound } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import type { HeldView } from '../../board-view.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { targetName } from '../targets.ts';
import './kind-choice.ts';
import './markdown.ts';
import { kindChip } from './note-kinds.ts';
import { noteStyles } from './note-styles.ts';

const styles = css`
  section {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-3);
    border: 1px dashed var(--control);
    border-radius: var(--radius-m);
    background: var(--sunk);
  }
  h3 {
    margin: 0;
    font: 600 var(--text-s) / 1.3 var(--font-text);
  }
  .under,
  .about {
    margin: 0;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
`;

@customElement('palabre-held-notes')
@localized()
export class PalabreHeldNotes extends LitElement {
  static override styles = [...controls, noteStyles, styles];

  @property({ attribute: false }) board!: Board;
  @property({ attribute: false }) held: readonly HeldView[] = [];
  /** Says with each note what it is about. */
  @property({ type: Boolean }) about = false;
  @state() private editing: string | undefined;

  private save(event: Event, { round, note, target, kind: before, text: old }: HeldView): void {
    event.preventDefault();
    const text = this.renderRoot.querySelector('textarea')?.value.trim() ?? '';
    const kind = this.renderRoot.querySelector('palabre-kind-choice')?.kind ?? before;
    if (text === '') return;
    this.editing = undefined;
    if (text !== old || kind !== before) emit(this, 'note-held', { round, note, target, kind, text });
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') this.editing = undefined;
  };

  private formTemplate(held: HeldView): TemplateResult {
    return html`<form @submit=${(event: Event) => this.save(event, held)} @keydown=${this.keyed}>
      <palabre-kind-choice .kind=${held.kind}></palabre-kind-choice>
      <textarea
        class="field"
        rows="4"
        maxlength=${BOUNDS.note}
        aria-label=${msg('Text of the note', { id: 'notes.text' })}
        .value=${held.text}
      ></textarea>
      <div class="form-foot">
        <button class="button small primary" type="submit">${msg('Save', { id: 'notes.save' })}</button>
        <button class="button small quiet" type="button" @click=${() => (this.editing = undefined)}>
          ${msg('Cancel', { id: 'notes.cancel' })}
        </button>
      </div>
    </form>`;
  }

  private noteTemplate(held: HeldView, open: boolean): TemplateResult {
    const { note, kind, text, target, waiting } = held;
    if (open && this.editing === note) return this.formTemplate(held);
    return html`<div>
      ${this.about ? html`<p class="about">${targetName(this.board, target)}</p>` : nothing}
      <div class="body">
        ${kindChip(kind)}<palabre-markdown .text=${text} .members=${this.board.members}></palabre-markdown>
      </div>
      <div class="acts">
        ${
          open
            ? html`<button class="act" type="button" @click=${() => (this.editing = note)}>
                  ${msg('Edit', { id: 'notes.edit' })}</button
                ><button class="act danger" type="button" @click=${() => emit(this, 'note-discarded', { note })}>
                  ${msg('Discard', { id: 'silent.discard' })}
                </button>`
            : nothing
        }
        ${waiting ? html`<span class="waits">${msg('waiting to be saved', { id: 'notes.waiting' })}</span>` : nothing}
      </div>
    </div>`;
  }

  override render() {
    if (this.held.length === 0) return nothing;
    const open = openRound(this.board)?.id;
    return html`<section aria-labelledby="heading">
      <div>
        <h3 id="heading">${msg('Held until the reveal', { id: 'silent.heading' })}</h3>
        <p class="under">${msg('Only you see this.', { id: 'silent.only-you' })}</p>
      </div>
      ${repeat(
        this.held,
        ({ note }) => note,
        (held) => this.noteTemplate(held, held.round === open),
      )}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-held-notes': PalabreHeldNotes;
  }
}
