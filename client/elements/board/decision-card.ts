// The decision as everybody sees it, above the matrix and the results: what, who, when, and why on request.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Board, type Decision, roundOf } from '../../../shared/board/board.ts';
import { formatDate } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { controls } from '../../styles/controls.ts';
import { styled } from '../../styles/styled.ts';
import { emit } from '../board-events.ts';
import { optionColour, optionStyle, optionSwatch } from '../option-colour.ts';
import { statusName } from './decision-words.ts';

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(names);

/** A year or a month stays as it was given; a day is written as the reader's language does. */
const dayWords = (date: string): string => (date.length === 10 ? formatDate(`${date}T12:00:00`) : date);

/** Fires `export-requested` for the record, and `decision-requested` where it may be changed. */
@customElement('palabre-decision-card')
@localized()
export class PalabreDecisionCard extends LitElement {
  static override styles = [
    ...controls,
    optionSwatch,
    css`
      :host {
        display: block;
        color: var(--ink);
        font: 400 var(--text-m) / 1.45 var(--font-text);
      }
      section {
        display: grid;
        gap: var(--space-1);
        padding: var(--space-3) var(--space-4);
        border: 1px solid var(--hairline);
        border-inline-start: 4px solid var(--accent);
        border-radius: var(--radius-m);
        background: var(--surface);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-1) var(--space-3);
      }
      h2 {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px var(--space-3);
        min-width: 0;
        margin: 0;
        overflow-wrap: anywhere;
        font: 700 var(--text-l) / 1.3 var(--font-heading);
      }
      .option {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
      }
      .swatch {
        height: 18px;
      }
      .facts {
        flex: 1 1 20ch;
        min-width: 0;
        margin: 0;
        color: var(--ink-2);
        font-size: var(--text-s);
      }
      .successor {
        overflow-wrap: anywhere;
        color: inherit;
        font-weight: 600;
        font-size: var(--text-s);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .why {
        max-width: 90ch;
        max-height: 30dvh;
        margin: var(--space-1) 0;
        overflow: auto;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
      @media (max-width: 720px) {
        .facts {
          flex-basis: 100%;
        }
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  /** The way to the board that superseded this decision, where this browser has been there. */
  @property({ attribute: false }) successor: string | undefined;
  @property({ type: Boolean }) editable = false;
  /** Where there is room, why is said from the start. */
  @property({ type: Boolean }) whole = false;
  @state() private asked = false;

  private chosen(board: Board, decision: Decision): TemplateResult {
    if (decision.options.length === 0) return html`${msg('None of the options', { id: 'board.decision-none' })}`;
    return html`${decision.options.map((id) => {
      const index = board.options.findIndex((option) => option.id === id);
      const pattern = optionColour(Math.max(0, index)).pattern ? 'patterned' : '';
      return html`<span class="option"
        ><span class="swatch ${pattern}" ${styled(optionStyle(Math.max(0, index)))}></span>${
          board.options[index]?.name ?? id
        }</span
      >`;
    })}`;
  }

  private superseded({ supersededBy }: Decision): TemplateResult | typeof nothing {
    if (supersededBy === undefined) return nothing;
    const words = msg(str`Superseded by ${supersededBy.title}`, { id: 'board.decision-superseded-by' });
    return this.successor === undefined
      ? html`<span class="successor">${words}</span>`
      : html`<a class="successor" href=${this.successor}>${words}</a>`;
  }

  private facts(board: Board, decision: Decision): string {
    const names = (decision.deciders ?? []).flatMap((id) => board.members.get(id)?.name ?? []);
    const date = formatDate(decision.at);
    const who = names.length === 0 ? date : msg(str`${listed(names)}, ${date}`, { id: 'board.decision-who' });
    const round = decision.round === undefined ? undefined : roundOf(board, decision.round);
    const basis =
      round === undefined
        ? []
        : [msg(str`rests on round ${board.rounds.indexOf(round) + 1}`, { id: 'board.decision-rests' })];
    const again =
      decision.reviewOn === undefined
        ? []
        : [msg(str`looked at again on ${dayWords(decision.reviewOn)}`, { id: 'board.decision-again' })];
    return [who, ...basis, ...again].join(' · ');
  }

  private buttons(decision: Decision): TemplateResult {
    const folded = decision.summary !== '' && !this.whole;
    return html`<div class="buttons">
      ${
        folded
          ? html`<button
              class="button small"
              type="button"
              aria-expanded=${this.asked ? 'true' : 'false'}
              aria-controls="why"
              @click=${() => (this.asked = !this.asked)}
            >
              ${msg('Why', { id: 'board.decision-why' })}
            </button>`
          : nothing
      }
      <button class="button small" type="button" @click=${() => emit(this, 'export-requested', { format: 'record' })}>
        ${msg('Decision record', { id: 'board.decision-file' })}
      </button>
      ${
        this.editable
          ? html`<button class="button small" type="button" @click=${() => emit(this, 'decision-requested', {})}>
              ${msg('Change', { id: 'board.decision-change' })}
            </button>`
          : nothing
      }
    </div>`;
  }

  override render() {
    const { board } = this;
    const decision = board?.decision;
    if (board === undefined || decision === undefined) return nothing;
    const open = this.whole || this.asked;
    return html`<section aria-label=${msg('The decision', { id: 'board.decision' })}>
      <div class="line">
        <span class="chip accent">${statusName(decision.status)}</span>
        <h2>${this.chosen(board, decision)}</h2>
        ${this.superseded(decision)}
        <p class="facts">${this.facts(board, decision)}</p>
        ${this.buttons(decision)}
      </div>
      <p class="why" id="why" ?hidden=${!open || decision.summary === ''}>${decision.summary}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-decision-card': PalabreDecisionCard;
  }
}
