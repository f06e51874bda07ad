// How the agenda is laid out: the button with where we are, and the list behind it.
import { css } from 'lit';

export const agendaListStyles = css`
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    min-height: 28px;
    padding: 2px 10px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--sunk);
    color: var(--ink);
    font: 500 var(--text-m) / 1.3 var(--font-text);
    cursor: pointer;
  }
  .toggle:hover {
    border-color: var(--control);
  }
  .toggle .says {
    max-width: 24ch;
  }
  .count {
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  svg {
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-width: 1.6;
  }
  .next {
    display: inline-block;
    max-width: 22ch;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .list {
    inset: auto;
    width: min(380px, 100vw - 24px);
    max-height: min(70dvh, 560px);
    margin: 0;
    padding: var(--space-4);
    border: 1px solid var(--hairline);
    border-radius: var(--radius-l);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    overflow: auto;
    font: 400 var(--text-m) / 1.4 var(--font-text);
  }
  h2 {
    margin: 0 0 var(--space-2);
    font: 700 var(--text-l) / 1.3 var(--font-heading);
  }
  .about {
    color: var(--ink-2);
    font: 400 var(--text-s) / 1.35 var(--font-text);
  }
  ol {
    margin: 0 0 var(--space-3);
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 22px minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--space-2);
    padding: 7px 0;
    border-top: 1px solid var(--hairline);
  }
  .number {
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .past .title {
    color: var(--ink-2);
  }
  .now .number,
  .now .title {
    color: var(--accent);
    font-weight: 700;
  }
  .words {
    display: grid;
    justify-items: start;
    min-width: 0;
  }
  .title {
    overflow-wrap: anywhere;
  }
  .go {
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    font: 400 var(--text-s) / 1.4 var(--font-text);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 2px;
    cursor: pointer;
  }
  @media (max-width: 720px) {
    .next {
      display: none;
    }
    .toggle .says {
      max-width: 13ch;
    }
  }
  @media (pointer: coarse) {
    .toggle,
    .go {
      min-height: var(--touch);
    }
  }
`;
