// The order of a round as bars: a table whose rows carry rank, name, bar and value, and move to a new rank.
import { localized, msg } from '@lit/localize';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { controls } from '../../styles/controls.ts';
import { optionColour, optionStyle } from '../option-colour.ts';
import { barStyles } from './ranked-bars-styles.ts';
import { styled } from '../../styles/styled.ts';

export interface Bar {
  readonly id: string;
  readonly name: string;
  /** The option's place on the board; criteria have none and stand in grey. */
  readonly index: number | undefined;
  readonly rank: number;
  /** 0–1 of a full bar; null where nobody judged it. */
  readonly share: number | null;
  readonly text: string;
  /** 0–1: where it stood before. */
  readonly before?: number;
  readonly beforeText?: string;
  /** Why it is out of the running. */
  readonly out?: string;
}

/** Characters: such a name needs several lines, and none that cuts a word. */
const LONG = 20;

const percent = (share: number): string => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;

@customElement('palabre-ranked-bars')
@localized()
export class PalabreRankedBars extends LitElement {
  static override styles = [...controls, barStyles];

  @property({ attribute: false }) bars: readonly Bar[] = [];
  /** What the values count; read out with the table's name. */
  @property() caption = '';
  /** Bars grow from nothing once: the second beat of a reveal. */
  @property({ type: Boolean, reflect: true }) growing = false;

  /** The rows have an order of their own: no ranks are written. */
  @property({ type: Boolean }) unranked = false;

  private tops = new Map<string, number>();

  private rows(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('tbody tr')];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('bars') || !this.hasUpdated) return;
    this.tops = new Map(this.rows().map((row) => [row.dataset['id'] ?? '', row.offsetTop]));
  }

  /** Rows that changed rank start from where they were. */
  protected override updated(): void {
    if (this.tops.size === 0) return;
    const calm = Number.parseFloat(getComputedStyle(this).getPropertyValue('--calm'));
    for (const row of this.rows()) {
      const before = this.tops.get(row.dataset['id'] ?? '');
      if (before === undefined || before === row.offsetTop || !(calm > 0)) continue;
      row.animate([{ transform: `translateY(${before - row.offsetTop}px)` }, { transform: 'none' }], {
        duration: calm,
        easing: 'ease-in-out',
      });
    }
    this.tops = new Map();
  }

  private bar({ share, before, index }: Bar) {
    const pattern = index !== undefined && optionColour(index).pattern;
    return html`
      <div class="track" aria-hidden="true">
        ${
          share === null
            ? nothing
            : html`<div class="clip">
                <div
                  class=${classMap({ bar: true, patterned: pattern })}
                  ${styled({ transform: `translateX(calc(${percent(share)} - 100%))` })}
                ></div>
              </div>`
        }
        ${
          before === undefined
            ? nothing
            : html`<div class="before" ${styled({ transform: `translateX(${percent(before)})` })}></div>`
        }
      </div>
    `;
  }

  /** The value stands past the end of the bar, and past the mark of where it stood before. */
  private value({ share, before, text, beforeText }: Bar) {
    const reach = Math.max(share ?? 0, before ?? 0);
    const near = before !== undefined && before - (share ?? 0) < 0.16 ? reach : (share ?? 0);
    return html`<div class="label" ${styled({ transform: `translateX(${percent(near)})` })}>
      <span class="value">${text}</span>
      ${beforeText === undefined ? nothing : html`<span class="visually-hidden">${beforeText}</span>`}
    </div>`;
  }

  private row(bar: Bar) {
    return html`
      <tr
        data-id=${bar.id}
        class=${classMap({ out: bar.out !== undefined, plain: bar.index === undefined })}
        ${styled(bar.index === undefined ? {} : optionStyle(bar.index))}
      >
        ${this.unranked ? nothing : html`<td class="rank">${bar.out === undefined ? bar.rank : '–'}</td>`}
        <th scope="row">
          <span class=${bar.name.length > LONG ? 'name long' : 'name'}>${bar.name}</span>
          ${bar.out === undefined ? nothing : html`<span class="why">${bar.out}</span>`}
        </th>
        <td class="drawn"><div class="plot">${this.bar(bar)}${this.value(bar)}</div></td>
      </tr>
    `;
  }

  override render() {
    return html`
      <table>
        <caption class="visually-hidden">
          ${this.caption}
        </caption>
        <thead>
          <tr>
            ${
              this.unranked
                ? nothing
                : html`<th scope="col">
                    <span class="visually-hidden">${msg('Rank', { id: 'results.rank' })}</span>
                  </th>`
            }
            <th scope="col"><span class="visually-hidden">${msg('Name', { id: 'results.name' })}</span></th>
            <th scope="col"><span class="visually-hidden">${msg('Value', { id: 'results.value' })}</span></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            this.bars,
            (bar) => bar.id,
            (bar) => this.row(bar),
          )}
        </tbody>
      </table>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-ranked-bars': PalabreRankedBars;
  }
}
