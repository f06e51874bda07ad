// The look that the ballots share which are not scores: rows of options with a name and controls for a thumb.
import { css } from 'lit';

export const generalStyles = css`
  :host {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    min-height: 100%;
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  palabre-ballot-frame {
    flex: 1;
  }
  h2 {
    margin: 2px 0 0;
    font: 700 var(--text-xxl) / 1.2 var(--font-heading);
    overflow-wrap: anywhere;
  }
  h3 {
    margin: var(--space-5) 0 var(--space-1);
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  .lead {
    margin: var(--space-1) 0 var(--space-4);
    color: var(--ink-2);
  }
  .shut {
    margin: var(--space-3) 0;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--hairline);
    border-radius: var(--radius-m);
    background: var(--sunk);
  }
  .rows {
    margin: 0 0 var(--space-5);
    padding: 0;
    border-top: 1px solid var(--hairline);
    list-style: none;
  }
  .row {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-height: 60px;
    padding: var(--space-2) 0;
    border-bottom: 1px solid var(--hairline);
  }
  .what {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .what b {
    display: block;
    font-weight: 600;
  }
  .what small {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .number {
    min-width: 28px;
    font: 700 var(--text-l) / 1 var(--font-heading);
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .icon-button {
    width: var(--touch);
    min-height: var(--touch);
    font-size: 18px;
  }
  palabre-ballot-done {
    margin-top: var(--space-5);
  }
`;
