// The dialog that adds or edits a criterion: its name, what 0 and 5 mean, its weight and its must-have.
import { localized, msg, str } from '@lit/localize';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { type Board, type Criterion, criterionOf, openRound } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import '../dialog/palabre-dialog.ts';
import { formStyles, numberOf, submittedForm, textField, textOf } from './form-fields.ts';
import { placeInOrder } from './place-in-order.ts';
import { actionsTemplate, addWord, saveWord, standingTemplate } from './standing-template.ts';
import './weight-stepper.ts';

const THRESHOLDS = [0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5];

interface Given {
  readonly name: string;
  readonly description: string;
  readonly low: string;
  readonly high: string;
  readonly weight: number;
  readonly mustHave: number | null;
}

const keptTexts = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

/** Fires `dialog-closed` when it is done or given up; the owner then sets `open` to false. */
@customElement('palabre-criterion-editor')
@localized()
export class PalabreCriterionEditor extends LitElement {
  static override styles = [...controls, formStyles];

  @property({ attribute: false }) board!: Board;
  /** The id of the criterion to edit; undefined adds one. */
  @property({ attribute: false }) criterion: string | undefined;
  @property({ type: Boolean }) open = false;
  @state() private weight = 1;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open') && !changed.has('criterion')) return;
    this.weight = this.edited?.weight ?? 1;
  }

  private get edited(): Criterion | undefined {
    return this.criterion === undefined ? undefined : criterionOf(this.board, this.criterion);
  }

  private readonly close = (): void => {
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }));
  };

  private readonly submitted = (event: Event): void => {
    const form = submittedForm(event);
    const name = form === undefined ? '' : textOf(form, 'name');
    if (form === undefined || name === '') return;
    const given: Given = {
      name,
      description: textOf(form, 'description'),
      low: textOf(form, 'low'),
      high: textOf(form, 'high'),
      weight: this.weight,
      mustHave: numberOf(form, 'mustHave') ?? null,
    };
    if (this.edited === undefined) this.add(given);
    else this.saveChanges(this.edited, given);
    this.close();
  };

  private add({ name, weight, mustHave, ...texts }: Given): void {
    emit(this, 'criterion-added', { name, weight, ...keptTexts(texts), ...(mustHave !== null && { mustHave }) });
  }

  /** Sends only what changed; an emptied field is sent empty. */
  private saveChanges(before: Criterion, given: Given): void {
    const changes = {
      ...(given.name !== before.name && { name: given.name }),
      ...(given.description !== (before.description ?? '') && { description: given.description }),
      ...(given.low !== (before.low ?? '') && { low: given.low }),
      ...(given.high !== (before.high ?? '') && { high: given.high }),
      ...(given.weight !== before.weight && { weight: given.weight }),
      ...(given.mustHave !== (before.mustHave ?? null) && { mustHave: given.mustHave }),
    };
    if (Object.keys(changes).length > 0) emit(this, 'criterion-edited', { criterion: before.id, ...changes });
  }

  private scaleFields(criterion: Criterion | undefined) {
    return html`<div class="pair">
      ${textField({
        name: 'low',
        label: msg('0 means', { id: 'editing.low' }),
        value: criterion?.low,
        max: BOUNDS.scaleEnd,
      })}
      ${textField({
        name: 'high',
        label: msg('5 means', { id: 'editing.high' }),
        value: criterion?.high,
        max: BOUNDS.scaleEnd,
      })}
    </div>`;
  }

  private countFields(criterion: Criterion | undefined) {
    const kept = criterion?.mustHave;
    const steps = kept === undefined || THRESHOLDS.includes(kept) ? THRESHOLDS : [kept, ...THRESHOLDS];
    const frozen = openRound(this.board) !== undefined;
    return html`<div class="pair">
        <div class="field">
          <span class="label">${msg('Weight', { id: 'editing.weight' })}</span>
          <palabre-weight-stepper
            .weight=${this.weight}
            .name=${criterion?.name ?? msg('the new criterion', { id: 'editing.new-criterion' })}
            @weight-changed=${(event: CustomEvent<number>) => (this.weight = event.detail)}
          ></palabre-weight-stepper>
        </div>
        <div class="field">
          <label for="mustHave">${msg('Must have', { id: 'editing.must-have' })}</label>
          <select class="field" id="mustHave" name="mustHave" aria-describedby="must-hint">
            <option value="" ?selected=${kept === undefined}>${msg('no', { id: 'editing.no-must-have' })}</option>
            ${steps.map(
              (step) =>
                html`<option value=${step} ?selected=${step === kept}>
                  ${msg(str`at least ${formatNumber(step)}`, { id: 'editing.at-least' })}
                </option>`,
            )}
          </select>
        </div>
      </div>
      <p class="hint" id="must-hint">
        ${msg('An option whose mean is below its must-have is knocked out, and the reason stays in view.', {
          id: 'editing.must-have-hint',
        })}
        ${frozen ? msg('The open round keeps the weights it was opened with.', { id: 'editing.frozen-hint' }) : nothing}
      </p>`;
  }

  private fields(criterion: Criterion | undefined) {
    return html`<form id="form" @submit=${this.submitted}>
      ${textField({
        name: 'name',
        label: msg('Name', { id: 'editing.name' }),
        value: criterion?.name,
        max: BOUNDS.name,
        required: true,
        first: true,
      })}
      ${textField({
        name: 'description',
        label: msg('What is judged', { id: 'editing.description' }),
        value: criterion?.description,
        max: BOUNDS.description,
        type: 'lines',
      })}
      ${this.scaleFields(criterion)} ${this.countFields(criterion)}
    </form>`;
  }

  private standing(criterion: Criterion) {
    return standingTemplate({
      place: placeInOrder(this.board.criteria, criterion.id),
      move: (after) => emit(this, 'criterion-moved', { criterion: criterion.id, after }),
      remove: () => {
        emit(this, 'criterion-removed', { criterion: criterion.id });
        this.close();
      },
    });
  }

  override render() {
    const { edited } = this;
    const heading =
      edited === undefined
        ? msg('Add a criterion', { id: 'editing.add-criterion' })
        : msg(str`Edit ${edited.name}`, { id: 'editing.edit' });
    return html`<palabre-dialog .open=${this.open} persistent .heading=${heading}>
      ${this.open ? keyed(this.criterion, this.fields(edited)) : nothing}
      ${this.open && edited !== undefined ? this.standing(edited) : nothing}
      ${actionsTemplate(edited === undefined ? addWord() : saveWord(), this.close)}
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-criterion-editor': PalabreCriterionEditor;
  }
}
