// Opening a round: the facilitator chooses what is asked, who will see what, and for how long.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { METHODS } from '../../../shared/voting/ballots.ts';
import { formatDuration } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import '../dialog/palabre-dialog.ts';
import { methodMeaning, methodName } from './counting-words.ts';
import { problemWords, warningWords } from './draft-words.ts';
import { openRoundStyles } from './open-round-styles.ts';
import { NEW_DRAFT, type RoundDraft, fieldsOf, problemOf, ruled, warningOf, withMethod } from './round-draft.ts';
import './round-rules.ts';
import './round-settings.ts';
import { secrecyMeaning, secrecyName } from './secrecy-words.ts';
import { silentNotesChoice } from './silent-notes.ts';

const SECRECIES = ['named', 'anonymous', 'live'] as const;
const MINUTES = [1, 3, 5, 10] as const;

const textIn = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target.value : '';

@customElement('palabre-open-round-dialog')
@localized()
export class PalabreOpenRoundDialog extends LitElement {
  static override styles = [...controls, openRoundStyles];

  @property({ attribute: false }) board: Board | undefined;
  @property({ type: Boolean }) open = false;
  @state() private draft: RoundDraft = NEW_DRAFT;
  @state() private customTime = false;
  /** The problem is said once the facilitator has tried to open the round. */
  @state() private tried = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return;
    this.draft = NEW_DRAFT;
    this.customTime = false;
    this.tried = false;
  }

  private change(changes: Partial<RoundDraft>): void {
    this.draft = { ...this.draft, ...changes };
  }

  private async submit(): Promise<void> {
    const { board, draft } = this;
    if (board === undefined) return;
    if (problemOf(board, draft) === undefined) {
      emit(this, 'round-opened', fieldsOf(board, draft));
      return;
    }
    this.tried = true;
    await this.updateComplete;
    this.renderRoot.querySelector('.error')?.scrollIntoView({ block: 'nearest' });
  }

  private cancel(): void {
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  }

  private methods(): TemplateResult {
    const { draft } = this;
    return html`<fieldset>
      <legend>${msg('What is asked', { id: 'rounds.what' })}</legend>
      <div class="pills">
        ${METHODS.map(
          (method) =>
            html`<label class="pill">
              <input
                type="radio"
                name="method"
                ?autofocus=${method === 'score'}
                .checked=${draft.method === method}
                @change=${() => (this.draft = withMethod(draft, method))}
              />
              <span>${methodName(method)}</span>
            </label>`,
        )}
      </div>
      <p class="hint">${methodMeaning(draft.method)}</p>
    </fieldset>`;
  }

  private secrecies(): TemplateResult {
    return html`<fieldset>
      <legend>${msg('Who will see what', { id: 'rounds.who' })}</legend>
      <div class="cards">
        ${SECRECIES.map(
          (secrecy) =>
            html`<label class="card">
              <input
                type="radio"
                name="secrecy"
                aria-labelledby=${`name-${secrecy}`}
                aria-describedby=${`meaning-${secrecy}`}
                .checked=${this.draft.secrecy === secrecy}
                @change=${() => this.change({ secrecy })}
              />
              <span class="title" id=${`name-${secrecy}`}>${secrecyName(secrecy)}</span>
              <span class="hint" id=${`meaning-${secrecy}`}>${secrecyMeaning(secrecy)}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private timePill(label: string, chosen: boolean, choose: () => void): TemplateResult {
    return html`<label class="pill">
      <input type="radio" name="time" .checked=${chosen} @change=${choose} />
      <span>${label}</span>
    </label>`;
  }

  private ownTime(): TemplateResult | typeof nothing {
    if (!this.customTime) return nothing;
    return html`<label class="field short">
      <span class="label">${msg('Minutes', { id: 'rounds.minutes' })}</span>
      <input
        class="field"
        type="number"
        min="0.5"
        max=${BOUNDS.roundSeconds / 60}
        step="any"
        inputmode="decimal"
        .value=${String(this.draft.minutes ?? '')}
        @input=${(event: Event) =>
          event.target instanceof HTMLInputElement && this.change({ minutes: event.target.valueAsNumber })}
      />
    </label>`;
  }

  private time(): TemplateResult {
    const { draft, customTime } = this;
    const choose = (minutes: number | undefined, custom = false): void => {
      this.customTime = custom;
      this.change({ minutes });
    };
    return html`<fieldset>
      <legend>${msg('For how long', { id: 'rounds.time' })}</legend>
      <div class="pills">
        ${this.timePill(msg('No limit', { id: 'rounds.no-limit' }), !customTime && draft.minutes === undefined, () =>
          choose(undefined),
        )}
        ${MINUTES.map((minutes) =>
          this.timePill(formatDuration(minutes * 60), !customTime && draft.minutes === minutes, () => choose(minutes)),
        )}
        ${this.timePill(msg('Other', { id: 'rounds.other-time' }), customTime, () => choose(draft.minutes ?? 15, true))}
        ${this.ownTime()}
      </div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${draft.closeWhenAll}
          @change=${(event: Event) =>
            this.change({ closeWhenAll: event.target instanceof HTMLInputElement && event.target.checked })}
        />
        ${msg('Close by itself when everybody is done', { id: 'rounds.close-when-all' })}
      </label>
    </fieldset>`;
  }

  private texts(): TemplateResult {
    const consent = this.draft.method === 'consent';
    return html`
      ${
        consent
          ? html`<div class="field">
              <label for="proposal">${msg('The proposal', { id: 'rounds.proposal' })}</label>
              <textarea
                id="proposal"
                rows="2"
                maxlength=${BOUNDS.prompt}
                .value=${this.draft.proposal}
                @input=${(event: Event) => this.change({ proposal: textIn(event) })}
              ></textarea>
            </div>`
          : nothing
      }
      <div class="field">
        <label for="prompt">${msg('What to think of when voting (optional)', { id: 'rounds.prompt' })}</label>
        <input
          id="prompt"
          maxlength=${BOUNDS.prompt}
          autocomplete="off"
          .value=${this.draft.prompt}
          @input=${(event: Event) => this.change({ prompt: textIn(event) })}
        />
      </div>
    `;
  }

  private verdict(board: Board): TemplateResult {
    const problem = this.tried ? problemOf(board, this.draft) : undefined;
    const warning = warningOf(board, this.draft);
    return html`
      <section class="preview" aria-label=${msg('What voters are told', { id: 'rounds.preview' })}>
        <p class="label">${msg('What voters are told', { id: 'rounds.preview' })}</p>
        <palabre-round-rules .round=${ruled(board, this.draft)}></palabre-round-rules>
      </section>
      ${warning === undefined ? nothing : html`<p class="warning">${warningWords(board, warning)}</p>`}
      <p class="error" role="alert">${problem === undefined ? nothing : problemWords(problem)}</p>
    `;
  }

  private form(board: Board): TemplateResult {
    return html`<form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.submit();
      }}
    >
      ${this.methods()} ${this.secrecies()} ${this.time()} ${this.texts()}
      ${silentNotesChoice(this.draft.secrecy, this.draft.silentNotes, (silentNotes) => this.change({ silentNotes }))}
      <palabre-round-settings
        .board=${board}
        .draft=${this.draft}
        @draft-changed=${(event: CustomEvent<Partial<RoundDraft>>) => this.change(event.detail)}
      ></palabre-round-settings>
      ${this.verdict(board)}
    </form>`;
  }

  override render() {
    const { board } = this;
    const number = (board?.rounds.length ?? 0) + 1;
    return html`<palabre-dialog
      wide
      persistent
      ?open=${this.open}
      .heading=${msg(str`Open round ${number}`, { id: 'rounds.open-title' })}
    >
      ${board !== undefined && this.open ? this.form(board) : nothing}
      <button slot="actions" class="button" type="button" @click=${() => this.cancel()}>
        ${msg('Cancel', { id: 'rounds.cancel' })}
      </button>
      <button slot="actions" class="button primary" type="button" @click=${() => void this.submit()}>
        ${msg('Open the round', { id: 'rounds.open' })}
      </button>
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-open-round-dialog': PalabreOpenRoundDialog;
  }
}
