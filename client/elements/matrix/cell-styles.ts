// How a cell looks: to score, scored by me, waiting for the reveal, revealed.
import { css, unsafeCSS } from 'lit';
import { histogramStyles } from './histogram.ts';

const TONES = 10;

/** The green edge: a mean of 0 is pale, one of 5 the full accent. Classes, because the CSP allows no inline style. */
const tones = unsafeCSS(
  Array.from(
    { length: TONES + 1 },
    (_, tone) => `.tone-${tone}{--edge:color-mix(in srgb,var(--accent) ${12 + tone * 8.8}%,var(--hairline))}`,
  ).join(''),
);

const states = css`
  .cell {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: 0;
    height: 50px;
    border: 1px solid var(--hairline);
    border-radius: var(--radius-m);
    background: var(--surface);
    color: var(--ink);
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  .cell:hover {
    border-color: var(--control);
  }
  .cell.none,
  .cell.outside {
    background: transparent;
  }
  .cell.outside {
    border-color: transparent;
    color: var(--ink-3);
  }
  .cell.empty,
  .cell.unknown {
    border: 1px dashed var(--control);
    background: transparent;
  }
  .cell.empty.selected {
    background: var(--surface);
  }
  .cell.closed {
    background: var(--sunk);
  }
  .cell:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 1px;
    z-index: 2;
  }
  .cell.selected {
    border-color: transparent;
    outline: 3px solid var(--accent);
    outline-offset: 0;
    z-index: 2;
  }
  .cell.selected:focus-visible {
    outline-width: 4px;
  }
  .look {
    display: contents;
  }
  .score {
    font: 600 18px / 1 var(--font-heading);
    font-variant-numeric: tabular-nums;
  }
  .word {
    overflow: hidden;
    padding: 0 4px;
    color: var(--ink-2);
    font-size: var(--text-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .cell.outside .word {
    color: var(--ink-3);
  }
`;

const kept = css`
  .cell.kept {
    justify-content: space-between;
    gap: 6px;
    padding: 0 7px 0 10px;
    border: 1px dotted var(--control);
    color: var(--ink-2);
  }
  .from {
    position: absolute;
    bottom: -6px;
    left: 8px;
    padding: 0 6px;
    border: 1px solid var(--control);
    border-radius: 999px;
    background: var(--surface);
    color: var(--ink-2);
    font: 500 11px / 14px var(--font-text);
    white-space: nowrap;
  }
`;

const marks = css`
  .notes {
    position: absolute;
    top: -6px;
    right: 7px;
    min-width: 18px;
    height: 15px;
    padding: 0 5px;
    border-radius: 999px;
    background: var(--ink);
    color: var(--paper);
    font: 600 11px / 15px var(--font-text);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .notes::after {
    position: absolute;
    inset: -8px -6px -6px;
    content: '';
  }
  .split {
    position: absolute;
    bottom: -6px;
    left: 8px;
    padding: 0 6px;
    border: 1px solid var(--ink);
    border-radius: 999px;
    background: var(--surface);
    color: var(--ink);
    font: 600 11px / 14px var(--font-text);
    white-space: nowrap;
  }
  .waiting-mark {
    position: absolute;
    top: 5px;
    left: 6px;
    width: 7px;
    height: 7px;
    border: 1.5px solid var(--warning);
    border-radius: 50%;
  }
`;

const revealed = css`
  .cell.revealed {
    justify-content: space-between;
    gap: 6px;
    padding: 0 7px 0 10px;
    box-shadow: inset 4px 0 0 -1px var(--edge, transparent);
  }
  .mean {
    font: 600 16px / 1 var(--font-heading);
    font-variant-numeric: tabular-nums;
  }
  .histogram {
    display: block;
    flex: 0 1 58px;
    min-width: 36px;
    height: 31px;
    overflow: visible; /* a clip for each of hundreds is what makes a browser slow here, as does containment */
  }
  .cell.live {
    justify-content: space-between;
    gap: 4px;
    padding: 0 6px 0 10px;
  }
  .cell.live .word {
    padding: 0;
  }
  .team-side {
    display: grid;
    flex: 0 1 52px;
    justify-items: end;
    min-width: 34px;
  }
  .team-side .histogram {
    width: 100%;
    height: 25px;
  }
  .live-mean {
    color: var(--ink-2);
    font: 500 11px / 13px var(--font-text);
    font-variant-numeric: tabular-nums;
  }
`;

export const cellStyles = [histogramStyles, tones, states, kept, marks, revealed];
