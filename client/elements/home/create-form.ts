// The form that makes a board: what it begins with, its title, its question and its language.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { BOUNDS } from '../../../shared/bounds.ts';
import type { Language, WireError } from '../../../shared/rejections.ts';
import { controls } from '../../styles/controls.ts';
import type { Start } from './start-choice.ts';
import './start-choice.ts';
import type { TableImport } from './table-import.ts';

/** What the person asked for. */
export interface BoardRequest {
  readonly title: string;
  readonly question: string;
  readonly language: Language;
  readonly start: Start;
  readonly table?: TableImport;
}

/** Why the last attempt failed; `unreachable` when nobody answered. */
export type CreateProblem = WireError | 'unreachable';

/** Fires `board-requested`. While `busy` nothing is fired twice. */
@customElement('palabre-create-form')
@localized()
export class CreateForm extends LitElement {
  static override styles = [
    ...controls,
    css`
      form {
        display: grid;
        gap: var(--space-5);
        min-width: 0;
      }
      form > * {
        min-width: 0;
      }
      h2 {
        margin: 0;
        font: 700 var(--text-xl) / 1.25 var(--font-heading);
      }
      .optional {
        color: var(--ink-2);
        font-weight: 400;
      }
      input.field {
        min-height: 44px;
        font-size: var(--text-l);
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3) var(--space-5);
      }
      .language {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        margin: 0;
        padding: 0;
        border: 0;
      }
      .language legend {
        float: left;
        padding: 0;
        color: var(--ink-2);
      }
      .language label {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: 32px;
      }
      .button {
        min-height: var(--touch);
        padding-inline: var(--space-6);
      }
      .problem {
        margin: 0;
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-m);
        background: var(--con-paper);
        color: var(--con-ink);
      }
      @media (pointer: coarse) {
        .language label {
          min-height: var(--touch);
        }
      }
      @media (max-width: 520px) {
        .foot .button {
          flex: 1 1 100%;
        }
      }
    `,
  ];

  @property() language: Language = 'en';
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) problem: CreateProblem | undefined;
  @state() private start: Start = 'blank';
  @state() private boardLanguage: Language | undefined;
  @state() private untitled = false;
  @state() private tableMissing = false;
  @state() private table: TableImport | undefined;
  @query('#title') private readonly titleField: HTMLInputElement | null | undefined;
  @query('#question') private readonly questionField: HTMLTextAreaElement | null | undefined;
  /** What a template wrote into the fields: written over by the next one, unless a person changed it. */
  private prefilled = { title: '', question: '' };

  private get chosenLanguage(): Language {
    return this.boardLanguage ?? this.language;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('language') && this.boardLanguage === undefined) void this.prefill();
    if (!changed.has('problem') || this.problem === undefined || this.problem === 'unreachable') return;
    if (this.problem.field === 'title') this.titleField?.focus();
    if (this.problem.field === 'question') this.questionField?.focus();
  }

  private begin(start: Start): void {
    this.start = start;
    this.tableMissing = false;
    if (start === 'table') void import('./table-import.ts');
    void this.prefill();
  }

  private speak(language: Language): void {
    this.boardLanguage = language;
    void this.prefill();
  }

  private async prefill(): Promise<void> {
    const { start, chosenLanguage, titleField, questionField } = this;
    let next = { title: '', question: '' };
    if (start === 'python-web-frameworks') {
      const { templateOf } = await import('../../../shared/templates/templates.ts');
      next = templateOf(start, chosenLanguage);
    }
    if (!titleField || !questionField || this.start !== start || this.chosenLanguage !== chosenLanguage) return;
    if (titleField.value === this.prefilled.title) titleField.value = next.title;
    if (questionField.value === this.prefilled.question) questionField.value = next.question;
    this.prefilled = { title: next.title, question: next.question };
    if (titleField.value !== '') this.untitled = false;
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.busy) return;
    const title = this.titleField?.value.trim() ?? '';
    this.untitled = title === '';
    this.tableMissing = this.start === 'table' && this.table === undefined;
    if (this.tableMissing) {
      this.renderRoot.querySelector('palabre-table-import')?.renderRoot.querySelector('textarea')?.focus();
      return;
    }
    if (this.untitled) {
      this.titleField?.focus();
      return;
    }
    const detail: BoardRequest = {
      title,
      question: this.questionField?.value.trim() ?? '',
      language: this.chosenLanguage,
      start: this.start,
      ...(this.start === 'table' && this.table && { table: this.table }),
    };
    this.dispatchEvent(new CustomEvent('board-requested', { detail, bubbles: true, composed: true }));
  }

  private problemText(problem: CreateProblem): string {
    if (problem === 'unreachable') {
      return msg('The server does not answer. What you wrote is still here: try again when you are online.', {
        id: 'home.create-unreachable',
      });
    }
    return problem.message === ''
      ? msg('The board could not be created. Try again in a moment.', { id: 'home.create-failed' })
      : problem.message;
  }

  private renderTable() {
    return html`
      <palabre-table-import
        .language=${this.language}
        @table-changed=${(event: HTMLElementEventMap['table-changed']) => {
          this.table = event.detail.import;
          if (this.table) this.tableMissing = false;
        }}
      ></palabre-table-import>
      ${
        this.tableMissing
          ? html`<p class="error" role="alert">
              ${msg('The board needs a table without errors.', { id: 'home.table-missing' })}
            </p>`
          : nothing
      }
    `;
  }

  private renderTitle() {
    const refused = this.problem !== 'unreachable' && this.problem?.field === 'title';
    return html`
      <div class="field">
        <label for="title">${msg('Title', { id: 'home.title' })}</label>
        <input
          class="field"
          id="title"
          maxlength=${BOUNDS.title}
          autocomplete="off"
          required
          aria-invalid=${this.untitled || refused ? 'true' : 'false'}
          aria-describedby=${this.untitled ? 'untitled' : nothing}
          @input=${() => (this.untitled = false)}
        />
        ${
          this.untitled
            ? html`<p class="error" id="untitled" role="alert">
                ${msg('Give the board a title.', { id: 'home.untitled' })}
              </p>`
            : nothing
        }
      </div>
      <div class="field">
        <label for="question">
          ${msg('Question', { id: 'home.question' })}
          <span class="optional">${msg('if the title does not say it all', { id: 'home.question-optional' })}</span>
        </label>
        <textarea class="field" id="question" rows="2" maxlength=${BOUNDS.question}></textarea>
      </div>
    `;
  }

  private renderFoot() {
    const languages: readonly (readonly [Language, string])[] = [
      ['en', 'English'],
      ['fr', 'Français'],
    ];
    return html`
      <div class="foot">
        <fieldset class="language">
          <legend>${msg('Language of the board', { id: 'home.board-language' })}</legend>
          ${languages.map(
            ([language, name]) => html`
              <label>
                <input
                  type="radio"
                  name="language"
                  .value=${language}
                  .checked=${language === this.chosenLanguage}
                  @change=${() => this.speak(language)}
                />
                <span lang=${language}>${name}</span>
              </label>
            `,
          )}
        </fieldset>
        <button class="button primary" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
          ${this.busy ? msg('Creating…', { id: 'home.creating' }) : msg('Create the board', { id: 'home.create' })}
        </button>
      </div>
    `;
  }

  override render() {
    return html`
      <form novalidate aria-labelledby="heading" aria-busy=${this.busy ? 'true' : 'false'} @submit=${this.submit}>
        <h2 id="heading">${msg('Create a board', { id: 'home.create-heading' })}</h2>
        <palabre-start-choice
          .start=${this.start}
          @start-chosen=${(event: HTMLElementEventMap['start-chosen']) => this.begin(event.detail.start)}
        ></palabre-start-choice>
        ${this.start === 'table' ? this.renderTable() : nothing} ${this.renderTitle()}
        ${this.problem === undefined ? nothing : html`<p class="problem" role="alert">${this.problemText(this.problem)}</p>`}
        ${this.renderFoot()}
      </form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-create-form': CreateForm;
  }
  interface HTMLElementEventMap {
    'board-requested': CustomEvent<BoardRequest>;
  }
}
