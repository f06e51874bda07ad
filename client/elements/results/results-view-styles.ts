// How the results are laid out, and the two beats of a reveal: first where we split, then who leads.
import { css } from 'lit';

export const viewStyles = css`
  :host {
    display: block;
    padding: var(--space-6);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 6fr) minmax(0, 5fr);
    gap: var(--space-4) var(--space-5);
    align-items: start;
    max-width: 1500px;
    margin: 0 auto;
  }
  .single {
    grid-template-columns: minmax(0, 720px);
    justify-content: center;
  }
  .unit {
    margin: calc(var(--space-2) * -1) 0 var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .main,
  .aside {
    display: flex;
    flex-direction: column;
    gap: var(--space-4);
    min-width: 0;
  }
  h2 {
    margin: 0 0 var(--space-3);
    font: 700 var(--text-xl) / 1.3 var(--font-heading);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .note,
  .legend {
    margin-top: var(--space-2);
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .legend {
    padding-inline-start: 34px;
  }
  .legend::before {
    display: inline-block;
    height: 16px;
    margin-inline-end: 7px;
    border-inline-start: 2px solid var(--ink);
    vertical-align: middle;
    content: '';
  }
  .live {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-bottom: var(--space-1);
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .dot {
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: var(--accent);
  }
  .invalid {
    margin-bottom: var(--space-2);
    color: var(--danger);
    font-weight: 600;
  }
  .private {
    margin-bottom: var(--space-2);
    color: var(--accent);
    font-weight: 500;
  }
  /* Everything is there and can be read and used from the start; only the eye is led. */
  :host([fresh]) .split {
    animation: arrive var(--calm) ease-out both;
  }
  :host([fresh]) .lead,
  :host([fresh]) .aside {
    animation: arrive var(--calm) ease-out calc(var(--calm) * 1.4) backwards;
  }
  :host([fresh]) palabre-ranked-bars {
    --wait: calc(var(--calm) * 1.8);
  }
  @keyframes arrive {
    from {
      opacity: 0.15;
      transform: translateY(8px);
    }
  }
  @media (max-width: 960px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    :host {
      padding: var(--space-4);
    }
  }
  @media (max-width: 520px) {
    :host {
      padding: var(--space-3);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host([fresh]) :is(.split, .lead, .aside) {
      animation: none;
    }
  }
`;
