// An option's colour: the same everywhere it appears, by its place among the board's options.
import { css } from 'lit';

const COLOURS = 12;

export interface OptionColour {
  /** The custom property that holds the colour. */
  readonly token: `--option-${number}`;
  /** From the thirteenth option colours repeat, told apart by a pattern. */
  readonly pattern: boolean;
}

/** `index` is the option's place in `board.options`, removed ones counted, so that a colour never moves. */
export function optionColour(index: number): OptionColour {
  return { token: `--option-${(index % COLOURS) + 1}`, pattern: index >= COLOURS };
}

/** For `styled`: sets `--option` to the option's colour on an element and what is in it. */
export function optionStyle(index: number): Record<string, string> {
  return { '--option': `var(${optionColour(index).token})` };
}

/** `swatch` is the small upright bar beside a name; `patterned` strikes a colour that has come round again. */
export const optionSwatch = css`
  .swatch {
    flex: none;
    width: 10px;
    height: 30px;
    border-radius: 3px;
    background-color: var(--option);
  }
  .patterned {
    background-image: repeating-linear-gradient(135deg, transparent 0 4px, var(--surface) 4px 6px);
  }
  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
    }
  }
`;
