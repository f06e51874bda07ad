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
  .main,
  .aside {
    display: flex;
    flex-direction: column;
    gap: var(--space-4);
    min-width: 0;
  }
  /* Everything is there and can be read and used from the start; only the eye is led. */
  :host([fresh]) .split {
    animation: arrive var(--calm) ease-out both;
  }
  :host([fresh]) .lead,
  :host([fresh]) .aside {
    animation: arrive var(--calm) ease-out calc(var(--calm) * 1.4) backwards;
  }
  :host([fresh]) .lead {
    /* Inherited by the bars in it. */
    --wait: calc(var(--calm) * 1.8);
  }
  @keyframes arrive {
    from {
      opacity: 0.15;
      transform: translateY(8px);
    }
  }
  @media (max-width: 960px) {
    :host([fresh]) .split {
      order: -1;
    }
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
  @media print {
    :host {
      padding: 0;
    }
    .columns {
      display: block;
    }
    .main,
    .aside {
      display: block;
    }
    .main > *,
    .aside > * {
      margin-bottom: var(--space-4);
    }
    palabre-round-picker,
    palabre-published-ballots,
    palabre-tie-choices {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host([fresh]) :is(.split, .lead, .aside) {
      animation: none;
    }
  }
`;
