// Opens a round: what is asked, who will see what, for how long. The rules are read before anybody votes.
import { localized, msg } from '@lit/localize';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Board, present } from '../../../shared/board/board.ts';
import { METHODS, type MethodName } from '../../../shared/voting/ballots.ts';
import type { Secrecy } from '../../../shared/voting/method.ts';
import { methodOf } from '../../../shared/voting/methods.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { methodMeaning, methodName, ruleName } from './counting-words.ts';
import { type RoundDraft, draftProblem, judges, newDraft, openingOf, ruledDraft } from './round-draft.ts';
import { roundDialogStyles } from './round-dialog-styles.ts';
import { secrecyInShort, secrecyName } from './secrecy-words.ts';
import '../dialog/palabre-dialog.ts';
import './round-rules.ts';

const SECRECIES: readonly Secrecy[] = ['named', 'anonymous', 'live'];
const LIMITS: readonly (number | undefined)[] = [undefined, 60, 180, 300, 600];

const limitName = (seconds: number | undefined): string =>
  seconds === undefined
    ? msg('No time limit', { id: 'opening.no-limit' })
    : new Intl.NumberFormat(document.documentElement.lang || 'en', {
        style: 'unit',
        unit: 'minute',
        unitDisplay: 'long',
      }).format(seconds / 60);

@customElement('palabre-open-round-dialog')
@localized()
export class PalabreOpenRoundDialog extends LitElement {
  static override styles = [...controls, roundDialogStyles];

  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) board: Board | undefined;
  @state() private draft: RoundDraft = newDraft();

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') && this.open) this.draft = newDraft();
  }

  private change(fields: Partial<RoundDraft>): void {
    this.draft = { ...this.draft, ...fields };
  }

  private start(event: SubmitEvent): void {
    event.preventDefault();
    if (this.board === undefined || draftProblem(this.board, this.draft) !== undefined) return;
    emit(this, 'round-opened', openingOf(this.board, this.draft));
  }

  private choice<T extends string>(
    name: string,
    value: T,
    chosen: T,
    label: string,
    hint: string,
    pick: (to: T) => void,
  ) {
    return html`<label class="choice" ?data-chosen=${value === chosen}>
      <input type="radio" name=${name} .value=${value} .checked=${value === chosen} @change=${() => pick(value)} />
      <span><strong>${label}</strong><span class="hint">${hint}</span></span>
    </label>`;
  }

  private renderMethod(): TemplateResult {
    const { draft } = this;
    const methods = html`<div class="field">
      <label for="method">${msg('What is asked', { id: 'opening.method' })}</label>
      <select
        id="method"
        @change=${(event: Event) => {
          const method = (event.target as HTMLSelectElement).value as MethodName;
          this.change({ method, rule: methodOf(method).defaultRule });
        }}
      >
        ${METHODS.map(
          (method) => html`<option value=${method} ?selected=${method === draft.method}>${methodName(method)}</option>`,
        )}
      </select>
      <p class="hint">${methodMeaning(draft.method)}</p>
    </div>`;
    const { rules } = methodOf(draft.method);
    if (rules.length < 2) return methods;
    return html`${methods}
      <div class="field">
        <label for="rule">${msg('Counted by', { id: 'opening.rule' })}</label>
        <select
          id="rule"
          @change=${(event: Event) => {
            const rule = rules.find((known) => known === (event.target as HTMLSelectElement).value);
            if (rule !== undefined) this.change({ rule });
          }}
        >
          ${rules.map(
            (rule) =>
              html`<option value=${rule} ?selected=${rule === draft.rule}>${ruleName(rule, draft.method)}</option>`,
          )}
        </select>
      </div>`;
  }

  private renderMethodSettings(): TemplateResult | typeof nothing {
    const { draft } = this;
    if (draft.method === 'dots') {
      return html`<div class="row">
        <div class="field">
          <label for="dots">${msg('Dots each', { id: 'opening.dots' })}</label>
          <input
            id="dots"
            type="number"
            min="1"
            max="100"
            .value=${String(draft.dots)}
            @input=${(event: Event) => this.change({ dots: (event.target as HTMLInputElement).valueAsNumber })}
          />
        </div>
        ${this.check('stacking', draft.stacking, msg('Several on one option', { id: 'opening.stacking' }), (stacking) =>
          this.change({ stacking }),
        )}
      </div>`;
    }
    if (draft.method !== 'consent') return nothing;
    return html`<div class="field">
      <label for="proposal">${msg('The proposal', { id: 'opening.proposal' })}</label>
      <textarea
        id="proposal"
        rows="2"
        maxlength="500"
        .value=${draft.proposal}
        @input=${(event: Event) => this.change({ proposal: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
    </div>`;
  }

  private check(id: string, on: boolean, label: string, pick: (on: boolean) => void): TemplateResult {
    return html`<label class="check">
      <input
        id=${id}
        type="checkbox"
        .checked=${on}
        @change=${(event: Event) => pick((event.target as HTMLInputElement).checked)}
      />
      ${label}
    </label>`;
  }

  private renderSecrecy(): TemplateResult {
    return html`<fieldset>
      <legend>${msg('Who sees what', { id: 'opening.secrecy' })}</legend>
      <div class="choices">
        ${SECRECIES.map((secrecy) =>
          this.choice('secrecy', secrecy, this.draft.secrecy, secrecyName(secrecy), secrecyInShort(secrecy), (to) =>
            this.change({ secrecy: to }),
          ),
        )}
      </div>
    </fieldset>`;
  }

  private renderTime(): TemplateResult {
    const { draft } = this;
    return html`<div class="row">
      <div class="field">
        <label for="limit">${msg('Time limit', { id: 'opening.limit' })}</label>
        <select
          id="limit"
          @change=${(event: Event) => {
            const seconds = Number((event.target as HTMLSelectElement).value);
            this.change({ seconds: seconds > 0 ? seconds : undefined });
          }}
        >
          ${LIMITS.map(
            (seconds) =>
              html`<option value=${seconds ?? 0} ?selected=${seconds === draft.seconds}>${limitName(seconds)}</option>`,
          )}
        </select>
      </div>
      ${this.check('when-all', draft.closeWhenAll, msg('Close when all are done', { id: 'opening.when-all' }), (on) =>
        this.change({ closeWhenAll: on }),
      )}
    </div>`;
  }

  /** Which options and criteria take part; all of them unless some are taken out. */
  private renderParts(board: Board): TemplateResult {
    const { draft } = this;
    const list = (
      legend: string,
      things: readonly { readonly id: string; readonly name: string; readonly removed?: true }[],
      left: ReadonlySet<string>,
      pick: (left: ReadonlySet<string>) => void,
    ): TemplateResult =>
      html`<fieldset class="parts">
        <legend>${legend}</legend>
        ${present(things).map(({ id, name }) =>
          this.check(`part-${id}`, !left.has(id), name, (on) => {
            const next = new Set(left);
            if (on) next.delete(id);
            else next.add(id);
            pick(next);
          }),
        )}
      </fieldset>`;
    return html`
      ${
        judges(draft.method).options
          ? list(msg('Options', { id: 'opening.options' }), board.options, draft.leftOptions, (leftOptions) =>
              this.change({ leftOptions }),
            )
          : nothing
      }
      ${
        judges(draft.method).criteria
          ? list(msg('Criteria', { id: 'opening.criteria' }), board.criteria, draft.leftCriteria, (leftCriteria) =>
              this.change({ leftCriteria }),
            )
          : nothing
      }
    `;
  }

  private renderMore(board: Board): TemplateResult {
    const { draft } = this;
    return html`<details>
      <summary>${msg('More settings', { id: 'opening.more' })}</summary>
      <div class="more">
        <div class="field">
          <label for="prompt">${msg('What to keep in mind', { id: 'opening.prompt' })}</label>
          <input
            id="prompt"
            maxlength="500"
            .value=${draft.prompt}
            @input=${(event: Event) => this.change({ prompt: (event.target as HTMLInputElement).value })}
          />
        </div>
        <div class="field">
          <label for="quorum">${msg('Quorum: fewest ballots for a valid result', { id: 'opening.quorum' })}</label>
          <input
            id="quorum"
            type="number"
            min="1"
            max="10000"
            .value=${draft.quorum === undefined ? '' : String(draft.quorum)}
            @input=${(event: Event) => {
              const quorum = (event.target as HTMLInputElement).valueAsNumber;
              this.change({ quorum: Number.isInteger(quorum) && quorum > 0 ? quorum : undefined });
            }}
          />
        </div>
        ${this.check(
          'shuffle',
          draft.shuffle,
          msg('Another order of options for each voter', { id: 'opening.shuffle' }),
          (on) => this.change({ shuffle: on }),
        )}
        ${
          draft.secrecy === 'named'
            ? nothing
            : this.check(
                'publish',
                draft.publish === 'ballots',
                msg('Publish whole ballots, without names, at the reveal', { id: 'opening.publish' }),
                (on) => this.change({ publish: on ? 'ballots' : 'tally' }),
              )
        }
        ${this.renderParts(board)}
      </div>
    </details>`;
  }

  private problemSentence(problem: ReturnType<typeof draftProblem>): string {
    switch (problem) {
      case 'options':
        return msg('There is no option to vote on: add one, or choose one above.', { id: 'opening.no-options' });
      case 'criteria':
        return msg('There is no criterion to vote under: add one, or choose one above.', { id: 'opening.no-criteria' });
      case 'weights':
        return msg('All criteria weigh nothing: give one of them a weight.', { id: 'opening.no-weights' });
      case 'dots':
        return msg('Give everybody 1 to 100 dots.', { id: 'opening.wrong-dots' });
      case 'proposal':
        return msg('Say what is proposed.', { id: 'opening.no-proposal' });
      default:
        return '';
    }
  }

  override render() {
    const { board, draft } = this;
    if (board === undefined) return nothing;
    const problem = draftProblem(board, draft);
    return html`<palabre-dialog wide .open=${this.open} .heading=${msg('Open a round', { id: 'opening.title' })}>
      <form id="round" @submit=${this.start}>
        ${this.renderMethod()} ${this.renderMethodSettings()} ${this.renderSecrecy()} ${this.renderTime()}
        ${this.renderMore(board)}
        <section class="rules" aria-label=${msg('What voters are told first', { id: 'opening.told' })}>
          <palabre-round-rules .round=${ruledDraft(board, draft)}></palabre-round-rules>
        </section>
        <p class="error" role="status">${this.problemSentence(problem)}</p>
        <button class="button primary" type="submit" aria-disabled=${problem === undefined ? 'false' : 'true'}>
          ${msg('Open the round', { id: 'opening.open' })}
        </button>
      </form>
    </palabre-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-open-round-dialog': PalabreOpenRoundDialog;
  }
}
