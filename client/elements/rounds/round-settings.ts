// What most rounds leave as it is: counting rule, options and criteria, what is published, quorum, order.
import { localized, msg, str } from '@lit/localize';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Board, present } from '../../../shared/board/board.ts';
import { BOUNDS } from '../../../shared/bounds.ts';
import { controls } from '../../styles/controls.ts';
import { ruleMeaning, ruleName } from './counting-words.ts';
import { openRoundStyles } from './open-round-styles.ts';
import {
  NEW_DRAFT,
  type RoundDraft,
  asksCriteria,
  asksDivided,
  asksOptions,
  dividedCells,
  rulesFor,
} from './round-draft.ts';

const number = (event: Event): number | undefined => {
  const input = event.target;
  return input instanceof HTMLInputElement && input.value.trim() !== '' ? input.valueAsNumber : undefined;
};
const checked = (event: Event): boolean => event.target instanceof HTMLInputElement && event.target.checked;

/** Sends `draft-changed` with the parts of the draft that change. */
@customElement('palabre-round-settings')
@localized()
export class PalabreRoundSettings extends LitElement {
  static override styles = [
    ...controls,
    openRoundStyles,
    css`
      :host {
        display: block;
      }
      summary {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-height: 36px;
        font-weight: 600;
        cursor: pointer;
        list-style: none;
      }
      summary::-webkit-details-marker {
        display: none;
      }
      summary::before {
        width: 7px;
        height: 7px;
        margin-inline: 2px 4px;
        border: solid currentcolor;
        border-width: 0 2px 2px 0;
        transform: rotate(-45deg);
        transition: transform var(--quick);
        content: '';
      }
      [open] summary::before {
        transform: rotate(45deg);
      }
      .all {
        display: grid;
        gap: var(--space-5);
        padding-top: var(--space-3);
      }
      .list {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
        gap: 0 var(--space-4);
        max-height: 220px;
        overflow-y: auto;
      }
      .list .check {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .number input {
        max-width: 120px;
      }
      @media (pointer: coarse) {
        summary {
          min-height: var(--touch);
        }
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) draft: RoundDraft = NEW_DRAFT;

  private change(changes: Partial<RoundDraft>): void {
    this.dispatchEvent(new CustomEvent('draft-changed', { detail: changes }));
  }

  private rule(board: Board): TemplateResult | typeof nothing {
    const { method, rule } = this.draft;
    const rules = rulesFor(board, this.draft);
    if (rules.length < 2) return nothing;
    const choose = ({ target }: Event): void => {
      const chosen = target instanceof HTMLSelectElement ? rules.find((known) => known === target.value) : undefined;
      if (chosen !== undefined) this.change({ rule: chosen });
    };
    return html`<div class="field">
      <label for="rule">${msg('Counting rule', { id: 'rounds.rule-label' })}</label>
      <select id="rule" aria-describedby="rule-meaning" @change=${choose}>
        ${rules.map(
          (known) => html`<option value=${known} ?selected=${known === rule}>${ruleName(known, method)}</option>`,
        )}
      </select>
      <p class="hint" id="rule-meaning">${ruleMeaning(rule, method)}</p>
    </div>`;
  }

  private list(
    legend: string,
    things: readonly { readonly id: string; readonly name: string }[],
    without: ReadonlySet<string>,
    choose: (without: ReadonlySet<string>) => void,
  ): TemplateResult {
    const toggle = (id: string, isIn: boolean): void => {
      const next = new Set(without);
      if (isIn) next.delete(id);
      else next.add(id);
      choose(next);
    };
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="list">
        ${things.map(
          ({ id, name }) =>
            html`<label class="check">
              <input
                type="checkbox"
                .checked=${!without.has(id)}
                @change=${(event: Event) => toggle(id, checked(event))}
              />
              ${name}
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  private lists(board: Board): TemplateResult {
    const { draft } = this;
    if (asksDivided(board, draft)) return html``;
    return html`
      ${
        asksOptions(draft)
          ? this.list(
              msg('Options', { id: 'rounds.options' }),
              present(board.options),
              draft.withoutOptions,
              (withoutOptions) => this.change({ withoutOptions }),
            )
          : nothing
      }
      ${
        asksCriteria(draft)
          ? this.list(
              msg('Criteria', { id: 'rounds.criteria' }),
              present(board.criteria),
              draft.withoutCriteria,
              (withoutCriteria) => this.change({ withoutCriteria }),
            )
          : nothing
      }
    `;
  }

  /** A second round may be about the divided cells alone; the others keep what they had. */
  private divided(board: Board): TemplateResult | typeof nothing {
    const cells = dividedCells(board).length;
    if (this.draft.method !== 'score' || cells === 0) return nothing;
    return this.check(
      msg(str`Ask only about the divided cells (${cells})`, { id: 'outcome.divided-only' }),
      this.draft.dividedOnly,
      (dividedOnly) => this.change({ dividedOnly, ...(dividedOnly && { rule: 'mean' as const }) }),
      msg('The other cells keep what the last round gave them.', { id: 'outcome.divided-only-hint' }),
    );
  }

  private dots(): TemplateResult | typeof nothing {
    const { method, dots, stacking } = this.draft;
    if (method !== 'dots') return nothing;
    return html`<div>
      ${this.number('dots', msg('Dots for each voter', { id: 'rounds.dots' }), dots, BOUNDS.dots, (n) =>
        this.change({ dots: n ?? Number.NaN }),
      )}
      ${this.check(msg('Several dots on one option allowed', { id: 'rounds.stacking' }), stacking, (on) =>
        this.change({ stacking: on }),
      )}
    </div>`;
  }

  private threshold(): TemplateResult | typeof nothing {
    const { method, threshold } = this.draft;
    if (method !== 'consent') return nothing;
    return this.number(
      'threshold',
      msg('The proposal stands if nobody shows fewer fingers than', { id: 'rounds.threshold' }),
      threshold,
      5,
      (n) => this.change({ threshold: Math.min(5, Math.max(0, Math.round(n ?? 1))) }),
    );
  }

  private number(
    id: string,
    label: string,
    value: number | undefined,
    max: number,
    choose: (value: number | undefined) => void,
    hint?: string,
  ): TemplateResult {
    return html`<div class="field number">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="number"
        inputmode="numeric"
        min="1"
        max=${max}
        aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
        .value=${value === undefined || Number.isNaN(value) ? '' : String(value)}
        @change=${(event: Event) => choose(number(event))}
      />
      ${hint === undefined ? nothing : html`<p class="hint" id=${`${id}-hint`}>${hint}</p>`}
    </div>`;
  }

  private check(label: string, on: boolean, choose: (on: boolean) => void, hint?: string): TemplateResult {
    return html`<label class="check">
      <input type="checkbox" .checked=${on} @change=${(event: Event) => choose(checked(event))} />
      <span>${label}${hint === undefined ? nothing : html`<br /><span class="hint">${hint}</span>`}</span>
    </label>`;
  }

  private more(): TemplateResult {
    const { draft } = this;
    return html`<div>
        ${
          draft.secrecy === 'named'
            ? nothing
            : this.check(
                msg('Publish whole ballots without names at the reveal', { id: 'rounds.publish' }),
                draft.publishBallots,
                (publishBallots) => this.change({ publishBallots }),
                msg('Anybody can then recount, but a whole ballot can give its voter away.', {
                  id: 'rounds.publish-hint',
                }),
              )
        }
        ${
          asksOptions(draft)
            ? this.check(
                msg('Show the options to everybody in another order', { id: 'rounds.shuffle' }),
                draft.shuffle,
                (shuffle) => this.change({ shuffle }),
              )
            : nothing
        }
      </div>
      ${this.number(
        'quorum',
        msg('Quorum (optional)', { id: 'rounds.quorum' }),
        draft.quorum,
        BOUNDS.members,
        (quorum) => this.change({ quorum }),
        msg('With fewer ballots the result is shown as not valid.', { id: 'rounds.quorum-hint' }),
      )}`;
  }

  override render() {
    if (this.board === undefined) return nothing;
    return html`
      ${this.dots()} ${this.threshold()} ${this.divided(this.board)}
      <details>
        <summary>${msg('Counting, options, criteria and more', { id: 'rounds.settings' })}</summary>
        <div class="all">${this.rule(this.board)} ${this.lists(this.board)} ${this.more()}</div>
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-round-settings': PalabreRoundSettings;
  }
}
