// The look that the parts of the strip beside the tabs share: what leads, what runs, what is next.
import { css } from 'lit';

export const stripStyles = css`
  :host {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
    min-width: 0;
    color: var(--ink-2);
    font: 400 var(--text-m) / 1.35 var(--font-text);
  }
  .says {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-width: 720px) {
    .says {
      display: -webkit-box;
      white-space: normal;
      overflow-wrap: anywhere;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      line-clamp: 3;
    }
  }
  strong {
    color: var(--ink);
    font-weight: 600;
  }
  .button.small {
    flex: none;
    white-space: nowrap;
  }
`;
