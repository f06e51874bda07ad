// Where a note is written: its kind, its text, and what it will hang on. Drafts are kept per target. In a round that
// holds notes back it is written silently, unless one chooses the plain way.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { NoteKind, Target } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import './kind-choice.ts';
import { MentionPicker, mentionStyles } from './mention-picker.ts';
import type { Members } from './mention-typing.ts';
import { type Silence, silentStyles, silentSwitch } from './silent-writing.ts';

const styles = css`
  :host {
    display: block;
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  form {
    display: grid;
    gap: 9px;
  }
  .line {
    display: flex;
    align-items: end;
    gap: var(--space-2);
  }
  textarea.field {
    flex: 1 1 auto;
    max-height: 40dvh;
    resize: none;
    field-sizing: content;
  }
`;

const keyOf = (target: Target, parent: string | undefined): string =>
  parent ??
  [target.kind, 'option' in target ? target.option : '', 'criterion' in target ? target.criterion : ''].join(' ');

const placeholders: Readonly<Record<Target['kind'], () => string>> = {
  board: () => msg('Add a note on the board', { id: 'notes.add-board' }),
  option: () => msg('Add a note on this option', { id: 'notes.add-option' }),
  criterion: () => msg('Add a note on this criterion', { id: 'notes.add-criterion' }),
  cell: () => msg('Add a note on this cell', { id: 'notes.add-cell' }),
};

@customElement('palabre-note-composer')
@localized()
export class PalabreNoteComposer extends LitElement {
  static override styles = [...controls, styles, mentionStyles, silentStyles];

  @property({ attribute: false }) target: Target = { kind: 'board' };
  /** The note that is answered. */
  @property({ attribute: false }) parent: string | undefined;
  /** The name that the note will be signed with. */
  @property() name = '';
  /** Who can be mentioned, by id. */
  @property({ attribute: false }) members: Members = new Map();
  /** The id of who writes. */
  @property({ attribute: false }) you: string | undefined;

  /** The open round, where it holds notes back. */
  @property({ attribute: false }) silence: Silence | undefined;

  /** The plain way was chosen in this round. */
  @state() private plainIn: string | undefined;
  @state() private kind: NoteKind = 'note';
  @state() private text = '';
  @query('textarea') private readonly area!: HTMLTextAreaElement;

  private readonly drafts = new Map<string, string>();
  private key = keyOf(this.target, undefined);
  private saysWriting = false;
  private readonly picker = new MentionPicker(this, {
    area: () => this.renderRoot.querySelector('textarea'),
    members: () => this.members,
    you: () => this.you,
  });

  override focus(): void {
    this.area.focus();
  }

  protected override willUpdate(): void {
    const key = keyOf(this.target, this.parent);
    if (key === this.key) return;
    this.drafts.set(this.key, this.text);
    this.key = key;
    this.text = this.drafts.get(key) ?? '';
    this.sayWriting(false);
  }

  /** The round that holds the next note back. A reply is an answer to what is seen, so it is seen as well. */
  private get silently(): Silence | undefined {
    const { silence, parent, plainIn } = this;
    return parent === undefined && silence?.round !== plainIn ? silence : undefined;
  }

  /** Of who writes silently nobody learns even that they write. */
  private sayWriting(typing: boolean): void {
    const writing = typing && this.silently === undefined;
    if (writing === this.saysWriting) return;
    this.saysWriting = writing;
    emit(this, 'writing-changed', { target: writing ? this.target : null });
  }

  private readonly typed = (): void => {
    this.text = this.area.value;
    this.picker.typed();
    this.sayWriting(this.text.trim() !== '');
  };

  private readonly left = (): void => {
    this.picker.shut();
    this.sayWriting(false);
  };

  private readonly send = (event: Event): void => {
    event.preventDefault();
    const text = this.picker.close(this.text.trim());
    if (text === '') return;
    const { target, kind, parent } = this;
    const silently = this.silently;
    if (silently !== undefined) emit(this, 'note-held', { round: silently.round, target, kind, text });
    else emit(this, 'note-added', { target, kind, text, ...(parent !== undefined && { parent }) });
    this.text = '';
    this.kind = 'note';
    this.sayWriting(false);
    this.area.focus();
  };

  /** Enter sends, Shift + Enter starts a line; on a touch screen Enter starts a line, as its keys say. */
  private readonly keyed = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (this.picker.keyed(event)) return;
    const touch = matchMedia('(pointer: coarse)').matches;
    const sends = event.key === 'Enter' && !event.shiftKey && !event.isComposing;
    if (sends && (!touch || event.ctrlKey || event.metaKey)) this.send(event);
    else if (event.key === 'Escape') this.area.blur();
  };

  private placeholder(): string {
    const what = this.parent === undefined ? placeholders[this.target.kind]() : msg('Reply', { id: 'notes.reply' });
    if (this.silently?.notes === 'unsigned') return msg(str`${what} · without a name`, { id: 'silent.unsigned-note' });
    return this.name === '' ? what : msg(str`${what} · signed ${this.name}`, { id: 'notes.signed' });
  }

  private switchTemplate(): TemplateResult | typeof nothing {
    const { silence, parent } = this;
    if (silence === undefined || parent !== undefined) return nothing;
    return silentSwitch(silence, this.silently !== undefined, (on) => {
      this.plainIn = on ? undefined : silence.round;
      this.sayWriting(this.text.trim() !== '');
    });
  }

  override render() {
    return html`<form @submit=${this.send}>
      <palabre-kind-choice
        .kind=${this.kind}
        @kind-chosen=${(event: CustomEvent<NoteKind>) => (this.kind = event.detail)}
      ></palabre-kind-choice>
      <div class="line">
        <textarea
          class="field"
          rows="1"
          maxlength=${BOUNDS.note}
          placeholder=${this.placeholder()}
          aria-label=${this.placeholder()}
          aria-autocomplete="list"
          aria-controls="members"
          aria-activedescendant=${this.picker.active ?? nothing}
          .value=${live(this.text)}
          @input=${this.typed}
          @keydown=${this.keyed}
          @blur=${this.left}
        ></textarea>
        ${
          this.text.trim() === ''
            ? nothing
            : html`<button class="button primary" type="submit">
                ${this.silently === undefined ? msg('Add', { id: 'notes.add' }) : msg('Hold', { id: 'silent.hold' })}
              </button>`
        }
      </div>
      ${this.picker.render()} ${this.switchTemplate()}
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-note-composer': PalabreNoteComposer;
  }
}
