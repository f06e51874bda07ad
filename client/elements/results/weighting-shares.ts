// How often each option would come first if the weights were drawn at random: always the same draws.
import { localized, msg } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { weightingShares } from '../../../shared/analysis/weightings.ts';
import type { Board } from '../../../shared/board/board.ts';
import type { CountedRound } from '../../../shared/voting/method.ts';
import { sheetOfTally } from '../../../shared/voting/score-sheet.ts';
import type { ScoreTally, Tally } from '../../../shared/voting/tally.ts';
import { formatShare } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { styled } from '../../styles/styled.ts';
import { optionColour, optionStyle, optionSwatch } from '../option-colour.ts';
import { cardStyles } from './card-styles.ts';
import { named } from './named.ts';

/** Options that come first at all, the most often first; `out` were knocked out whatever the weights. */
export function sharesWon(
  round: CountedRound,
  tally: ScoreTally,
  out: ReadonlySet<string>,
): readonly (readonly [string, number])[] {
  const sheet = sheetOfTally(round, tally);
  const kept = sheet.options.map((option) => !out.has(option));
  const shares = weightingShares({
    ...sheet,
    options: sheet.options.filter((_, at) => kept[at]),
    cells: sheet.cells.filter((_, at) => kept[at]),
  });
  return Object.entries(shares)
    .filter(([, share]) => share > 0)
    .toSorted(([, a], [, b]) => b - a);
}

@customElement('palabre-weighting-shares')
@localized()
export class PalabreWeightingShares extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    optionSwatch,
    css`
      ul {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 6px var(--space-3);
        margin: var(--space-3) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: subgrid;
        align-items: center;
      }
      .swatch {
        width: 12px;
        height: 12px;
        border-radius: 3px;
      }
      .name {
        min-width: 0;
        overflow-wrap: anywhere;
        background: linear-gradient(var(--option), var(--option)) no-repeat 0 100% / calc(var(--won) * 100%) 3px;
        padding-bottom: 5px;
      }
      b {
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: CountedRound | undefined;
  @property({ attribute: false }) tally: Tally | undefined;
  /** Options that a must-have knocked out. */
  @property({ attribute: false }) out: ReadonlySet<string> = new Set();

  private counted: { tally: Tally; shares: ReturnType<typeof sharesWon> } | undefined;

  /** Ten thousand draws are not made again while nothing changes. */
  private shares(round: CountedRound, tally: ScoreTally): ReturnType<typeof sharesWon> {
    if (this.counted?.tally !== tally) this.counted = { tally, shares: sharesWon(round, tally, this.out) };
    return this.counted.shares;
  }

  override render() {
    const { board, round, tally } = this;
    if (!board || !round || !tally || !('cells' in tally)) return nothing;
    const shares = this.shares(round, tally);
    if (shares.length === 0) return nothing;
    return html`<section aria-labelledby="title">
      <h3 id="title">${msg('If the weights were drawn at random', { id: 'outcome.random' })}</h3>
      <p class="hint">
        ${msg('How often each option comes first under 10,000 random weightings, always the same ones.', {
          id: 'outcome.random-hint',
        })}
      </p>
      <ul>
        ${shares.map(([option, share]) => {
          const { name, index = 0 } = named(board, option);
          return html`<li ${styled({ ...optionStyle(index), '--won': share.toFixed(4) })}>
            <span class="swatch ${optionColour(index).pattern ? 'patterned' : ''}"></span>
            <span class="name">${name}</span>
            <b>${formatShare(share, share < 0.1 || share > 0.99 ? 1 : 0)}</b>
          </li>`;
        })}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-weighting-shares': PalabreWeightingShares;
  }
}
