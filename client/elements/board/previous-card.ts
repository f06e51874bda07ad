// What was decided when the question was asked before: above the views, so that the new decision is taken knowing it.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Board, type Previous, optionOf } from '../../../shared/board/board.ts';
import { formatDate } from '../../i18n/format.ts';
import { currentLanguage } from '../../i18n/locale.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { statusName } from './decision-words.ts';

/** How far the old decision has been marked as superseded from here. */
export type Superseding = 'no' | 'busy' | 'done' | 'failed';

const listed = (names: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(names);

/** A year or a month stays as it was given; a day is written as the reader's language does. */
const dayWords = (date: string): string => (date.length === 10 ? formatDate(`${date}T12:00:00`) : date);

/** Fires `previous-superseded`. */
@customElement('palabre-previous-card')
@localized()
export class PalabrePreviousCard extends LitElement {
  static override styles = [
    ...controls,
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
        border: 1px dashed var(--ink-3);
        border-radius: var(--radius-m);
        background: var(--surface);
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-1) var(--space-3);
      }
      h2 {
        margin: 0;
        overflow-wrap: anywhere;
        font: 600 var(--text-m) / 1.4 var(--font-text);
      }
      p {
        margin: 0;
      }
      .quiet {
        color: var(--ink-2);
        font-size: var(--text-s);
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      a.button {
        text-decoration: none;
      }
      .why {
        max-width: 90ch;
        max-height: 30dvh;
        overflow: auto;
        overflow-wrap: anywhere;
        white-space: pre-line;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  /** Where the old board is, if this browser has been there. */
  @property({ attribute: false }) address: string | undefined;
  /** The old decision can be marked from here. */
  @property({ type: Boolean }) mayMark = false;
  @property({ attribute: false }) superseding: Superseding = 'no';
  @state() private asked = false;

  private headline(board: Board, { decision, at }: Previous): string {
    if (decision === undefined) {
      return msg(str`Asked before, and not decided when it was copied on ${formatDate(at)}`, { id: 'past.undecided' });
    }
    const names = decision.options.map((id) => optionOf(board, id)?.name ?? id);
    const what = names.length === 0 ? msg('none of the options', { id: 'past.none' }) : listed(names);
    const [status, date] = [statusName(decision.status).toLocaleLowerCase(currentLanguage()), formatDate(decision.at)];
    return msg(str`Decided before: ${what}, ${status} on ${date}`, { id: 'past.decided' });
  }

  private details(board: Board, { title, decision }: Previous): string {
    const review =
      decision?.reviewOn === undefined
        ? []
        : [msg(str`review was due ${dayWords(decision.reviewOn)}`, { id: 'past.review' })];
    const old =
      board.rounds.at(-1)?.imported === true
        ? [msg('the scores here are the old ones until a new round opens', { id: 'past.old-scores' })]
        : [];
    return [title, ...review, ...old].join(' · ');
  }

  private marking(board: Board, { decision }: Previous): TemplateResult | typeof nothing {
    const isTaken = board.decision?.status === 'accepted';
    if (decision === undefined || !isTaken || !this.mayMark) return nothing;
    if (this.superseding === 'done') {
      return html`<span role="status" class="quiet"
        >${msg('The old decision is marked as superseded.', { id: 'past.marked' })}</span
      >`;
    }
    return html`<button
        class="button small"
        type="button"
        aria-disabled=${this.superseding === 'busy' ? 'true' : 'false'}
        @click=${() => emit(this, 'previous-superseded', {})}
      >
        ${msg('Mark the old decision as superseded', { id: 'past.mark' })}
      </button>
      ${
        this.superseding === 'failed'
          ? html`<span role="alert">${msg('It could not be marked.', { id: 'past.mark-failed' })}</span>`
          : nothing
      }`;
  }

  override render() {
    const { board, asked } = this;
    const previous = board?.previous;
    if (board === undefined || previous === undefined) return nothing;
    const summary = previous.decision?.summary ?? '';
    return html`<section aria-label=${msg('What was decided before', { id: 'past.before' })}>
      <div class="line">
        <h2>${this.headline(board, previous)}</h2>
        <div class="buttons">
          ${
            summary === ''
              ? nothing
              : html`<button
                  class="button small"
                  type="button"
                  aria-expanded=${asked ? 'true' : 'false'}
                  aria-controls="why"
                  @click=${() => (this.asked = !asked)}
                >
                  ${msg('Why it was', { id: 'past.why' })}
                </button>`
          }
          ${this.marking(board, previous)}
          ${
            this.address === undefined
              ? nothing
              : html`<a class="button small" href=${this.address}>${msg('To that board', { id: 'past.there' })}</a>`
          }
        </div>
      </div>
      <p class="quiet">${this.details(board, previous)}</p>
      <p class="why" id="why" ?hidden=${!asked || summary === ''}>${summary}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-previous-card': PalabrePreviousCard;
  }
}
