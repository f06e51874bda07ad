// How the list of all notes is laid out.
import { css } from 'lit';

export const notesViewStyles = css`
  :host {
    display: block;
    min-width: 0;
    max-width: 960px;
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 14px;
    padding-bottom: var(--space-3);
  }
  h2 {
    margin: 0;
    font: 700 var(--text-xxl) / 1.25 var(--font-heading);
  }
  .count {
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  .lists {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    padding-bottom: var(--space-3);
  }
  .lost {
    margin: 0 0 var(--space-3);
    color: var(--warning);
    font-weight: 600;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    padding-bottom: var(--space-4);
    border-bottom: 1px solid var(--hairline);
  }
  .filters .search {
    flex: 1 1 200px;
    max-width: 320px;
  }
  .filters select.field {
    width: auto;
    max-width: 240px;
    text-overflow: ellipsis;
  }
  .choices {
    display: contents;
  }
  .unfold {
    display: none;
  }
  @media (max-width: 720px) {
    .filters .search {
      max-width: none;
    }
    .unfold {
      display: inline-flex;
    }
    .choices.folded {
      display: none;
    }
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  button.chip {
    appearance: none;
    min-height: 26px;
    margin: 0;
    border: 1.5px solid transparent;
    cursor: pointer;
  }
  .chip .many {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  button.chip[aria-pressed='true'] {
    border-color: currentColor;
  }
  button.chip[aria-pressed='true']::after {
    content: '✓' / '';
  }
  section {
    padding: var(--space-4) 0 var(--space-2);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 160px;
  }
  h3 {
    margin: 0 0 var(--space-3);
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  .target {
    appearance: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .target:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .threads {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 380px), 1fr));
    gap: var(--space-5) var(--space-8);
    align-items: start;
  }
  .thread {
    min-width: 0;
  }
  .about {
    margin: 0 0 4px 36px;
    color: var(--ink-2);
    font-size: var(--text-s);
    font-weight: 600;
  }
  .empty {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    max-width: 52ch;
    padding: var(--space-6) 0;
    color: var(--ink-2);
  }
  .empty p {
    margin: 0;
  }
  .compose palabre-held-notes {
    display: block;
    margin-bottom: var(--space-4);
  }
  .compose {
    margin-top: var(--space-5);
    padding-top: var(--space-4);
    border-top: 1px solid var(--hairline);
  }
  @media print {
    .lists,
    .filters,
    .compose {
      display: none;
    }
    section {
      content-visibility: visible;
    }
    .threads {
      display: block;
    }
    .thread {
      margin-bottom: var(--space-4);
      break-inside: avoid;
    }
    h3 {
      break-after: avoid;
    }
  }
  @media (pointer: coarse) {
    button.chip {
      min-height: 40px;
      padding-inline: 12px;
    }
  }
`;
