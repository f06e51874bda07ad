// "You against the room": the cells where one's own score is farthest from the mean. Only its reader sees it.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Board, criterionOf, optionOf } from '../../../shared/board/board.ts';
import type { Ballot } from '../../../shared/voting/ballots.ts';
import type { CountedRound } from '../../../shared/voting/method.ts';
import { countedOptions } from '../../../shared/voting/cells.ts';
import type { Tally } from '../../../shared/voting/tally.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { cardStyles } from './card-styles.ts';
import { cellMeanOf } from './what-if.ts';

const SHOWN = 5;
const FAR = 1;

export interface Apart {
  readonly option: string;
  readonly criterion: string;
  readonly own: number;
  readonly mean: number;
}

/** One's own scores at least one point from the mean of all, farthest first. */
export function farFromMean(round: CountedRound, tally: Tally, ballot: Ballot | undefined): readonly Apart[] {
  if (ballot === undefined || !('cells' in ballot) || !('cells' in tally)) return [];
  const found = countedOptions(round).flatMap((option) =>
    round.criteria.flatMap(({ id }): Apart[] => {
      const own = ballot.cells[option]?.[id];
      const mean = cellMeanOf(tally.cells[option]?.[id]);
      return typeof own === 'number' && mean !== undefined ? [{ option, criterion: id, own, mean }] : [];
    }),
  );
  const away = ({ own, mean }: Apart): number => Math.abs(own - mean);
  return found.filter((apart) => away(apart) >= FAR).toSorted((a, b) => away(b) - away(a));
}

@customElement('palabre-against-room')
@localized()
export class PalabreAgainstRoom extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    css`
      ul {
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--space-4);
        padding-block: 6px;
        border-top: 1px solid var(--hairline);
      }
      .gap {
        color: var(--ink-2);
        font-variant-numeric: tabular-nums;
      }
      .you {
        color: var(--accent);
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: CountedRound | undefined;
  @property({ attribute: false }) tally: Tally | undefined;
  @property({ attribute: false }) ballot: Ballot | undefined;

  override render() {
    const { board, round, tally, ballot } = this;
    if (!board || !round || !tally || !ballot || !('cells' in ballot)) return nothing;
    const found = farFromMean(round, tally, ballot).slice(0, SHOWN);
    return html`
      <section aria-labelledby="title">
        <h3 id="title">${msg('You against the room', { id: 'results.room' })}</h3>
        <p class="hint">${msg('Only you see this.', { id: 'results.only-you' })}</p>
        ${
          found.length === 0
            ? html`<p>${msg('None of your scores is a whole point from the mean.', { id: 'results.room-none' })}</p>`
            : html`<ul>
                ${found.map(({ option, criterion, own, mean }) => {
                  const room = formatNumber(mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
                  return html`<li>
                    <span>
                      <b>${optionOf(board, option)?.name ?? option}</b> ×
                      ${criterionOf(board, criterion)?.name ?? criterion}
                    </span>
                    <span class="gap">
                      <span class="you">${msg(str`you ${own}`, { id: 'results.you' })}</span> ·
                      ${msg(str`room ${room}`, { id: 'results.room-mean' })}
                    </span>
                  </li>`;
                })}
              </ul>`
        }
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-against-room': PalabreAgainstRoom;
  }
}
