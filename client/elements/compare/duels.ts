// Head to head between the options that are compared: a line a pair, how many ballots prefer which.
import { localized, msg, str } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Result } from '../../../shared/voting/method.ts';
import { formatNumber } from '../../i18n/format.ts';
import { plural } from '../../i18n/plural.ts';
import { controls } from '../../styles/controls.ts';
import { styled } from '../../styles/styled.ts';
import { optionColour, optionStyle, optionSwatch } from '../option-colour.ts';
import { compareStyles } from './compare-styles.ts';
import { type Compared, type Duel, duelsOf } from './comparison.ts';

@customElement('palabre-duels')
@localized()
export class PalabreDuels extends LitElement {
  static override styles = [
    ...controls,
    optionSwatch,
    compareStyles,
    css`
      :host {
        padding: 0;
      }
    `,
  ];

  @property({ attribute: false }) compared: readonly Compared[] = [];
  @property({ attribute: false }) pairwise: Result['pairwise'];

  private half({ index }: Compared, ballots: number) {
    const look = optionColour(index).pattern ? 'patterned' : '';
    return html`<span class=${look} ${styled({ ...optionStyle(index), '--by': String(ballots) })}></span>`;
  }

  private duel({ a, b, forA, forB }: Duel) {
    const [left, right] = [a, b].map(({ option }) => option.name);
    const prefer = (ballots: number, name = ''): string =>
      plural(ballots, {
        one: () => msg(str`${formatNumber(ballots)} prefers ${name}`, { id: 'compare.prefers' }),
        other: () => msg(str`${formatNumber(ballots)} prefer ${name}`, { id: 'compare.prefer' }),
      });
    return html`<li class="duel">
      <div class="sides"><span>${prefer(forA, left)}</span><span>${prefer(forB, right)}</span></div>
      <div class="halves" aria-hidden="true">${this.half(a, forA)}${this.half(b, forB)}</div>
    </li>`;
  }

  override render() {
    const duels = duelsOf(this.compared, this.pairwise);
    if (duels.length === 0) return nothing;
    return html`<section class="head-to-head" aria-labelledby="title">
      <h3 id="title">${msg('Head to head', { id: 'compare.duels' })}</h3>
      <ul class="duels">
        ${duels.map((duel) => this.duel(duel))}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-duels': PalabreDuels;
  }
}
