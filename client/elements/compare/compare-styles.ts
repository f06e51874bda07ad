// How options stand side by side: a column each, the names of the rows beside them or, on a phone, above.
import { css } from 'lit';

export const compareStyles = css`
  :host {
    display: block;
    padding: var(--space-5) var(--space-6) var(--space-6);
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  .page {
    max-width: 1320px;
    margin: 0 auto;
  }
  .head,
  .acts,
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .head {
    margin-bottom: var(--space-3);
  }
  h2 {
    flex: 1 1 240px;
    min-width: 0;
    margin: 0;
    overflow-wrap: anywhere;
    font: 700 var(--text-xxl) / 1.25 var(--font-heading);
  }
  h3 {
    margin: 0;
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  .title h3 {
    flex: 1;
  }
  p {
    margin: 0;
  }
  select.field.adder {
    width: 180px;
  }
  .scroll {
    overflow-x: auto;
    padding-bottom: var(--space-2);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .row-names {
    width: 176px;
  }
  th,
  td {
    padding: var(--space-2) var(--space-3);
    border-top: 1px solid var(--hairline);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  thead :is(th, td) {
    border-top: 0;
    vertical-align: bottom;
  }
  tbody th {
    color: var(--ink-2);
    font-weight: 600;
  }
  tbody th small {
    display: block;
    color: var(--ink-3);
    font: 400 var(--text-xs) / 1.4 var(--font-text);
    font-variant-numeric: tabular-nums;
  }
  .section th {
    padding-top: var(--space-5);
    border-top: 0;
    color: var(--ink);
  }
  .who {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .who select.field {
    flex: 1;
    font-weight: 600;
    text-overflow: ellipsis;
  }
  .printed {
    display: none;
    font-weight: 700;
  }
  .total {
    font: 700 var(--text-xl) / 1.2 var(--font-heading);
    font-variant-numeric: tabular-nums;
  }
  .bar {
    width: var(--by);
    min-width: 2px;
    height: 8px;
    margin-top: 5px;
    border-radius: 4px;
    background-color: var(--option);
  }
  .cell {
    appearance: none;
    display: flex;
    align-items: flex-end;
    gap: var(--space-3);
    width: 100%;
    min-height: 44px;
    margin: 0;
    padding: 3px 8px;
    border: 1px solid transparent;
    border-radius: var(--radius-m);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .cell:hover {
    border-color: var(--control);
  }
  .cell svg {
    flex: none;
    width: 76px;
    height: 34px;
  }
  .mean {
    min-width: 2.2ch;
    font: 500 var(--text-l) / 1.3 var(--font-heading);
    font-variant-numeric: tabular-nums;
  }
  .best .mean {
    font-weight: 800;
    text-decoration: underline 2px var(--accent);
    text-underline-offset: 4px;
  }
  .quiet {
    color: var(--ink-2);
  }
  .from {
    display: block;
    color: var(--ink-2);
    font-size: var(--text-xs);
  }
  a {
    color: var(--accent);
  }
  ul {
    display: grid;
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .about {
    display: flex;
    gap: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .duels {
    display: grid;
    gap: var(--space-3);
    max-width: 720px;
    margin-top: var(--space-3);
  }
  .duel {
    display: grid;
    gap: 3px;
  }
  .sides {
    display: flex;
    justify-content: space-between;
    gap: var(--space-3);
  }
  .sides :last-child {
    text-align: end;
  }
  .halves {
    display: flex;
    gap: 2px;
    height: 10px;
  }
  .halves span {
    flex: var(--by) 1 0;
    border-radius: 3px;
    background-color: var(--option);
  }
  .head-to-head {
    margin-top: var(--space-6);
  }
  @media (max-width: 720px) {
    :host {
      padding: var(--space-4) var(--space-3);
    }
    .head .acts {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      width: 100%;
    }
    .acts > .button {
      justify-content: center;
    }
    select.field.adder {
      grid-column: 1 / -1;
      width: 100%;
    }
    table,
    thead,
    tbody {
      display: block;
    }
    table {
      min-width: calc(var(--columns) * 150px);
    }
    tr {
      display: grid;
      grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
      border-top: 1px solid var(--hairline);
    }
    thead tr {
      border-top: 0;
    }
    th,
    td {
      padding: var(--space-1) 6px;
      border-top: 0;
    }
    tbody th,
    .row-names {
      grid-column: 1 / -1;
      width: auto;
      padding: var(--space-2) 0 0;
    }
    td.row-names {
      display: none;
    }
    tbody th small {
      display: inline;
      margin-inline-start: var(--space-2);
    }
    .cell {
      padding-inline: 2px;
    }
    .cell svg {
      width: 64px;
    }
  }
  @media print {
    :host {
      padding: 0;
    }
    .controls,
    .who :is(select, button) {
      display: none;
    }
    .printed {
      display: inline;
    }
    .scroll {
      overflow: visible;
    }
    tr,
    .duel,
    li {
      break-inside: avoid;
    }
    .bar,
    .halves span,
    .swatch {
      print-color-adjust: exact;
    }
  }
`;
