// How the history of a meeting is laid out: the scrubber above, then the board of the moment and what changed.
import { css } from 'lit';

export const historyStyles = css`
  :host {
    display: block;
    padding: var(--space-5) var(--space-6) var(--space-6);
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  .page {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    max-width: 1500px;
    margin: 0 auto;
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    font: 700 var(--text-xxl) / 1.25 var(--font-heading);
  }
  h3 {
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  .quiet {
    color: var(--ink-2);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .scrubber input {
    flex: 1 1 110px;
    min-width: 0;
    height: 36px;
    margin: 0;
    accent-color: var(--accent);
  }
  .speed.field {
    width: auto;
    min-width: 84px;
  }
  .step {
    font-variant-numeric: tabular-nums;
  }
  .what {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chapters {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    max-height: 132px;
    overflow-y: auto;
    padding: 3px;
  }
  .chapters [aria-current='step'] {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: var(--space-5);
    align-items: start;
  }
  .then,
  .aside {
    display: grid;
    gap: var(--space-3);
    min-width: 0;
  }
  palabre-matrix {
    height: min(62dvh, 680px);
  }
  .changes {
    display: grid;
    gap: 6px;
    max-height: 40dvh;
    overflow-y: auto;
  }
  .changes li {
    padding-bottom: 6px;
    border-bottom: 1px solid var(--hairline);
    overflow-wrap: anywhere;
  }
  palabre-cell-panel {
    max-height: 60dvh;
    overflow: auto;
    border: 1px solid var(--hairline);
    border-radius: var(--radius-l);
  }
  .untold {
    padding: var(--space-2) var(--space-3);
    border-inline-start: 3px solid var(--warning);
    background: var(--surface);
  }
  @media (max-width: 960px) {
    :host {
      padding: var(--space-4) var(--space-3);
    }
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .chapters {
      flex-wrap: nowrap;
      overflow-x: auto;
    }
    .chapters li {
      flex: none;
    }
  }
  /* Playing in the first row, the way through in the second. */
  @media (max-width: 520px) {
    .scrubber {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
    }
    .scrubber .speed {
      grid-column: 2 / -1;
      justify-self: start;
    }
  }
  @media (pointer: coarse) {
    .scrubber input {
      height: var(--touch);
    }
  }
`;
