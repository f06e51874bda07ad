// "Talk about these first" on the big screen: the most divided cells, with how their scores lie.
import { msg } from '@lit/localize';
import { type TemplateResult, css, html } from 'lit';
import { type Board, type Round, criterionOf, optionOf } from '../../../shared/board/board.ts';
import type { Division } from '../../../shared/voting/method.ts';
import { styled } from '../../styles/styled.ts';
import { HISTOGRAM_BOX, histogramBars } from '../matrix/histogram.ts';
import { optionStyle } from '../option-colour.ts';
import { splitWords } from '../results/split-words.ts';

export const CELLS_A_PAGE = 4;
/** Fewer than this apart is no split worth a talk (population standard deviation of 0–5 scores). */
const WORTH_A_TALK = 1;
const MOST_CELLS = 8;

/** The last revealed round that says where the team is divided. */
export const dividedRound = ({ rounds }: Board): Round | undefined =>
  rounds.findLast(({ state, result }) => state === 'revealed' && result?.divided !== undefined);

export const screenDivisions = (round: Round | undefined): readonly Division[] =>
  (round?.result?.divided ?? []).filter(({ spread }) => spread >= WORTH_A_TALK).slice(0, MOST_CELLS);

function cellTemplate(board: Board, round: Round, { option, criterion }: Division): TemplateResult {
  const { tally } = round;
  const counts = tally !== undefined && 'cells' in tally ? (tally.cells[option]?.[criterion] ?? []) : [];
  const index = board.options.findIndex(({ id }) => id === option);
  return html`<li class="division" ${styled(optionStyle(Math.max(0, index)))}>
    <span class="cell"
      ><b>${optionOf(board, option)?.name ?? option}</b> × ${criterionOf(board, criterion)?.name ?? criterion}</span
    >
    <span class="words">${splitWords(counts)}</span>
    <svg aria-hidden="true" viewBox=${HISTOGRAM_BOX} preserveAspectRatio="none">
      ${histogramBars(counts, undefined)}
    </svg>
  </li>`;
}

export function dividedTemplate(board: Board, round: Round | undefined, shown: readonly Division[]): TemplateResult {
  if (round === undefined) {
    return html`<p class="big question">
      ${msg('Where the team is divided stands here after the reveal.', { id: 'screen.divided-wait' })}
    </p>`;
  }
  if (shown.length === 0) {
    return html`<p class="big question">
      ${msg('Nowhere far: in no cell do the scores lie far apart.', { id: 'results.split-none' })}
    </p>`;
  }
  return html`<p class="verdict">${msg('Talk about these first', { id: 'screen.divided' })}</p>
    <ol class="divisions">
      ${shown.map((division) => cellTemplate(board, round, division))}
    </ol>`;
}

export const screenDividedStyles = css`
  .divisions {
    display: grid;
    flex: 1;
    grid-auto-rows: minmax(0, 17cqh);
    min-height: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .division {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 26cqw;
    grid-template-rows: auto auto;
    align-content: center;
    column-gap: 2cqw;
    border-top: 1px solid var(--hairline);
  }
  .division .cell {
    display: -webkit-box;
    overflow: hidden;
    font: 500 min(6cqh, 5.4cqw) / 1.1 var(--font-heading);
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
  }
  .division .words {
    grid-row: 2;
    overflow: hidden;
    color: var(--ink-2);
    font-size: min(4cqh, 4cqw);
    font-variant-numeric: tabular-nums;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .division svg {
    grid-row: 1 / 3;
    grid-column: 2;
    align-self: center;
    width: 100%;
    height: 12cqh;
    --team-bar: var(--option);
  }
`;
