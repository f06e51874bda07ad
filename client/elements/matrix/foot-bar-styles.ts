// How the dark bar at the foot of a board is laid out.
import { css } from 'lit';

export const footBarStyles = css`
  :host {
    display: block;
    background: var(--bar);
    color: var(--bar-ink);
    font: 400 var(--text-m) / 1.35 var(--font-text);
  }
  .bar {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) 14px;
    min-height: 56px;
    padding: 9px var(--space-6);
  }
  .status,
  .room,
  .acts {
    display: contents;
  }
  .round {
    font: 400 17px / 1.3 var(--font-heading);
    white-space: nowrap;
  }
  .detail {
    color: var(--bar-ink-2);
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
  }
  .detail .waits {
    color: #e8bf62;
  }
  .space {
    flex: 1 1 0;
  }
  .plus,
  .short,
  .narrow {
    display: none;
  }
  .clock {
    min-width: 66px;
    font: 700 22px / 1 var(--font-heading);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .soon {
    color: #e8bf62;
  }
  @media (max-width: 1400px) {
    palabre-progress-bar {
      width: 80px;
    }
  }
  @media (max-width: 1340px) {
    .fingerprint {
      display: none;
    }
  }
  @media (max-width: 1180px) {
    palabre-progress-bar {
      display: none;
    }
  }
  /* What is the case and a sign or two in the first row, what can be done in the second, if there is anything. */
  @media (max-width: 720px) {
    .bar {
      gap: 6px var(--space-2);
      padding: 6px var(--space-3);
    }
    palabre-progress-bar,
    .fingerprint,
    .roomy,
    .word,
    .leading .own,
    .room:has(.wishes) > .detail:not(.wishes),
    .bar:not(.leading, .brief) .room > .detail {
      display: none;
    }
    .bar:not(.leading, .brief) .short {
      display: inline;
      color: var(--bar-ink-2);
      font-size: var(--text-s);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .narrow {
      display: contents;
    }
    .brief:not(.leading) {
      flex-wrap: nowrap;
      justify-content: space-between;
      min-height: 44px;
    }
    .brief:not(.leading) > .status {
      flex: none;
    }
    .brief:not(.leading) > .space {
      display: none;
    }
    .status {
      display: block;
      flex: 1 1 180px;
      min-width: 0;
      padding-block: 2px;
      overflow-wrap: anywhere;
    }
    .round + .detail {
      margin-inline-start: 6px;
    }
    .leading .status:has(~ .room) {
      flex: 0 1 auto;
    }
    .leading .status:has(~ .room) .detail {
      display: none;
    }
    .room {
      display: flex;
      align-items: center;
      justify-content: flex-end;
      gap: var(--space-2);
    }
    .leading .room {
      flex: 1 1 100px;
      justify-content: space-between;
    }
    .room,
    palabre-room-signals,
    palabre-export-menu {
      order: 1;
    }
    .clock {
      min-width: 58px;
      font-size: 19px;
    }
    .space {
      flex-basis: 100%;
      order: 2;
      height: 0;
      margin: -3px 0;
    }
    palabre-run-menu,
    .acts {
      order: 3;
    }
    palabre-run-menu {
      flex: 0 1 auto;
      min-width: 56px;
    }
    .acts {
      display: flex;
      flex: 1 1 auto;
      gap: var(--space-2);
      min-width: 0;
    }
    .acts > .button {
      flex: 1 1 auto;
      padding-inline: 10px;
      font-size: 14px;
      white-space: nowrap;
    }
    .acts .sign {
      flex: none;
      width: var(--touch);
      padding: 0;
    }
    .acts:has(> .sign:only-child) {
      flex: none;
    }
    .sign[aria-pressed='true'] {
      border-color: var(--bar-accent);
      background: var(--bar-accent);
      color: var(--bar);
    }
    svg {
      fill: none;
      stroke: currentcolor;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 1.7;
    }
    .plus {
      display: inline;
      font: 400 22px / 1 var(--font-heading);
    }
  }
`;
