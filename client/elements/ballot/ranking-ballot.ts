// The ballot of a ranking: tap to add, buttons to move and to tie; what is left out stands below all that is ranked.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MyBallot } from '../../board-view.ts';
import type { Board, Round } from '../../../shared/board/board.ts';
import type { You } from '../../../shared/protocol.ts';
import { formatNumber } from '../../i18n/format.ts';
import { controls } from '../../styles/controls.ts';
import { emit } from '../board-events.ts';
import { optionSwatch } from '../option-colour.ts';
import { ofWords, shutBecause } from './ballot-words.ts';
import { type Offered, ballotFrame, nameTemplate, offered, swatch } from './general-ballot.ts';
import { generalStyles } from './general-ballot-styles.ts';
import { type Ranking, added, groupOf, moved, removed, tied } from './ranking-moves.ts';

@customElement('palabre-ranking-ballot')
@localized()
export class PalabreRankingBallot extends LitElement {
  static override styles = [
    ...controls,
    optionSwatch,
    generalStyles,
    css`
      .row {
        flex-wrap: wrap;
      }
      .joined {
        border-bottom-color: transparent;
      }
      .moves {
        display: flex;
        flex: none;
        gap: 6px;
      }
      @media (max-width: 620px) {
        .moves {
          flex-basis: 100%;
          justify-content: flex-end;
        }
        ol .row {
          gap: 6px var(--space-3);
        }
      }
      .tie {
        min-height: var(--touch);
      }
      .add {
        width: 100%;
        border: 0;
        border-bottom: 1px solid var(--hairline);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      .add:hover {
        background: var(--sunk);
      }
      .plus {
        flex: none;
        color: var(--accent);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) round: Round | undefined;
  @property({ attribute: false }) mine: MyBallot | undefined;
  @property({ attribute: false }) you: You = { role: 'voter' };
  @property({ attribute: false }) shuffleSeed: string | undefined;
  /** The control to keep the focus on when its row moves. */
  private kept: string | undefined;

  private get ranking(): Ranking {
    const ballot = this.mine?.ballot;
    const given = ballot !== undefined && 'ranking' in ballot ? ballot.ranking : [];
    const withdrawn = this.round?.withdrawn ?? [];
    return given
      .map((group) => group.filter((option) => !withdrawn.includes(option)))
      .filter((group) => group.length > 0);
  }

  protected override updated(): void {
    if (this.kept === undefined) return;
    const [option = '', control = ''] = this.kept.split(' ');
    this.kept = undefined;
    const buttons = [...this.renderRoot.querySelectorAll<HTMLButtonElement>('button[data-option]')];
    const own = buttons.filter((button) => button.dataset['option'] === option && !button.disabled);
    (own.find((button) => button.dataset['control'] === control) ?? own[0])?.focus();
  }

  private send(ranking: Ranking, option: string, control: string): void {
    this.kept = `${option} ${control}`;
    emit(this, 'ballot-chosen', { ballot: { ranking: ranking.map((group) => [...group]) } });
    this.requestUpdate();
  }

  private move(option: string, control: string, label: string, sign: string, next: Ranking, disabled: boolean) {
    return html`<button
      class="icon-button"
      type="button"
      data-option=${option}
      data-control=${control}
      aria-label=${label}
      ?disabled=${disabled}
      @click=${() => this.send(next, option, control)}
    >
      ${sign}
    </button>`;
  }

  private ranked(entry: Offered, shut: boolean) {
    const { id, name } = entry.option;
    const { ranking } = this;
    const place = groupOf(ranking, id);
    const group = ranking[place] ?? [];
    const first = place === 0 && group.length === 1;
    const last = place === ranking.length - 1 && group.length === 1;
    const rank = ranking.slice(0, place).reduce((sum, above) => sum + above.length, 1);
    const inTie = group.length > 1;
    const followsTie = inTie && group[0] !== id;
    const label = msg(str`Tie ${name} with the one above`, { id: 'ballot.tie-label' });
    return html`<li class="row ${inTie && group.at(-1) !== id ? 'joined' : ''}">
      <span class="number">${formatNumber(rank)}</span>
      ${swatch(entry.index)} ${nameTemplate(entry)}
      <span class="moves">
        <button
          class="button small tie"
          type="button"
          data-option=${id}
          data-control="tie"
          aria-pressed=${followsTie ? 'true' : 'false'}
          aria-label=${label}
          ?disabled=${shut || (place === 0 && !followsTie)}
          @click=${() => this.send(tied(ranking, id), id, 'tie')}
        >
          ${msg('tie', { id: 'ballot.tie' })}
        </button>
        ${this.move(id, 'up', msg(str`${name} up`, { id: 'ballot.up' }), '↑', moved(ranking, id, -1), shut || first)}
        ${this.move(id, 'down', msg(str`${name} down`, { id: 'ballot.down' }), '↓', moved(ranking, id, 1), shut || last)}
        ${this.move(id, 'out', msg(str`Do not rank ${name}`, { id: 'ballot.unrank' }), '×', removed(ranking, id), shut)}
      </span>
    </li>`;
  }

  private unranked(entries: readonly Offered[], shut: boolean) {
    if (entries.length === 0) return nothing;
    return html`<h3>${msg('Not ranked: below all the others', { id: 'ballot.unranked' })}</h3>
      <ul class="rows">
        ${repeat(
          entries,
          ({ option }) => option.id,
          (entry) =>
            html`<li>
              <button
                class="row add"
                type="button"
                data-option=${entry.option.id}
                data-control="add"
                ?disabled=${shut}
                @click=${() => this.send(added(this.ranking, entry.option.id), entry.option.id, 'up')}
              >
                ${swatch(entry.index)} ${nameTemplate(entry)}
                <span class="plus">${msg('add', { id: 'ballot.add' })}</span>
              </button>
            </li>`,
        )}
      </ul>`;
  }

  override render() {
    const { board, round, mine, you, ranking } = this;
    if (board === undefined || round === undefined) return nothing;
    const options = offered(board, round, this.shuffleSeed);
    const order = ranking.flat().flatMap((id) => options.filter(({ option }) => option.id === id));
    const shut = shutBecause(round, you) !== undefined;
    return ballotFrame(
      { board, round, mine, you },
      {
        heading: msg('Put them in your order', { id: 'ballot.ranking-title' }),
        lead: msg('Best first. Ties are allowed, and so is leaving some out.', { id: 'ballot.ranking-lead' }),
        status: ofWords(order.length, options.length),
        empty: order.length === 0,
        mayAbstain: true,
      },
      html`
        ${
          order.length === 0
            ? nothing
            : html`<ol class="rows" aria-label=${msg('Your order', { id: 'ballot.your-order' })}>
                ${repeat(
                  order,
                  ({ option }) => option.id,
                  (entry) => this.ranked(entry, shut),
                )}
              </ol>`
        }
        ${this.unranked(
          options.filter((entry) => !order.includes(entry)),
          shut,
        )}
      `,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-ranking-ballot': PalabreRankingBallot;
  }
}
