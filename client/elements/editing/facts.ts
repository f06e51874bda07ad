// The facts of an option, apart from opinions: a label, a value, where it is from and from when; and their editor.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Fact, Option } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import '../dialog/palabre-dialog.ts';
import { ageTemplate, factAgeStyles, stageOf } from './fact-age-words.ts';
import { factDate, hostOf } from './fact-words.ts';
import { formStyles, submittedForm, textField, textOf } from './form-fields.ts';
import { actionsTemplate, addWord, saveWord } from './standing-template.ts';

const styles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 400 var(--text-m) / 1.4 var(--font-text);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(72px, max-content) minmax(0, 1fr) auto;
    gap: 6px var(--space-3);
    margin: 0;
  }
  .fact {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: baseline;
  }
  dt {
    color: var(--ink-2);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  dd {
    display: grid;
    grid-column: 2 / -1;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: start;
    min-width: 0;
    margin: 0;
    overflow-wrap: anywhere;
  }
  dd .value {
    justify-self: start;
  }
  dd .from {
    grid-column: 1;
  }
  dd .icon-button {
    grid-row: 1;
    grid-column: 2;
  }
  .from {
    display: block;
    color: var(--ink-2);
    font-size: var(--text-xs);
  }
  a {
    color: var(--accent);
  }
  .icon-button {
    width: 26px;
    min-height: 26px;
  }
  .today {
    justify-self: start;
  }
  .adder {
    margin-top: var(--space-2);
  }
`;

const DATE = '\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?';

@customElement('palabre-facts')
@localized()
export class PalabreFacts extends LitElement {
  static override styles = [...controls, formStyles, factAgeStyles, styles];

  @property({ attribute: false }) option!: Option;
  @property({ type: Boolean }) editable = false;
  /** The day it is, as in `2026-11-23`: facts age by it. */
  @property() today = '';
  /** The label of the fact in the editor; `''` is a new one. */
  @state() private edited: string | undefined;

  private readonly close = (event?: Event): void => {
    event?.stopPropagation();
    this.edited = undefined;
  };

  private readonly submitted = (event: Event): void => {
    const form = submittedForm(event);
    if (form === undefined) return;
    const [label, value, source, asOf] = ['label', 'value', 'source', 'asOf'].map((name) => textOf(form, name));
    if (label === undefined || label === '' || value === undefined || value === '') return;
    const option = this.option.id;
    if (this.edited !== undefined && this.edited !== '' && this.edited !== label) {
      emit(this, 'fact-cleared', { option, label: this.edited });
    }
    emit(this, 'fact-set', { option, label, value, ...(source && { source }), ...(asOf && { asOf }) });
    this.edited = undefined;
  };

  private sourceTemplate({ source, asOf }: Fact): TemplateResult | typeof nothing {
    if (source === undefined && asOf === undefined) return nothing;
    const dated = asOf === undefined ? '' : msg(str`as of ${factDate(asOf)}`, { id: 'editing.as-of' });
    return html`<span class="from">
      ${
        source === undefined
          ? nothing
          : html`<a href=${source} target="_blank" rel="noopener noreferrer">${hostOf(source)}</a>`
      }
      ${source !== undefined && dated !== '' ? '· ' : ''}${dated} ${ageTemplate(asOf, this.today)}
    </span>`;
  }

  private factTemplate(fact: Fact): TemplateResult {
    return html`<div class="fact">
      <dt>${fact.label}</dt>
      <dd>
        <span class="value ${stageOf(fact.asOf, this.today)}">${fact.value}</span>${this.sourceTemplate(fact)}
        ${
          this.editable
            ? html`<button
                class="icon-button quiet"
                type="button"
                aria-label=${msg(str`Edit ${fact.label}`, { id: 'editing.edit' })}
                @click=${() => (this.edited = fact.label)}
              >
                <svg width="13" height="13" viewBox="0 0 16 16" aria-hidden="true">
                  <path
                    d="M2.5 13.5l.8-3.3 7.6-7.6 2.5 2.5-7.6 7.6z"
                    fill="none"
                    stroke="currentColor"
                    stroke-width="1.5"
                  />
                </svg>
              </button>`
            : nothing
        }
      </dd>
    </div>`;
  }

  private fields(fact: Fact | undefined): TemplateResult {
    return html`<form id="form" @submit=${this.submitted}>
      ${textField({
        name: 'label',
        label: msg('What', { id: 'editing.fact-label' }),
        value: fact?.label,
        max: BOUNDS.factLabel,
        required: true,
        first: true,
        hint: msg('Licence, first release, price…', { id: 'editing.fact-label-hint' }),
      })}
      ${textField({
        name: 'value',
        label: msg('Value', { id: 'editing.fact-value' }),
        value: fact?.value,
        max: BOUNDS.factValue,
        required: true,
      })}
      ${textField({
        name: 'source',
        label: msg('Source', { id: 'editing.fact-source' }),
        value: fact?.source,
        max: BOUNDS.url,
        type: 'url',
        placeholder: 'https://',
        pattern: '[Hh][Tt][Tt][Pp][Ss]?://.+',
      })}
      ${textField({
        name: 'asOf',
        label: msg('As of', { id: 'editing.fact-date' }),
        value: fact?.asOf,
        max: 10,
        pattern: DATE,
        hint: msg('A year, a month or a day: 2026, 2026-11, 2026-11-23.', { id: 'editing.fact-date-hint' }),
      })}
      ${this.todayTemplate()}
    </form>`;
  }

  /** Who has looked again says so with one press. */
  private todayTemplate(): TemplateResult | typeof nothing {
    if (this.today === '') return nothing;
    const fill = (): void => {
      const field = this.renderRoot.querySelector<HTMLInputElement>('#asOf');
      if (field) field.value = this.today;
    };
    return html`<button class="button small today" type="button" @click=${fill}>
      ${msg('True as of today', { id: 'editing.fact-today' })}
    </button>`;
  }

  private removeTemplate(fact: Fact): TemplateResult {
    const remove = (): void => {
      emit(this, 'fact-cleared', { option: this.option.id, label: fact.label });
      this.edited = undefined;
    };
    return html`<div class="standing">
      <button class="button danger small push" type="button" @click=${remove}>
        ${msg('Remove', { id: 'editing.remove' })}
      </button>
    </div>`;
  }

  private editorTemplate(): TemplateResult {
    const fact = this.option.facts.find(({ label }) => label === this.edited);
    const open = this.edited !== undefined;
    const heading =
      fact === undefined
        ? msg(str`A fact about ${this.option.name}`, { id: 'editing.new-fact' })
        : msg(str`Edit ${fact.label}`, { id: 'editing.edit' });
    return html`<palabre-dialog .open=${open} persistent .heading=${heading} @dialog-closed=${this.close}>
      ${open ? keyed(this.edited, this.fields(fact)) : nothing}
      ${open && fact !== undefined ? this.removeTemplate(fact) : nothing}
      ${actionsTemplate(fact === undefined ? addWord() : saveWord(), () => this.close())}
    </palabre-dialog>`;
  }

  override render() {
    const { facts } = this.option;
    if (!this.editable && facts.length === 0) return nothing;
    return html`${facts.length === 0 ? nothing : html`<dl>${facts.map((fact) => this.factTemplate(fact))}</dl>`}
    ${
      this.editable
        ? html`<button class="button small adder" type="button" @click=${() => (this.edited = '')}>
              <span aria-hidden="true">+</span> ${msg('Add a fact', { id: 'editing.add-fact' })}
            </button>
            ${this.editorTemplate()}`
        : nothing
    }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-facts': PalabreFacts;
  }
}
