// "Same ballots, other rules": who would lead if these ballots were counted differently.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Board } from '../../../shared/board/board.ts';
import type { OtherRule, Result } from '../../../shared/voting/method.ts';
import { controls } from '../../styles/controls.ts';
import { optionColour, optionStyle, optionSwatch } from '../option-colour.ts';
import { ruleName } from '../rounds/counting-words.ts';
import { cardStyles } from './card-styles.ts';
import { named, namesOf } from './named.ts';
import { styled } from '../../styles/styled.ts';

@customElement('palabre-other-rules')
@localized()
export class PalabreOtherRules extends LitElement {
  static override styles = [
    ...controls,
    cardStyles,
    optionSwatch,
    css`
      table {
        width: 100%;
        margin-top: var(--space-1);
        border-collapse: collapse;
      }
      th,
      td {
        padding: 3px 0;
        text-align: start;
        font-weight: 400;
        vertical-align: baseline;
      }
      thead th {
        padding: 0;
      }
      tbody th {
        width: 38%;
        padding-inline-end: var(--space-3);
        color: var(--ink-2);
      }
      .winner {
        display: inline-flex;
        align-items: baseline;
        gap: 6px;
        margin-inline-end: var(--space-3);
        font-weight: 600;
        overflow-wrap: anywhere;
      }
      .swatch {
        width: 9px;
        height: 9px;
        border-radius: 2px;
      }
      .then {
        color: var(--ink-2);
        font-size: var(--text-s);
        text-align: end;
      }
      .own th {
        color: var(--ink);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) board: Board | undefined;
  @property({ attribute: false }) result: Result | undefined;

  /** Whoever comes next by that rule. */
  private second(board: Board, { ranking, winners }: OtherRule): string {
    const group = ranking.find((tied) => tied.some((option) => !winners.includes(option)));
    if (group === undefined || winners.length === 0) return '';
    const next = group.filter((option) => !winners.includes(option));
    const names = namesOf(board, next);
    const said = names.length > 2 ? `${names.slice(0, 2).join(', ')}…` : names.join(', ');
    return msg(str`then ${said}`, { id: 'results.then' });
  }

  private row(board: Board, result: Result, other: OtherRule, own: boolean) {
    return html`<tr class=${classMap({ own })}>
      <th scope="row">${ruleName(other.rule, result.method)}</th>
      <td>
        ${
          other.winners.length === 0
            ? msg('nobody', { id: 'results.nobody' })
            : other.winners.map((winner) => {
                const { name, index = 0 } = named(board, winner);
                return html`<span class="winner">
                  <span
                    class=${classMap({ swatch: true, patterned: optionColour(index).pattern })}
                    ${styled(optionStyle(index))}
                  ></span
                  >${name}
                </span>`;
              })
        }
        ${other.winners.length > 1 ? msg('(tie)', { id: 'results.tie-mark' }) : nothing}
      </td>
      <td class="then">${this.second(board, other)}</td>
    </tr>`;
  }

  override render() {
    const { board, result } = this;
    if (board === undefined || result === undefined || result.otherRules.length === 0) return nothing;
    const own: OtherRule = {
      rule: result.rule,
      winners: result.winners,
      ranking: result.ranking.map(({ option }) => [option]),
    };
    return html`
      <section aria-labelledby="title">
        <h3 id="title">${msg('Same ballots, other rules', { id: 'results.rules' })}</h3>
        <table aria-labelledby="title">
          <thead>
            <tr>
              <th scope="col"><span class="visually-hidden">${msg('Counting rule', { id: 'results.rule' })}</span></th>
              <th scope="col"><span class="visually-hidden">${msg('First', { id: 'results.first' })}</span></th>
              <th scope="col"><span class="visually-hidden">${msg('Second', { id: 'results.second' })}</span></th>
            </tr>
          </thead>
          <tbody>
            ${this.row(board, result, own, true)}
            ${result.otherRules.map((other) => this.row(board, result, other, false))}
          </tbody>
        </table>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-other-rules': PalabreOtherRules;
  }
}
