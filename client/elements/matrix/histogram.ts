// Owns how the scores of one cell are drawn: six bars, the team's in grey and the one with the own score in accent.
import { LitElement, type SVGTemplateResult, css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { localized } from '@lit/localize';
import type { Score } from '../../../shared/voting/ballots.ts';
import { distributionWords, ownWords } from './distribution-words.ts';

const HEIGHT = 32;
const PITCH = 10;
const BAR = 8.4;
const SCORES = [0, 1, 2, 3, 4, 5];

function bar(score: number, share: number): string {
  const height = Math.max(1.5, share * (HEIGHT - 2));
  const left = score * PITCH + (PITCH - BAR) / 2;
  const top = HEIGHT - 1 - height;
  return `M${left} ${HEIGHT - 1}V${top + 1}q0-1 1-1h${BAR - 2}q1 0 1 1V${HEIGHT - 1}z`;
}

/** The drawing alone, for places that hold hundreds; colours come from `--histogram-team` and `--histogram-own`. */
export function histogramBars(counts: readonly number[], own: Score | undefined): SVGTemplateResult {
  const most = Math.max(1, ...counts.slice(0, SCORES.length));
  const bars = (scores: readonly number[]): string =>
    scores
      .filter((score) => (counts[score] ?? 0) > 0)
      .map((score) => bar(score, (counts[score] ?? 0) / most))
      .join('');
  return svg`
    <path class="team" d=${bars(SCORES.filter((score) => score !== own))}></path>
    <path class="own" d=${bars(SCORES.filter((score) => score === own))}></path>
    <path class="base" d="M0 ${HEIGHT - 0.5}H${SCORES.length * PITCH}"></path>`;
}

export const HISTOGRAM_BOX = `0 0 ${SCORES.length * PITCH} ${HEIGHT}`;

export const histogramStyles = css`
  .team {
    fill: var(--team-bar);
  }
  .own {
    fill: var(--accent);
  }
  .base {
    stroke: var(--team-bar);
  }
  @media (forced-colors: active) {
    .team {
      fill: CanvasText;
    }
    .own {
      fill: Highlight;
    }
    .base {
      stroke: CanvasText;
    }
  }
`;

/** The scores of one cell, with what they say as the accessible name. */
@customElement('palabre-histogram')
@localized()
export class PalabreHistogram extends LitElement {
  static override styles = [
    histogramStyles,
    css`
      :host {
        display: inline-block;
      }
      svg {
        display: block;
        width: 100%;
        height: 100%;
        min-width: 60px;
        min-height: 32px;
      }
    `,
  ];

  /** How many gave 0 to 5, and "don't know". */
  @property({ attribute: false }) counts: readonly number[] = [];
  @property({ attribute: false }) own: Score | undefined;
  /** What is scored; the words for the distribution follow it. */
  @property() label = '';

  override render() {
    const words = [this.label, distributionWords(this.counts), ownWords(this.own)].filter((text) => text !== '');
    return html`<svg role="img" aria-label=${words.join(' · ')} viewBox=${HISTOGRAM_BOX}>
      ${histogramBars(this.counts, this.own)}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'palabre-histogram': PalabreHistogram;
  }
}
