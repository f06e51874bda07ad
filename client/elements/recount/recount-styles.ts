// The look of the page that counts a file again: one calm column.
import { css } from 'lit';

export const recountStyles = css`
  :host {
    display: grid;
    gap: var(--space-4);
    color: var(--ink);
    font: 400 var(--text-m) / 1.5 var(--font-text);
  }
  section {
    display: grid;
    gap: var(--space-3);
    padding: var(--space-5);
    border: 1px solid var(--hairline);
    border-radius: var(--radius-l);
    background: var(--surface);
  }
  h2 {
    margin: 0;
    font: 700 var(--text-xl) / 1.3 var(--font-heading);
    overflow-wrap: anywhere;
  }
  h3 {
    margin: 0;
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  p {
    margin: 0;
    max-width: 72ch;
    overflow-wrap: anywhere;
  }
  .quiet {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .same {
    color: var(--accent);
  }
  .differs {
    color: var(--danger);
  }
  .same,
  .differs {
    font-weight: 600;
  }
  ul,
  ol {
    display: grid;
    gap: var(--space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding-top: var(--space-2);
    border-top: 1px solid var(--hairline);
    overflow-wrap: anywhere;
  }
  code {
    font:
      500 var(--text-s) / 1.5 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-s);
  }
  th,
  td {
    padding: 6px var(--space-3) 6px 0;
    border-top: 1px solid var(--hairline);
    text-align: start;
    vertical-align: baseline;
    overflow-wrap: anywhere;
  }
  thead th {
    border-top: 0;
    color: var(--ink-2);
    font-weight: 500;
  }
  .receipts {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 230px), 1fr));
    max-height: 260px;
    overflow-y: auto;
    gap: 2px var(--space-4);
    counter-reset: place;
  }
  .receipts li {
    padding: 2px 6px;
    border: 0;
    border-radius: var(--radius-s);
  }
  .receipts li[data-mine] {
    background: var(--accent-soft);
    font-weight: 700;
  }
`;
