// How the dialog that writes the agenda looks: what is typed on the left, what it makes on the right.
import { css } from 'lit';

export const agendaDialogStyles = css`
  :host {
    display: contents;
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  form {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    gap: var(--space-2) var(--space-6);
    align-items: start;
    margin: 0;
  }
  form > .field {
    grid-row: span 2;
  }
  textarea {
    min-height: 220px;
  }
  ol {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 124px;
    align-items: center;
    gap: var(--space-2);
    padding: 4px 0;
    border-bottom: 1px solid var(--hairline);
  }
  .title {
    overflow-wrap: anywhere;
  }
  .minutes,
  .whole {
    color: var(--ink-2);
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .whole {
    margin: 0;
  }
  li select.field {
    min-height: 32px;
    padding-block: 3px;
    font-size: var(--text-s);
  }
  .empty {
    display: grid;
    justify-items: start;
    gap: var(--space-3);
    padding-top: 28px;
  }
  @media (max-width: 620px) {
    form {
      grid-template-columns: minmax(0, 1fr);
    }
    textarea {
      min-height: 150px;
    }
    .empty {
      padding-top: 0;
    }
  }
`;
