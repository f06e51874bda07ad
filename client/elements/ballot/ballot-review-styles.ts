// How the last page of a ballot looks.
import { css } from 'lit';

export const reviewStyles = css`
  :host {
    display: block;
  }
  h2 {
    margin: 2px 0 0;
    font: 700 var(--text-xxl) / 1.2 var(--font-heading);
  }
  h2:focus {
    outline: none;
  }
  .summary {
    margin: var(--space-1) 0 var(--space-4);
    color: var(--ink-2);
  }
  ul {
    margin: 0 0 var(--space-5);
    padding: 0;
    border-top: 1px solid var(--hairline);
    list-style: none;
  }
  li {
    border-bottom: 1px solid var(--hairline);
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    width: 100%;
    min-height: 56px;
    margin: 0;
    padding: var(--space-2) 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .row:hover {
    background: var(--sunk);
  }
  .what {
    display: grid;
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .what b {
    font-weight: 600;
  }
  .left,
  .count {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .count {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .count:not(.full) {
    color: var(--ink);
    font-weight: 600;
  }
  .sure {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-top: var(--space-3);
  }
  .sure p {
    flex-basis: 100%;
    margin: 0;
  }
  .quiet {
    margin-top: var(--space-3);
    padding-inline: 0;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
`;
