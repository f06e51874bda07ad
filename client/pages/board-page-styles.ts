// How the page of a board lays out: header, views, the panel beside them, the bar at the foot.
import { css } from 'lit';

export const boardPageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
    background: var(--paper);
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  palabre-board-header,
  .places,
  palabre-foot-bar {
    flex: none;
  }
  /* As high as it is going to be, so that nothing moves when it comes. */
  palabre-foot-bar {
    min-height: 56px;
    background: var(--bar);
  }
  .places {
    display: flex;
    flex-wrap: wrap;
    border-bottom: 1px solid var(--hairline);
    background: var(--surface);
  }
  palabre-view-tabs {
    flex: 1 0 auto;
    min-width: 0;
    max-width: 100%;
  }
  palabre-room-strip {
    flex: 0 1 auto;
    max-width: 100%;
    margin-inline-start: auto;
  }
  .presenting {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--space-1) var(--space-3);
    padding: var(--space-1) var(--space-4);
    background: var(--bar);
    color: var(--bar-ink);
  }
  .presenting p {
    margin: 0;
  }
  .presenting strong {
    font-weight: 700;
  }
  main {
    display: flex;
    flex: 1;
    min-height: 0;
  }
  /* Positioned, so that what is hidden in it scrolls with it and does not make the page longer. */
  .view,
  .panel {
    position: relative;
  }
  .view {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    overflow: auto;
  }
  main.matrix .view {
    gap: var(--space-3);
    padding: var(--space-4) var(--space-6) 0;
    overflow: hidden;
  }
  main.notes .view {
    padding: var(--space-5) var(--space-6) var(--space-6);
  }
  main.record .view {
    padding: var(--space-5) var(--space-6) var(--space-8);
  }
  main.notes .view > * {
    width: 100%;
    max-width: 1080px;
    margin-inline: auto;
  }
  main.results palabre-decision-card {
    width: 100%;
    max-width: 1548px;
    margin: 0 auto;
    padding: var(--space-5) var(--space-6) 0;
  }
  palabre-decision-card {
    flex: none;
  }
  palabre-matrix {
    flex: 1;
    min-height: 0;
  }
  .panel {
    flex: none;
    width: 372px;
    min-height: 0;
    border-left: 1px solid var(--hairline);
    background: var(--surface);
    overflow: auto;
  }
  /* What floats above the foot leaves the panel's own foot free. */
  @media (min-width: 1081px) {
    main:has(> .panel) ~ palabre-waiting-notice {
      --beside: 372px;
    }
  }
  palabre-cell-panel {
    display: block;
    height: 100%;
  }
  .failed {
    position: fixed;
    left: 50%;
    bottom: calc(84px + env(safe-area-inset-bottom));
    z-index: 30;
    display: flex;
    align-items: center;
    gap: var(--space-3);
    width: max-content;
    max-width: calc(100vw - 32px);
    box-sizing: border-box;
    margin: 0;
    padding: var(--space-2) var(--space-4);
    border-radius: var(--radius-m);
    background: var(--bar);
    color: var(--bar-ink);
    transform: translateX(-50%);
  }
  .failed .button {
    flex: none;
  }
  .message {
    display: grid;
    flex: 1;
    align-content: center;
    justify-items: center;
    gap: var(--space-3);
    padding: var(--space-6);
    text-align: center;
  }
  .message palabre-symbol {
    --symbol: 56px;
  }
  .message h1 {
    margin: var(--space-2) 0 0;
    font: 700 var(--text-xxl) / 1.2 var(--font-heading);
  }
  .message p {
    max-width: 46ch;
    margin: 0;
    color: var(--ink-2);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  @media (prefers-reduced-motion: no-preference) {
    .breathing {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  }
  .printed {
    display: none;
  }
  .printed h1,
  .printed p {
    margin: 0;
  }
  .printed h1 {
    font: 700 var(--text-xxl) / 1.2 var(--font-heading);
  }
  .printed p {
    color: var(--ink-2);
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    palabre-board-header,
    .places,
    palabre-foot-bar,
    palabre-round-notice,
    palabre-waiting-notice,
    palabre-refusal-notices,
    .failed,
    .panel {
      display: none;
    }
    .printed {
      display: block;
      margin-bottom: var(--space-4);
      padding-bottom: var(--space-3);
      border-bottom: 1px solid var(--hairline);
    }
    /* The record says both itself. */
    main.record .printed > :not(:last-child) {
      display: none;
    }
    main.matrix {
      page: wide;
    }
    main.matrix .view,
    main.notes .view {
      padding: 0;
      overflow: visible;
    }
    main.notes .view > * {
      max-width: none;
    }
    main,
    .view {
      display: block;
      overflow: visible;
    }
  }
  @media (max-width: 1080px) {
    .panel {
      display: none;
    }
    main[data-panel] .panel {
      position: fixed;
      inset: auto 0 0;
      z-index: 20;
      display: block;
      width: auto;
      height: min(72dvh, 640px);
      border: 1px solid var(--hairline);
      border-radius: var(--radius-l) var(--radius-l) 0 0;
      box-shadow: var(--shadow);
    }
  }
  @media (max-width: 720px) {
    .places > * {
      flex: 1 1 100%;
    }
    main.matrix .view,
    main.results palabre-decision-card {
      padding: var(--space-3) var(--space-3) 0;
    }
    palabre-foot-bar[brief] {
      min-height: 44px;
    }
    main.record .view {
      padding: var(--space-3) var(--space-3) var(--space-6);
    }
    main.notes .view {
      padding: var(--space-4) var(--space-3) var(--space-6);
    }
  }
`;
