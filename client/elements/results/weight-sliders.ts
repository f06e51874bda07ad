// "What would change it": one slider a criterion, with a mark where first place changes hands. Private to its reader.
import { localized, msg, str } from '@lit/localize';
import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Board } from '../../../shared/board/board.ts';
import type { Tip } from '../../../shared/voting/method.ts';
import { formatShare } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { cardStyles } from './card-styles.ts';
import { nameOf } from './named.ts';
import type { Shares } from './what-if.ts';
import { sliderStyles } from './weight-sliders-styles.ts';
import { styled } from '../../styles/styled.ts';

/** Sends `share-moved {criterion, share}` (0–1), `shares-equalled` and `shares-reset` to whoever holds the private weights. */
@customElement('palabre-weight-sliders')
@localized()
export class PalabreWeightSliders extends LitElement {
  static override styles = [...controls, cardStyles, sliderStyles];

  @property({ attribute: false }) board: Board | undefined;
  /** The weights being tried. */
  @property({ attribute: false }) shares: Shares = new Map();
  @property({ attribute: false }) tips: readonly Tip[] = [];
  @property({ type: Boolean }) moved = false;
  /** What comes of the weights being tried, in words. */
  @property() outcome = '';

  private moveTo(criterion: string, event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const share = event.target.valueAsNumber / 100;
    this.dispatchEvent(new CustomEvent('share-moved', { detail: { criterion, share } }));
  }

  private get rivals(): readonly string[] {
    return [...new Set(this.tips.flatMap((tip) => (tip.tipsAt === null ? [] : [tip.tipsAt.to])))];
  }

  private hint(board: Board): string {
    const first = msg('Move a weight: only you see it.', { id: 'results.move' });
    const [rival, ...others] = this.rivals;
    if (rival === undefined) {
      const never = msg('No change of a single weight changes who leads.', { id: 'results.never-tips' });
      return `${first} ${never}`;
    }
    const mark =
      others.length > 0
        ? msg('Dashed: another option overtakes.', { id: 'results.dashed-any' })
        : msg(str`Dashed: ${nameOf(board, rival)} overtakes.`, { id: 'results.dashed' });
    return `${first} ${mark}`;
  }

  private tip(board: Board, tip: Tip | undefined) {
    if (tip?.tipsAt === null || tip === undefined) return nothing;
    const at = formatShare(tip.tipsAt.weight, 1);
    const to = nameOf(board, tip.tipsAt.to);
    return this.rivals.length > 1
      ? msg(str`tips at ${at}, ${to}`, { id: 'results.tips-to' })
      : msg(str`tips at ${at}`, { id: 'results.tips' });
  }

  private row(board: Board, criterion: string, share: number) {
    const tip = this.tips.find((other) => other.criterion === criterion);
    const percent = Math.round(share * 1000) / 10;
    const mark = tip?.tipsAt;
    const name = nameOf(board, criterion);
    return html`
      <li>
        <span class="name" id=${`name-${criterion}`}>${name}</span>
        <span class="slide">
          <input
            type="range"
            min="0"
            max="100"
            step="0.1"
            aria-label=${name}
            aria-valuetext=${formatShare(share)}
            aria-describedby=${`tip-${criterion}`}
            .value=${live(String(percent))}
            @input=${(event: Event) => this.moveTo(criterion, event)}
          />
          ${
            mark
              ? html`<span class="mark" aria-hidden="true" ${styled({ '--at': String(mark.weight) })}></span>`
              : nothing
          }
        </span>
        <b class="share">${formatShare(share)}</b>
        <span class="tip" id=${`tip-${criterion}`}>${this.tip(board, tip)}</span>
      </li>
    `;
  }

  override render() {
    const { board } = this;
    if (board === undefined) return nothing;
    return html`
      <section aria-labelledby="title">
        <header>
          <div>
            <h3 id="title">${msg('What would change it', { id: 'results.change' })}</h3>
            <p class="hint">${this.hint(board)}</p>
          </div>
          <div class="presets">
            <button
              class="button small"
              type="button"
              @click=${() => this.dispatchEvent(new CustomEvent('shares-equalled'))}
            >
              ${msg('Equal weights', { id: 'outcome.equal' })}
            </button>
            <button
              class="button small"
              type="button"
              ?disabled=${!this.moved}
              @click=${() => this.dispatchEvent(new CustomEvent('shares-reset'))}
            >
              ${msg('Reset', { id: 'results.reset' })}
            </button>
          </div>
        </header>
        <ul>
          ${[...this.shares].map(([criterion, share]) => this.row(board, criterion, share))}
        </ul>
        <p class="outcome" role="status">${this.outcome}</p>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-weight-sliders': PalabreWeightSliders;
  }
}
