// How the card of a late arrival looks: a band between the tabs and the view, so that it covers nothing.
import { css } from 'lit';

export const arrivalStyles = css`
  :host {
    display: block;
    flex: none;
    border-bottom: 1px solid var(--hairline);
    background: var(--accent-soft);
    color: var(--ink);
    font: 400 var(--text-m) / 1.4 var(--font-text);
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(0, 1fr) auto;
    gap: 2px var(--space-6);
    align-items: center;
    padding: var(--space-3) var(--space-6);
  }
  h2 {
    margin: 0;
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  .question {
    grid-column: 1;
    grid-row: 2;
    max-width: 44ch;
    margin: 0;
    overflow: hidden;
    color: var(--ink-2);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    grid-row: 1 / 3;
    grid-column: 2;
    gap: var(--space-2) var(--space-6);
    margin: 0;
  }
  dt {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  dd {
    margin: 0;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .buttons {
    display: flex;
    grid-row: 1 / 3;
    grid-column: 3;
    align-items: center;
    gap: var(--space-2);
  }
  .button,
  .icon-button {
    min-height: 40px;
  }
  @media (max-width: 900px) {
    section {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--space-1) var(--space-2);
      padding: var(--space-2) var(--space-3) var(--space-3);
    }
    .question,
    dl,
    .buttons {
      grid-column: 1 / -1;
      grid-row: auto;
    }
    .question {
      max-width: none;
    }
    dl {
      display: grid;
      grid-template-columns: fit-content(40%) minmax(0, 1fr);
      gap: 2px var(--space-3);
    }
    dl > div {
      display: contents;
    }
    dt {
      align-self: baseline;
    }
    .buttons .button {
      flex: 1;
    }
    .button,
    .icon-button {
      min-height: var(--touch);
      min-width: var(--touch);
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
