// The rows of the big screen: at most eight at a time, each moved to its rank by a transform.
import { localized } from '@lit/localize';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { styled } from '../../styles/styled.ts';
import { optionColour, optionStyle } from '../option-colour.ts';
import type { Bar } from '../results/ranked-bars.ts';

@customElement('palabre-screen-bars')
@localized()
export class PalabreScreenBars extends LitElement {
  /** Sizes are shares of the screen (`cqh`, `cqw`), so that a name is never under 6% of its height. */
  static override styles = css`
    :host {
      display: block;
      position: relative;
      min-height: 0;
      overflow: hidden;
      --row: 9cqh;
      --most: 12.5%;
      --text: min(6cqh, 7cqw);
    }
    ol {
      position: relative;
      height: 100%;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      position: absolute;
      inset: 0 0 auto;
      display: grid;
      grid-template-columns: max(5cqw, 1.4em) var(--names) minmax(0, 1fr);
      align-items: center;
      column-gap: 1cqw;
      height: min(var(--row), var(--most));
      font: 600 var(--text) / 1.05 var(--font-heading);
      transform: translateY(calc(var(--place) * 100%));
      transition: transform var(--calm) ease-in-out;
    }
    .wordy {
      --row: 14cqh;
      --most: 20%;
    }
    .rank {
      color: var(--ink-3);
      font-variant-numeric: tabular-nums;
    }
    .name {
      display: -webkit-box;
      overflow: hidden;
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 1;
    }
    .wordy .name {
      -webkit-line-clamp: 2;
    }
    .out .name,
    .out .value {
      color: var(--ink-2);
    }
    .plot {
      position: relative;
      height: 100%;
      overflow: clip;
    }
    .track,
    .label {
      position: absolute;
      inset: 0 calc(var(--text) * 2.6) 0 0;
      display: flex;
      align-items: center;
    }
    .clip {
      flex: 1;
      height: min(5.4cqh, 6cqw);
      overflow: hidden;
      border-radius: 0.7cqh 0 0 0.7cqh;
    }
    .bar {
      height: 100%;
      border-radius: 0 0.7cqh 0.7cqh 0;
      background-color: var(--option, var(--team-bar));
    }
    .patterned {
      background-image: repeating-linear-gradient(135deg, transparent 0 10px, var(--paper) 10px 14px);
    }
    .out .bar {
      opacity: 0.35;
    }
    .value {
      padding-inline-start: 0.35em;
      font-weight: 700;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .bar,
    .label {
      transition: transform var(--calm) ease-in-out;
    }
    @media (prefers-reduced-motion: reduce) {
      li,
      .bar,
      .label {
        transition: none;
      }
    }
    @media (forced-colors: active) {
      .bar {
        forced-color-adjust: none;
      }
    }
  `;

  @property({ attribute: false }) rows: readonly Bar[] = [];
  /** Ranks are said; the rows of a consent round have none. */
  @property({ type: Boolean }) ranked = false;
  /** Names take two lines. */
  @property({ type: Boolean }) wordy = false;

  /** As wide as the longest name needs, within a third of the screen. */
  private get names(): string {
    const longest = Math.max(4, ...this.rows.map(({ name }) => name.length));
    return `min(${(longest * 0.62).toFixed(2)}em, 36cqw)`;
  }

  private row(bar: Bar, place: number) {
    const { share, index, out } = bar;
    const percent = `${((share ?? 0) * 100).toFixed(2)}%`;
    return html`<li
      class=${classMap({ out: out !== undefined })}
      ${styled({ '--place': String(place), ...(index === undefined ? {} : optionStyle(index)) })}
    >
      <span class="rank">${this.ranked && out === undefined ? bar.rank : nothing}</span>
      <span class="name">${bar.name}</span>
      <div class="plot">
        <div class="track" aria-hidden="true">
          <div class="clip">
            <div
              class=${classMap({ bar: true, patterned: index !== undefined && optionColour(index).pattern })}
              ${styled({ transform: `translateX(calc(${percent} - 100%))` })}
            ></div>
          </div>
        </div>
        <div class="label" ${styled({ transform: `translateX(${percent})` })}>
          <span class="value">${bar.text}</span>
        </div>
      </div>
    </li>`;
  }

  override render() {
    return html`<ol class=${classMap({ wordy: this.wordy })} ${styled({ '--names': this.names })}>
      ${repeat(
        this.rows,
        (bar) => bar.id,
        (bar, place) => this.row(bar, place),
      )}
    </ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-screen-bars': PalabreScreenBars;
  }
}
