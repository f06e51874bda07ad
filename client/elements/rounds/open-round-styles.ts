// How the dialog that opens a round looks; its settings share it.
import { css } from 'lit';

export const openRoundStyles = css`
  :host {
    display: contents;
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  form {
    display: grid;
    gap: var(--space-5);
    margin: 0;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .label {
    margin: 0;
    padding: 0 0 6px;
    font-weight: 600;
  }
  fieldset > .hint {
    margin-top: 6px;
  }
  .pills {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .pill {
    position: relative;
    cursor: pointer;
  }
  .pill input,
  .card input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .pill span {
    display: grid;
    place-items: center;
    min-height: 36px;
    padding: 4px 14px;
    border: 1px solid var(--control);
    border-radius: 999px;
    background: var(--surface);
    font-weight: 500;
  }
  .card {
    position: relative;
    display: block;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--control);
    border-radius: var(--radius-m);
    background: var(--surface);
    cursor: pointer;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--space-2);
  }
  .card .title {
    display: block;
    font-weight: 600;
  }
  .card .hint {
    display: block;
    margin-top: 2px;
  }
  .pill:has(input:checked) span,
  .card:has(input:checked) {
    border-color: var(--accent);
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .card:has(input:checked) .hint {
    color: var(--ink);
  }
  .pill input:focus-visible + span,
  .card:has(input:focus-visible) {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .check {
    display: flex;
    align-items: flex-start;
    gap: var(--space-2);
    margin-top: var(--space-2);
    padding-block: 4px;
    cursor: pointer;
  }
  .check input {
    flex: none;
    margin-top: 2px;
  }
  .short {
    display: flex !important;
    align-items: center;
  }
  .short input {
    width: 96px;
  }
  .short .label {
    padding: 0;
    font-weight: 400;
  }
  .preview {
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-m);
    background: var(--sunk);
  }
  .preview .label {
    padding-bottom: 2px;
    color: var(--ink-2);
    font-size: var(--text-s);
  }
  .warning {
    margin: calc(var(--space-3) * -1) 0 0;
    color: var(--warning);
    font-weight: 500;
  }
  .error:empty {
    display: none;
  }
  .error {
    font-weight: 600;
  }
  @media (pointer: coarse) {
    .pill span {
      min-height: var(--touch);
    }
    .check {
      min-height: var(--touch);
      align-items: center;
    }
  }
  @media (max-width: 620px) {
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .pill:has(input:checked) span,
    .card:has(input:checked) {
      border: 3px solid Highlight;
    }
  }
`;
