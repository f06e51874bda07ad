// How ranked bars look: bars stand on the surface without a track, values past their end, all moved by transforms.
import { css } from 'lit';

export const barStyles = css`
  :host {
    display: block;
    --label: 64px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font: 400 var(--text-m) / 1.3 var(--font-text);
  }
  td,
  th {
    padding: 4px 0;
    text-align: start;
    vertical-align: middle;
  }
  .rank {
    width: 24px;
    padding-inline-end: 10px;
    color: var(--ink-2);
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  th {
    min-width: 84px;
    max-width: 180px;
    padding-inline-end: var(--space-3);
    font-weight: 600;
  }
  thead th {
    min-width: 0;
    padding: 0;
  }
  .name {
    display: block;
    min-width: 84px;
    width: max-content;
    max-width: 100%;
    hyphens: auto;
    overflow-wrap: anywhere;
  }
  .name.long {
    min-width: 152px;
  }
  .why {
    display: block;
    min-width: 160px;
    color: var(--ink-2);
    font-size: var(--text-xs);
    font-weight: 400;
  }
  .drawn {
    width: 100%;
    padding: 0;
  }
  .plot {
    position: relative;
    height: 31px;
    overflow: clip;
  }
  .track,
  .label {
    position: absolute;
    inset: 0 var(--label) 0 0;
    display: flex;
    align-items: center;
  }
  .label {
    pointer-events: none;
  }
  .clip {
    flex: 1;
    height: 18px;
    overflow: hidden;
    border-radius: var(--radius-s) 0 0 var(--radius-s);
  }
  .bar {
    height: 100%;
    border-radius: 0 var(--radius-s) var(--radius-s) 0;
    background-color: var(--option);
  }
  .plain .bar {
    background-color: var(--team-bar);
  }
  .patterned {
    background-image: repeating-linear-gradient(135deg, transparent 0 6px, var(--surface) 6px 9px);
  }
  .out .bar {
    opacity: 0.35;
  }
  .before {
    position: absolute;
    inset: 50% 0 auto;
    height: 24px;
    margin-top: -12px;
    border-inline-start: 2px solid var(--ink);
  }
  .value {
    padding-inline-start: 8px;
    font: 700 var(--text-m) / 1 var(--font-heading);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .out .value {
    color: var(--ink-2);
    font-weight: 500;
  }
  .bar,
  .before,
  .label {
    transition: transform var(--calm) ease-in-out;
  }
  @keyframes grow {
    from {
      transform: translateX(-100%);
    }
  }
  :host([growing]) .bar {
    animation: grow calc(var(--calm) * 1.5) ease-out var(--wait, 0ms) backwards;
  }
  @media (max-width: 520px) {
    :host {
      --label: 48px;
    }
    th {
      max-width: 132px;
    }
    .name.long {
      min-width: 120px;
    }
    .why {
      min-width: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar,
    .before,
    .label {
      animation: none !important;
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
    }
    .before {
      border-color: CanvasText;
    }
  }
`;
