// Recording the decision: what was chosen, what became of it, why, by whom, and when it is looked at again.
import { localized, msg } from '@lit/localize';
import { LitElement, type PropertyValues, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import type { You } from '../../../shared/protocol.ts';
import { controls } from '../../styles/controls.ts';
import { styled } from '../../styles/styled.ts';
import { emit } from '../board-events.ts';
import '../dialog/palabre-dialog.ts';
import { submittedForm, textField } from '../editing/form-fields.ts';
import { optionColour, optionStyle, optionSwatch } from '../option-colour.ts';
import { openRoundStyles } from '../rounds/open-round-styles.ts';
import { roundTitle } from '../rounds/secrecy-words.ts';
import {
  type DecisionDraft,
  choosable,
  decidersToChoose,
  decisionIn,
  draftOf,
  restingRounds,
} from './decision-draft.ts';
import { STATUSES, statusName } from './decision-words.ts';

const WHOLE_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Fires `decision-set`, `dialog-closed`, and `previous-superseded` where that was asked for. */
@customElement('palabre-decision-dialog')
@localized()
export class PalabreDecisionDialog extends LitElement {
  static override styles = [
    ...controls,
    optionSwatch,
    openRoundStyles,
    css`
      .list {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 190px), 1fr));
        gap: 0 var(--space-4);
        max-height: 232px;
        overflow-y: auto;
      }
      .list .check {
        align-items: center;
        min-width: 0;
        margin: 0;
        overflow-wrap: anywhere;
      }
      .list .check input {
        margin-top: 0;
      }
      .swatch {
        height: 20px;
      }
      .two {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-4);
      }
      @media (max-width: 520px) {
        .two {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) you: You | undefined;
  @property({ type: Boolean }) open = false;
  /** The old decision that this one takes the place of can be marked so from here. */
  @property({ type: Boolean }) supersedes = false;

  /** What the form began with: what is typed is not overwritten by what others change. */
  private start: DecisionDraft | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.open) this.start = undefined;
    else if (this.board !== undefined && (changed.has('open') || this.start === undefined)) {
      this.start = draftOf(this.board, this.you?.id);
    }
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  };

  private readonly submitted = (event: Event): void => {
    const form = submittedForm(event);
    if (form === undefined) return;
    const status = STATUSES.find((name) => name === form.get('status')) ?? 'accepted';
    emit(this, 'decision-set', decisionIn(form, status, this.start?.supersededBy));
    if (status === 'accepted' && form.get('supersede') !== null) emit(this, 'previous-superseded', {});
    this.close();
  };

  private options(board: Board, draft: DecisionDraft): TemplateResult {
    return html`<fieldset>
      <legend>${msg('What is chosen', { id: 'board.decision-chosen' })}</legend>
      <div class="list">
        ${choosable(board, draft.options).map((option) => {
          const index = board.options.indexOf(option);
          return html`<label class="check">
            <input type="checkbox" name="option" value=${option.id} ?checked=${draft.options.includes(option.id)} />
            <span class="swatch ${optionColour(index).pattern ? 'patterned' : ''}" ${styled(optionStyle(index))}></span>
            ${option.name}
          </label>`;
        })}
      </div>
      <p class="hint">${msg('None, if none of them is to be taken.', { id: 'board.decision-none-hint' })}</p>
    </fieldset>`;
  }

  private statuses(draft: DecisionDraft): TemplateResult {
    return html`<fieldset>
      <legend>${msg('What became of it', { id: 'board.decision-status' })}</legend>
      <div class="pills">
        ${STATUSES.map(
          (status) =>
            html`<label class="pill">
              <input type="radio" name="status" value=${status} ?checked=${status === draft.status} />
              <span>${statusName(status)}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private deciders(board: Board, chosen: readonly string[]): TemplateResult {
    return html`<fieldset>
      <legend>${msg('Decided by', { id: 'board.decision-by' })}</legend>
      <div class="list">
        ${decidersToChoose(board, chosen).map(
          ({ id, name }) =>
            html`<label class="check">
              <input type="checkbox" name="decider" value=${id} ?checked=${chosen.includes(id)} />${name}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private basis(board: Board, draft: DecisionDraft): TemplateResult {
    return html`<div class="field">
      <label for="round">${msg('It rests on', { id: 'board.decision-round' })}</label>
      <select id="round" name="round">
        ${restingRounds(board).map(
          (round) =>
            html`<option value=${round.id} ?selected=${round.id === draft.round}>
              ${roundTitle(board.rounds.indexOf(round) + 1)}
            </option>`,
        )}
        <option value="" ?selected=${draft.round === undefined}>
          ${msg('no round', { id: 'board.decision-no-round' })}
        </option>
      </select>
    </div>`;
  }

  private review({ reviewOn = '' }: DecisionDraft): TemplateResult {
    // A month or a year alone, as another program may set it, is no date of a date field.
    const asDate = reviewOn === '' || WHOLE_DATE.test(reviewOn);
    return html`<div class="field">
      <label for="reviewOn">${msg('Look at it again on', { id: 'board.decision-review' })}</label>
      <input
        id="reviewOn"
        name="reviewOn"
        type=${asDate ? 'date' : 'text'}
        pattern="\\d{4}(-\\d{2}){0,2}"
        autocomplete="off"
        .value=${reviewOn}
      />
    </div>`;
  }

  private form(board: Board, draft: DecisionDraft): TemplateResult {
    return html`<form id="form" @submit=${this.submitted}>
      ${this.options(board, draft)} ${this.statuses(draft)}
      ${textField({
        name: 'summary',
        label: msg('Why', { id: 'board.decision-why' }),
        value: draft.summary,
        max: BOUNDS.decisionSummary,
        type: 'lines',
        hint: msg('For whoever reads this next year: what decided it, what was given up, what would change it.', {
          id: 'board.decision-why-hint',
        }),
      })}
      ${this.deciders(board, draft.deciders ?? [])}
      <div class="two">${this.basis(board, draft)} ${this.review(draft)}</div>
      ${
        this.supersedes
          ? html`<label class="check">
              <input type="checkbox" name="supersede" checked />
              ${msg('Mark the old decision as superseded once this one is accepted', { id: 'past.supersede' })}
            </label>`
          : nothing
      }
    </form>`;
  }

  override render() {
    const { board, start } = this;
    const heading =
      board?.decision === undefined
        ? msg('Record the decision', { id: 'board.decide' })
        : msg('Change the decision', { id: 'board.decide-again' });
    return html`<palabre-dialog wide persistent .open=${this.open} .heading=${heading}>
      ${this.open && board !== undefined && start !== undefined ? this.form(board, start) : nothing}
      <button slot="actions" class="button quiet" type="button" @click=${this.close}>
        ${msg('Cancel', { id: 'board.cancel' })}
      </button>
      <button slot="actions" class="button primary" type="submit" form="form">
        ${msg('Record it', { id: 'board.decision-record' })}
      </button>
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-decision-dialog': PalabreDecisionDialog;
  }
}
