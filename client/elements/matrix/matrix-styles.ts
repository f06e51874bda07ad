// How the matrix is laid out: fixed columns, a sticky header and a sticky column of options.
import { css } from 'lit';

const frame = css`
  :host {
    --option-column: 200px;
    --cell-column: 112px;
    --weighted-column: 124px;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    color: var(--ink);
    font: 400 var(--text-m) / 1.35 var(--font-text);
  }
  .whole {
    display: contents;
  }
  .scroller {
    position: relative;
    flex: 0 1 auto;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scroll-padding: 62px 8px 8px calc(var(--option-column) + 10px);
    padding-bottom: 10px;
  }
  [role='grid'] {
    position: relative;
    width: 100%;
    min-width: min-content;
  }
  [role='row'] {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    column-gap: 6px;
  }
  .option-row {
    height: 62px;
    border-top: 1px solid var(--hairline);
    background: var(--paper);
  }
`;

const paper = css`
  @media print {
    :host {
      display: block;
    }
    .scroller {
      overflow: visible;
    }
    .head,
    .corner,
    .option {
      position: static;
    }
    .option-row {
      break-inside: avoid;
    }
    palabre-matrix-editing {
      display: none;
    }
  }
`;

const heads = css`
  .head {
    position: sticky;
    top: 0;
    z-index: 4;
    min-height: 52px;
    background: var(--paper);
  }
  .column {
    align-self: end;
    min-width: 0;
    padding: 2px 2px 8px 5px;
  }
  .column .name {
    display: -webkit-box;
    overflow: hidden;
    max-width: 100%;
    overflow-wrap: anywhere;
    color: var(--ink-2);
    font: 600 var(--text-s) / 1.35 var(--font-text);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  .under {
    display: block;
    overflow: hidden;
    color: var(--ink-3);
    font-size: var(--text-xs);
    text-overflow: ellipsis;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .must {
    color: var(--ink-2);
    font-weight: 600;
  }
  .corner,
  .option {
    position: sticky;
    left: 0;
    z-index: 3;
    background: var(--paper);
  }
  .corner {
    align-self: stretch;
  }
  .weighted-head {
    align-self: end;
    padding: 0 4px 8px 9px;
    color: var(--ink-2);
    font: 600 var(--text-s) / 1.35 var(--font-text);
  }
  button.name {
    appearance: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  button.name:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .selected > button.name,
  .selected > .who > button.name {
    text-decoration: underline 2px var(--accent);
    text-underline-offset: 4px;
  }
`;

const options = css`
  .option {
    display: grid;
    grid-template-columns: 24px 10px minmax(0, 1fr);
    align-items: center;
    column-gap: 9px;
    height: 100%;
    padding-inline-end: 2px;
  }
  .rank {
    color: var(--ink-2);
    font: 600 var(--text-m) / 1 var(--font-heading);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .who {
    display: grid;
    min-width: 0;
  }
  .line {
    display: flex;
    align-items: center;
    min-width: 0;
  }
  .line .count {
    flex: none;
  }
  .option .name {
    overflow: hidden;
    color: var(--ink);
    font: 600 15px / 1.3 var(--font-text);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .aside .name {
    color: var(--ink-2);
  }
  .aside .swatch {
    opacity: 0.45;
  }
  .count {
    display: inline-block;
    min-width: 18px;
    margin-inline-start: 5px;
    padding: 0 5px;
    border-radius: 999px;
    background: var(--ink);
    color: var(--paper);
    font: 600 11px / 15px var(--font-text);
    text-align: center;
    text-decoration: none;
  }
  .weighted {
    min-width: 0;
    padding: 0 4px 0 9px;
    font-variant-numeric: tabular-nums;
  }
  .value {
    font: 700 18px / 1.2 var(--font-heading);
  }
  .of {
    color: var(--ink-2);
    font-size: var(--text-xs);
  }
  .bar {
    display: block;
    width: 100%;
    height: 6px;
    margin-top: 3px;
    overflow: visible;
  }
  .bar rect {
    fill: var(--option);
  }
  .out {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    color: var(--ink);
    font-size: 11.5px;
    font-weight: 600;
    line-height: 1.25;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  .knocked-out .value,
  .knocked-out .rank {
    color: var(--ink-3);
    font-size: var(--text-m);
  }
`;

const editing = css`
  .edit {
    opacity: 0;
    min-height: 28px;
    width: 28px;
  }
  :is(.option, .column):is(:hover, :focus-within) .edit {
    opacity: 1;
  }
  .column {
    position: relative;
  }
  .edit {
    position: absolute;
    right: 0;
  }
  .column .edit {
    bottom: 4px;
  }
  .edit.quiet {
    background: var(--paper);
  }
  @media (pointer: coarse) {
    .edit {
      opacity: 1;
      width: var(--touch);
    }
  }
`;

const narrow = css`
  @media (max-width: 720px) {
    :host {
      --option-column: 112px;
      --cell-column: 88px;
      --weighted-column: 92px;
    }
    .option {
      grid-template-columns: 12px 6px minmax(0, 1fr);
      column-gap: 5px;
    }
    /* There is no room beside the names; their panel has it. */
    .edit {
      display: none;
    }
    .option .swatch {
      width: 6px;
    }
    .option .name {
      font-size: var(--text-s);
    }
    .cell {
      height: 52px;
    }
    .histogram {
      flex-basis: 40px;
      min-width: 30px;
    }
    .cell.live .word {
      display: none;
    }
    .cell.live.unknown::before {
      content: '?';
      font: 600 18px / 1 var(--font-heading);
    }
    .cell.revealed {
      padding-inline: 8px 5px;
      gap: 3px;
    }
  }
  @media (forced-colors: active) {
    .bar rect,
    .swatch {
      forced-color-adjust: none;
    }
    .cell.selected {
      outline-color: Highlight;
    }
  }
`;

export const matrixStyles = [frame, heads, options, editing, narrow, paper];
