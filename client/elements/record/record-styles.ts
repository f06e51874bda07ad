// How the record looks: a sheet of paper on the screen, and a plain document when it is printed.
import { css } from 'lit';

export const recordStyles = css`
  :host {
    display: block;
    color: var(--ink);
    font: 400 var(--text-l) / 1.55 var(--font-text);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    max-width: 820px;
    margin: 0 auto var(--space-3);
    font-size: var(--text-s);
  }
  .state {
    flex: 1 1 16ch;
    margin: 0;
    color: var(--ink-2);
  }
  .state.bad {
    color: var(--danger);
    font-weight: 600;
  }
  article {
    max-width: 820px;
    margin: 0 auto;
    padding: clamp(20px, 5vw, 56px) clamp(16px, 6vw, 72px);
    border: 1px solid var(--hairline);
    border-radius: var(--radius-m);
    background: var(--surface);
    overflow-wrap: anywhere;
  }
  .kicker {
    margin: 0 0 var(--space-1);
    color: var(--ink-2);
    font: 600 var(--text-s) / 1.4 var(--font-text);
  }
  h2 {
    margin: 0 0 var(--space-4);
    font: 700 clamp(24px, 4vw, 32px) / 1.2 var(--font-heading);
    text-wrap: balance;
  }
  h3 {
    margin: 0;
    font: 700 var(--text-xl) / 1.3 var(--font-heading);
  }
  h4 {
    margin: 0;
    font: 700 var(--text-l) / 1.35 var(--font-heading);
  }
  dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--space-2) var(--space-4);
    align-items: center;
    margin: 0;
    padding: var(--space-3) 0;
    border-block: 1px solid var(--hairline);
    font-size: var(--text-m);
  }
  dt {
    color: var(--ink-2);
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
    margin: 0;
  }
  select.status {
    appearance: auto;
    min-height: 30px;
    padding: 2px 8px;
    border: 1px solid var(--control);
    border-radius: 999px;
    background: var(--accent-soft);
    color: var(--ink);
    font: 600 var(--text-s) / 1.4 var(--font-text);
  }
  section {
    display: grid;
    gap: var(--space-2);
    margin-top: var(--space-6);
  }
  section.three {
    margin-top: var(--space-4);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-1) var(--space-3);
  }
  .here {
    flex: 1 1 auto;
    margin: 0;
    color: var(--accent);
    font-size: var(--text-s);
    font-weight: 500;
  }
  .own {
    color: var(--ink-2);
  }
  .nothing {
    margin: 0;
    color: var(--ink-3);
    font-style: italic;
  }
  .writing {
    display: grid;
    gap: var(--space-2);
  }
  .help {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .on-paper {
    display: none;
  }
  @media (pointer: coarse) {
    select.status {
      min-height: var(--touch);
    }
  }
  @media (max-width: 720px) {
    .state {
      flex-basis: 100%;
    }
    dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 2px;
    }
    dd + dt {
      margin-top: var(--space-2);
    }
  }
  @media print {
    :host {
      color: #000000;
      font-size: 11pt;
    }
    article {
      max-width: none;
      padding: 0;
      border: 0;
      background: none;
    }
    .tools,
    .head .button,
    .here,
    dd .button,
    .writing,
    .unwritten {
      display: none;
    }
    .on-paper {
      display: block;
    }
    select.status {
      appearance: none;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
    }
    h2,
    h3,
    h4 {
      break-after: avoid;
    }
  }
`;
