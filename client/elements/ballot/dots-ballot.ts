// The ballot of dots: a few dots laid on options, one each or stacked.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { MyBallot } from '../../board-view.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { DEFAULT_DOTS } from '../../../shared/voting/dots.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { optionSwatch } from '../option-colour.ts';
import { shutBecause } from './ballot-words.ts';
import { type Offered, ballotFrame, leftWords, nameTemplate, offered, swatch } from './general-ballot.ts';
import { generalStyles } from './general-ballot-styles.ts';

@customElement('palabre-dots-ballot')
@localized()
export class PalabreDotsBallot extends LitElement {
  static override styles = [
    ...controls,
    optionSwatch,
    generalStyles,
    css`
      .laid {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        min-height: 10px;
        margin-top: 4px;
      }
      .laid i {
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You = { role: 'voter' };
  @property({ attribute: false }) shuffleSeed: string | undefined;

  private get laid(): Readonly<Record<string, number>> {
    const ballot = this.mine?.ballot;
    return ballot !== undefined && 'dots' in ballot ? ballot.dots : {};
  }

  private lay(option: string, dots: number): void {
    const others = Object.entries(this.laid).filter(([id, n]) => id !== option && n > 0);
    const ballot = { dots: Object.fromEntries(dots > 0 ? [...others, [option, dots]] : others) };
    emit(this, 'ballot-chosen', { ballot });
  }

  private row(entry: Offered, round: Round, left: number, shut: boolean) {
    const { id, name } = entry.option;
    const laid = this.laid[id] ?? 0;
    const full = left <= 0 || (round.stacking !== true && laid >= 1);
    return html`<li>
      <div class="row" role="group" aria-label=${name}>
        ${swatch(entry.index)}
        <span class="what">
          ${nameTemplate(entry)}
          <span class="laid" aria-hidden="true">${Array.from({ length: laid }, () => html`<i></i>`)}</span>
        </span>
        <button
          class="icon-button"
          type="button"
          aria-label=${msg(str`One dot less on ${name}`, { id: 'ballot.dot-less' })}
          ?disabled=${shut || laid === 0}
          @click=${() => this.lay(id, laid - 1)}
        >
          −
        </button>
        <span class="number" aria-live="polite">${formatNumber(laid)}</span>
        <button
          class="icon-button"
          type="button"
          aria-label=${msg(str`One dot more on ${name}`, { id: 'ballot.dot-more' })}
          ?disabled=${shut || full}
          @click=${() => this.lay(id, laid + 1)}
        >
          +
        </button>
      </div>
    </li>`;
  }

  override render() {
    const { board, round, mine, you } = this;
    if (board === undefined || round === undefined) return nothing;
    const all = round.dots ?? DEFAULT_DOTS;
    const options = offered(board, round, this.shuffleSeed);
    const used = options.reduce((sum, { option }) => sum + (this.laid[option.id] ?? 0), 0);
    const n = formatNumber(all);
    const shut = shutBecause(round, you) !== undefined;
    return ballotFrame(
      { board, round, mine, you },
      {
        heading: msg(str`Lay your ${n} dots`, { id: 'ballot.dots-title' }),
        lead:
          round.stacking === true
            ? msg('As many on one option as you like. You need not use them all.', { id: 'ballot.dots-stacking' })
            : msg('At most one on an option. You need not use them all.', { id: 'ballot.dots-single' }),
        status: leftWords(all - used, all),
        empty: used === 0,
        mayAbstain: true,
      },
      html`<ul class="rows">
        ${options.map((entry) => this.row(entry, round, all - used, shut))}
      </ul>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-dots-ballot': PalabreDotsBallot;
  }
}
