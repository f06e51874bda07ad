// How the side panel is laid out: a head, what scrolls, and the place to write at its foot.
import { css } from 'lit';

export const cellPanelStyles = css`
  :host {
    display: block;
    min-width: 0;
    min-height: 0;
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  .frame {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  header {
    position: relative;
    flex: none;
    padding: 14px 96px 14px 20px;
    border-bottom: 1px solid var(--hairline);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: 9px;
    margin: 0;
    overflow-wrap: anywhere;
    font: 700 17px / 1.3 var(--font-heading);
  }
  .swatch {
    height: 20px;
  }
  .under {
    margin: 3px 0 0;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  /* Beside the names in the matrix, where those have room for it. */
  .edit {
    display: none;
  }
  @media (max-width: 720px) {
    header:has(.edit) {
      padding-inline-end: 148px;
    }
    .edit {
      display: inline-grid;
    }
  }
  .edit,
  .close,
  .link {
    position: absolute;
    top: 9px;
    right: 9px;
  }
  .link {
    right: 51px;
  }
  .edit {
    right: 93px;
  }
  .scroll {
    display: grid;
    flex: 1 1 auto;
    align-content: start;
    gap: 18px;
    min-height: 0;
    padding: var(--space-4) 20px;
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  .scroll p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .about {
    display: grid;
    gap: var(--space-3);
    padding-bottom: var(--space-4);
    border-bottom: 1px solid var(--hairline);
  }
  .about a {
    width: fit-content;
    max-width: 100%;
    color: var(--accent);
    overflow-wrap: anywhere;
  }
  .ends {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 2px 10px;
    margin: 0;
  }
  .ends dt {
    font: 600 var(--text-m) / 1.45 var(--font-heading);
  }
  .ends dd {
    margin: 0;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
  }
  .drawn {
    display: grid;
    grid-template-columns: max-content max-content;
    align-items: end;
    gap: var(--space-4);
  }
  .drawn palabre-histogram {
    width: 132px;
    height: 64px;
  }
  .mean {
    font: 700 26px / 1.1 var(--font-heading);
    font-variant-numeric: tabular-nums;
  }
  .mean small {
    display: block;
    color: var(--ink-2);
    font: 400 var(--text-xs) / 1.3 var(--font-text);
  }
  .who-gave summary {
    min-height: 32px;
    font-weight: 600;
    cursor: pointer;
  }
  .who-gave dl {
    margin: 0;
  }
  .who-gave dl > div {
    display: grid;
    grid-template-columns: minmax(2ch, max-content) minmax(0, 1fr);
    gap: var(--space-3);
    padding-block: 3px;
  }
  .who-gave dt {
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .who-gave dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .quiet-words {
    color: var(--ink-2);
  }
  footer {
    flex: none;
    padding: var(--space-3) 20px;
    border-top: 1px solid var(--hairline);
  }
  .facilitating {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  /* Its line is kept free, so that nothing moves when somebody begins to write. */
  .writers {
    min-height: 18px;
    margin: calc(-1 * var(--space-2)) 0 2px;
    overflow: hidden;
    color: var(--ink-2);
    font-size: var(--text-s);
    line-height: 18px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;
