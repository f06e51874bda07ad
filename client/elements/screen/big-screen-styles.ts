// How the big screen is laid out: everything in shares of its height, dark whatever the theme of the page.
import { css } from 'lit';

export const screenStyles = css`
  :host {
    display: block;
    position: relative;
    width: 100%;
    height: 100dvh;
    overflow: hidden;
    container-type: size;
    background: var(--paper);
    color: var(--ink);
    color-scheme: dark;
    font-family: var(--font-text);
  }
  main {
    display: flex;
    flex-direction: column;
    height: 100cqh;
    padding: 5cqh 4cqw 3cqh;
  }
  /* The number of the page stands below what is on it. */
  main.paged {
    padding-bottom: 6.4cqh;
  }
  p,
  h1 {
    margin: 0;
  }
  header {
    display: flex;
    flex: none;
    align-items: flex-start;
    gap: 3cqw;
    min-height: 17cqh;
    margin-bottom: 1.6cqh;
  }
  .heading {
    flex: 1;
    min-width: 0;
  }
  h1 {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    font: 700 min(6.4cqh, 6cqw) / 1.15 var(--font-heading);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .subline {
    margin-top: 1cqh;
    color: var(--ink-2);
    font-size: min(3.6cqh, 4cqw);
    font-variant-numeric: tabular-nums;
  }
  .clock {
    font: 700 min(11cqh, 11cqw) / 1 var(--font-heading);
    font-variant-numeric: tabular-nums;
  }
  palabre-screen-bars {
    flex: 1;
  }
  .middle {
    display: flex;
    flex: 1;
    align-items: center;
    justify-content: space-between;
    gap: 4cqw;
    min-height: 0;
  }
  .state {
    flex: 1;
    min-width: 0;
  }
  .big {
    font: 600 min(9cqh, 7cqw) / 1.15 var(--font-heading);
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .big b {
    font-size: 2.2em;
    font-weight: 700;
  }
  .question {
    font-size: min(6.4cqh, 6cqw);
    font-weight: 500;
  }
  .quiet {
    margin-top: 2cqh;
    color: var(--ink-2);
    font-size: min(4cqh, 4cqw);
  }
  .verdict {
    flex: none;
    margin-bottom: 1.5cqh;
    font: 600 min(4.6cqh, 5cqw) / 1.2 var(--font-heading);
  }
  .page {
    position: absolute;
    inset: auto 4cqw 1.6cqh auto;
    color: var(--ink-3);
    font-size: 2.6cqh;
    font-variant-numeric: tabular-nums;
  }
  .join {
    display: flex;
    flex: none;
    align-items: center;
    gap: 1.4cqw;
  }
  .join palabre-qr {
    width: 14cqh;
  }
  .code {
    font: 700 min(4.4cqh, 4cqw) / 1.1 var(--font-heading);
    letter-spacing: 0.04em;
    white-space: nowrap;
  }
  .join.large {
    flex-direction: column;
    text-align: center;
  }
  .join.large palabre-qr {
    width: min(42cqh, 34cqw);
  }
  .join.large .code {
    margin-top: 1.5cqh;
    font-size: min(8cqh, 7cqw);
  }
  .url {
    margin-top: 0.8cqh;
    color: var(--ink-2);
    font-size: min(2.8cqh, 3cqw);
    overflow-wrap: anywhere;
  }
  .away {
    position: absolute;
    inset: 2cqh 4cqw auto auto;
    color: var(--warning);
    font-size: min(2.8cqh, 4cqw);
    font-weight: 600;
  }
  .controls {
    position: absolute;
    inset: auto auto 2cqh 4cqw;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    opacity: 0;
    transition: opacity var(--quick);
  }
  .controls.shown,
  .controls:focus-within {
    opacity: 1;
  }
  .controls [aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  @container (aspect-ratio < 1) {
    .middle {
      flex-direction: column;
      justify-content: center;
    }
    header {
      flex-wrap: wrap;
      gap: 1cqh 3cqw;
    }
    .heading {
      flex-basis: 100%;
    }
    .join:not(.large) palabre-qr {
      width: 9cqh;
    }
  }
`;
