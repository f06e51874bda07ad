// How the list of who asks to come in looks: a card at the end of the view, or a pill when it is folded.
import { css } from 'lit';

export const waitingNoticeStyles = css`
  :host {
    position: relative;
    display: block;
    flex: none;
    height: 0;
  }
  section {
    position: absolute;
    right: calc(var(--beside, 0px) + var(--space-4));
    bottom: var(--space-3);
    z-index: 16;
    box-sizing: border-box;
    width: max-content;
    max-width: min(400px, calc(100vw - 24px));
    max-height: min(60dvh, 480px);
    border: 1px solid var(--hairline);
    border-radius: 999px;
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--shadow);
    font: 400 var(--text-m) / 1.4 var(--font-text);
    overflow: auto;
  }
  section.open {
    width: min(400px, calc(100vw - 24px));
    padding: 0 var(--space-3) var(--space-3);
    border-radius: var(--radius-l);
  }
  .toggle {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 40px;
    padding: 0 var(--space-4);
    border: 0;
    border-radius: inherit;
    background: none;
    color: inherit;
    font: 600 var(--text-m) / 1.3 var(--font-text);
    cursor: pointer;
  }
  .open .toggle {
    position: sticky;
    top: 0;
    z-index: 1;
    width: 100%;
    padding: 0 4px;
    background: var(--raised);
  }
  .toggle svg {
    margin-inline-start: auto;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.8;
    stroke-linecap: round;
  }
  .open .toggle svg {
    transform: rotate(180deg);
  }
  .dot {
    flex: none;
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: var(--accent);
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: var(--space-1) 0;
    border-top: 1px solid var(--hairline);
  }
  .who {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }
  .name {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .sure {
    margin: var(--space-1) 0;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .hint {
    margin: 0 0 var(--space-2);
  }
  .buttons {
    display: flex;
    gap: 6px;
    padding-bottom: var(--space-1);
  }
  .all {
    width: 100%;
    margin-top: var(--space-2);
  }
  @media (pointer: coarse), (max-width: 720px) {
    .toggle,
    .who .button,
    .buttons .button {
      min-height: var(--touch);
    }
    section {
      right: var(--space-3);
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    section {
      animation: arrive var(--calm) ease-out;
    }
    @keyframes arrive {
      from {
        opacity: 0;
      }
    }
  }
`;
