// The sheet that a chart stands on: title and words above, date and fingerprint below, and what it shows in words.
import { PICTURE_FONTS, type Pen } from './pen.ts';
import { type Svg, group, tag } from './svg.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

export const MARGIN = 40;
const HEAD = { size: 26, weight: 700 } as const;
const SUB = { size: 15 } as const;
const SAID = { size: 18, weight: 600 } as const;
const FOOT = 58;

/** A chart: how wide it is, how high, and how it is drawn from its upper left corner on. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly draw: (x: number, y: number) => Svg;
}

/** The words of a picture; `told` says what is drawn to those who do not see it. */
export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly said: string;
  readonly foot: string;
  readonly told: string;
}

const stripes = (pen: Pen): Svg =>
  tag(
    'defs',
    {},
    tag(
      'pattern',
      { id: 'stripes', width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      tag('rect', { width: 3, height: 8, fill: pen.colours.surface }),
    ),
  );

/** Everything of a picture, with a title and a description for who hears it. */
export function sheet(pen: Pen, width: number, height: number, title: string, told: string, body: Svg): Picture {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'title desc',
    'font-family': PICTURE_FONTS,
  };
  const { markup: svg } = tag(
    'svg',
    attributes,
    tag('title', { id: 'title' }, title),
    tag('desc', { id: 'desc' }, told),
    stripes(pen),
    pen.rect(0, 0, width, height, pen.colours.paper),
    body,
  );
  return { width, height, svg };
}

/** Date and fingerprint at the left, the name at the right. */
export function footLine(pen: Pen, width: number, y: number, foot: string, margin = MARGIN, size = 14): Svg {
  const name = { size: size + 3, weight: 700, colour: pen.colours.accent, anchor: 'end' } as const;
  const said = { size, colour: pen.colours.ink2 } as const;
  const room = width - 2 * margin - pen.width('palabre', name) - 20;
  return group(pen.text(margin, y, pen.cut(foot, room, said), said), pen.text(width - margin, y, 'palabre', name));
}

export function framed(pen: Pen, words: PictureWords, chart: Chart): Picture {
  const width = Math.max(720, chart.width + 2 * MARGIN);
  const room = width - 2 * MARGIN;
  const head = pen.lines(words.title, room, 2, HEAD);
  const sub = pen.lines(words.subtitle, room, 2, SUB);
  const said = pen.lines(words.said, room, 3, SAID);
  const subTop = MARGIN + 26 + head.length * 32;
  const saidTop = subTop + sub.length * 20 + 12;
  const top = saidTop + (said.length === 0 ? 0 : said.length * 24 + 8);
  const height = top + chart.height + FOOT;
  const body = group(
    pen.block(MARGIN, MARGIN + 22, head, HEAD),
    pen.block(MARGIN, subTop - 4, sub, { ...SUB, colour: pen.colours.ink2 }),
    pen.block(MARGIN, saidTop + 6, said, SAID, 1.33),
    chart.draw(MARGIN, top),
    pen.rule(MARGIN, width - MARGIN, height - 44),
    footLine(pen, width, height - 19, words.foot),
  );
  return sheet(pen, width, height, words.title, words.told, body);
}
