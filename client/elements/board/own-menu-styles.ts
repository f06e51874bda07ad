// How one's own corner of a board looks: the button, and the menu below it.
import { css } from 'lit';

export const ownMenuStyles = css`
  :host {
    display: inline-block;
  }
  .toggle {
    display: inline-grid;
    place-items: center;
    min-width: 36px;
    min-height: 36px;
    padding: 0;
    border: 1px solid var(--control);
    border-radius: 999px;
    background: var(--surface);
    color: var(--ink-2);
    cursor: pointer;
  }
  .toggle:hover {
    background: color-mix(in srgb, var(--ink) 6%, var(--surface));
  }
  svg {
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.7;
  }
  .menu {
    inset: auto;
    width: min(320px, 100vw - 24px);
    max-height: min(80dvh, 640px);
    margin: 0;
    padding: var(--space-4);
    border: 1px solid var(--hairline);
    border-radius: var(--radius-l);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    overflow: auto;
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  .who {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px var(--space-3);
  }
  .name {
    margin: 0;
    overflow-wrap: anywhere;
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  .role {
    margin: 0 0 var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .who .role {
    grid-column: 2 / -1;
    margin: 0;
  }
  form {
    display: grid;
    gap: var(--space-2);
  }
  .buttons {
    display: flex;
    gap: var(--space-2);
  }
  ul {
    display: grid;
    margin: var(--space-3) calc(var(--space-2) * -1) 0;
    padding: var(--space-2) 0;
    border-block: 1px solid var(--hairline);
    list-style: none;
  }
  .entry {
    display: flex;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    min-height: 36px;
    padding: 6px var(--space-2);
    border: 0;
    border-radius: var(--radius-m);
    background: none;
    color: var(--ink);
    font: 500 var(--text-m) / 1.3 var(--font-text);
    text-align: start;
    cursor: pointer;
  }
  .entry:hover {
    background: color-mix(in srgb, var(--ink) 7%, transparent);
  }
  kbd {
    padding: 0 7px;
    border: 1px solid var(--control);
    border-radius: 5px;
    color: var(--ink-2);
    font: 600 var(--text-xs) / 1.5 var(--font-text);
  }
  .language {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 44px;
    color: var(--ink-2);
  }
  palabre-own-receipts {
    margin-top: var(--space-2);
    padding-top: var(--space-3);
    border-top: 1px solid var(--hairline);
  }
  @media (pointer: coarse) {
    .toggle {
      min-width: var(--touch);
    }
    .toggle,
    .entry {
      min-height: var(--touch);
    }
  }
`;
