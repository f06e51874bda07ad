// How the sliders look: a thin rail, a ring for a thumb, a dashed mark where first place changes hands.
import { css } from 'lit';

export const sliderStyles = css`
  .presets {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--space-2);
  }
  ul {
    display: grid;
    grid-template-columns: fit-content(140px) minmax(90px, 1fr) auto auto;
    column-gap: var(--space-3);
    margin: var(--space-2) 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: center;
    min-height: 33px;
    padding-block: 2px;
  }
  .name {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .share {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .tip {
    min-width: 0;
    color: var(--ink-2);
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
  }
  .slide {
    position: relative;
    display: block;
    --thumb: 18px;
  }
  input {
    appearance: none;
    display: block;
    width: 100%;
    height: 32px;
    margin: 0;
    background: none;
    cursor: pointer;
  }
  input::-webkit-slider-runnable-track {
    height: 5px;
    border: 1px solid var(--control);
    border-radius: 3px;
    background: var(--sunk);
  }
  input::-moz-range-track {
    height: 3px;
    border: 1px solid var(--control);
    border-radius: 3px;
    background: var(--sunk);
  }
  input::-webkit-slider-thumb {
    appearance: none;
    width: var(--thumb);
    height: var(--thumb);
    margin-top: -7.5px;
    border: 4px solid var(--accent);
    border-radius: 50%;
    background: var(--surface);
  }
  input::-moz-range-thumb {
    box-sizing: border-box;
    width: var(--thumb);
    height: var(--thumb);
    border: 4px solid var(--accent);
    border-radius: 50%;
    background: var(--surface);
  }
  input:focus-visible {
    border-radius: var(--radius-s);
    outline: 2px solid var(--accent);
  }
  .mark {
    position: absolute;
    top: 6px;
    left: calc(var(--thumb) / 2 + var(--at) * (100% - var(--thumb)) - 1px);
    height: 20px;
    border-inline-start: 2px dashed var(--ink);
    pointer-events: none;
  }
  .outcome {
    font-weight: 500;
  }
  .outcome:not(:empty) {
    margin-top: var(--space-2);
  }
  @media (pointer: coarse) {
    input {
      height: var(--touch);
    }
    .mark {
      top: 12px;
    }
  }
  @media (max-width: 520px) {
    ul {
      grid-template-columns: 1fr auto;
    }
    li {
      padding-block: 4px;
    }
    .slide {
      grid-column: 1 / -1;
      grid-row: 2;
    }
    .name {
      grid-area: 1 / 1;
    }
    .share {
      grid-area: 1 / 2;
    }
    .tip {
      grid-column: 1 / -1;
    }
    .tip:empty {
      display: none;
    }
  }
`;
