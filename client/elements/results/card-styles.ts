// The look of a card of the results: its heading, its hint, its tables.
import { css } from 'lit';

export const cardStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  section {
    padding: var(--space-4) var(--space-5) var(--space-5);
    border: 1px solid var(--hairline);
    border-radius: var(--radius-l);
    background: var(--surface);
  }
  header {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-3);
  }
  h3 {
    margin: 0;
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  p {
    margin: 0;
  }
  .hint {
    margin-top: 2px;
  }
  .scroll {
    position: relative;
    overflow-x: auto;
    margin-inline: calc(var(--space-5) * -1);
    padding-inline: var(--space-5);
  }
  @media print {
    section {
      break-inside: avoid;
    }
    .scroll {
      overflow: visible;
    }
  }
  @media (max-width: 520px) {
    section {
      padding-inline: var(--space-4);
    }
    .scroll {
      margin-inline: calc(var(--space-4) * -1);
      padding-inline: var(--space-4);
    }
  }
`;
