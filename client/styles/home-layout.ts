// The layout of the home page: story and ways in beside the form, one under the other on a phone.
import { css } from 'lit';

export const homeLayout = css`
  :host {
    display: grid;
    grid-template-rows: auto 1fr auto;
    min-height: 100dvh;
    background: var(--paper);
  }
  header,
  main,
  footer {
    width: 100%;
    max-width: 1200px;
    margin: 0 auto;
    padding-inline: max(var(--space-8), env(safe-area-inset-left));
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding-block: var(--space-5);
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-height: var(--touch);
    border-radius: var(--radius-s);
    color: var(--ink);
    font: 700 var(--text-xl) / 1 var(--font-heading);
    text-decoration: none;
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    align-items: start;
    gap: var(--space-8) 72px;
    padding-block: var(--space-8) 56px;
  }
  .side {
    display: grid;
    gap: var(--space-8);
    min-width: 0;
  }
  h1 {
    margin: 0;
    max-width: 12ch;
    font: 700 clamp(34px, 4.6vw, 54px) / 1.04 var(--font-heading);
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .lead {
    max-width: 44ch;
    margin: var(--space-5) 0 0;
    color: var(--ink-2);
    font-size: 17px;
    line-height: 1.5;
    text-wrap: pretty;
  }
  palabre-join-form {
    max-width: 420px;
  }
  palabre-tree {
    width: 330px;
    max-width: 100%;
    margin-top: var(--space-3);
  }
  .card {
    min-width: 0;
    padding: var(--space-8);
    border: 1px solid var(--hairline);
    border-radius: var(--radius-l);
    background: var(--surface);
  }
  footer {
    padding-block: var(--space-4) var(--space-6);
  }
  footer p {
    margin: 0;
    color: var(--ink-3);
    font-size: var(--text-s);
  }
  footer a {
    display: inline-block;
    padding-block: 4px;
    color: var(--ink-2);
  }
  @media (max-width: 860px) {
    main {
      grid-template-columns: minmax(0, 1fr);
      gap: 40px;
      padding-block: var(--space-4) 40px;
    }
    header,
    main,
    footer {
      max-width: 620px;
      padding-inline: var(--space-5);
    }
    header {
      padding-block: var(--space-3);
    }
    .side {
      gap: var(--space-6);
    }
    h1 {
      max-width: none;
    }
    palabre-tree {
      display: none;
    }
  }
  @media (max-width: 520px) {
    header,
    main,
    footer {
      padding-inline: var(--space-4);
    }
    .card {
      margin-inline: calc(-1 * var(--space-4));
      padding: var(--space-6) var(--space-4);
      border-inline: 0;
      border-radius: 0;
    }
  }
`;
