// The shared look of controls: buttons, fields, chips, and text for screen readers only.
import { css } from 'lit';

const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .visually-hidden,
  .sr-only {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
`;

/** `button`, with `primary`, `quiet`, `danger`, `small`, `on-bar` (on the dark bar); `icon-button` is round. */
const buttons = css`
  .button,
  .icon-button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 36px;
    margin: 0;
    padding: 6px var(--space-4);
    border: 1px solid var(--control);
    border-radius: 999px;
    background: var(--surface);
    color: var(--ink);
    font: 600 var(--text-m) / 1.3 var(--font-text);
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    transition:
      background-color var(--quick),
      border-color var(--quick);
  }
  .icon-button {
    flex: none;
    width: 36px;
    padding: 0;
  }
  .button:hover,
  .icon-button:hover {
    background: color-mix(in srgb, var(--ink) 6%, var(--surface));
  }
  .button.primary {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  .button.primary:hover {
    background: color-mix(in srgb, var(--ink) 14%, var(--accent));
  }
  .button.quiet,
  .icon-button.quiet {
    border-color: transparent;
    background: transparent;
  }
  .button.quiet {
    color: var(--ink-2);
  }
  .button.quiet:hover,
  .icon-button.quiet:hover {
    background: color-mix(in srgb, var(--ink) 7%, transparent);
    color: var(--ink);
  }
  .button.danger {
    border-color: var(--danger);
    color: var(--danger);
  }
  .button.small {
    min-height: 28px;
    padding: 3px var(--space-3);
    font-size: var(--text-s);
  }
  .button.on-bar,
  .icon-button.on-bar {
    border-color: var(--bar-control);
    background: transparent;
    color: var(--bar-ink);
  }
  .button.on-bar:hover,
  .icon-button.on-bar:hover {
    background: var(--bar-raised);
  }
  .button.on-bar.primary {
    border-color: #e6f2ed;
    background: #e6f2ed;
    color: #0d5f52;
  }
  .button.on-bar.primary:hover {
    background: #ffffff;
  }
  .on-bar:focus-visible {
    outline-color: var(--bar-accent);
  }
  .button:disabled,
  .icon-button:disabled,
  .button[aria-disabled='true'],
  .icon-button[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  .button[aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
  }
  @media (pointer: coarse) {
    .button,
    .icon-button,
    .button.small {
      min-height: var(--touch);
    }
    .icon-button {
      width: var(--touch);
    }
  }
  @media (forced-colors: active) {
    .button.primary {
      border-width: 2px;
    }
  }
`;

/**
 * `field` on an input, textarea or select draws the control; on a wrapper it also lays out its `label`,
 * `.hint` and `.error`. A control with `aria-invalid="true"` gets the colour of refusal.
 */
const fields = css`
  .field:not(input, textarea, select) {
    display: grid;
    gap: 6px;
    min-width: 0;
  }
  .field > label,
  .field > .label {
    color: var(--ink);
    font: 600 var(--text-m) / 1.3 var(--font-text);
  }
  .field .hint,
  .hint {
    margin: 0;
    color: var(--ink-2);
    font-size: var(--text-s);
    line-height: 1.4;
  }
  .field .error,
  .error {
    margin: 0;
    color: var(--danger);
    font-size: var(--text-s);
    font-weight: 500;
    line-height: 1.4;
  }
  :is(input, textarea, select).field,
  .field > :is(input:not([type='checkbox'], [type='radio'], [type='range'], [type='file']), textarea, select) {
    appearance: none;
    display: block;
    width: 100%;
    min-width: 0;
    min-height: 40px;
    margin: 0;
    padding: 8px var(--space-3);
    border: 1px solid var(--control);
    border-radius: var(--radius-m);
    background: var(--surface);
    color: var(--ink);
    font: 400 var(--text-m) / 1.45 var(--font-text);
  }
  :is(input, textarea).field::placeholder,
  .field > :is(input, textarea)::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  textarea.field,
  .field > textarea {
    resize: vertical;
  }
  /* As specific as the rule above, which would take the arrow away. */
  select.field:not([multiple]),
  .field > select:not([multiple]) {
    padding-inline-end: 34px;
    text-overflow: ellipsis;
    background-image:
      linear-gradient(45deg, transparent 50%, var(--ink-2) 50%),
      linear-gradient(-45deg, transparent 50%, var(--ink-2) 50%);
    background-position:
      right 18px center,
      right 13px center;
    background-repeat: no-repeat;
    background-size: 5px 5px;
  }
  :is(input, textarea, select).field:focus-visible,
  .field > :is(input, textarea, select):focus-visible {
    border-color: var(--accent);
    outline: 2px solid var(--accent);
    outline-offset: 0;
  }
  :is(input, textarea, select)[aria-invalid='true'] {
    border-color: var(--danger);
  }
  input:is([type='checkbox'], [type='radio']) {
    appearance: none;
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    border: 1.5px solid var(--control);
    border-radius: 5px;
    background: var(--surface) center / 12px no-repeat;
    cursor: inherit;
  }
  input[type='radio'] {
    border-radius: 50%;
  }
  input:is([type='checkbox'], [type='radio']):checked {
    border-color: var(--accent);
    background-color: var(--accent);
  }
  input[type='radio']:checked {
    box-shadow: inset 0 0 0 4px var(--surface);
  }
  /* The tick: two sides of a turned box, in the ink that belongs on the accent. */
  input[type='checkbox']:checked {
    display: inline-grid;
    place-content: center;
  }
  input[type='checkbox']:checked::before {
    content: '';
    width: 5px;
    height: 9px;
    border: solid var(--accent-ink);
    border-width: 0 2px 2px 0;
    transform: translateY(-1px) rotate(45deg);
  }
  @media (forced-colors: active) {
    input:is([type='checkbox'], [type='radio']) {
      appearance: auto;
    }
  }
  @media (pointer: coarse) {
    :is(input, textarea, select).field,
    .field > :is(input:not([type='checkbox'], [type='radio'], [type='range']), textarea, select) {
      min-height: var(--touch);
      font-size: 16px; /* smaller text makes a phone zoom into the field */
    }
  }
`;

/** `chip`, with a note kind (`pro con question risk evidence note`), `accent`, or alone on sunk paper. */
const chips = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 2px 9px;
    border-radius: 999px;
    background: var(--sunk);
    color: var(--ink-2);
    font: 600 var(--text-xs) / 1.5 var(--font-text);
    white-space: nowrap;
  }
  .chip.accent {
    background: var(--accent-soft);
    color: light-dark(#0a4d42, #a9e5d5);
  }
  .chip.pro {
    background: var(--pro-paper);
    color: var(--pro-ink);
  }
  .chip.con {
    background: var(--con-paper);
    color: var(--con-ink);
  }
  .chip.question {
    background: var(--question-paper);
    color: var(--question-ink);
  }
  .chip.risk {
    background: var(--risk-paper);
    color: var(--risk-ink);
  }
  .chip.evidence {
    background: var(--evidence-paper);
    color: var(--evidence-ink);
  }
  .chip.note {
    background: var(--note-paper);
    color: var(--note-ink);
  }
`;

/** Paper has nothing to press, and no place where something could open. */
const paper = css`
  @media print {
    .button,
    .icon-button,
    select.field,
    input.field,
    textarea.field {
      display: none;
    }
    details:not([open]) {
      display: none;
    }
  }
`;

export const controls = [base, buttons, fields, chips, paper];
