// How a note looks.
import { css } from 'lit';

export const noteStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  article {
    display: grid;
    grid-template-columns: 27px minmax(0, 1fr);
    column-gap: 9px;
  }
  :host([sought]) article {
    border-radius: var(--radius-m);
    box-shadow: 0 0 0 6px var(--accent-soft);
    background: var(--accent-soft);
    outline: none;
    scroll-margin: 80px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 7px;
  }
  .author {
    overflow-wrap: anywhere;
    font-weight: 600;
  }
  .when {
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .body {
    margin-top: 2px;
  }
  .body .chip {
    float: inline-start;
    height: 19px;
    margin: 1px 7px 0 0;
    padding-block: 0;
    font-size: 11.5px;
    line-height: 19px;
  }
  .resolved .body palabre-markdown {
    color: var(--ink-2);
  }
  .gone {
    color: var(--ink-2);
    font-style: italic;
  }
  .acts {
    display: flex;
    clear: both;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin-top: 5px;
  }
  .act {
    appearance: none;
    min-height: 24px;
    margin: 0;
    padding: 1px 9px;
    border: 1px solid var(--hairline);
    border-radius: 999px;
    background: var(--surface);
    color: var(--ink-2);
    font: 500 var(--text-xs) / 1.4 var(--font-text);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .act:hover {
    border-color: var(--control);
    color: var(--ink);
  }
  .act[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    color: var(--ink);
    font-weight: 600;
  }
  .act.danger {
    color: var(--danger);
  }
  span.act {
    cursor: default;
  }
  .waits {
    color: var(--warning);
    font-size: var(--text-xs);
    font-weight: 600;
  }
  form {
    display: grid;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .form-foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  @media print {
    button.act:not(.support),
    .support.none {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .act {
      min-height: 36px;
      min-width: var(--touch);
      padding-inline: 12px;
    }
  }
`;
