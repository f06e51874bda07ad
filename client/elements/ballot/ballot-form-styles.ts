// How a page of the ballot form is laid out.
import { css } from 'lit';

export const formStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100%;
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  palabre-ballot-frame {
    flex: 1;
  }
  h2 {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 2px 0 0;
    font: 700 var(--text-xxl) / 1.2 var(--font-heading);
    overflow-wrap: anywhere;
  }
  h2:focus {
    outline: none;
  }
  h2 .swatch {
    align-self: flex-start;
    width: 8px;
    height: 24px;
    margin-top: 4px;
  }
  h2 > :last-child {
    min-width: 0;
  }
  .about {
    margin: 2px 0 0;
    color: var(--ink-2);
    font-size: var(--text-s);
    overflow-wrap: anywhere;
  }
  .notes {
    margin: -13px 0;
    padding: 13px 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }
  .shut {
    margin: var(--space-3) 0 0;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--hairline);
    border-radius: var(--radius-m);
    background: var(--sunk);
  }
  .criteria {
    display: grid;
    gap: var(--space-1);
    margin-top: var(--space-4);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-top: var(--space-6);
  }
`;
