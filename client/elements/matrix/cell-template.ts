// Draws one cell of the matrix; the key and pointer handling is the matrix's own.
import { type TemplateResult, html, nothing } from 'lit';
import { facesTemplate } from '../people/faces.ts';
import type { CellModel } from './cell-model.ts';
import {
  cellWords,
  dontKnow,
  fromRound,
  maskedWord,
  noteCountWords,
  notAsked,
  notScored,
  splitWord,
  toScore,
} from './cell-words.ts';
import { distributionOf } from './distribution.ts';
import { meanText } from './distribution-words.ts';
import { HISTOGRAM_BOX, histogramBars } from './histogram.ts';

const scoreText = ({ mine, masked }: CellModel): TemplateResult =>
  masked
    ? html`<span class="word">${maskedWord()}</span>`
    : mine === 'unknown'
      ? html`<span class="word">${dontKnow()}</span>`
      : html`<span class="score">${mine}</span>`;

/** The own score, or that one is asked for. */
function ownTemplate(cell: CellModel): TemplateResult {
  if (cell.mine !== undefined) return scoreText(cell);
  if (cell.stage === 'closed') return html`<span class="word">${notScored()}</span>`;
  return html`<span class="word">${cell.selected ? '0 – 5' : toScore()}</span>`;
}

const drawing = (cell: CellModel, counts: readonly number[]): TemplateResult =>
  html`<svg class="histogram" viewBox=${HISTOGRAM_BOX}>
    ${histogramBars(counts, cell.masked ? undefined : cell.mine)}
  </svg>`;

function revealedTemplate(cell: CellModel, counts: readonly number[]): TemplateResult {
  const { mean, split } = distributionOf(counts);
  return html`<span class="mean">${mean === null ? '–' : meanText(mean)}</span>${drawing(cell, counts)}
    ${split ? html`<span class="split">◆ ${splitWord()}</span>` : nothing}`;
}

/** While a live round is open: one's own score first, the team's mean and bars beside it. */
function liveTemplate(cell: CellModel, counts: readonly number[]): TemplateResult {
  const { mean } = distributionOf(counts);
  return html`${ownTemplate(cell)}
    <span class="team-side">
      ${drawing(cell, counts)}<span class="live-mean">${mean === null ? '–' : meanText(mean)}</span>
    </span>`;
}

/** Not asked about now: what an earlier round gave stays in view, and says which. */
function outsideTemplate({ earlier, earlierRound = 0 }: CellModel): TemplateResult {
  const mean = earlier === undefined ? null : distributionOf(earlier).mean;
  if (earlier === undefined || mean === null) return html`<span class="word" title=${notAsked()}>–</span>`;
  return html`<span class="mean">${meanText(mean)}</span
    ><svg class="histogram" viewBox=${HISTOGRAM_BOX}>${histogramBars(earlier, undefined)}</svg>
    <span class="from">${fromRound(earlierRound)}</span>`;
}

function contentTemplate(cell: CellModel): TemplateResult | typeof nothing {
  if (cell.stage === 'none') return nothing;
  if (cell.stage === 'outside') return outsideTemplate(cell);
  if (cell.stage === 'revealed') return revealedTemplate(cell, cell.counts ?? []);
  return cell.counts === undefined ? ownTemplate(cell) : liveTemplate(cell, cell.counts);
}

/** Twelve steps of the mean, as a class: the green edge of a revealed cell. */
function toneOf({ stage, counts }: CellModel): string {
  const mean = stage === 'revealed' && counts !== undefined ? distributionOf(counts).mean : null;
  return mean === null ? '' : `tone-${Math.round(mean * 2)}`;
}

function classesOf(cell: CellModel): string {
  const empty = cell.stage === 'open' && cell.mine === undefined;
  const word = cell.mine === 'unknown' && cell.stage !== 'revealed';
  return [
    'cell',
    cell.stage,
    toneOf(cell),
    empty ? 'empty' : '',
    word ? 'unknown' : '',
    cell.counts !== undefined && cell.stage !== 'revealed' ? 'live' : '',
    cell.earlier === undefined ? '' : 'kept',
    cell.selected ? 'selected' : '',
  ]
    .filter((name) => name !== '')
    .join(' ');
}

/** What is seen and what is said stand apart: the words name the cell in full, the drawing is for the eye. */
export function cellTemplate(cell: CellModel): TemplateResult {
  return html`<div
    role="gridcell"
    class=${classesOf(cell)}
    tabindex=${cell.active ? 0 : -1}
    aria-selected=${cell.selected}
    data-option=${cell.option}
    data-criterion=${cell.criterion}
  >
    <span class="visually-hidden">${cellWords(cell)}</span>
    <span class="look" aria-hidden="true"
      >${contentTemplate(cell)}${cell.waiting ? html`<span class="waiting-mark"></span>` : nothing}${
        cell.notes > 0
          ? html`<span class="notes" data-notes title=${noteCountWords(cell.notes)}>${cell.notes}</span>`
          : nothing
      }${facesTemplate(cell.faces)}</span
    >
  </div>`;
}
