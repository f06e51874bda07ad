// What pictures are drawn with: colours of a theme, text that fits its place, and marks in an option's colour.
import { PICTURE_THEMES, type PictureColours, type PictureTheme } from './picture-theme.ts';
import { type Svg, group, tag } from './svg.ts';

/** The fonts of a picture are the reader's: none can be fetched from inside a picture. */
export const PICTURE_FONTS =
  "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', system-ui, sans-serif";

export type Weight = 400 | 600 | 700;
/** How wide a text is at a size, in the unit of the size. */
export type Measure = (text: string, size: number, weight: Weight) => number;

const widthOf = (symbol: string): number => {
  if (/[il.,:;'’|!I·]/.test(symbol)) return 0.34;
  if (/[ \u00A0\u202Ffrtj()[\]-]/.test(symbol)) return 0.42;
  if (/[mwMW@%&—]/.test(symbol)) return 0.98;
  if (/[A-ZÀ-ÞÉ]/.test(symbol)) return 0.76;
  return (symbol.codePointAt(0) ?? 0) < 0x1100 ? 0.62 : 1.15;
};

/** Rather too wide than too narrow, for where nothing can be measured. */
export const estimated: Measure = (text, size, weight) =>
  Array.from(text).reduce((sum, symbol) => sum + widthOf(symbol), 0) * size * (weight === 400 ? 1 : 1.07);

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly italic?: boolean;
}

export class Pen {
  readonly colours: PictureColours;
  private readonly measure: Measure;

  constructor(theme: PictureTheme, measure: Measure = estimated) {
    this.colours = PICTURE_THEMES[theme];
    this.measure = measure;
  }

  width(text: string, { size, weight = 400 }: TextStyle): number {
    return this.measure(text, size, weight);
  }

  /** One line, cut with an ellipsis where it is wider than its place. */
  cut(text: string, most: number, style: TextStyle): string {
    const line = text.replaceAll(/\s+/g, ' ').trim();
    if (this.width(line, style) <= most) return line;
    const symbols = Array.from(line);
    let [fits, tooLong] = [0, symbols.length];
    while (tooLong - fits > 1) {
      const middle = (fits + tooLong) >> 1;
      if (this.width(`${symbols.slice(0, middle).join('').trimEnd()}…`, style) <= most) fits = middle;
      else tooLong = middle;
    }
    return `${symbols.slice(0, fits).join('').trimEnd()}…`;
  }

  /** As many lines as allowed, broken at spaces; the last one is cut where more follows. */
  lines(text: string, most: number, count: number, style: TextStyle): readonly string[] {
    const words = text.trim().split(/\s+/u);
    const lines: string[] = [];
    while (words.length > 0 && lines.length < count) {
      if (lines.length === count - 1) {
        lines.push(this.cut(words.splice(0).join(' '), most, style));
        break;
      }
      let line = words.shift() ?? '';
      while (words.length > 0 && this.width(`${line} ${words[0]}`, style) <= most) line += ` ${words.shift()}`;
      lines.push(this.cut(line, most, style));
    }
    return lines.filter((line) => line !== '');
  }

  text(x: number, y: number, text: string, { size, weight, colour, anchor, italic }: TextStyle): Svg {
    return tag(
      'text',
      {
        x,
        y,
        'font-size': size,
        'font-weight': weight,
        'font-style': italic === true ? 'italic' : undefined,
        fill: colour ?? this.colours.ink,
        'text-anchor': anchor === 'start' ? undefined : anchor,
      },
      text,
    );
  }

  /** Lines of a text one under another, the first with its base at `y`. */
  block(x: number, y: number, lines: readonly string[], style: TextStyle, leading = 1.25): Svg {
    return group(...lines.map((line, at) => this.text(x, y + at * style.size * leading, line, style)));
  }

  rect(x: number, y: number, width: number, height: number, fill: string, radius = 0): Svg {
    return tag('rect', { x, y, width: Math.max(0, width), height, fill, rx: radius === 0 ? undefined : radius });
  }

  rule(x1: number, x2: number, y: number): Svg {
    return tag('line', { x1, x2, y1: y, y2: y, stroke: this.colours.hairline });
  }

  /** A bar in an option's colour; from the thirteenth option on it is striped. Without an option it is grey. */
  bar(x: number, y: number, width: number, height: number, index: number | undefined, faded = false): Svg {
    const { options, grey } = this.colours;
    const colour = index === undefined ? grey : (options[index % options.length] ?? grey);
    const filled = this.rect(x, y, width, height, colour, Math.min(4, height / 4));
    const striped = index !== undefined && index >= options.length;
    const marks = striped ? group(filled, this.rect(x, y, width, height, 'url(#stripes)')) : filled;
    return faded ? tag('g', { opacity: 0.4 }, marks) : marks;
  }
}
