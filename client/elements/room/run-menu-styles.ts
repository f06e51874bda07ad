// How the facilitator's menu on the bar looks: a light sheet above the dark bar.
import { css } from 'lit';

export const runMenuStyles = css`
  :host {
    display: inline-block;
    flex: none;
  }
  .toggle {
    width: 100%;
    padding-inline: 14px;
  }
  .toggle svg {
    flex: none;
  }
  .phase {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-width: 720px) {
    .toggle {
      gap: 5px;
      padding-inline: 10px;
    }
  }
  svg {
    fill: none;
    stroke: currentcolor;
    stroke-linecap: round;
    stroke-width: 1.6;
  }
  .menu {
    inset: auto;
    width: min(340px, 100vw - 24px);
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
  h3 {
    margin: var(--space-4) 0 var(--space-2);
    padding-top: var(--space-3);
    border-top: 1px solid var(--hairline);
    font: 700 var(--text-m) / 1.3 var(--font-heading);
  }
  h3:first-child {
    margin-top: 0;
    padding-top: 0;
    border-top: 0;
  }
  ol {
    display: flex;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    flex: 1 1 0;
    min-width: 0;
  }
  li button {
    position: relative;
    display: grid;
    justify-items: center;
    gap: 5px;
    width: 100%;
    padding: 6px 0;
    border: 0;
    border-radius: var(--radius-m);
    background: none;
    color: var(--ink-2);
    font: 500 var(--text-s) / 1.3 var(--font-text);
    cursor: pointer;
  }
  li button:hover {
    background: color-mix(in srgb, var(--ink) 7%, transparent);
    color: var(--ink);
  }
  /* The line that joins the steps. */
  li + li button::before {
    content: '';
    position: absolute;
    top: 12px;
    right: 50%;
    width: 100%;
    border-top: 1.5px solid var(--control);
  }
  .dot {
    position: relative;
    z-index: 1;
    width: 13px;
    height: 13px;
    border: 1.5px solid var(--control);
    border-radius: 50%;
    background: var(--raised);
  }
  .past .dot {
    border-color: var(--accent);
    background: var(--accent);
  }
  .now .dot {
    border-color: var(--accent);
    background: var(--accent);
    box-shadow:
      0 0 0 2px var(--raised),
      0 0 0 4px var(--accent);
  }
  .now button {
    color: var(--accent);
    font-weight: 700;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .row .button {
    padding-inline: 10px;
  }
  .push {
    margin-inline-start: auto;
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 36px;
    margin-top: var(--space-2);
    font-weight: 500;
    cursor: pointer;
  }
  .hint {
    margin-inline-start: 26px;
  }
  @media (pointer: coarse) {
    li button,
    .check {
      min-height: var(--touch);
    }
  }
`;
