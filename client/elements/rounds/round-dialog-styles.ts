// How the dialog that opens a round lays out.
import { css } from 'lit';

export const roundDialogStyles = css`
  form {
    display: grid;
    gap: var(--space-4);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: var(--space-1);
    padding: 0;
    font-weight: 600;
  }
  .choices {
    display: grid;
    gap: var(--space-2);
  }
  .choice {
    display: flex;
    gap: var(--space-3);
    align-items: flex-start;
    padding: 10px var(--space-3);
    border: 1px solid var(--control);
    border-radius: var(--radius-m);
    cursor: pointer;
  }
  .choice[data-chosen] {
    border-color: var(--accent);
    background: color-mix(in srgb, var(--accent-soft) 45%, var(--surface));
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .choice strong {
    display: block;
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--space-3) var(--space-6);
  }
  .row .field {
    flex: 1 1 180px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 36px;
    cursor: pointer;
  }
  .parts {
    columns: 2 200px;
  }
  .parts .check {
    break-inside: avoid;
  }
  .more {
    display: grid;
    gap: var(--space-3);
    padding-top: var(--space-3);
  }
  summary {
    min-height: 28px;
    color: var(--ink-2);
    cursor: pointer;
  }
  .rules {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-m);
    background: var(--sunk);
  }
  .error {
    margin: 0;
  }
  .error:empty {
    display: none;
  }
  button[type='submit'] {
    justify-self: end;
  }
  @media (pointer: coarse) {
    .check,
    summary {
      min-height: var(--touch);
    }
  }
`;
