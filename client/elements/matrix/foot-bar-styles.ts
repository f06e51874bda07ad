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
  @media (max-width: 720px) {
    .bar {
      gap: var(--space-2) 10px;
      padding: 8px var(--space-3);
    }
    palabre-progress-bar,
    .fingerprint,
    .roomy,
    .big-screen {
      display: none;
    }
    .space {
      flex-basis: 100%;
      height: 0;
      margin: -4px 0;
    }
  }
`;
