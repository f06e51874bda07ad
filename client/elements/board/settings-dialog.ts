// The settings of a board, for its facilitator: what it asks, who comes in by the code, the lock, the phase.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, Entry, Phase } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { showCode } from '../../../shared/ids.ts';
import { controls } from '../../styles/controls.ts';
import { type BoardEventMap, emit } from '../board-events.ts';
import '../dialog/palabre-dialog.ts';
import { submittedForm, textField, textOf } from '../editing/form-fields.ts';
import { openRoundStyles } from '../rounds/open-round-styles.ts';
import './erase-board.ts';
import { PHASES, phaseName } from './phase-words.ts';

const ENTRIES: readonly (readonly [Entry, () => string])[] = [
  ['voter', () => msg('As a voter', { id: 'board.entry-voter' })],
  ['watcher', () => msg('As a watcher', { id: 'board.entry-watcher' })],
  ['closed', () => msg('Nobody', { id: 'board.entry-closed' })],
];

/** Only what differs from the board as it was when the dialog opened, so that nobody else's change is undone. */
function changesIn(form: FormData, board: Board): BoardEventMap['board-edited'] {
  const [title, question] = [textOf(form, 'title'), textOf(form, 'question')];
  const entry = ENTRIES.find(([name]) => name === form.get('entry'))?.[0] ?? board.entry;
  const phase = PHASES.find((name) => name === form.get('phase')) ?? board.phase;
  const locked = form.get('locked') !== null;
  const approval = form.get('approval') !== null;
  return {
    ...(title !== '' && title !== board.title && { title }),
    ...(question !== board.question && { question }),
    ...(entry !== board.entry && { entry }),
    ...(locked !== board.locked && { locked }),
    ...(approval !== (board.approval === true) && { approval }),
    ...(phase !== board.phase && { phase }),
  };
}

/** Fires `board-edited` with what changed, `board-erased`, and `dialog-closed`. */
@customElement('palabre-settings-dialog')
@localized()
export class PalabreSettingsDialog extends LitElement {
  static override styles = [
    ...controls,
    openRoundStyles,
    css`
      .check {
        margin: 0;
        padding-block: 2px;
      }
      fieldset > .hint {
        margin-top: var(--space-1);
      }
      .hint + .check {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ type: Boolean }) open = false;
  /** Only the facilitator's key erases, a role that was handed on does not. */
  @property({ type: Boolean }) mayErase = false;
  @property({ attribute: false }) erasing: 'no' | 'busy' | 'failed' = 'no';

  /** The board as it was when the dialog opened: what is typed is not overwritten by what others change. */
  private start: Board | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.open && (changed.has('open') || this.start === undefined)) this.start = this.board;
    if (!this.open) this.start = undefined;
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  };

  private readonly submitted = (event: Event): void => {
    const form = submittedForm(event);
    if (form === undefined || this.start === undefined) return;
    const changes = changesIn(form, this.start);
    if (Object.keys(changes).length > 0) emit(this, 'board-edited', changes);
    this.close();
  };

  private pill(name: 'entry' | 'phase', value: Entry | Phase, label: string, chosen: boolean): TemplateResult {
    return html`<label class="pill">
      <input type="radio" name=${name} value=${value} ?checked=${chosen} /><span>${label}</span>
    </label>`;
  }

  private entries(board: Board): TemplateResult {
    const code = showCode(board.code);
    return html`<fieldset>
      <legend>${msg(str`Who comes in with the code ${code}`, { id: 'board.entry' })}</legend>
      <div class="pills">
        ${ENTRIES.map(([entry, name]) => this.pill('entry', entry, name(), entry === board.entry))}
      </div>
      <p class="hint">${msg('Links with a key work whatever you choose here.', { id: 'board.entry-hint' })}</p>
      <label class="check">
        <input type="checkbox" name="approval" aria-describedby="approval-hint" ?checked=${board.approval === true} />
        ${msg('New people wait until you let them in', { id: 'board.approval' })}
      </label>
      <p class="hint" id="approval-hint">
        ${msg('By the code or the voter link. Who is on the board already comes in as before.', {
          id: 'board.approval-hint',
        })}
      </p>
    </fieldset>`;
  }

  private phases(board: Board): TemplateResult {
    return html`<fieldset>
      <legend>${msg('Where we are', { id: 'board.phase' })}</legend>
      <div class="pills">
        ${PHASES.map((phase) => this.pill('phase', phase, phaseName(phase), phase === board.phase))}
      </div>
      <p class="hint">${msg('Opening and revealing a round moves it by itself.', { id: 'board.phase-hint' })}</p>
    </fieldset>`;
  }

  private lock(board: Board): TemplateResult {
    return html`<fieldset>
      <legend>${msg('Options and criteria', { id: 'board.lock' })}</legend>
      <label class="check">
        <input type="checkbox" name="locked" aria-describedby="lock-hint" ?checked=${board.locked} />
        ${msg('Lock them, and the facts', { id: 'board.lock-them' })}
      </label>
      <p class="hint" id="lock-hint">
        ${msg('Nobody can change them until you unlock them. Votes and notes go on.', { id: 'board.lock-hint' })}
      </p>
    </fieldset>`;
  }

  private form(board: Board): TemplateResult {
    return html`<form id="form" @submit=${this.submitted}>
      ${textField({
        name: 'title',
        label: msg('Title', { id: 'board.title' }),
        value: board.title,
        max: BOUNDS.title,
        required: true,
        first: true,
        pattern: '.*\\S.*',
      })}
      ${textField({
        name: 'question',
        label: msg('The question, in a sentence or two', { id: 'board.question' }),
        value: board.question,
        max: BOUNDS.question,
        type: 'lines',
      })}
      ${this.entries(board)} ${this.lock(board)} ${this.phases(board)}
    </form>`;
  }

  override render() {
    const board = this.open ? this.start : undefined;
    return html`<palabre-dialog
      persistent
      .open=${this.open}
      .heading=${msg('Settings of the board', { id: 'board.settings-of' })}
    >
      ${board === undefined ? nothing : this.form(board)}
      ${
        board !== undefined && this.mayErase
          ? html`<palabre-erase-board .heading=${board.title} .state=${this.erasing}></palabre-erase-board>`
          : nothing
      }
      <button slot="actions" class="button quiet" type="button" @click=${this.close}>
        ${msg('Cancel', { id: 'board.cancel' })}
      </button>
      <button slot="actions" class="button primary" type="submit" form="form">
        ${msg('Save', { id: 'board.save' })}
      </button>
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-settings-dialog': PalabreSettingsDialog;
  }
}
