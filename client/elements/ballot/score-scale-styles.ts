// How one criterion of a ballot looks: six boxes for a thumb, and the words for 0 and 5 under them.
import { css } from 'lit';

export const scaleStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--space-3);
    width: 100%;
    padding: 0 0 6px;
  }
  .name {
    min-width: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .weight {
    flex: none;
    color: var(--ink-2);
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
  }
  .weight b {
    color: var(--ink);
    font-weight: 600;
  }
  .waiting {
    color: var(--warning);
  }
  .about {
    margin: -4px 0 6px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .scores {
    display: flex;
    gap: 6px;
  }
  label {
    position: relative;
    cursor: pointer;
  }
  input[type='radio'] {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
    scroll-margin-block: 72px 110px;
  }
  .score {
    /* What is chosen shows at once by itself. */
    -webkit-tap-highlight-color: transparent;
    flex: 1 1 0;
    min-width: 44px;
    height: var(--touch);
  }
  .score .face {
    display: grid;
    place-items: center;
    height: 100%;
    border: 1px solid var(--control);
    border-radius: var(--radius-m);
    background: var(--surface);
    font: 700 var(--text-l) / 1 var(--font-heading);
    font-variant-numeric: tabular-nums;
    transition:
      background-color var(--quick),
      color var(--quick);
  }
  .score:hover .face {
    background: color-mix(in srgb, var(--accent) 10%, var(--surface));
  }
  .score input:checked + .face {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  input:focus-visible + .face {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: var(--radius-m);
  }
  .words {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    column-gap: var(--space-2);
    min-height: 26px;
    padding-top: 3px;
    color: var(--ink-2);
    font-size: var(--text-xs);
    line-height: 20px;
  }
  .high {
    text-align: end;
  }
  .low,
  .high {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .middle {
    display: flex;
    gap: 2px;
  }
  /* The words are small, their targets are not: they reach down into the gap before the next criterion. */
  .unknown,
  .take-back {
    position: relative;
    height: var(--touch);
    margin: -3px 0 calc(23px - var(--touch));
    padding: 3px 8px 0;
    white-space: nowrap;
  }
  .take-back {
    border: 0;
    background: none;
    color: var(--ink-2);
    font: inherit;
    text-align: start;
    cursor: pointer;
    display: flex;
  }
  .take-back > :first-child {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .unknown .face {
    padding: 1px 5px;
    border-radius: var(--radius-s);
  }
  .unknown input:checked + .face {
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .unknown:hover .face {
    text-decoration: underline;
  }
  .take-back:focus-visible {
    outline: none;
  }
  .take-back:focus-visible > :first-child {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  input:disabled + .face {
    color: var(--ink-3);
    cursor: default;
  }
  input:checked:disabled + .face {
    color: var(--accent-ink);
  }
  @media (forced-colors: active) {
    input:checked + .face {
      border: 3px solid Highlight;
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText !important;
    }
  }
`;
